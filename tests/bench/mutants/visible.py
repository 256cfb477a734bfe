"""Shows mutmut 3 what it passes over: decorated functions, and the constants of a module.

mutmut mutates the bodies of undecorated functions and chooses the mutant when the function is called. A decorator is therefore
written as the call that it is, behind the function, and a constant that functions of its module use as a function of no arguments.
What a module does stays the same. A cached function stays decorated: its value would be that of the unmutated code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst
from libcst import matchers as m

VALUE = "__value"
"""How the function ends that stands for a constant."""

_CACHES = m.Decorator(m.Name("lru_cache") | m.Name("cache") | m.Call(func=m.Name("lru_cache")))
_CALL_AT_IMPORT = m.Call(func=~(m.Attribute(value=m.Name("re")) | m.Name("frozenset") | m.Name("tuple")))


def visible(source: str) -> str:
    """The same module with its decorators as calls and its constants as functions."""
    module = cst.parse_module(source)
    constants = _used_in_functions(module)
    body = [shown for line in module.body for shown in _shown(line, constants)]
    return module.with_changes(body=body).code


def _used_in_functions(module: cst.Module) -> frozenset[str]:
    """The constants that functions use, and those that these are made of, which stand above them."""
    used = {name for function in m.findall(module, m.FunctionDef()) for name in _names(function.body)}
    constants: set[str] = set()
    for line in reversed(module.body):
        if (name := _constant(line)) and name in used:
            constants.add(name)
            used |= _names(line.body[0].value)
    return frozenset(constants)


def _shown(line: cst.CSTNode, constants: frozenset[str]) -> Iterator[cst.CSTNode]:
    if isinstance(line, cst.FunctionDef):
        yield from _undecorated(_calling(line, constants))
    elif isinstance(line, cst.ClassDef) and isinstance(line.body, cst.IndentedBlock):
        methods = [shown for one in line.body.body for shown in _shown(one, constants)]
        yield line.with_changes(body=line.body.with_changes(body=methods))
    else:
        yield line
        if (name := _constant(line)) in constants:
            value = line.body[0].value.visit(_Calls(constants))
            function = cst.parse_statement(f"def {name}{VALUE}():\n    return None\n")
            yield function.deep_replace(m.findall(function, m.Return())[0].value, value)


def _undecorated(function: cst.FunctionDef) -> Iterator[cst.CSTNode]:
    decorators = function.decorators
    is_class_method = len(decorators) == 1 and m.matches(decorators[0].decorator, m.Name("classmethod"))
    if not decorators or is_class_method or any(m.matches(one, _CACHES) for one in decorators):
        yield function
        return
    yield function.with_changes(decorators=[])
    call: cst.BaseExpression = cst.Name(function.name.value)
    for one in reversed(decorators):
        call = cst.Call(one.decorator, [cst.Arg(call)])
    yield cst.SimpleStatementLine([cst.Assign([cst.AssignTarget(cst.Name(function.name.value))], call)])


def _constant(line: cst.CSTNode) -> str:
    """The name of the constant that a statement of the module sets, or empty; one that calls on the project's code is none."""
    if not m.matches(line, m.SimpleStatementLine(body=[m.Assign(targets=[m.AtLeastN(n=1)]) | m.AnnAssign()])):
        return ""
    one = line.body[0]
    target = one.targets[0].target if isinstance(one, cst.Assign) else one.target
    is_inert = one.value is not None and not m.findall(one.value, _CALL_AT_IMPORT)
    return (
        target.value
        if isinstance(target, cst.Name) and is_inert and re.fullmatch("_?[A-Z][A-Z0-9_]*", target.value)
        else ""
    )


def _names(node: cst.CSTNode) -> set[str]:
    return {name.value for name in m.findall(node, m.Name())}


def _calling(function: cst.FunctionDef, constants: frozenset[str]) -> cst.FunctionDef:
    return function.with_changes(body=function.body.visit(_Calls(constants)))


class _Calls(cst.CSTTransformer):
    """Puts a call in the place of each name of a constant; attributes and keywords of that name are none."""

    def __init__(self, constants: frozenset[str]) -> None:
        super().__init__()
        self.constants = constants

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:  # noqa: N802 - libcst names it
        if original_node.value not in self.constants:
            return updated_node
        return cst.Call(cst.Name(original_node.value + VALUE), lpar=updated_node.lpar, rpar=updated_node.rpar)

    def leave_Attribute(  # noqa: N802
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:  # noqa: N802
        return updated_node.with_changes(keyword=original_node.keyword)
