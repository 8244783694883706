"""The set-up: each thing once, nothing half done remembered, and one sentence for what is missing."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import book
from tests import programs, sites
from tools import environment

ROOT = environment.ROOT
LOCKS = sorted(ROOT.glob("requirements*.lock"))
# A row wide enough to be measured, and narrow enough for paper.
CELLS = "| " + " | ".join(["a_name_that_is_long"] * 4) + " |"


@pytest.mark.parametrize(
    ("version", "enough"),
    [("v20.0.0\n", True), ("v24.19.0", True), ("v18.20.4", False), ("v9.0.0", False), ("", False), ("error", False)],
)
def test_node_has_to_be_new_enough(version: str, enough: bool) -> None:
    assert environment.is_new_enough(version) is enough


def test_browsers_are_looked_for_by_name_and_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here = tmp_path / "chrome.exe"
    here.touch()
    monkeypatch.setattr(environment, "BROWSER_FILES", (str(tmp_path / "missing"), str(here)))
    known = {"google-chrome": "/usr/bin/google-chrome", "chromium": "/usr/bin/chromium"}
    assert list(environment.browser_candidates(known.get)) == ["/usr/bin/chromium", "/usr/bin/google-chrome", str(here)]


def test_firefox_is_looked_for_by_name_and_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here = tmp_path / "firefox.exe"
    monkeypatch.setattr(environment, "FIREFOX_FILES", (str(here),))
    known = {"firefox": "/usr/bin/firefox"}
    assert environment.firefox(known.get) == "/usr/bin/firefox"
    known.clear()
    assert environment.firefox(known.get) is None
    here.touch()
    assert environment.firefox(known.get) == str(here)


@pytest.mark.parametrize(("missing", "root"), [(True, True), (True, False), (False, True)])
def test_firefox_is_installed_where_it_can_be_and_may_be_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, missing: bool, root: bool
) -> None:
    asked: list[str] = []

    def install(packages: list[str]) -> None:
        asked.extend(packages)
        _fail()

    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "firefox", lambda: None if missing else "/usr/bin/firefox")
    monkeypatch.setattr(environment, "_can_apt", lambda: root)
    monkeypatch.setattr(environment, "_apt", install)
    environment.second_browser()
    assert asked == (["firefox-esr"] if missing and root else [])


def test_a_browser_that_does_not_start_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.delenv("ANSWERBOOK_BROWSER", raising=False)
    monkeypatch.setattr(environment, "browser_candidates", lambda: iter([sys.executable, str(tmp_path / "none")]))
    monkeypatch.setattr(environment, "_install_playwright", lambda: None)
    monkeypatch.setattr(environment, "_install_debian", _fail)
    with pytest.raises(environment.SetupError, match="没有找到能用的浏览器"):
        environment.browser()


def test_something_is_done_once_and_again_when_its_key_changes(tmp_path: Path) -> None:
    done: list[str] = []
    for key in ("a", "a", "b", "b", "a"):
        environment._once(tmp_path / "stamp", [key], "做一件事", lambda key=key: done.append(key))  # type: ignore[misc]
    assert done == ["a", "b", "a"]


def test_more_than_one_state_may_do(tmp_path: Path) -> None:
    stamp = tmp_path / "stamp"
    environment._once(stamp, ["development"], "装得多", lambda: None)
    environment._once(stamp, ["plain", "development"], "装得少", _fail)
    assert stamp.read_text(encoding="utf-8") == "development"


def test_a_link_to_an_environment_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made: list[str] = []
    monkeypatch.setattr(environment, "_make_venv", lambda: made.append(str(environment.VENV)))
    monkeypatch.setattr(environment, "_run", lambda *_: None)
    # Without its Python it would be made whatever the stamp says.
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    (tmp_path / "first").mkdir()
    (tmp_path / "second").symlink_to(tmp_path / "first")
    for name in ("first", "second"):
        monkeypatch.setattr(environment, "VENV", tmp_path / name)
        environment.python_packages()
    assert made == [str(tmp_path / "first")]


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_text("old", encoding="utf-8")
    with pytest.raises(environment.SetupError):
        environment._once(stamp, ["new"], "做不成的事", _fail)
    assert not stamp.exists()


def test_a_failing_program_shows_its_last_lines_and_the_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    program = "import sys; print('a line'); sys.exit('the reason')"
    with pytest.raises(environment.SetupError) as caught:
        environment._run([sys.executable, "-c", program], "请检查网络")
    assert str(caught.value) == "  a line\n  the reason\n请检查网络"


def test_a_python_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    with pytest.raises(environment.SetupError, match=f"sudo apt-get install python{version}-venv"):
        environment._make_venv()


def test_an_old_python_reads_as_far_as_the_sentence() -> None:
    source = (ROOT / "book.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    before = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)][:1]
    assert [alias.name for alias in getattr(before[0], "names", [])] == ["sys"]
    assert isinstance(tree.body[2], ast.If) and "3, 11, 5" in ast.unparse(tree.body[2].test)


def test_help_is_chinese_and_names_the_commands() -> None:
    done = subprocess.run([sys.executable, "book.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    commands = [
        "serve",
        "build",
        "check",
        "draw",
        "new",
        "publish",
        "edition",
        "pdf",
        "epub",
        "offline",
        "deck",
        "practice",
        "looks",
        "test",
    ]
    assert re.findall(r"^  (\w+)", done.stdout, re.MULTILINE) == commands
    assert "usage" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chekc"], "是不是 check？"),
        (["hilfe"], "没有 hilfe 这个命令；有 serve、build"),
        (["build", "--out", "x"], "build [--docs 目录] [--site 目录]"),
        (["new", "norms"], "new 专题 编号"),
        (["serve", "--port", "x"], "serve [--port 端口]"),
    ],
)
def test_a_mistyped_command_shows_what_there_is(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        book.parse(arguments)
    assert left.value.code == 2
    shown = capsys.readouterr().err
    assert shown.startswith("看不懂这条命令") and "python3 book.py" in shown and "usage" not in shown
    assert told in shown and len(shown.splitlines()) < 12


def test_a_stopped_command_ends_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(book, "set_up", lambda options: None)
    monkeypatch.setattr(environment, "inside", lambda: True)
    monkeypatch.setattr(book, "run", stopped)
    assert book.main(["check"]) == book.STOPPED
    assert capsys.readouterr().err == "\n停下了，没有做完的没有留下\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_command_stopped_before_it_began_says_nothing(tmp_path: Path) -> None:
    # Imported by book.py itself, and found before the library's own.
    (tmp_path / "difflib.py").write_text("import os, signal\n\nos.kill(os.getpid(), signal.SIGINT)\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "book.py", "check"],
        cwd=environment.ROOT,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


def test_arguments_after_test_go_to_pytest() -> None:
    assert book.parse(["test", "tests/test_cache.py", "-k", "byte"]).rest == ["tests/test_cache.py", "-k", "byte"]
    assert book.parse(["test", "--torch"]).torch and book.parse(["test"]).rest == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_what_is_asked_for_with_hashes_and_without_addresses(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    locked = {}
    for entry in re.split(r"\n(?=[a-z0-9])", text)[1:]:
        name, version = re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", entry)[0]
        assert "--hash=sha256:" in entry, name
        locked[name] = version
    wanted = re.findall(r"^([\w.-]+)==(\S+)$", lock.with_suffix(".txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert wanted and {_name(name): locked.get(_name(name)) for name, _ in wanted} == {
        _name(name): version for name, version in wanted
    }


def test_the_npm_lock_has_hashes_and_no_addresses() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    for name, entry in lock["packages"].items():
        assert "resolved" not in entry, name
        assert not name or entry["integrity"].startswith("sha512-"), name
    for name, version in {**package["dependencies"], **package["devDependencies"]}.items():
        assert lock["packages"][f"node_modules/{name}"]["version"] == version


NEEDS_NO_MORE = """
import sys
from importlib import metadata

