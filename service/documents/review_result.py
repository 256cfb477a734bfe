"""The result that a check proposes for a target review: 通过 or 不通过, by a rule that is shown with it.

Source: 豫财效〔2022〕4号 第二十四条 (the result is 通过 or 不通过; a target that does not pass goes back with reasons and advice),
第七条 (no target, or one that does not pass: no budget), 第二十六条 (no change after approval as a rule). A local text: 依据 only
under the rule set of its own province, 参考 elsewhere. From which findings on a sheet does not pass is no text's matter: 建议.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from indicators.quality.profiles import profile_named
from service.documents.reviewed import Reviewed, counted

Result = Literal["通过", "不通过"]
DOCUMENT = "《河南省省级预算绩效目标管理办法》（豫财效〔2022〕4号）"
SLUG = "henan-2022-4"
RULE = "建议口径：没有“错误”级问题的建议“通过”，有的建议“不通过”；写明理由、予以豁免的问题不计。"
UNDECIDED = "没有可供审核的指标行，须补充指标后再审核。"


class Proposal(NamedTuple):
    """``result`` with the reason for it; ``use`` says what follows, each line with the place it rests on."""

    result: Result
    reason: str
    use: tuple[str, ...]


def propose(reviewed: Reviewed) -> Proposal:
    """The proposal for one sheet; the reviewing body decides."""
    errors = [finding for finding in reviewed.heard if finding.severity == "error"]
    if not reviewed.checked.summary.rows:
        return Proposal("不通过", UNDECIDED, _use(reviewed))
    if errors:
        return Proposal("不通过", f"有{len(errors)}处“错误”级问题未改（{counted(reviewed.heard)}）。", _use(reviewed))
    return Proposal("通过", f"没有“错误”级问题（{counted(reviewed.heard)}）。", _use(reviewed))


def _use(reviewed: Reviewed) -> tuple[str, ...]:
    kind = "依据" if SLUG in profile_named(reviewed.profile).scope else "参考"
    return (
        f"审核结果分“通过”“不通过”；不通过的，由审核单位说明理由和修改意见，退回修改完善后重新报送（{kind}：{DOCUMENT}第二十四条）。",
        f"没有按要求设定绩效目标或审核不通过的，不得安排预算（{kind}：{DOCUMENT}第七条）。",
        f"绩效目标批复后一般不予调整；确需调整的，按申报程序重新报批（{kind}：{DOCUMENT}第二十六条）。",
    )
