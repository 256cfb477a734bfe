"""What a load of the curated files does to the records that are held: three-way, so that no edit made here is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Held:
    """What the database knows of a record without reading it.

    ``content`` is its hash now, ``loaded`` what that was when last loaded from the files, None if it never was.
    """

    content: str
    loaded: str | None
    active: bool

    @property
    def is_edited(self) -> bool:
        """Whether someone has written it here since the last load."""
        return self.content != self.loaded


@dataclass(frozen=True)
class Changes:
    """Keys of what was done. ``kept`` were edited here while their file changed too: the edit stands."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.retired)

    def __add__(self, other: Changes) -> Changes:
        return Changes(
            self.added + other.added, self.changed + other.changed, self.retired + other.retired, self.kept + other.kept
        )

    @property
    def written(self) -> tuple[str, ...]:
        """Every key that was added, changed or retired."""
        return self.added + self.changed + self.retired


@dataclass(frozen=True)
class Plan:
    """What a load has to do; ``agreed`` are edits that the files have taken over word for word."""

    changes: Changes
    agreed: tuple[str, ...] = ()


def plan(held: Mapping[str, Held], files: Mapping[str, str]) -> Plan:
    """``files``: key -> content hash of each entry. An entry that has left the files is retired, never deleted."""
    news = {key: content for key, content in files.items() if key in held and held[key].loaded != content}
    agreed = tuple(key for key, content in news.items() if held[key].content == content)
    moved = [key for key in news if key not in agreed]
    gone = [key for key, known in held.items() if key not in files and known.loaded is not None and known.active]
    return Plan(
        Changes(
            added=tuple(key for key in files if key not in held),
            changed=tuple(key for key in moved if not held[key].is_edited),
            retired=tuple(key for key in gone if not held[key].is_edited),
            kept=tuple(key for key in moved + gone if held[key].is_edited),
        ),
        agreed,
    )
