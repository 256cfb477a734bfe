"""All of the API's routers: the table of contents."""

from __future__ import annotations

from fastapi import APIRouter

from service.api import checks, fixes, health, library, rules, search, sheets, suggestions

TAGS = [
    {"name": "检索", "description": "按语义和字词找指标"},
    {"name": "建议", "description": "从目标文本和草稿得到精简的核心指标、权重和理由"},
    {"name": "检查", "description": "冗长细碎、缺核心要素和不合理之处，附依据"},
    {"name": "读表", "description": "把文件读成目标表"},
    {"name": "指标库", "description": "指标、领域、体系框架和指标体系"},
    {"name": "规则", "description": "检查规则手册"},
    {"name": "运行", "description": "存活、就绪和计量"},
]


def api_router() -> APIRouter:
    """The versioned nouns, and beside them what operators ask."""
    whole = APIRouter()
    for noun in (search, suggestions, checks, fixes, sheets, library, rules, health):
        whole.include_router(noun.router)
    return whole
