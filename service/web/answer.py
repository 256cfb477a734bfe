"""From what was posted to what is shown: reads the file or the form, asks for a suggestion and a check."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.to_sheet import ReadSheet
from service.actions import check, read, rules, suggest
from service.resources import Resources
from service.web.draft import TYPED, Draft, completed, from_sheet, read_draft
from service.web.result import Result

MOST_OTHERS = 20


@dataclass(frozen=True)
class Upload:
    """An uploaded file."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Other:
    """A further sheet of an uploaded file, ready to be posted in its turn."""

    source: str
    draft: Draft


@dataclass(frozen=True)
class Answer:
    """What a page shows: the form as it now stands, the sheet as read, the result, and the file's other sheets."""

    draft: Draft
    read: ReadSheet
    result: Result
    others: tuple[Other, ...] = ()

    @property
    def file(self) -> str:
        """The file that the sheet came from; empty where it was typed."""
        return "" if self.read.source == TYPED else self.read.source


def answer(resources: Resources, draft: Draft, upload: Upload | None) -> Answer:
    """The answer to one posted form. Raises what reading, suggesting and checking raise."""
    if upload is None:
        typed = read_draft(draft)
        return Answer(draft, typed, _result(resources, typed))
    first, *rest = [_completed(sheet, draft) for sheet in read.read(upload.data, upload.name)]
    others = tuple(Other(it.source, from_sheet(it.sheet)) for it in rest[:MOST_OTHERS])
    return Answer(from_sheet(first.sheet), first, _result(resources, first), others)


def _completed(found: ReadSheet, draft: Draft) -> ReadSheet:
    return found.model_copy(update={"sheet": completed(found.sheet, draft)})


def _result(resources: Resources, found: ReadSheet) -> Result:
    titles = {rule.id: rule.title for rule in rules.list_rules()}
    return Result(
        sheet=found.sheet,
        suggestion=suggest.suggest(resources, found.sheet),
        checked=check.check(resources, found.sheet, source=found.source),
        rule_titles=titles,
    )
