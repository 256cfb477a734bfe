"""What is mutated beyond mutmut's own operators, and what of theirs is left out.

Added: a condition (``if``) forced true and false as mutmut does with a ternary; a pattern that never matches, and a pattern without
one of its anchors or lookarounds.

Left out: what only changes words for people (messages, reasons, errors, and f-strings, which are all of these); the single words
of a word list, as the alternatives of a pattern are; builders of examples, which run when a module is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice

import libcst as cst
from libcst import matchers as m
from mutmut.mutation import mutators
from mutmut.mutation.file_mutation import MutationVisitor

from tests.bench.mutants.visible import VALUE

_PATTERN = m.Call(func=m.Attribute(value=m.Name("re")))
_WORDS = (
    m.FormattedString()
    | m.ConcatenatedString()
    | m.Raise()
    | m.Call(func=m.OneOf(*map(m.Name, ("insufficient", "not_applicable", "Detail"))))
    | m.Call(func=m.Attribute(value=m.Name("log")))
    | m.Call(func=m.Name("written"))
    | m.Attribute(value=m.SimpleString(), attr=m.Name("join"))
    | m.FunctionDef(returns=m.Annotation(m.Name("TargetSheet")))
    | m.Arg(keyword=m.Name("message"))
    | m.Assign(targets=[m.AssignTarget(m.Name("message"))])
)
_MOST_IN_CODE = 4
"""More words than these in one place are a list of words."""
_STRUCTURE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<anchor>[\^$])|(?P<around>\(\?<?[=!])|[()]", re.DOTALL)


def install() -> None:
    """Puts the operators in the place of mutmut's, in this process and those that it forks."""
    own = [(kind, _changed.get(operator, operator)) for kind, operator in mutators.mutation_operators]
    conditions = [(kind, mutators.operator_if_exp) for kind in (cst.If, cst.CompIf)]
    mutators.mutation_operators[:] = [*own, *conditions, (cst.Call, _operator_pattern)]
    skips = MutationVisitor._skip_node_and_children
    MutationVisitor._skip_node_and_children = lambda self, node: _is_left_out(node) or skips(self, node)


def _is_left_out(node: cst.CSTNode) -> bool:
    if isinstance(node, cst.FunctionDef):
        return m.matches(node, _WORDS) or _is_constant_of_words(node)
    return m.matches(node, _WORDS) or _is_word_list(node)


def _is_constant_of_words(function: cst.FunctionDef) -> bool:
    return function.name.value.endswith(VALUE) and not m.findall(function, _PATTERN | m.Integer() | m.Float())


def _is_word_list(node: cst.CSTNode) -> bool:
    is_list = isinstance(node, cst.Tuple | cst.Set | cst.List) and len(node.elements) > _MOST_IN_CODE
    return is_list and all(isinstance(one.value, cst.SimpleString) for one in node.elements)


def weaker(pattern: str) -> Iterable[str]:
    """The source of a pattern without one of its anchors or lookarounds, each in turn."""
    opened: list[int | None] = []
    for token in _STRUCTURE.finditer(pattern):
        if token["anchor"]:
            yield pattern[: token.start()] + pattern[token.end() :]
        elif token["around"] or token.group() == "(":
            opened.append(token.start() if token["around"] else None)
        elif token.group() == ")" and opened and (start := opened.pop()) is not None:
            yield pattern[:start] + pattern[token.end() :]


def _operator_pattern(node: cst.Call) -> Iterable[cst.Call]:
    if not m.matches(node, _PATTERN) or not node.args:
        return
    pattern = node.args[0].value
    if isinstance(pattern, cst.SimpleString | cst.ConcatenatedString | cst.FormattedString):
        yield node.with_deep_changes(node.args[0], value=cst.SimpleString('r"(?!)"'))
        for text in m.findall(pattern, m.SimpleString() | m.FormattedStringText()):
            for changed in weaker(text.value):
                yield node.deep_replace(text, text.with_changes(value=changed))


def _operator_string(node: cst.BaseString) -> Iterable[cst.BaseString]:
    return () if node.prefix.startswith("r") else islice(mutators.operator_string(node), 1)


def _operator_arg_removal(node: cst.Call) -> Iterable[cst.Call]:
    return () if m.matches(node, _PATTERN) else mutators.operator_arg_removal(node)


_changed: dict[Callable, Callable] = {
    mutators.operator_string: _operator_string,
    mutators.operator_arg_removal: _operator_arg_removal,
}
