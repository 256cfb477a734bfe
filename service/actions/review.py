"""Reviews the sheets of some files at a time, so that the model gets enough texts of one length to work on."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.errors import MissingResource, ZhibiaoError
from indicators.library.snapshot import Library
from indicators.model.finding import Stage
from indicators.model.sheet import TargetSheet
from indicators.quality.checker import TARGET_STAGE, check_sheet
from indicators.quality.fingerprint import normal
from indicators.quality.meaning import MeaningReader, texts_of
from indicators.quality.profiles import choose_profile
from ingest.to_sheet import ReadSheet
from service.actions.check import reader_of
from service.actions.read import read
from service.documents.reviewed import Entry, Failed, Reviewed, failed
from service.resources import Resources
from service.resources.known_vectors import KnownVectors

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Terms:
    """How sheets are checked: by which rule set (None: each sheet's own), at which stages, held against which approved sheets.

    An approved sheet is for the sheet of its project, one that names no project for any.
    """

    profile: str | None = None
    stages: tuple[Stage, ...] = TARGET_STAGE
    approved: tuple[TargetSheet, ...] = ()

    def with_approved(self, sheet: TargetSheet) -> TargetSheet:
        """The sheet with the rows that were approved for its project, if there are any."""
        project = normal(sheet.project)
        rows = next((it.rows for it in self.approved if normal(it.project) in {"", project}), None)
        return sheet if rows is None else sheet.model_copy(update={"approved": rows})


class Reviewer:
    """Checks by one library and one reader, however long it takes, and embeds a text once, whatever sheets it stands in."""

    def __init__(self, resources: Resources, terms: Terms) -> None:
        self._terms = terms
        self._library: Library = resources.library
        self._vectors = KnownVectors(resources.embedder)
        self._reader: MeaningReader = reader_of(resources, self._vectors)

    def review(self, files: Sequence[tuple[str, bytes]]) -> list[tuple[Entry, ...]]:
        """The entries of each file (name, content): its sheets, or why it or one of them could not be read.

        Raises InvalidInput for an unknown profile, MissingResource when there is no model or index, and nothing else:
        a thousand files hold what no reader foresees.
        """
        found = [_read(data, name) for name, data in files]
        sheets = [sheet for one in found if not isinstance(one, Failed) for sheet in one]
        self._vectors.learn([text for sheet in sheets for text in texts_of(sheet.sheet)])
        return [
            (one,) if isinstance(one, Failed) else tuple(self._entry(name, sheet) for sheet in one)
            for (name, _), one in zip(files, found, strict=True)
        ]

    def _entry(self, file: str, read: ReadSheet) -> Entry:
        sheet = self._terms.with_approved(read.sheet)
        profile = choose_profile(sheet, self._terms.profile).slug
        stages = self._terms.stages
        try:
            checked = check_sheet(
                sheet, self._library, source=read.source, profile=profile, reader=self._reader, stages=stages
            )
        except MissingResource:
            raise
        except ZhibiaoError as error:  # the sheet names a sector or framework that is not there
            return failed(read.source, error)
        return Reviewed(file=file, profile=profile, sheet=sheet, checked=checked)


def _read(data: bytes, name: str) -> list[ReadSheet] | Failed:
    try:
        return read(data, name)
    except ZhibiaoError as error:
        return failed(name, error)
    except Exception as error:
        logger.exception("%s cannot be read", name)
        message = f"读取时出错（{type(error).__name__}）；请用 Excel 或 WPS 打开后另存为 .xlsx 再试"
        return Failed(source=name, code="error", message=message)
