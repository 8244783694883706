"""The commands that write: a site appears whole or not at all, and nobody's files are deleted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from answerbook import outputs
from answerbook.checking import checks
from answerbook.content import addresses
from answerbook.content.earlier import EarlierPassage

import book
from tests import published
from tests.sites import SMALL, SMALL_FINDINGS
from tools import check, commands, environment, swap

QUESTION = """\
---
title: 问题一？
short: 结论。
level: 基础
frequency: 高
updated: 2026-03-09
---
## 详解

{body}
"""


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build tells the hooks where it goes through the environment."""
    for name in ("ANSWERBOOK_DOCS", "ANSWERBOOK_SITE"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


def test_a_folder_takes_the_place_of_another(tmp_path: Path) -> None:
    for name in ("new", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.html").touch()
    swap.put(tmp_path / "new", tmp_path / "site")
    assert _files(tmp_path) == ["site/new.html"]


def test_a_folder_takes_a_place_that_is_free(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "new.html").touch()
    swap.put(tmp_path / "new", tmp_path / "site")
    assert _files(tmp_path) == ["site/new.html"]


def test_where_names_cannot_be_exchanged_two_steps_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    test_a_folder_takes_the_place_of_another(tmp_path)


def test_a_site_is_not_put_over_other_files(tmp_path: Path) -> None:
    docs, site = tmp_path / "docs", tmp_path / "site"
    site.mkdir()
    assert commands.refuse(docs, site) is None
    (site / "thesis.docx").touch()
    assert "里有别的文件" in str(commands.refuse(docs, site))
    (site / commands.MARK).touch()
    assert commands.refuse(docs, site) is None
    assert commands.refuse(docs, tmp_path / "later") is None
    assert "是一个文件" in str(commands.refuse(docs, site / "thesis.docx"))
    assert "重叠" in str(commands.refuse(docs, docs))
    assert "重叠" in str(commands.refuse(docs, docs / "site"))
    assert "重叠" in str(commands.refuse(docs, tmp_path))
    # A checkout may lie in the folder for temporary files.
    elsewhere = Path("/elsewhere/docs")
    assert "里有这个项目" in str(commands.refuse(elsewhere, commands.ROOT))
    assert "里有这个项目" in str(commands.refuse(elsewhere, commands.ROOT.parent))
    assert commands.refuse(commands.ROOT / "docs", commands.ROOT / "site") is None


def test_a_build_replaces_the_site_only_when_it_is_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs, site = tmp_path / "docs", tmp_path / "site"
    file = docs / "norms" / "rmsnorm.md"
    file.parent.mkdir(parents=True)
    file.write_text(QUESTION.format(body="第一版 $x$。"), encoding="utf-8")
    assert commands.build(docs, site) == 0
    page = site / "q" / "rmsnorm" / "index.html"
    assert "第一版" in page.read_text(encoding="utf-8")

    file.write_text(QUESTION.format(body="第二版 $\\sqrt$。"), encoding="utf-8")
    capsys.readouterr()
    assert commands.build(docs, site) == 1
    assert f"{file}:10: 公式 \\sqrt 里 \\sqrt 后面缺参数（Missing argument for \\sqrt）" in capsys.readouterr().out
    assert "第一版" in page.read_text(encoding="utf-8")

    file.write_text(QUESTION.format(body="第三版。"), encoding="utf-8")
    assert commands.build(docs, site) == 0
    assert "第三版" in page.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "site"]


@pytest.mark.parametrize("command", [commands.build, commands.offline])
def test_a_folder_that_is_not_there_is_said(
    command: Callable[[Path, Path], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(tmp_path / "docs", tmp_path / "made") == 1
    assert capsys.readouterr().out == f"{tmp_path / 'docs'}: 没有这个文件夹\n"
    assert _files(tmp_path) == []


def test_publishing_records_every_address_and_refuses_to_lose_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = published.project(tmp_path / "project", "")
    monkeypatch.setattr(commands, "ROOT", project)
    monkeypatch.setattr(commands, "MKDOCS_YML", project / "mkdocs.yml")
    record = project / "published.txt"
    assert commands.publish() == 0
    before = record.read_text(encoding="utf-8")
    assert {"q/first-question/", "q/first-question/#a-table", "alpha/", "collections/old/"} <= set(before.split())

    question = project / "docs" / "alpha" / "first-question.md"
    question.write_text(question.read_text(encoding="utf-8").replace("{#a-table}", "{#table}"), encoding="utf-8")
    assert commands.publish() == 1
    assert "q/first-question/#a-table 发布过，现在没有了" in capsys.readouterr().err
    (project / "retired.yml").write_text("first-question#a-table: first-question#table\n", encoding="utf-8")
    assert commands.publish() == 0
    assert set(record.read_text(encoding="utf-8").split()) == {*before.split(), "q/first-question/#table"}


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("command", [commands.epub, commands.offline, partial(commands.pdf, wanted=commands.Wanted())])
def test_a_file_for_readers_is_replaced_only_by_a_whole_one(
    command: Callable[[Path, Path], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs, output = tmp_path / "docs", tmp_path / "out" / "book"
    file = docs / "norms" / "rmsnorm.md"
    file.parent.mkdir(parents=True)
    file.write_text(QUESTION.format(body="![没有](rmsnorm/none.png)"), encoding="utf-8")
    output.parent.mkdir()
    output.write_bytes(b"the last one")
    assert command(docs, output) == 1
    said = capsys.readouterr()
    assert f"{file}:10: 图片" in said.out
    assert "没有更新" in said.err
    assert _files(output.parent) == ["book"]
    assert output.read_bytes() == b"the last one"


def test_a_topic_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "docs" / "norms" / "rmsnorm.md"
    file.parent.mkdir(parents=True)
    file.write_text(QUESTION.format(body="一句话。"), encoding="utf-8")
    assert commands.pdf(tmp_path / "docs", tmp_path / "book.pdf", commands.Wanted(topic="norm")) == 1
    assert capsys.readouterr().out == "--topic norm: 没有这个专题；可用的有 norms\n"
    assert not (tmp_path / "book.pdf").exists()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (commands.Wanted(path="night"), "--path night: 没有这个路线；可用的有 "),
        (commands.Wanted(questions="rmsnorm, rmsnrm"), "--questions rmsnrm: 没有这个问题（是不是 rmsnorm？）；编号是"),
        (commands.Wanted(questions="norm,rmsnorm,nowhere"), "--questions norm: 没有这个问题"),
        (commands.Wanted(questions=" , "), "--questions: 里面一个答案也没有；请至少选一题"),
        (commands.Wanted(topic=""), "--topic : 没有这个专题；可用的有 "),
        (commands.Wanted(topic="norms", questions="rmsnorm"), "pdf: 同时写了 --topic、--questions；一次只能选一种"),
    ],
)
def test_what_cannot_be_chosen_for_paper_is_said(
    wanted: commands.Wanted, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "docs" / "norms" / "rmsnorm.md"
    file.parent.mkdir(parents=True)
    file.write_text(QUESTION.format(body="一句话。"), encoding="utf-8")
    assert commands.pdf(tmp_path / "docs", tmp_path / "book.pdf", wanted) == 1
    assert capsys.readouterr().out.startswith(said)


def test_a_part_of_the_book_has_a_file_of_its_own() -> None:
    assert commands.Wanted().file == "answerbook"
    assert commands.Wanted(topic="norms", night=True).file == "answerbook-norms-night"
    assert commands.Wanted(path="norms").file == "answerbook-path-norms"
    assert commands.Wanted(questions="a,b").file == "answerbook-questions"


def test_every_topic_and_path_is_printed_into_a_file_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.parts(SMALL, tmp_path, night=False, checked=False) == 0
    made = {path.name for path in tmp_path.iterdir()}
    assert made == {
        "answerbook-alpha.pdf",
        "answerbook-beta.pdf",
        "answerbook-path-one-hour.pdf",
        *{path for path in made if path.startswith("answerbook-path-")},
        outputs.PAGES,
    }
    pages = json.loads((tmp_path / outputs.PAGES).read_text("utf-8"))
    assert pages.keys() == made - {outputs.PAGES}
    assert f" kB，{pages['answerbook-beta.pdf']} 页\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("updated", "opened", "said"),
    [
        ("2062-03-09", "", "q.md:6: updated 写的是 2062-03-09，这一天还没有到；请检查年份"),
        (
            "2099-01-01\ncorrections: [2098-01-01 第 2 式]",
            "",
            "q.md:7: 更正的日期 2098-01-01 还没有到；请检查年份",
        ),
        (
            "2026-03-09",
            "2062-03-09",
            "references.yml:1: a2020b 的 opened 写的是 2062-03-09，这一天还没有到；请检查年份",
        ),
    ],
)
def test_check_knows_what_day_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], updated: str, opened: str, said: str
) -> None:
    (tmp_path / "t").mkdir()
    head = f"title: 甲？\nshort: 乙。\nlevel: 基础\nfrequency: 高\nupdated: {updated}\n"
    (tmp_path / "t" / "q.md").write_text(f"---\n{head}---\n## 详解\n\n丙 [@a2020b]。\n", "utf-8")
    work = "a2020b:\n  authors: 甲\n  title: 乙\n  url: https://example.com/a\n"
    work += f"  read: full\n  opened: {opened}\n" if opened else ""
    (tmp_path / "references.yml").write_text(work, "utf-8")
    assert check.run(tmp_path, github=False) == 1
    assert said in capsys.readouterr().out
    # A build has no clock.
    assert checks.examine(tmp_path)[1] == []


@pytest.mark.parametrize(
    ("file", "before"), [("measured.yml", "day: 2026"), ("models.yml", "seen: 2026"), ("cards.yml", "seen: 2026")]
)
def test_days_of_data_files_are_not_still_to_come(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, before: str
) -> None:
    shutil.copytree(SMALL, tmp_path / "small")
    shutil.copytree(SMALL_FINDINGS, tmp_path / "findings")
    path = tmp_path / "small" / file
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, before.replace("2026", "2066"), 1), "utf-8")
    assert check.run(tmp_path / "small", github=False) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert f"/{file}:" in said and "写的是 2066-" in said and "这一天还没有到" in said