others, *arguments = sys.argv[1:]
for module, holders in metadata.packages_distributions().items():
    if {name.lower().replace("_", "-") for name in holders} <= set(others.split()):
        sys.modules[module] = None

sys.path[:0] = [".", "hooks"]
import book

sys.exit(book.run(book.parse(arguments)))
"""


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_fresh_clone_has_all_that_its_first_command_needs(tmp_path: Path, command: str) -> None:
    locked = {lock.name: set(re.findall(r"(?m)^([a-z0-9-]+)==", lock.read_text("utf-8"))) for lock in LOCKS}
    others = set().union(*locked.values()) - locked["requirements.lock"]
    shutil.copytree(sites.SMALL, docs := tmp_path / "small")
    shutil.copytree(sites.SMALL_FINDINGS, tmp_path / "findings")
    # Nothing has been looked at before, and there is a table that has to be measured.
    page = docs / "alpha" / "first-question.md"
    rows = "".join(f"{row}\n" for row in (CELLS, "| --- | --- | --- | --- |", CELLS))
    page.write_text(page.read_text("utf-8").replace("## 易错点\n", f"{rows}\n## 易错点\n", 1), "utf-8")
    options = {"check": [], "build": ["--site", str(tmp_path / "site")]}[command]
    done = subprocess.run(
        [sys.executable, "-c", NEEDS_NO_MORE, " ".join(others), command, "--docs", str(docs), *options],
        cwd=ROOT,
        env={**os.environ, "ANSWERBOOK_CACHE": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _fail() -> None:
    raise environment.SetupError("没有做成")


def test_what_the_tests_start_is_installed_where_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(environment, "_can_apt", lambda: True)
    monkeypatch.setattr(environment, "_apt", lambda packages: asked.append(packages))
    environment.checkers()
    assert asked == [["default-jre-headless", "poppler-utils"]]


def test_under_ci_no_check_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(AssertionError, match="apt-get install default-jre-headless"):
        programs.needed("java", "default-jre-headless")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception):
        programs.needed("java", "default-jre-headless")


def test_what_debian_has_is_installed_at_one_go_while_other_things_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []
    begun, done = threading.Event(), threading.Event()

    def install(packages: list[str]) -> None:
        begun.set()
        assert done.wait(60)
        asked.append(packages)

    _nothing_here(monkeypatch)
    monkeypatch.setattr(environment, "_apt", install)
    with environment.debian_programs():
        # It is at work now, and is waited for at the end.
        assert begun.wait(60) and not asked
        done.set()
    everything = ["default-jre-headless", "poppler-utils", "nginx-light", "firefox-esr", "chromium-headless-shell"]
    assert asked == [everything]
    first, last = capsys.readouterr().out.splitlines()
    assert first == f"同时安装测试用的 {'、'.join(everything)} ……" and last.startswith("  也装好了，用时")


def test_what_debian_does_not_give_is_said_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _nothing_here(monkeypatch)
    monkeypatch.setattr(environment, "_apt", lambda packages: _fail())
    with environment.debian_programs():
        pass
    assert capsys.readouterr().out.endswith("\n没有做成\n")


@pytest.mark.parametrize(("root", "there"), [(False, None), (True, "/usr/bin/x")])
def test_nothing_is_installed_where_nothing_can_be_or_has_to_be(
    monkeypatch: pytest.MonkeyPatch, root: bool, there: str | None
) -> None:
    _nothing_here(monkeypatch)
    monkeypatch.setattr(shutil, "which", lambda program, path=None: there)
    monkeypatch.setattr(environment, "firefox", lambda: there)
    monkeypatch.setattr(environment, "_can_apt", lambda: root)
    monkeypatch.setattr(environment, "_apt", lambda packages: pytest.fail("installed"))
    with environment.debian_programs():
        pass


def test_tests_run_in_a_chromium_without_windows_unless_another_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bare, other = tmp_path / "shell", tmp_path / "other"
    for path in (bare, other):
        path.touch()
    monkeypatch.delenv("ANSWERBOOK_BROWSER", raising=False)
    monkeypatch.setattr(environment, "SHELL_FILES", (str(bare),))
    monkeypatch.setattr(environment, "_starts", lambda path: path == str(bare))
    assert environment.tests_browser() == str(bare)
    monkeypatch.setenv("ANSWERBOOK_BROWSER", str(other))
    assert environment.tests_browser() == str(other)
    monkeypatch.delenv("ANSWERBOOK_BROWSER")
    # One that does not start is not used.
    monkeypatch.setattr(environment, "_starts", lambda path: False)
    monkeypatch.setattr(environment, "browser", lambda: str(other))
    assert environment.tests_browser() == str(other)


def _nothing_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Debian of root's on which no program is."""
    monkeypatch.delenv("ANSWERBOOK_BROWSER", raising=False)
    monkeypatch.setattr(shutil, "which", lambda program, path=None: None)
    monkeypatch.setattr(environment, "firefox", lambda: None)
    monkeypatch.setattr(environment, "SHELL_FILES", ())
    monkeypatch.setattr(environment, "_can_apt", lambda: True)
