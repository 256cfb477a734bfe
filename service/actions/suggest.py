"""A concise core set with weights for one sheet; what the library lacked is noted for the researchers."""

from __future__ import annotations

import logging

from indicators.errors import MissingResource
from indicators.model.sheet import TargetSheet
from indicators.model.suggestion import Suggestion
from service.database.engine import transaction
from service.database.wanted import Want, WantedKind, note
from service.resources import Resources

log = logging.getLogger(__name__)


def suggest(
    resources: Resources, sheet: TargetSheet, *, most: int | None = None, keep_weights: bool = False
) -> Suggestion:
    """The suggestion for a sheet, at most ``most`` lines; ``keep_weights`` leaves drafted points as they are.

    Raises InvalidInput for an unknown sector or framework.
    """
    suggestion = resources.suggester.suggest(sheet, most=most, keep_weights=keep_weights)
    if resources.settings.note_wanted:
        _note(resources, wants_of(suggestion))
    return suggestion


def wants_of(suggestion: Suggestion) -> list[Want]:
    """What the library did not hold: tasks that no line covers, and lines that only the draft's own words name."""
    kind: WantedKind = "refused" if suggestion.abstained else "uncovered"
    own = [line.name for line in suggestion.indicators if line.code is None]
    texts = [(kind, text) for text in suggestion.uncovered] + [("own_words", name) for name in own]
    return [Want(kind=kind, text=text, sector=suggestion.sector.slug) for kind, text in texts]


def _note(resources: Resources, wants: list[Want]) -> None:
    """An answer does not wait on its log: where the database cannot be written, the answer still stands."""
    if not wants:
        return
    try:
        with transaction(resources.engine) as session:
            note(session, wants)
    except MissingResource:
        log.warning("could not note what the library lacked", exc_info=True)
