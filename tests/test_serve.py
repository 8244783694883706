"""The book while it is written: readers keep the last good page, and a repair brings the new one."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from answerbook.problems import ContentError, Problem
from answerbook.site import later

from tests import sites
from tests.sites import ROOT, SMALL
from tools import driver, serve


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return sites.copied(tmp_path)


@pytest.fixture
def served(docs: Path) -> Iterator[str]:
    """The address of a server over the copied book."""
    environment = {**os.environ, "ANSWERBOOK_DOCS": str(docs), "PYTHONUNBUFFERED": "1", "NO_MKDOCS_2_WARNING": "1"}
    environment["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(ROOT / "hooks")))
    command = [sys.executable, "-m", "tools.serve", "--port", "0"]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=docs.parent)
    try:
        assert server.stdout is not None
        address = re.search(r"http://\S+/", server.stdout.readline())
        assert address is not None
        yield address[0]
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=30)


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def wait(address: str, until: Callable[[int, str], bool]) -> str:
    """The page as soon as it is as expected."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        status, page = get(address)
        if until(status, page):
            return page
        time.sleep(0.2)
    raise AssertionError(page)


def test_the_pdf_of_a_topic_is_made_when_somebody_asks_for_it(served: str) -> None:
    page = wait(served + "beta/", lambda status, page: status == 200)
    assert 'href="../downloads/answerbook-beta.pdf">PDF</a>' in page
    with urllib.request.urlopen(served + "downloads/answerbook-beta.pdf", timeout=120) as answer:
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.read().startswith(b"%PDF-")
    lost = get(served + "downloads/answerbook-gamma.pdf")
    assert lost == (404, "--topic gamma: 没有这个专题；可用的有 alpha、beta")


def test_what_to_keep_is_listed_when_somebody_asks_for_it(served: str) -> None:
    wait(f"{served}q/first-question/", lambda status, _: status == 200)
    plan = json.loads(get(f"{served}keep.json")[1])
    wanted = {"", "q/first-question/", "assets/answerbook.js", "assets/search/index.js", "assets/practice/index.js"}
    assert wanted <= {*plan["files"]}


def test_what_a_save_does_not_show_is_made_when_somebody_asks_for_it(served: str, docs: Path) -> None:
    wait(f"{served}q/second-question/", lambda status, _: status == 200)
    for address in ("assets/search/index.js", "assets/practice/card/second-question.js", "answers.json", "feed.xml"):
        assert get(served + address)[0] == 200, address
    assert "改了的话" not in get(f"{served}q/second-question/index.md")[1]
    question = docs / "alpha" / "second-question.md"
    question.write_text(question.read_text("utf-8").replace("很短。", "改了的话。"), "utf-8")
    wait(f"{served}q/second-question/", lambda _, page: "改了的话" in page)
    for address in ("assets/search/text/second-question.js", "answers.json", "q/second-question/index.md"):
        assert "改了的话" in get(served + address)[1], address
    assert get(f"{served}assets/search/nothing.js")[0] == get(f"{served}nothing.json")[0] == 404


def test_a_broken_file_leaves_the_last_good_page_and_its_repair_brings_the_new_one(served: str, docs: Path) -> None:
    question = docs / "alpha" / "second-question.md"
    address = f"{served}q/second-question/"
    good = wait(address, lambda status, _: status == 200)
    assert "serve-problems" not in good and "第二题很短。" in good

    written = question.read_text("utf-8")
    question.write_text(written.replace("level: 基础", "level: <b>难</b>"), "utf-8")
    broken = wait(address, lambda _, page: "serve-problems" in page)
    assert "第二题很短。" in broken
    assert "second-question.md:4: level 写的是“&lt;b&gt;难&lt;/b&gt;”" in broken
    assert "second-question.md:4" in get(served)[1]

    question.write_text(written.replace("第二题很短。", "第二题改好了。"), "utf-8")
    repaired = wait(address, lambda _, page: "第二题改好了。" in page)
    assert "serve-problems" not in repaired


def test_a_new_file_is_a_new_page_and_a_missing_one_the_page_that_says_so(served: str, docs: Path) -> None:
    wait(served, lambda status, _: status == 200)
    status, page = get(f"{served}q/fourth-question/")
    assert status == 404 and "没有这一页" in page
    written = (docs / "alpha" / "second-question.md").read_text("utf-8")
    (docs / "alpha" / "fourth-question.md").write_text(written.replace("第二题是什么？", "第四题是什么？"), "utf-8")
    assert "第四题是什么？" in wait(f"{served}q/fourth-question/", lambda status, _: status == 200)


@pytest.fixture
def broken_docs(docs: Path) -> Path:
    (docs / "alpha" / "second-question.md").write_text("没有文件头", "utf-8")
    return docs


