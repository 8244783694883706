"""Runs MkDocs, again and again within one process: besides hooks/main.py the one file that knows it."""

from __future__ import annotations

import contextlib
import errno
import importlib
import logging
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from answerbook.site.later import Later
from mkdocs.commands import build as mkdocs
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks
from mkdocs.exceptions import BuildError

from .environment import ROOT

# What editors write beside the file that is being edited.
ASIDE = ("~", ".swp", ".tmp")
_FULL = (errno.ENOSPC, errno.EDQUOT)

Snapshot = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Site:
    """A whole site: its folder, and what is still to be made for it when somebody asks."""

    folder: Path
    later: Later = field(default_factory=Later)


class Builder:
    """Builds the site again and again within this process."""

    def __init__(self, config_file: Path, address: str, aside: Path) -> None:
        self.config_file = config_file
        self.address = address
        self.aside = aside
        self.folders: list[Path] = []
        self.hooks = snapshot([ROOT / "hooks"])

    def __call__(self) -> tuple[Site | None, list[str]]:
        """A whole new site, or None and what is wrong."""
        hooks = snapshot([ROOT / "hooks"])
        if hooks != self.hooks:
            self.hooks = hooks
            forget_hooks()
        if not docs_folder().is_dir():
            return None, [f"{docs_folder()}: 没有这个文件夹"]
        try:
            # Whoever clears the temporary folders takes it for an old one.
            self.aside.mkdir(parents=True, exist_ok=True)
            folder = Path(tempfile.mkdtemp(dir=self.aside))
        except OSError as error:
            return None, explain(error, [])
        left = Later()
        reasons = build(self.config_file, "serve", left, site_dir=str(folder), site_url=self.address)
        if reasons:
            shutil.rmtree(folder, ignore_errors=True)
            return None, reasons
        self.folders.append(folder)
        return Site(folder, left), []

    def clear_up(self) -> None:
        """Delete the sites before the last two: the one before the last may still be read from."""
        for old in self.folders[:-2]:
            shutil.rmtree(old, ignore_errors=True)
        del self.folders[:-2]


def docs_folder() -> Path:
    """The folder of content, which may not be there."""
    return Path(os.environ.get("ANSWERBOOK_DOCS") or ROOT / "docs")


def snapshot(paths: Sequence[Path]) -> Snapshot:
    """The time and size of every file below these paths."""
    found: Snapshot = {}
    for top in paths:
        for path in files(top):
            with contextlib.suppress(OSError):
                status = path.stat()
                found[str(path)] = (status.st_mtime_ns, status.st_size)
    return found


def files(top: Path) -> Iterator[Path]:
    """The files below a folder, or the file itself; caches and editors' own files left out."""
    if not top.is_dir():
        yield top
        return
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        yield from (Path(folder, name) for name in names if not name.startswith(".") and not name.endswith(ASIDE))


def forget_hooks() -> None:
    """Let the next build load changed hooks anew: MkDocs keeps what it has loaded."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "answerbook"]:
        del sys.modules[name]
    importlib.invalidate_caches()
    Hooks._load_hook.cache_clear()


def build(
    config_file: Path, command: Literal["build", "serve"], later: Later | None = None, **values: Any
) -> list[str]:
    """Build the site that the configuration and these values describe; what keeps it from being whole.

    What nobody may ask for is left to `later`, where there is one.
    """
    with heard_warnings() as warnings:
        try:
            config = load_config(str(config_file), **values, **spared())
            if later is not None:
                config.extra["answerbook_later"] = later
            config.plugins.on_startup(command=command, dirty=False)
            mkdocs.build(config)
            config.plugins.on_shutdown()
        # Abort is a SystemExit; whatever a hook raises, the server goes on.
        except (Exception, SystemExit) as error:  # noqa: BLE001
            return explain(error, warnings)
    return []


def spared() -> dict[str, Any]:
    """The settings for what is built: where there are no notebooks, loading Jupyter would take most of a second.

    The extensions are for other tools: no page of ours is made by MkDocs.
    """
    return {"markdown_extensions": []} | ({} if any(docs_folder().rglob("*.ipynb")) else {"plugins": []})


@contextlib.contextmanager
def heard_warnings() -> Iterator[list[str]]:
    """What MkDocs warns of while it builds; under `strict` a warning stops the build."""
    heard: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    listener = Listener(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield heard
    finally:
        logger.removeHandler(listener)


def explain(error: BaseException, warnings: Sequence[str]) -> list[str]:
    """What to tell the writer: each mistake in the content, else what MkDocs warned of, else the exception."""
    cause: BaseException | None = error
    # What MkDocs gives up for is logged, but a library may have switched its logger off.
    given_up = str(error)
    while cause is not None:
        if isinstance(cause, BuildError):
            given_up = str(cause)
        # By its name: a reloaded hook has another class of it.
        if type(cause).__name__ == "ContentError":
            return [str(problem) for problem in getattr(cause, "problems", ())]
        if isinstance(cause, OSError) and cause.errno in _FULL:
            return [f"磁盘没有空间了（{cause.strerror}），没有写完；请腾出空间再试"]
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, SystemExit) or not isinstance(error, Exception):
        return list(dict.fromkeys(warnings)) or [given_up]
    traceback.print_exception(error)
    return [f"程序出错：{type(error).__name__}: {error}（详见终端）"]