@pytest.mark.parametrize(("ahead", "said"), [(0, 0), (1, 0), (2, 3)])
def test_tomorrow_has_begun_elsewhere_and_the_day_after_has_not(ahead: int, said: int) -> None:
    today = date(2026, 3, 9)
    day = today + timedelta(days=ahead)
    read = checks.read(SMALL)
    first = replace(read.questions[0], updated=day, as_of=None, corrections=())
    work = replace(next(iter(read.references.values())), opened=day)
    passage = EarlierPassage(page=first.id, day=day, said="甲", says="乙", why="丙", line=3)
    topic = replace(read.topics[0], questions=(first,))
    bare = replace(read, topics=(topic,), models={}, accelerators={}, findings=())
    book = replace(bare, references={work.key: work}, earlier=(passage,))
    found = [str(problem) for problem in checks.untimely(book, "docs/", today)]
    assert len(found) == said
    assert said == 0 or any(one.startswith(f"docs/earlier.yml:3: {first.id} 的 day 写的是 {day}") for one in found)


def test_check_prints_each_problem_once_and_nothing_below(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "a.ipynb").write_text("{}", "utf-8")
    (tmp_path / "t").mkdir()
    head = "title: 甲？\nshort: 乙。\nlevel: 基础\nfrequency: 高\nupdated: 2026-03-09\n"
    (tmp_path / "t" / "q.md").write_text(f"---\n{head}---\n## 追问\n\n- 还没有写的？\n", "utf-8")
    assert check.run(tmp_path, github=False) == 1
    printed = capsys.readouterr()
    (line,) = printed.out.splitlines()
    assert line.endswith("a.ipynb: 不是完整的笔记本文件；请用 Jupyter 重新保存")
    assert printed.err == "1 处要改\n"


