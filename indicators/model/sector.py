"""A sector (领域): one of the fields that the library holds an indicator system for."""

from __future__ import annotations

from indicators.model.value import Value

COMMON_SECTOR = "common"
"""Slug of the shared pool (共性): indicators and patterns that every sector may use."""


class Sector(Value):
    """A field of public spending. ``slug`` is permanent; ``name`` and ``aliases`` are what users write.

    ``cues`` are whole example sentences of drafts in the field and decide, with the indicators, where a draft belongs;
    ``functional_class`` and ``functional_item`` are the 类 and 款 of the functional classification (支出功能分类).
    """

    slug: str
    name: str
    code_prefix: str
    kind: str = "project"
    framework: str | None = None
    aliases: tuple[str, ...] = ()
    description: str = ""
    cues: tuple[str, ...] = ()
    functional_class: str = ""
    functional_item: str = ""
    branches: tuple[str, ...] = ()

    @property
    def is_common(self) -> bool:
        return self.slug == COMMON_SECTOR
