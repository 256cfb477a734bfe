"""Reads the words of drafts: term lists, numbers and dates, the clauses of a goal, the names of rows.

``terms`` are data, ``values`` lifts quantities, ``clauses`` takes a goal text apart, ``names`` cleans the name of a row.
Used alike by suggestion and by the rules, so that both read a draft the same way. May import the library and the model.
"""
