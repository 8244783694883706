"""A site is whole or not there: killed builds, full disks, spoilt caches, two builds at once, other surroundings."""

from __future__ import annotations

import errno
import marshal
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from mkdocs import utils

from tests import published, sites
from tools import commands, swap

DAY = timedelta(days=1)
SMALL_TEXT = "第二题很短。"
# Such a file jieba would believe.
FOREIGN = marshal.dumps(({"第一题": 9}, 9))


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return sites.copied(tmp_path)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book as a build without any cache makes it."""
    folder = tmp_path_factory.mktemp("good")
    finish(start(sites.SMALL, folder / "site", ANSWERBOOK_CACHE=str(folder / "cache")))
    return folder


def start(docs: Path, site: Path, **surroundings: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(sites.ROOT / "book.py"), "build", "--docs", str(docs), "--site", str(site)]
    environment = {**os.environ, **surroundings}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def finish(build: subprocess.Popen[str]) -> None:
    said, _ = build.communicate(timeout=300)
    assert build.returncode == 0, said


def bytes_of(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有 SIGKILL")
@pytest.mark.parametrize("file", ["", "404.html", "q/third-question/index.html"])
def test_a_killed_build_leaves_the_last_site_and_the_next_one_clears_up(docs: Path, good: Path, file: str) -> None:
    site = Path(shutil.copytree(good / "site", docs.parent / "site"))
    question = docs / "alpha" / "second-question.md"
    question.write_text(question.read_text("utf-8").replace(SMALL_TEXT, "改过的。"), "utf-8")
    build = start(docs, site)
    while build.poll() is None and not [*docs.parent.glob(f".site-*/{file}")]:
        time.sleep(0.005)
    build.send_signal(signal.SIGKILL)
    build.communicate()
    assert build.returncode == -signal.SIGKILL
    assert [path.name for path in docs.parent.glob(".site-*")]
    assert bytes_of(site) == bytes_of(good / "site")

    with swap.aside(site) as aside:
        assert names(docs.parent) == sorted([aside.name, "docs", "findings", "site"])
    assert names(docs.parent) == ["docs", "findings", "site"]


def test_the_folder_of_a_build_at_work_is_left_alone(tmp_path: Path) -> None:
    with swap.aside(tmp_path / "site") as one, swap.aside(tmp_path / "site") as other:
        assert one != other and one.is_dir() and other.is_dir()
    assert names(tmp_path) == []


# Where names cannot be exchanged, a site is put in place in two steps.
KILLED = """
import os, signal, sys
from pathlib import Path
from tools import swap

swap._exchange = lambda one, other: False
rename, left = Path.rename, [int(sys.argv[2])]

def dies(self, target):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return rename(self, target)

Path.rename = dies
place = Path(sys.argv[1])
with swap.aside(place) as aside:
    (aside / "new.html").touch()
    swap.put(aside, place)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有 SIGKILL")
@pytest.mark.parametrize("steps", [0, 1])
def test_a_build_killed_between_two_steps_loses_no_site(tmp_path: Path, steps: int) -> None:
    site = tmp_path / "site"
    for place in (site, tmp_path / "site-2"):
        place.mkdir()
        (place / f"{place.name}.html").touch()
    for place in (tmp_path / "site-2", site):
        done = subprocess.run([sys.executable, "-c", KILLED, str(place), str(steps)], cwd=sites.ROOT, check=False)
        assert done.returncode == -signal.SIGKILL
    assert site.exists() == (steps == 0)

    with pytest.raises(KeyError), swap.aside(site):
        raise KeyError("the next build has mistakes")
    assert names(site) == ["site.html"]
    with swap.aside(tmp_path / "site-2"):
        assert names(tmp_path / "site-2") == ["site-2.html"]
    assert names(tmp_path) == ["site", "site-2"]


def test_where_the_second_step_fails_the_first_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new, site = tmp_path / "new", tmp_path / "site"
    for place in (new, site):
        place.mkdir()
        (place / f"{place.name}.html").touch()
    rename = Path.rename

    def refuses(self: Path, target: Path) -> Path:
        if self == new:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(self, target)

    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refuses)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        swap.put(new, site)
    assert names(site) == ["site.html"]


def test_a_build_between_its_two_steps_is_not_meddled_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    site.mkdir()
    rename = Path.rename

    def others_begin(self: Path, target: Path) -> Path:
        if target == site:
            with swap.aside(site):
                assert not site.exists()
        return rename(self, target)

    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", others_begin)
    with swap.aside(site) as aside:
        (aside / "new.html").touch()
        swap.put(aside, site)
    assert names(site) == ["new.html"] and names(tmp_path) == ["site"]


def test_of_two_builds_at_once_both_are_whole(docs: Path, good: Path) -> None:
    site = docs.parent / "site"
    builds = [start(sites.SMALL, site) for _ in range(2)]
    for build in builds:
        finish(build)
    assert bytes_of(site) == bytes_of(good / "site")
    assert names(docs.parent) == ["docs", "findings", "site"]