def test_problems_are_shown_even_before_the_first_site(broken_docs: Path, served: str) -> None:
    page = wait(served, lambda status, page: status == 503 and "serve-problems" in page)
    assert "alpha/second-question.md:1: " in page
    shutil.copy(SMALL / "alpha" / "second-question.md", broken_docs / "alpha" / "second-question.md")
    wait(served, lambda status, _: status == 200)


def test_addresses_do_not_lead_out_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "secret").touch()
    site = tmp_path / "site"
    site.mkdir()
    assert serve._inside(site, "/../secret") is None
    assert serve._inside(site, "/%2e%2e/secret") is None
    assert serve._inside(site, "/a/../b.css") == site / "b.css"


@pytest.mark.parametrize("address", ["/" + "a" * 300, "/" + "a/" * 3000, "/%ed%a0%80", "/%00", "/%E4%B8" * 90])
def test_an_address_that_no_file_can_have_is_a_page_that_is_missing(tmp_path: Path, address: str) -> None:
    (tmp_path / "404.html").write_text("没有这一页</body>", "utf-8")
    with serving(tmp_path) as served:
        assert "没有这一页" in get(served + address)[1]
        shutil.rmtree(tmp_path)
        assert "还没有可以看的页面" in get(served + address)[1]


def test_what_cannot_be_made_when_it_is_asked_for_says_why_until_it_can(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong: list[Exception] = [ContentError([Problem("docs/a.md", 3, "改这里")]), ValueError("坏了")]

    def files() -> later.Files:
        if wrong:
            raise wrong.pop(0)
        return [("answers.json", ["[]"])]

    left = later.Later()
    left.add("answers[.]json", files)
    (tmp_path / "index.html").write_text("首页</body>", "utf-8")
    with serving(tmp_path, left) as served:
        told = [get(f"{served}/answers.json") for _ in range(3)]
        assert "首页" in get(f"{served}/")[1]
    assert [status for status, _ in told] == [500, 500, 200]
    assert "/answers.json 做不出来" in told[0][1] and told[0][1].endswith("docs/a.md:3: 改这里")
    assert "ValueError: 坏了" in told[1][1]
    assert told[2][1] == "[]"
    assert told[0][1] in capsys.readouterr().err


@contextmanager
def serving(site: Path, left: later.Later | None = None) -> Iterator[str]:
    """The address of a server that shows this folder, without a builder; `left` is what is still to be made."""
    shown = serve.Served()
    shown.show(driver.Site(site, left or later.Later()), [])
    handler = type("Handler", (serve.Handler,), {"served": shown})
    with sites.running(serve.Server(("127.0.0.1", 0), handler)) as home:
        yield home


def test_a_full_disk_and_a_cleared_temporary_folder_do_not_end_the_server(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWERBOOK_DOCS", str(docs))
    builder = driver.Builder(ROOT / "mkdocs.yml", "http://127.0.0.1/", tmp_path / "aside")
    make = tempfile.mkdtemp

    def full(**_: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    made, problems = builder()
    assert made is None and "磁盘没有空间了" in problems[0]
    monkeypatch.setattr(tempfile, "mkdtemp", make)
    docs.rename(tmp_path / "elsewhere")
    made, problems = builder()
    assert made is None and len(problems) == 1 and "文件夹" in problems[0]
    (tmp_path / "elsewhere").rename(docs)
    made, problems = builder()
    assert problems == [] and made is not None and (made.folder / "index.html").is_file()


def test_what_is_wrong_is_told_from_the_content_then_the_warnings_then_the_exception(
    capsys: pytest.CaptureFixture[str],
) -> None:
    wrapped = SystemExit("Aborted")
    wrapped.__context__ = ContentError([Problem("docs/a.md", 3, "乙"), Problem("docs/a.md", 2, "甲")])
    assert driver.explain(wrapped, ["警告"]) == ["docs/a.md:2: 甲", "docs/a.md:3: 乙"]
    assert driver.explain(SystemExit("Aborted"), ["警告", "警告"]) == ["警告"]
    assert driver.explain(ValueError("坏了"), []) == ["程序出错：ValueError: 坏了（详见终端）"]
    assert "ValueError: 坏了" in capsys.readouterr().err


def test_a_save_is_seen_and_what_editors_write_aside_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("一", "utf-8")
    before = driver.snapshot([tmp_path])
    for name in (".a.md.swp", "a.md~", "__pycache__/x.pyc"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert driver.snapshot([tmp_path]) == before
    (tmp_path / "a.md").write_text("一二", "utf-8")
    assert driver.snapshot([tmp_path]) != before
