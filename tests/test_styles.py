"""The stylesheet: smaller than the theme's, and no rule is missing that a page of ours needs."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest
from answerbook import node, places
from answerbook.site import styles

from tests import sites

CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")


@pytest.fixture(scope="module")
def theme() -> str:
    """The theme's main stylesheet."""
    folder = resources.files("material") / "templates" / "assets" / "stylesheets"
    (main,) = [path for path in folder.iterdir() if re.fullmatch(r"main\.\w+\.min\.css", path.name)]
    return main.read_text("utf-8")


def classes(css: str) -> set[str]:
    """The classes that selectors name."""
    return {name for selectors in re.findall(r"([^{}]*)\{", css) for name in CLASS.findall(selectors)}


def test_rules_for_what_no_page_holds_are_left_out(theme: str) -> None:
    made = styles.sheets(theme)["book"]
    assert {"md-banner", "md-consent", "admonition"} <= classes(theme) - classes(made)
    assert len(made) < len(theme) * 0.7


def test_no_class_of_a_page_loses_its_rules(theme: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    site = sites.plain(tmp_path_factory)
    (file,) = (site / "assets").glob("book.*.css")
    left = classes(theme) - classes(file.read_text("utf-8"))
    held = {name for _, page in sites.pages(site) for tag in page.select("[class]") for name in tag["class"]}
    assert {"md-grid", "highlight"} <= held
    assert held & left == set()


def test_parts_of_code_keep_their_colours(theme: str) -> None:
    """Pygments names them: no text of ours does."""
    made = styles.sheets(theme)["book"]
    # A line made to stand out is no part of code, and the book has none.
    coloured = set(re.findall(r"\.highlight \.(\w+)", theme)) - {"hll"}
    assert {"kc", "s1", "o"} <= coloured
    # The letter g is for what was added, taken away or printed: no answer shows changes or a session.
    languages = {
        language
        for path in (places.ROOT / "docs").rglob("*.md")
        for language in re.findall(r"^ *```\{?\.?([\w-]+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert "python" in languages and not languages & {"diff", "udiff", "console", "pycon", "shell-session", "tex"}
    assert {name for name in coloured if not name.startswith("g")} <= set(re.findall(r"\.highlight \.(\w+)", made))


def test_what_markdown_makes_keeps_its_rules(theme: str) -> None:
    made = styles.sheets(theme)["book"]
    rules = {name: re.compile(rf"\.md-typeset {name}\b") for name in ("blockquote", "kbd", "dl", "ol", "table", "hr")}
    assert [name for name, rule in rules.items() if rule.search(theme)] == [*rules]
    assert [name for name, rule in rules.items() if rule.search(made)] == [*rules]


def test_the_stylesheet_is_made_once(theme: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path))
    made = styles.sheets(theme)["book"]

    def run(script: str, stdin: str) -> str:
        raise AssertionError("made again")

    monkeypatch.setattr(node, "run", run)
    assert styles.sheets(theme)["book"] == made


def test_every_variable_that_is_asked_for_is_there(theme: str) -> None:
    made = styles.sheets(theme)["book"]
    asked = set(re.findall(r"var\((--[\w-]+)\)", made))
    assert asked - set(re.findall(r"(--[\w-]+)\s*:", made)) == set()
    assert "data:image" not in made
