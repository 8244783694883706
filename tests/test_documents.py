"""What README, CONTRIBUTING, ARCHITECTURE and tests/README name is there, and what they list is complete."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from answerbook import OUTPUTS, WINGS, places

import book

ROOT, TESTS = places.ROOT, places.ROOT / "tests"
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "tests/README.md")
# The folders of the project that a document names paths in, from its root.
FOLDERS = ("docs", "hooks", "tools", "tests", "web", "overrides", "bench", "deploy", "practice", "findings", ".github")


def text(document: str) -> str:
    return (ROOT / document).read_text("utf-8")


def named(words: str) -> set[str]:
    """What stands in single backticks."""
    return set(re.findall(r"`([^`\n]+)`", words))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_paths_that_are_named_are_there(document: str) -> None:
    pattern = rf"(?:{'|'.join(map(re.escape, FOLDERS))})/[\w./*-]*"
    paths = [name for name in named(text(document)) if re.fullmatch(pattern, name)]
    assert [path for path in paths if not any(ROOT.glob(path.rstrip("/")))] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_that_are_named_are_there(document: str) -> None:
    known = set(re.findall(r"^  (\w+)", book.USAGE, re.MULTILINE))
    assert set(re.findall(r"python3 book\.py ([a-z]+)", text(document))) <= known
    modules = re.findall(r"python3? -m ((?:tools|tests|bench)[\w.]*)", text(document))
    assert [module for module in modules if not (ROOT / f"{module.replace('.', '/')}.py").exists()] == []


@pytest.mark.parametrize("wing", [*WINGS, *OUTPUTS])
def test_the_paragraph_of_a_wing_names_its_modules(wing: str) -> None:
    [paragraph] = re.findall(rf"^\*\*{wing}\*\* .*?(?=^\*\*|^## )", text("ARCHITECTURE.md"), re.MULTILINE | re.DOTALL)
    modules = {path.stem for path in (places.PACKAGE / wing).glob("*.py")} - {"__init__"}
    assert modules - {Path(name).stem for name in named(paragraph)} == set()


def test_every_ground_module_tool_and_script_is_named() -> None:
    stems = {Path(name).stem for name in named(text("ARCHITECTURE.md"))}
    ours = [*places.PACKAGE.glob("*.py"), *(ROOT / "tools").glob("*.py"), *places.WEB.rglob("*.js")]
    calculators = places.WEB / "calc" / "pages"
    assert [path.name for path in ours if path.stem not in {*stems, "__init__"} and path.parent != calculators] == []


def test_every_test_is_named() -> None:
    names = {name.rstrip("/") for name in named(text("tests/README.md"))}
    ours = [path.name for path in TESTS.iterdir() if not path.name.startswith((".", "__", "README", "conftest"))]
    assert [name for name in sorted(ours) if not any(fnmatch(name, pattern) for pattern in names)] == []


def test_the_question_that_is_made_as_an_example_is_not_there_yet() -> None:
    made = re.findall(r"(?:book\.py |如 )new ([a-z]\S*) (\S+)", text("CONTRIBUTING.md").replace("`", " ") + book.USAGE)
    assert len(made) >= 2
    assert [id for topic, id in made if not (ROOT / "docs" / topic).is_dir() or any(ROOT.glob(f"docs/*/{id}.md"))] == []