@pytest.mark.parametrize("written", [0, 7])
def test_a_full_disk_leaves_the_last_site(
    docs: Path, good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], written: int
) -> None:
    site = Path(shutil.copytree(good / "site", docs.parent / "site"))
    write, left = utils.write_file, [written]

    def fills_up(content: bytes, output_path: str) -> None:
        if not left[0]:
            write(content[: len(content) // 2], output_path)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), output_path)
        left[0] -= 1
        write(content, output_path)

    for name in ("ANSWERBOOK_DOCS", "ANSWERBOOK_SITE"):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(utils, "write_file", fills_up)
    assert commands.build(docs, site) == 1
    assert "磁盘没有空间了" in capsys.readouterr().out
    assert bytes_of(site) == bytes_of(good / "site")
    assert names(docs.parent) == ["docs", "findings", "site"]


def test_where_nothing_can_be_written_the_build_says_so(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(**_: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    assert commands.build(docs, docs.parent / "site") == 1
    assert "网站没有更新" in capsys.readouterr().err


def test_a_dangling_link_stops_the_build_with_a_sentence(docs: Path, good: Path) -> None:
    site = Path(shutil.copytree(good / "site", docs.parent / "site"))
    (docs / "alpha" / "lost.svg").symlink_to("nowhere.svg")
    build = start(docs, site)
    said, _ = build.communicate(timeout=300)
    assert build.returncode == 1 and "lost.svg" in said and "Traceback" not in said
    assert bytes_of(site) == bytes_of(good / "site")


@pytest.mark.parametrize("damage", ["flipped", "cut", "foreign"])
def test_a_spoilt_cache_is_rebuilt_and_not_believed(tmp_path: Path, good: Path, damage: str) -> None:
    cache = Path(shutil.copytree(good / "cache", tmp_path / "cache"))
    entries = [path for path in cache.rglob("*") if path.is_file()]
    kinds = {"cards", "markup", "maths", "pages", "terms"}
    assert {path.name for path in entries} >= {f"{kind}.db" for kind in kinds}
    for path in entries:
        found = bytearray(path.read_bytes())
        # Of every page of the database, a bit.
        for place in range(100, len(found), 4096):
            found[place] ^= 1
        path.write_bytes({"flipped": bytes(found), "cut": bytes(found[:-20]), "foreign": FOREIGN}[damage])
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "jieba.cache").write_bytes(FOREIGN)
    surroundings = {"ANSWERBOOK_CACHE": str(cache), "TMPDIR": str(tmp_path / "shared")}
    finish(start(sites.SMALL, tmp_path / "site", **surroundings))
    assert bytes_of(tmp_path / "site") == bytes_of(good / "site")
    assert names(tmp_path / "shared") == ["jieba.cache"]


# Loaded by every Python before anything else: it is a later day.
ANOTHER_DAY = """
import datetime, time

LATER = 500 * 24 * 3600
now, localtime, gmtime = time.time, time.localtime, time.gmtime
time.time = lambda: now() + LATER
time.localtime = lambda at=None: localtime(time.time() if at is None else at)
time.gmtime = lambda at=None: gmtime(time.time() if at is None else at)

class Day(datetime.date):
    today = classmethod(lambda cls: cls.fromtimestamp(time.time()))

class Moment(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls.fromtimestamp(time.time(), tz))
    today = classmethod(lambda cls: cls.fromtimestamp(time.time()))
    utcnow = classmethod(lambda cls: cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None))

datetime.date, datetime.datetime = Day, Moment
"""


@pytest.fixture
def another_day(tmp_path: Path) -> str:
    """What PYTHONPATH has to be for that."""
    folder = tmp_path / "later"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(ANOTHER_DAY, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "from datetime import date, datetime; print(date.today(), datetime.now().date())"],
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(done.stdout.split()).isdisjoint({date.today().isoformat(), (date.today() + DAY).isoformat()})
    return str(folder)


@pytest.mark.parametrize("cache", ["empty", "full"])
def test_the_same_content_is_the_same_bytes_whatever_surrounds_it(
    tmp_path: Path, good: Path, another_day: str, cache: str
) -> None:
    elsewhere = published.project(tmp_path / "另一个 文件夹", "")
    there = {
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONPATH": another_day,
        # Full of what the other build has left.
        "ANSWERBOOK_CACHE": str(good / "cache" if cache == "full" else tmp_path / "cache"),
    }
    before = os.umask(0o077)
    try:
        done = sites.build(elsewhere / "docs", tmp_path / "site", **there)
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    made, expected = bytes_of(tmp_path / "site"), bytes_of(good / "site")
    del expected[commands.MARK]
    assert made == expected


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有 umask")
def test_everybody_may_read_a_site_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        finish(start(sites.SMALL, tmp_path / "site"))
    finally:
        os.umask(before)
    paths = [tmp_path / "site", *(tmp_path / "site").rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_dir()} == {0o755}
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_file()} == {0o644}
