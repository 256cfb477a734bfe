"""What must hold of the whole library; each failure names the entry and tells the curator how to mend it.

One file for what is looked at: records by themselves, formulas, references between entries, systems and frameworks.
What rests on meaning (near-duplicates, phrases that find another record) needs the model: ``search.curation``.
"""

from __future__ import annotations

from indicators.library.integrity import formulas, records, references, systems
from indicators.library.integrity.fault import Check, Fault
from indicators.library.snapshot import Library

CHECKS: tuple[Check, ...] = (*records.CHECKS, *formulas.CHECKS, *references.CHECKS, *systems.CHECKS)


def faults(library: Library) -> list[Fault]:
    """Everything that does not hold, in the order of the checks."""
    return [fault for check in CHECKS for fault in check(library)]


__all__ = ["CHECKS", "Fault", "faults"]
