"""Who may import whom: a module of answerbook imports only from rows above its own, and nothing of MkDocs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "hooks" / "answerbook"
# From text to a checked book, then what is made of it. A new module gets a place here.
ROWS = (
    ("problems", "cache", "commonmark", "cutting", "downloads"),
    ("bodies", "justification", "linebreaks", "node", "outputs", "pictures"),
    ("characters", "fonts", "formulas", "frontmatter", "highlight", "policy", "words"),
    ("datafiles", "fontfiles"),
    ("addresses", "collected", "glossary", "mathjax", "references", "settings"),
    ("parts", "questions"),
    ("cards", "form", "imprint", "links", "notebooks", "plain", "previews", "terms"),
    ("contents", "portable", "shapes"),
    ("markup",),
    ("block_rules", "body_rules", "book_rules", "dialect_rules", "form_rules", "link_rules"),
    ("rules",),
    ("books",),
    ("browser", "checks", "connections", "paper", "styles"),
    # One output each; never each other.
    ("epub", "exports", "kept", "pages", "pdf", "search_index"),
    ("offline",),
)
MODULES = sorted(path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_rows_above(module: str) -> None:
    row = next((number for number, names in enumerate(ROWS) if module in names), None)
    assert row is not None, f"{module} has no place in ROWS"
    above = {name for names in ROWS[:row] for name in names}
    assert {name for kind, name in imports(module) if kind == "ours"} <= above


@pytest.mark.parametrize("module", MODULES)
def test_the_domain_runs_without_mkdocs(module: str) -> None:
    assert not {name for kind, name in imports(module) if kind == "other"} & {"mkdocs", "material", "jupyter"}


def imports(module: str) -> Iterator[tuple[str, str]]:
    """What a module imports, anywhere in it: ("ours", module of answerbook) or ("other", package)."""
    for node in ast.walk(ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first, _, rest = alias.name.partition(".")
                yield ("ours", rest.split(".")[0]) if first == "answerbook" else ("other", first)
        elif isinstance(node, ast.ImportFrom):
            parts = [*(["answerbook"] if node.level else []), *(node.module or "").split(".")]
            parts = [part for part in parts if part]
            if parts[0] != "answerbook":
                yield "other", parts[0]
            else:
                names = parts[1:2] or [alias.name for alias in node.names]
                yield from (("ours", name) for name in names)
