"""The stages of the closed loop as they are asked for: one comma list, the same on the command line and in the API."""

from __future__ import annotations

from indicators.errors import InvalidInput
from indicators.model.finding import STAGE_WORDS, STAGES, Stage


def read_stages(text: str) -> tuple[Stage, ...]:
    """The stages that a comma list names, in the order of the loop; nothing written is the target.

    Raises InvalidInput with the choices for a word that names none.
    """
    wanted = {word.strip().lower() for word in text.replace("，", ",").split(",") if word.strip()} or {"target"}
    if unknown := sorted(wanted - set(STAGES)):
        choices = "、".join(f"{stage}（{STAGE_WORDS[stage]}）" for stage in STAGES)
        raise InvalidInput(f"没有“{'、'.join(unknown)}”这个阶段；可用的有：{choices}，几个之间用逗号")
    return tuple(stage for stage in STAGES if stage in wanted)
