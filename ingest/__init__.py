"""What comes in: bytes -> tables -> records.

A datum passes through it as bytes -> ``guard`` (what is let in) -> ``readers`` (one a format, knowing nothing of
indicators) -> ``Table`` -> ``to_sheet`` or ``to_indicators`` (knowing nothing of formats) -> frozen values and a report
of what was read, what was not, and why. May import ``indicators``; nothing of ``service``.
"""
