"""Mutation testing of the rules: mutmut 3, shown what it would pass over, and MUTANTS.md written from what it finds.

``visible`` rewrites a module in memory before mutmut reads it, ``operators`` says what is mutated, ``report`` writes the page.
"""
