"""What is true of all our code: one word for a thing, one place that counts folders, functions of one screen."""

from __future__ import annotations

import ast
import subprocess
from collections import defaultdict
from pathlib import Path

import answerbook
import pytest
from answerbook import node, places

# What is not ours, or is not code of the book: cases hold other people's mistakes.
ELSEWHERE = ("tests/cases/", "tests/books/")
# What takes longer to read is several things; biome.jsonc asks the same of the scripts. Tests tell one story from its
# beginning to its end, figures and findings run by themselves.
LONGEST = 40
OWN = ("book.py", "hooks/", "tools/", "bench/")


def tracked(*endings: str) -> list[str]:
    """Our files with these endings, also those that Git does not know yet."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=places.ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    found = [path for path in listed if path.endswith(endings) and not path.startswith(ELSEWHERE)]
    return [path for path in found if (places.ROOT / path).exists()]


@pytest.mark.parametrize("path", tracked(".py"))
def test_only_one_module_counts_folders(path: str) -> None:
    tree = ast.parse((places.ROOT / path).read_text(encoding="utf-8"))
    counted = [one.lineno for one in ast.walk(tree) if isinstance(one, ast.expr) and is_counted(one)]
    assert not counted or path == "hooks/answerbook/places.py"


@pytest.mark.parametrize(
    ("code", "counted"),
    [
        ("p.parents[2]", True),
        ("p.parent.parent", True),
        ("p.parent", False),
        ("root in p.parents", False),
        ("next(f for f in p.parents if f)", False),
    ],
)
def test_counting_is_seen(code: str, counted: bool) -> None:
    assert any(is_counted(one) for one in ast.walk(ast.parse(code)) if isinstance(one, ast.expr)) == counted


def is_counted(one: ast.expr) -> bool:
    """Whether an expression says how deep a file lies."""
    if isinstance(one, ast.Subscript):
        return isinstance(one.value, ast.Attribute) and one.value.attr == "parents"
    inner = one.value if isinstance(one, ast.Attribute) and one.attr == "parent" else None
    return isinstance(inner, ast.Attribute) and inner.attr == "parent"


def test_a_class_has_a_name_of_its_own() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    package = Path(answerbook.__file__).parent
    for path in package.rglob("*.py"):
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(one, ast.ClassDef):
                found[one.name.lstrip("_")].append(f"{path.relative_to(package)}:{one.lineno}")
    assert {name: places for name, places in found.items() if len(places) > 1} == {}


@pytest.mark.parametrize("path", [path for path in tracked(".py") if path.startswith(OWN)])
def test_no_function_takes_long_to_read(path: str) -> None:
    assert too_long((places.ROOT / path).read_text(encoding="utf-8")) == []


def test_a_long_function_is_seen() -> None:
    line = "    x = 1\n"
    assert too_long(f"def short():\n{line * (LONGEST - 1)}async def long():\n{line * LONGEST}") == ["long"]


def too_long(code: str) -> list[str]:
    """The names of the functions with more lines than they should have, decorators not counted."""
    functions = (one for one in ast.walk(ast.parse(code)) if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef)))
    return [one.name for one in functions if (one.end_lineno or 0) - one.lineno >= LONGEST]


def test_every_script_has_its_types_checked() -> None:
    compiler = places.NODE_MODULES / "typescript" / "bin" / "tsc"
    command = [node.executable(), str(compiler), "--project", "jsconfig.json", "--listFilesOnly"]
    listed = subprocess.run(command, cwd=places.ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert {str(places.ROOT / path) for path in tracked(".js", ".mjs")} <= set(listed)


@pytest.mark.parametrize("path", [path for path in tracked(".js", ".mjs") if path.startswith(("web/", "hooks/"))])
def test_a_script_begins_with_what_it_is(path: str) -> None:
    assert (places.ROOT / path).read_text(encoding="utf-8").startswith(("/** ", "/**\n", "// "))