def test_what_is_to_be_written_is_counted_and_listed_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t").mkdir()
    head = "title: 甲？\nshort: 乙。\nlevel: 基础\nfrequency: 高\nupdated: 2026-03-09\n"
    (tmp_path / "t" / "q.md").write_text(f"---\n{head}---\n## 追问\n\n- 还没有写的？\n", "utf-8")
    assert check.run(tmp_path, github=False) == 0
    counted = capsys.readouterr().out.splitlines()
    assert counted[0] == "还没有自己一页的追问（1）"
    assert counted[1:] == ["逐条列出：python3 book.py check --todo", "1 个专题、1 个问题，没有要改的"]
    assert check.run(tmp_path, github=False, todo=True) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed[:2] == ["还没有自己一页的追问（1）：", "  t/q.md:10: 还没有写的？"]


def test_check_says_what_is_wrong_with_mkdocs_yml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: 甲\n<<<<<<< HEAD\n", "utf-8")
    for module in (check, commands):
        monkeypatch.setattr(module, "ROOT", tmp_path)
        monkeypatch.setattr(module, "MKDOCS_YML", tmp_path / "mkdocs.yml")
    assert check.run(tmp_path / "docs", github=False) == 1
    assert capsys.readouterr().out.startswith("mkdocs.yml:2: 读不了：不是合法的 YAML：“<<<<<<< HEAD”")
    assert commands.build(tmp_path / "docs", tmp_path / "site") == 1
    assert capsys.readouterr().out.startswith("mkdocs.yml:2: 读不了：不是合法的 YAML：“<<<<<<< HEAD”")
    (tmp_path / "mkdocs.yml").write_text("site_name: 甲\nsite_url: example.org\n", "utf-8")
    assert check.run(tmp_path / "docs", github=False) == 1
    assert "site_url 写的是“example.org”；请写以 https:// 开头的完整地址" in capsys.readouterr().out


