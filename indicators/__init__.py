"""What we know: the vocabulary, the curated library, search, suggestion, weighting and quality rules.

Pure values and functions, usable from a notebook; no web, no SQL. A datum passes through it as
``TargetSheet`` + ``Library`` -> ``Suggestion`` or outcomes and ``Finding`` values. May import nothing
of ``ingest`` or ``service``.
"""
