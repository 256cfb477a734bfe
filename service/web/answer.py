"""From what was posted to what is shown: reads the file or the form, does what is asked, suggests and checks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from indicators.model.finding import CheckedSheet
from indicators.model.fixed import FixedSheet
from indicators.quality.exemption_file import exemptions_text
from indicators.quality.suppression import Exemption, lapses
from ingest.to_sheet import ReadSheet
from service.actions import check, read, rules, suggest
from service.resources import Resources
from service.web.deed import Deed, exempt_marked, fix_marked, pasted_exemptions
from service.web.draft import TYPED, Draft, completed, from_sheet, read_draft
from service.web.result import Result

MOST_OTHERS = 20
NOTHING = Deed()


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
    """What a page shows: the form as it now stands, the sheet as read, the result, and the file's other sheets.

    ``fixed`` tells what was fixed, and ``before`` is the form as it stood before that.
    """

    draft: Draft
    read: ReadSheet
    result: Result
    others: tuple[Other, ...] = ()
    fixed: FixedSheet | None = None
    before: Draft | None = None

    @property
    def file(self) -> str:
        """The file that the sheet came from; empty where it was typed."""
        return "" if self.read.source == TYPED else self.read.source


def answer(resources: Resources, draft: Draft, upload: Upload | None, deed: Deed = NOTHING) -> Answer:
    """The answer to one posted form. Raises what reading, suggesting, checking and fixing raise."""
    known = pasted_exemptions(draft.exemptions)
    if upload is None:
        return _typed(resources, draft, deed, known)
    first, *rest = [_completed(sheet, draft) for sheet in read.read(upload.data, upload.name)]
    others = tuple(Other(it.source, from_sheet(it.sheet, draft.exemptions)) for it in rest[:MOST_OTHERS])
    result = _result(resources, first, _checked(resources, first), known)
    return Answer(from_sheet(first.sheet, draft.exemptions), first, result, others)


def _typed(resources: Resources, draft: Draft, deed: Deed, known: tuple[Exemption, ...]) -> Answer:
    typed = read_draft(draft)
    if deed.act == "fix":
        fixed = fix_marked(resources, typed, deed)
        mended = typed.model_copy(update={"sheet": fixed.sheet})
        result = _result(resources, mended, fixed.checked, known)
        return Answer(from_sheet(fixed.sheet, draft.exemptions), mended, result, fixed=fixed, before=draft)
    checked = _checked(resources, typed)
    if deed.act == "exempt":
        known = exempt_marked(checked, deed, known)
        draft = replace(draft, exemptions=exemptions_text(known))
    return Answer(draft, typed, _result(resources, typed, checked, known))


def _completed(found: ReadSheet, draft: Draft) -> ReadSheet:
    return found.model_copy(update={"sheet": completed(found.sheet, draft)})


def _checked(resources: Resources, found: ReadSheet) -> CheckedSheet:
    return check.check(resources, found.sheet, source=found.source)


def _result(resources: Resources, found: ReadSheet, checked: CheckedSheet, known: tuple[Exemption, ...]) -> Result:
    titles = {rule.id: rule.title for rule in rules.list_rules()}
    return Result(
        sheet=found.sheet,
        suggestion=suggest.suggest(resources, found.sheet),
        checked=check.set_aside(checked, known),
        rule_titles=titles,
        lapses=lapses(known, [checked], date.today()),
    )
