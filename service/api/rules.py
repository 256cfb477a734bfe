"""The rule handbook."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import Field

from indicators.model.value import Value
from indicators.quality.handbook import RuleEntry
from service.actions import rules
from service.api import examples
from service.api.documented import V1, answers

router = APIRouter(prefix=V1, tags=["规则"])


class Rules(Value):
    """All rules, in the order of their ids."""

    rules: tuple[RuleEntry, ...] = Field(default=())


@router.get("/rules", summary="列出检查规则", responses=answers(Rules(rules=(examples.RULE,))))
def list_rules() -> Rules:
    """每条规则查什么、为什么、怎么改、依据哪一条。"""
    return Rules(rules=rules.list_rules())


@router.get("/rules/{rule_id}", summary="解释一条规则", responses=answers(examples.RULE, 404, 422))
def explain_rule(rule_id: str) -> RuleEntry:
    """按编号取一条规则，附好坏两种写法。"""
    return rules.explain(rule_id)
