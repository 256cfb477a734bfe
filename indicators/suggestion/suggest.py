"""The whole way: sheet -> draft -> sector -> needs -> candidates -> the concise set -> weights -> suggestion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.library.snapshot import Library
from indicators.model.framework import Framework
from indicators.model.hit import Hit
from indicators.model.sector import COMMON_SECTOR
from indicators.model.sheet import TargetSheet
from indicators.model.suggestion import Merge, Nearest, Provenance, SectorChoice, Suggestion
from indicators.search.index import Matrix, Where
from indicators.search.likeness import Likeness, fit_likeness
from indicators.search.retrieve import LONGEST_QUERY, Searcher
from indicators.search.sector_judge import SectorJudge, chosen, fit_judge
from indicators.suggestion.candidates import (
    Candidate,
    from_clauses,
    from_library,
    from_patterns,
    from_rows,
    merged,
    sharing,
)
from indicators.suggestion.derived import unit_cost
from indicators.suggestion.draft import Draft, read_draft
from indicators.suggestion.duties import duties_of, fillers, implied_need, is_met, question
from indicators.suggestion.ground import Ground
from indicators.suggestion.limits import limits_for
from indicators.suggestion.lines import contradictions, copied_budgets, coverage, drafted_weight, line, merges, slogans
from indicators.suggestion.needs import Need, gather, texts_of
from indicators.suggestion.select import Choice, losses, select
from indicators.suggestion.skeletons import skeletons_for, skeletons_of
from indicators.suggestion.weights import WHOLE_POINTS, Scale, keep, weigh
from indicators.text.clauses import ClauseKind

HITS_PER_NEED = 12
HITS_FOR_A_DUTY = 40
SURE_OF_SECTOR = 0.6
NEAR_ENOUGH, NEAR_WITH_ROWS = 0.55, 0.45
"""Mean likeness of a draft's needs to what is nearest to each, below which it is none; rows that are placed speak for a draft.
On the tuning drafts 0.63 and more, on texts that are no drafts 0.53 and less but for one news item."""


@dataclass(frozen=True)
class Suggester:
    """Suggests for one library and model; holds what is fitted once; ``scale`` says how points are given."""

    searcher: Searcher
    judge: SectorJudge
    likeness: Likeness
    scale: Scale = WHOLE_POINTS

    @property
    def library(self) -> Library:
        return self.searcher.library

    def suggest(self, sheet: TargetSheet, *, most: int | None = None, keep_weights: bool = False) -> Suggestion:
        """The concise set for a sheet, at most ``most`` lines; with ``keep_weights`` drafted rows keep their points.

        Raises InvalidInput for an unknown sector or framework.
        """
        framework = self._framework(sheet)
        draft = read_draft(sheet, framework)
        duties = duties_of(draft, framework)
        texts = texts_of(draft) or [draft.words[:LONGEST_QUERY]]
        vectors = self.searcher.embedder.embed([*texts, *(question(draft, duty) for duty in duties)])
        sector = self._sector(draft, vectors[: len(texts)])
        ground = Ground(self.library, self.likeness, framework, sector.slug if _is_sure(sector) else COMMON_SECTOR)
        nearest = self._near(vectors[: len(texts)], sector, HITS_PER_NEED)
        levels = [ground.level_of(clause, near) for clause, near in zip(draft.clauses, nearest, strict=False)]
        needs = gather(draft, levels, vectors, self.likeness)
        hits = [_best_hits([nearest[place] for place in need.places])[:HITS_PER_NEED] for need in needs]
        if not _is_for_us(draft, hits, ground):
            return self._abstention(draft, sector, framework)
        silent = [number for number, duty in enumerate(duties) if not is_met(duty, needs)]
        implied = [implied_need(duties[number]) for number in silent]
        beside = self._near(vectors[[len(texts) + number for number in silent]], sector, HITS_FOR_A_DUTY)
        candidates = _spoken(needs, hits, draft, ground)
        for number, (need, found) in enumerate(zip(implied, beside, strict=True), len(needs)):
            candidates += fillers(need, number, found, draft, ground)
        every = [*needs, *implied]
        return self._answer(
            draft, sector, ground, _choose(every, candidates, framework, most), keep_weights=keep_weights
        )

    def _framework(self, sheet: TargetSheet) -> Framework | None:
        library = self.library
        if sheet.framework:
            return library.framework(sheet.framework)
        named = library.sector(sheet.sector).framework if sheet.sector else None
        wanted = "department-six-dimensions" if sheet.kind == "department" else named or "mof-2021"
        return next((f for f in library.frameworks if f.slug == wanted), None)

    def _sector(self, draft: Draft, vectors: Matrix) -> SectorChoice:
        sheet = draft.sheet
        if sheet.sector:
            return chosen(self.library.sector(sheet.sector))
        if sheet.kind == "department" and "department" in self.library.sectors_by_slug:
            return chosen(self.library.sector("department"), given=False)
        weights = [1.0 if c.kind is ClauseKind.TASK else 0.5 for c in draft.clauses] + [0.5] * len(draft.rows)
        return self.judge.judge(vectors, weights or [1.0], draft.words, kind=sheet.kind)

    def _near(self, vectors: Matrix, sector: SectorChoice, limit: int) -> list[list[Hit]]:
        return self.searcher.recall(vectors, where=_where(sector), limit=limit)

    def _answer(
        self,
        draft: Draft,
        sector: SectorChoice,
        ground: Ground,
        made: _Chosen,
        *,
        keep_weights: bool,
    ) -> Suggestion:
        needs, candidates, choice, importance = made.needs, made.candidates, made.choice, made.importance
        order = _order(ground.framework, candidates, choice)
        carried = {j: [need for need, carrier in choice.carrier.items() if carrier == j] for j in order}
        drafted = [drafted_weight(needs, carried[j]) for j in order]
        lines = [candidates[j] for j in order]
        weighing = weigh(ground.framework, lines, importance, scale=self.scale, library=self.library)
        weighing = keep(weighing, drafted, scale=self.scale) if keep_weights and lines else weighing
        lost = losses(candidates, choice.chosen, importance)
        covered, uncovered = coverage(needs, candidates, choice)
        copied = copied_budgets(needs, sorted(choice.carrier), draft.sheet.budget_yuan)
        return Suggestion(
            sector=sector,
            framework=ground.framework.slug if ground.framework else "",
            indicators=tuple(
                line(candidates[j], needs, carried[j], points=points, loss=lost[j]).model_copy(
                    update={"drafted_weight": old, "derived": unit_cost(candidates[j], draft)}
                )
                for j, points, old in zip(order, weighing.points, drafted, strict=True)
            ),
            weight_total=sum(points.weight for points in weighing.points),
            weight_reason=weighing.reason,
            coverage=tuple(covered),
            uncovered=tuple(uncovered),
            skeletons=tuple(skeletons_for(needs, uncovered)),
            merge_map=tuple(merges(draft.rows, needs, candidates, choice)),
            notes=(*contradictions(needs), *slogans(needs, choice), *copied, *weighing.notes),
            provenance=self._provenance(ground.framework),
        )

    def _abstention(self, draft: Draft, sector: SectorChoice, framework: Framework | None) -> Suggestion:
        nearest = self.searcher.search(draft.words.strip()[:LONGEST_QUERY], limit=5).hits
        return Suggestion(
            sector=sector,
            framework=framework.slug if framework else "",
            indicators=(),
            weight_total=0,
            uncovered=tuple(clause.text for clause in draft.clauses),
            skeletons=tuple(skeletons_of(draft.clauses, framework)),
            merge_map=tuple(
                Merge(row=row.number, name=row.row.name, into=None, reason="没有给出建议") for row in draft.rows
            ),
            abstained=True,
            nearest=tuple(Nearest(code=hit.code, name=hit.name, score=hit.score) for hit in nearest),
            notes=("文本里没有读到可以设指标的任务，指标库里也没有相近的指标；请写明做什么、做多少、达到什么效果",),
            provenance=self._provenance(framework),
        )

    def _provenance(self, framework: Framework | None) -> Provenance:
        return Provenance(
            library_version=self.library.version,
            model=self.searcher.embedder.name,
            index=self.searcher.index.name,
            profile=framework.slug if framework else "",
        )


@dataclass(frozen=True)
class _Chosen:
    """What was chosen from what for which needs."""

    needs: Sequence[Need]
    candidates: Sequence[Candidate]
    choice: Choice
    importance: Sequence[float]


def _choose(
    needs: Sequence[Need], candidates: Sequence[Candidate], framework: Framework | None, most: int | None
) -> _Chosen:
    able = merged(candidates)
    importance = [need.importance for need in needs]
    return _Chosen(needs, able, select(able, importance, limits_for(framework, needs, able, most=most)), importance)


def fit_suggester(searcher: Searcher, *, scale: Scale = WHOLE_POINTS) -> Suggester:
    """Fits what a library and a model need once (about a second)."""
    library, embedder = searcher.library, searcher.embedder
    return Suggester(searcher, fit_judge(library, embedder), fit_likeness(library, embedder), scale)


def _spoken(needs: Sequence[Need], hits: Sequence[Sequence[Hit]], draft: Draft, ground: Ground) -> list[Candidate]:
    """Candidates for what the draft itself speaks of."""
    library = from_library(needs, hits, ground)
    return [
        *sharing([*from_rows(needs, hits, ground), *from_clauses(needs, hits, ground)], library, needs),
        *library,
        *from_patterns(needs, hits, ground, main=draft.main_object),
    ]


def _is_sure(sector: SectorChoice) -> bool:
    return sector.confidence >= SURE_OF_SECTOR


def _where(sector: SectorChoice) -> Where:
    if sector.slug in {COMMON_SECTOR, "department"} or not _is_sure(sector):
        return Where()
    return Where(sectors=(sector.slug, COMMON_SECTOR))


def _best_hits(found: Sequence[Sequence[Hit]]) -> list[Hit]:
    """Hits of several wordings of one need, each code once with its nearest wording."""
    best: dict[str, Hit] = {}
    for hit in (hit for hits in found for hit in hits):
        held = best.get(hit.code)
        if held is None or (hit.dense or 0.0) > (held.dense or 0.0):
            best[hit.code] = hit
    return sorted(best.values(), key=lambda hit: (-(hit.dense or 0.0), hit.code))


def _is_for_us(draft: Draft, hits: Sequence[Sequence[Hit]], ground: Ground) -> bool:
    """Whether this is a draft of targets at all: menus, news and contracts have numbers and verbs, but nothing near."""
    if not draft.rows and all(clause.kind is ClauseKind.EFFECT and not clause.quantities for clause in draft.clauses):
        return False  # nothing but wishes
    near = [max((ground.alike(hit) for hit in found), default=0.0) for found in hits]
    least = NEAR_WITH_ROWS if any(row.row.level1 for row in draft.rows) else NEAR_ENOUGH
    return bool(near) and sum(near) / len(near) >= least


def _order(framework: Framework | None, candidates: Sequence[Candidate], choice: Choice) -> list[int]:
    """Chosen candidates in the order of the framework's levels, then as they were found."""
    firsts = [level.name for level in framework.levels] if framework else []
    seconds = [lower.name for level in framework.levels for lower in level.level2] if framework else []

    def rank(j: int) -> tuple[int, int, int]:
        one, two = candidates[j].level1, candidates[j].level2
        return (
            firsts.index(one) if one in firsts else len(firsts),
            seconds.index(two) if two in seconds else len(seconds),
            j,
        )

    return sorted(choice.chosen, key=rank)
