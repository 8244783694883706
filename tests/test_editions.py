"""Released editions and earlier texts: written down once, checked ever after, shown to readers."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from answerbook.checking import checks
from answerbook.content import editions
from answerbook.problems import ContentError
from answerbook.site import navigation
from answerbook.text.body import Body

from tests import published, sites
from tests.sites import one, read
from tools import commands

DAY = date(2026, 3, 9)
EARLIER = """- page: first-question
  day: 2026-03-09
  said: "因为 a>b，所以 x & y 成立。"
  says: "因为 a<b，所以 x & y 成立。"
  why: "不等号写反了。"
"""


def _made(folder: Path, name: str = "v1.0", content: bytes = b"a book") -> editions.Edition:
    (folder / "answerbook.pdf").write_bytes(content)
    return editions.add(
        folder / "editions.yml", name, DAY, "0123456789", "https://x.org/1", [folder / "answerbook.pdf"]
    )


def test_an_edition_is_read_as_it_was_written(tmp_path: Path) -> None:
    made = [_made(tmp_path), _made(tmp_path, "v1.1", b"another")]
    found, problems = editions.read(tmp_path / "editions.yml", "editions.yml")
    assert not problems and list(found) == made
    assert found[0].files[0] == editions.Asset("answerbook.pdf", 6, hashlib.sha256(b"a book").hexdigest())
    assert (tmp_path / "editions.yml").read_text("utf-8").startswith(editions.HEAD)


def test_what_was_released_is_never_written_again(tmp_path: Path) -> None:
    _made(tmp_path)
    before = (tmp_path / "editions.yml").read_bytes()
    with pytest.raises(ContentError, match=r"v1\.0 已经写下过，发行过的不再改"):
        _made(tmp_path, content=b"changed")
    assert (tmp_path / "editions.yml").read_bytes() == before


def test_an_edition_needs_a_name_and_files(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"没有找到 第 一 版 的文件(.|\n)*版本写的是“第 一 版”"):
        editions.add(tmp_path / "editions.yml", "第 一 版", DAY, "", "", [])
    assert not (tmp_path / "editions.yml").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("day: 2026-03-09", "day: 2026-3-9"), "editions.yml:3: 版本 v1.0 的 day 写的是“2026-3-9”"),
        (("size: 6", "size: six"), "editions.yml:7: 版本 v1.0 的一个文件应写成"),
        (("sha256", "sha1"), "editions.yml:7: 版本 v1.0 的一个文件应写成"),
        (('name: "v1.0"', "title: v1"), "版本没有“title”这一项"),
    ],
)
def test_a_slip_of_the_hand_is_named(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    _made(tmp_path)
    path = tmp_path / "editions.yml"
    path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
    assert any(str(problem).startswith(said) or said in str(problem) for problem in editions.read(path, path.name)[1])


def test_an_older_edition_does_not_come_after(tmp_path: Path) -> None:
    _made(tmp_path)
    file = tmp_path / "answerbook.pdf"
    editions.add(tmp_path / "editions.yml", "v0.9", date(2026, 3, 8), "", "", [file])
    said = [str(problem) for problem in editions.read(tmp_path / "editions.yml", "editions.yml")[1]]
    assert said == ["editions.yml:8: 版本 v0.9 的日期 2026-03-08 早于它前面那一版的 2026-03-09；旧的在前"]


def test_the_command_takes_what_was_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("answerbook.pdf", "answerbook-norms.pdf", "practice.zip", "notes.txt"):
        (tmp_path / name).write_text(name, "utf-8")
    path = tmp_path / "editions.yml"
    assert commands.edition("v1.0", "", "", tmp_path, path) == 0
    assert capsys.readouterr().out == "editions.yml 添了 v1.0：3 个文件\n"
    found = editions.read(path, path.name)[0][0]
    assert [file.name for file in found.files] == ["answerbook-norms.pdf", "answerbook.pdf", "practice.zip"]
    assert found.commit
    assert commands.edition("v1.0", "", "", tmp_path, path) == 1


def test_readers_see_the_editions_and_what_was_said_before(tmp_path: Path) -> None:
    project = published.project(tmp_path, "")
    _made(project)
    (project / "docs" / "earlier.yml").write_text(EARLIER, "utf-8")
    sites.built(project / "docs", project / "site")
    page = read(project / "site", "editions")
    assert [heading.text for heading in page.select("h3")] == ["v1.0"]
    assert hashlib.sha256(b"a book").hexdigest() in one(page, "table").text
    answer = read(project / "site", "q/first-question")
    assert one(answer, "a[data-cite]")["data-cite"] == "v1.0 版"
    said = [" ".join(part.text.split()) for part in answer.select("#corrections ~ details dd")]
    assert said == ["因为 a>b，所以 x & y 成立。", "因为 a<b，所以 x & y 成立。", "不等号写反了。"]


def test_what_came_after_a_release_says_so(tmp_path: Path) -> None:
    project = published.project(tmp_path, "")
    file = project / "answerbook.pdf"
    file.write_bytes(b"a book")
    editions.add(project / "editions.yml", "v1.0", date(2026, 3, 8), "", "", [file])
    from answerbook.content import settings

    book = checks.read(project / "docs", settings.read(project / "mkdocs.yml"), project, typeset=False)
    assert navigation.cited_edition(book) == "v1.0 版之后，更新至 2026-03-09"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("a<b，所以", "a≤b，所以"), "里没有“因为 a≤b，所以 x & y 成立。”；最像的是速答，那里“"),
        (("2026-03-09", "2026-03-08"), "没有 2026-03-08 的更正；请在那里的 corrections 里写上，或改正 day"),
        (("first-question", "first-questio"), "没有这个问题（是不是 first-question？）"),
        (("a>b", "a<b"), "said 和 says 一样"),
        (("why: ", "because: "), "一处更正没有“because”这一项"),
        (("a<b，所以", "a≤b，所以"), "那里“因为 a”后面是“<b，所以 x & y ”，says 写的是“≤b，所以 x & y ”；says 请照"),
    ],
)
def test_an_earlier_text_belongs_to_a_correction(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    docs = sites.copied(tmp_path)
    (docs / "earlier.yml").write_text(EARLIER.replace(*change), "utf-8")
    assert any(said in str(problem) for problem in checks.examine(docs, None, tmp_path, typeset=False)[1])


TEX = r"\mathrm{softmax}(z)_i=\frac{e^{z_i}}{\sum_j e^{z_j}}"


@pytest.mark.parametrize("says", [f"${TEX}$", f"$${TEX}$$", f"$$\\n{TEX}\\n$$", "$x^2$"])
def test_an_earlier_formula_is_written_as_people_write_one(tmp_path: Path, says: str) -> None:
    docs = sites.copied(tmp_path)
    told = says.replace("\\n", "\n").replace("\n", "\n    ")
    entry = EARLIER.replace('"因为 a<b，所以 x & y 成立。"', f"|-\n    {told}").replace(
        "因为 a>b，所以 x & y 成立。", "$y=x$"
    )
    (docs / "earlier.yml").write_text(entry, "utf-8")
    book, problems = checks.examine(docs, None, tmp_path, typeset=False)
    assert problems == []
    # Typeset as a block or as a part of a line, never shown as it is written.
    assert len(Body(book.earlier[0].says).formulas) == 1
    assert Body(book.earlier[0].says).formulas[0].display is says.startswith("$$")


@pytest.mark.parametrize("bare", [TEX, "x^2", r"分母是 \sum_j 之和"])
def test_an_earlier_formula_without_dollars_is_refused(tmp_path: Path, bare: str) -> None:
    docs = sites.copied(tmp_path)
    entry = EARLIER.replace('"因为 a<b，所以 x & y 成立。"', f"|-\n    {bare}")
    (docs / "earlier.yml").write_text(entry, "utf-8")
    said = [str(one) for one in checks.examine(docs, None, tmp_path, typeset=False)[1]]
    assert any("是公式，不放进 $ 里就会照原样显示；请写成 $…$" in one for one in said), said


def test_a_passage_may_be_corrected_twice(tmp_path: Path) -> None:
    docs = sites.copied(tmp_path)
    first = EARLIER.replace("a>b", "a=b").replace("a<b", "a>b")
    (docs / "earlier.yml").write_text(first + EARLIER, "utf-8")
    assert checks.examine(docs, None, tmp_path, typeset=False)[1] == []
