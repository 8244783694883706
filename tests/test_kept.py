"""Finished pages that were kept: never another page than the one that would be made now."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import main
import pytest
from answerbook import cache, places
from answerbook.site import page_cache, written

from tests import sites
from tests.test_unbreakable import bytes_of
from tools import driver


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANSWERBOOK_DOCS", str(tmp_path / "docs"))
    return sites.copied(tmp_path)


def made_with(folder: Path, docs: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The site as it is built with this cache."""
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(folder))
    if not (folder / "pages.db").exists():
        # Made anew, all of it; else what this process has written before comes again.
        monkeypatch.setattr(written, "_written", {})
    aside = folder.parent / "aside"
    aside.mkdir(exist_ok=True)
    site, problems = driver.Builder(sites.ROOT / "mkdocs.yml", address, aside)()
    assert problems == []
    assert site is not None
    site.later.make(site.folder)
    return bytes_of(site.folder)


def replaced(path: str, *pairs: str) -> Callable[[Path], None]:
    def change(docs: Path) -> None:
        text = (docs / path).read_text("utf-8")
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            assert old in text
            text = text.replace(old, new)
        (docs / path).write_text(text, "utf-8")

    return change


def third_question_moves(docs: Path) -> None:
    (docs / "beta" / "third-question.md").rename(docs / "alpha" / "third-question.md")
    replaced("alpha/third-question.md", "../alpha/first-question.md", "first-question.md")(docs)
    replaced("alpha/first-question.md", "../beta/third", "third")(docs)
    for other in ("alpha/index.md", "alpha/second-question.md"):
        replaced(other, "../beta/third", "third")(docs)


def notebook_moves(docs: Path) -> None:
    (docs / "notebooks" / "tiny.ipynb").rename(docs / "notebooks" / "small.ipynb")
    replaced("alpha/first-question.md", "tiny.ipynb", "small.ipynb")(docs)


CHANGES: dict[str, Callable[[Path], None]] = {
    "the text": replaced("alpha/second-question.md", "\n很短。\n", "\n改短了，$a+b$。\n"),
    "a title": replaced("alpha/second-question.md", "第二题是什么？", "第二题改了名？"),
    "the short answer": replaced("beta/third-question.md", "没有 index.md 的", "另一个"),
    "a grade, tags, the day": replaced(
        "beta/third-question.md", "level: 深入", "level: 基础", "另一个]", "新的]", "2026-03-07", "2026-03-20"
    ),
    "a reference": replaced("references.yml", "Is All You Need", "Is Not All"),
    "a collection": replaced("collections.yml", "旧题集", "新题集", "a<b 怎么办？", "a<b 时呢？"),
    "a picture": replaced("alpha/first-question/figure.svg", '"0 0 480 120"', '"0 0 480 240"'),
    "a topic": replaced("alpha/index.md", "甲专题\n", "子专题\n", "[first-question, ", "["),
    "a link": replaced("alpha/second-question.md", "改短了", "见[第三题](../beta/third-question.md)"),
    "a place": third_question_moves,
    "a notebook": notebook_moves,
}


def test_a_site_with_kept_pages_is_the_site_without(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made_with(tmp_path / "kept", docs, "http://one/", monkeypatch)
    assert (tmp_path / "kept" / "pages.db").exists()
    for what, change in CHANGES.items():
        change(docs)
        found = made_with(tmp_path / "kept", docs, "http://one/", monkeypatch)
        assert found != before, what
        for file in (tmp_path / "anew").glob("*.db*"):
            # What Node and the fonts make depends on nothing in a book but what it shows, and takes long.
            if file.name.partition(".")[0] not in ("cards", "fonts", "maths", "scripts", "styles"):
                file.unlink()
        before = made_with(tmp_path / "anew", docs, "http://one/", monkeypatch)
        assert found == before, what
    elsewhere = made_with(tmp_path / "kept", docs, "http://other/", monkeypatch)
    shutil.rmtree(tmp_path / "anew")
    assert elsewhere == made_with(tmp_path / "anew", docs, "http://other/", monkeypatch) != before


def test_what_is_decided_as_in_the_last_build_is_the_same_file_in_both_sites(tmp_path: Path) -> None:
    written.write(tmp_path / "first", "q/a/index.html", b"as now", b"page")
    assert written.again(tmp_path / "second", "q/a/index.html", b"as now")
    assert (tmp_path / "second/q/a/index.html").samefile(tmp_path / "first/q/a/index.html")
    assert not written.again(tmp_path / "third", "q/a/index.html", b"otherwise")
    shutil.rmtree(tmp_path / "second")
    assert not written.again(tmp_path / "fourth", "q/a/index.html", b"as now"), "the site has gone"


def test_a_page_is_made_again_when_what_decides_it_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path))
    made: list[str] = []

    def page(text: str, *, frame: bytes = b"f", basis: object = ("a", 1), place: str = "q/a/") -> str:
        def make() -> str:
            made.append(text)
            return text

        return page_cache.page(place, page_cache.decided(frame, basis), make)

    assert [page("一"), page("二")] == ["一", "一"]
    assert page("三", basis=("a", 2)) == "三"
    assert page("四") == "四", "the one before has gone: there is one page for each place"
    assert page("五", frame=b"g") == "五"
    assert page("六", place="q/b/") == "六"
    assert made == ["一", "三", "四", "五", "六"]
    cache.put("pages", b"q/b/", b"spoilt")
    assert page("七", place="q/b/") == "七"


def test_templates_code_and_settings_decide_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("hooks", "overrides"):
        shutil.copytree(sites.ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(places, "ROOT", tmp_path)
    monkeypatch.setattr(places, "HOOKS", tmp_path / "hooks")
    monkeypatch.setattr(places, "OVERRIDES", tmp_path / "overrides")
    frames = [page_cache.frame("a", ["b"]), page_cache.frame("a", ["c"])]
    for file in ("overrides/partials/footer.html", "hooks/answerbook/site/pages.py", "hooks/main.py"):
        with (tmp_path / file).open("a", encoding="utf-8") as code:
            code.write("\n")
        frames.append(page_cache.frame("a", ["b"]))
    assert len(set(frames)) == len(frames)
    assert page_cache.frame("a", ["b"]) == frames[-1]


def test_every_setting_that_a_template_asks_for_decides_pages() -> None:
    asked = {
        name
        for template in (sites.ROOT / "overrides").rglob("*.html")
        for code in re.findall(r"\{[{%].*?[%}]\}", template.read_text("utf-8"), re.DOTALL)
        for name in re.findall(r"\bconfig\.([a-z_]+)", code)
    }
    assert asked <= {*main.SHOWN, "theme"}
