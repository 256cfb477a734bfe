"""Suggestion: a drafted sheet -> the concise core set with weights, reasons, coverage and merge map.

The way of a datum: ``clauses`` reads the goal into tasks, ``values`` lifts numbers and dates from the words, ``sector``
tells the field, ``needs`` says what must be covered, ``candidates`` gathers what could cover it, ``select`` chooses the set
exactly, ``suggest`` goes the whole way. May import search, weighting, the library and the model.
"""
