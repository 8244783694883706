"""The sentences of each rule, read out of the functions that say them."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from answerbook.rulebook import RULES, Rule

from tools import catalogue

_CHINESE = re.compile("[\u3400-\u9fff]")
# Shorter ones are words within a sentence: “西里尔”.
_FEWEST = 4
_HEADS = {module.__name__ for module in catalogue.GROUPS["文件头"]}
# What a rule of a data file says it is about.
_FILE = re.compile(r"([a-z]+\.(?:yml|txt)) 的行")


@cache
def templates(rule: str) -> tuple[str, ...]:
    """What its functions may say, with {} for what they fill in."""
    found: dict[str, None] = {}
    for function in RULES[rule].functions:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
        module = inspect.getmodule(function)
        assert module is not None
        tables = [*_tables(module, tree)]
        for part in [tree, *tables, *(deeper for table in tables for deeper in _tables(module, table))]:
            found |= dict.fromkeys(_said(part))
    return tuple(found)


def of(path: str, message: str) -> str:
    """The id of the rule that says this of a file, "" for none.

    Where several could, it is the one with more of its words, then the one that is about this very file.
    """
    best = ((_words(message, one), _is_about(one, path), one.id) for one in RULES.values() if _fits(one, path))
    words, _, id = max(best, default=(0, False, ""))
    return id if words else ""


def _files(rule: Rule) -> tuple[str, ...]:
    return tuple(_FILE.findall(rule.says))


def _is_about(rule: Rule, path: str) -> bool:
    return path.endswith(_files(rule)) or (path.endswith(".md") and rule.functions[0].__module__ in _HEADS)


def _fits(rule: Rule, path: str) -> bool:
    """Whether the rule may speak of this file: that of a data file only of its own, one of heads of no data file."""
    if rule.functions[0].__module__ in _HEADS:
        return path.endswith(".md")
    return not _files(rule) or path.endswith(_files(rule))


def says(template: str, message: str) -> bool:
    """Whether the message is this sentence, or has it in it."""
    parts = template.split("{}")
    # Most do not even have its longest piece in them.
    pattern = ".*?".join(map(re.escape, parts))
    return max(parts, key=len) in message and re.search(pattern, message, re.DOTALL) is not None


def unmarked() -> Iterator[str]:
    """The functions in the modules of rules that say what to do about something and belong to no rule."""
    for module in {module.__name__: module for group in catalogue.GROUPS.values() for module in group}.values():
        for function in _outside_rules(ast.parse(inspect.getsource(module))):
            if any("；请" in text for text in _said(function)):
                yield f"{module.__name__}.{function.name}"


def _outside_rules(node: ast.AST) -> Iterator[ast.FunctionDef]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            if not any("rule(" in ast.unparse(one) for one in child.decorator_list):
                yield child
        else:
            yield from _outside_rules(child)


def _said(node: ast.AST) -> Iterator[str]:
    """The Chinese sentences in a piece of code: not docstrings, not patterns, not what a decorator is given."""
    if isinstance(node, ast.FunctionDef):
        documented = ast.get_docstring(node) is not None
        for child in node.body[documented:]:
            yield from _said(child)
    elif isinstance(node, ast.JoinedStr):
        yield from _long("".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values))
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            # As MathJax's own sentences are translated: \1 is filled in, a double backslash is one.
            yield from _long(re.sub(r"(?:\\[12])+", "{}", node.value).replace("\\\\", "\\"))
    elif not (isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")):
        for part in node.values if isinstance(node, ast.Dict) else ast.iter_child_nodes(node):
            yield from _said(part)


def _long(text: str) -> Iterator[str]:
    if len(_CHINESE.findall(text)) >= _FEWEST or (_CHINESE.search(text) and "\\" in text):
        yield text


def _words(message: str, rule: Rule) -> int:
    return max((len(one.replace("{}", "")) for one in templates(rule.id) if says(one, message)), default=0)


def _tables(module: ModuleType, code: ast.AST) -> Iterator[ast.expr]:
    """What is assigned at the top of a module to the names in a piece of its code."""
    names = {node.id for node in ast.walk(code) if isinstance(node, ast.Name)}
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(one, ast.Name) and one.id in names for one in targets):
                yield node.value
