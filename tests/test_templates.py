"""The templates: a name that nobody gives stops the build, instead of leaving out what it stands for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests import published, sites


@pytest.mark.parametrize(
    ("template", "written", "misspelt"),
    [
        ("question.html", "{{ question.short | maths }}", "{{ question.shrot | maths }}"),
        ("question.html", "{% if view.references %}", "{% if view.refernces %}"),
        ("404.html", "topics_sidebar.entries", "topics_sidbar.entries"),
    ],
)
def test_a_misspelt_name_stops_the_build(tmp_path: Path, template: str, written: str, misspelt: str) -> None:
    project = published.project(tmp_path, "")
    file = project / "overrides" / template
    source = file.read_text("utf-8")
    assert written in source
    file.write_text(source.replace(written, misspelt), "utf-8")
    built = sites.build(project / "docs", project / "site")
    assert built.returncode != 0
    assert "UndefinedError" in built.stdout + built.stderr


def test_no_environment_of_templates_is_forgiving() -> None:
    made = []
    for path in (sites.ROOT / "hooks").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("jinja2.Environment"):
                made.append(path.name)
                assert any(one.arg == "undefined" and "Strict" in ast.unparse(one.value) for one in node.keywords), path
    assert made == ["epub.py"]