def test_what_killed_runs_have_left_goes_with_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = tmp_path / f"{swap._TEMPORARY}abc"
    left.mkdir()
    (left / "index.html").touch()
    with swap.temporary() as first, swap.temporary() as second:
        assert sorted(tmp_path.iterdir()) == sorted([first, second])
        # Whoever is still at work keeps its own.
        (first / "index.html").touch()
        with swap.temporary():
            assert (first / "index.html").exists()
    assert list(tmp_path.iterdir()) == []


def test_a_script_that_is_none_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.md").write_text("不是脚本\n", "utf-8")
    assert commands.draw([tmp_path / "none.py", tmp_path / "notes.md"]) == 1
    assert [line.split(": ")[0] for line in capsys.readouterr().err.splitlines()] == [
        str(tmp_path / "none.py"),
        str(tmp_path / "notes.md"),
    ]


def test_a_script_that_fails_is_said_with_its_line_and_the_others_are_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {
        "fails.py": "x = 1\ny = x / 0\n",
        "unread.py": "x = (\n",
        "idle.py": "x = 1\n",
        "drawn.py": "from answerbook.drawing.canvas import Figure\nFigure(100, 60, '一格', '底。').save(__file__)\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert commands.draw([tmp_path / name for name in texts]) == 1
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        f"{tmp_path / 'fails.py'}:2: 画到这里停下了（ZeroDivisionError: division by zero）；请改正",
        f"{tmp_path / 'unread.py'}:1: 脚本不是合法的 Python（'(' was never closed）；请改正",
        f"{tmp_path / 'idle.py'}: 没有写出 idle.svg；请在末尾写 save(__file__)",
    ]
    assert said.out == "画好了 1 张图\n"
    assert (tmp_path / "drawn.svg").exists()


def test_a_file_that_cannot_be_written_is_said_by_its_own_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("", "utf-8")

    def make() -> str:
        (tmp_path / "taken" / ".book-x1").mkdir()
        return ""

    assert commands._made(tmp_path / "taken" / "book.pdf", make) == 1
    assert capsys.readouterr().err == f"不能写在 {tmp_path / 'taken' / 'book.pdf'}（Not a directory），没有更新\n"


def test_half_an_option_is_not_taken_for_another(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        book.parse(["pdf", "--to", "answer.pdf"])
    assert "看不懂这条命令：book.py pdf --to answer.pdf" in capsys.readouterr().err


def test_a_port_that_is_none_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.serve(tmp_path, 80_000) == 1
    assert capsys.readouterr().err == "--port 80000 不是端口；请写 1 到 65535 之间的数，如 8000\n"


def test_a_folder_does_not_become_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands._made(tmp_path, lambda: pytest.fail("做了半天才说")) == 1
    assert capsys.readouterr().err == f"{tmp_path} 是一个文件夹，没有更新；请写文件的名字\n"


def test_what_is_served_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.serve(tmp_path / "none", 8000) == 1
    assert capsys.readouterr().err == f"--docs {tmp_path / 'none'}: 没有这个文件夹\n"


def test_all_parts_and_one_part_cannot_be_asked_for_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "parts", lambda *_: 0)
    assert book.run(book.parse(["pdf", "--parts", "--topic", "norms"])) == 1
    assert capsys.readouterr().err == "pdf: 同时写了 --parts、--topic；一次只能选一种\n"
    assert book.run(book.parse(["pdf", "--parts", "--night"])) == 0


def test_whoever_reads_nothing_of_the_set_up_sees_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def unheard(options: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(book, "set_up", unheard)
    monkeypatch.setattr(os, "dup2", lambda *_: None)
    assert book.main(["check"]) == 1


def test_a_folder_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refuse)
    monkeypatch.setattr(addresses, "check_topic", lambda topic: [])
    assert commands.new("norms", "no-such-question") == 1
    assert "（Permission denied）" in capsys.readouterr().err
    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(environment.SetupError, match="不能写在"), environment._alone():
        pass


def test_whoever_stops_reading_sees_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        command = [sys.executable, str(commands.ROOT / "book.py"), "check", "--rules"]
        done = subprocess.run(command, stdout=nobody, stderr=subprocess.PIPE, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (1, b"")
