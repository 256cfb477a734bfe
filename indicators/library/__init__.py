"""The curated indicators: YAML in ``data/`` -> frozen values -> an immutable ``Library`` snapshot.

``files`` reads and writes the one canonical form, ``integrity`` says what must hold of the whole, ``snapshot`` answers
the look-ups of search, suggestion and rules. May import ``indicators.model`` and ``indicators.errors`` only.
"""
