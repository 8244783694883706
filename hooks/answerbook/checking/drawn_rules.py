"""What comes of running something is what running it gives: drawings of their scripts, the outputs of notebooks."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from .. import cache
from ..content import imprint, steps
from ..content.contents import Contents, short
from ..problems import Problem
from ..rulebook import rule
from . import code_rules

_RUNNER = Path(__file__).with_name("draw_figure.py")
_AGAIN = "python3 book.py draw"


def check(contents: Contents) -> Iterator[Problem]:
    """What was changed and not run anew. Drawings that are as they were committed, the tests have drawn."""
    if contents.book.settings.records is not None:
        yield from _check_drawings(contents)
        yield from _check_notebooks(contents)


def _check_drawings(contents: Contents) -> Iterator[Problem]:
    scripts = sorted(contents.docs.glob("*/*/*.py"))
    every = _key(contents, *scripts)
    if cache.get("sound", every) is not None:
        return
    names = [one.relative_to(contents.docs).as_posix() for script in scripts for one in _files(script)]
    changed = code_rules.changed(contents.docs, names, "drawings")
    found: list[Problem] = []
    for script in scripts:
        if any(one.relative_to(contents.docs).as_posix() in changed for one in _files(script)):
            key = _key(contents, script)
            wrong = [*_wrong(contents, script)] if cache.get("sound", key) is None else []
            if not wrong:
                cache.put("sound", key, b"")
            found += wrong
    if not found:
        cache.put("sound", every, b"")
    yield from found


def _files(script: Path) -> tuple[Path, Path, Path]:
    """The script, its drawing and, where it has any, the moments of it."""
    drawing = script.with_suffix(".svg")
    return script, drawing, steps.beside(drawing)


def _key(contents: Contents, *scripts: Path) -> bytes:
    held = (contents.digest(one) for script in scripts for one in _files(script))
    return cache.key("drawn", cache.code("drawing"), *held)


def _read(path: Path) -> str | None:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return None


@rule(
    "figure-drawn",
    "画到这里停下了、还没有画出、还是改以前画的、画出来的不一样、没有写出、画出来的图里",
    (
        "图由旁边的脚本画：改了脚本就运行 `python3 book.py draw 脚本`，图和脚本一起提交；图自己不用手改。"
        "`check` 运行改过的脚本，全部的由测试运行"
    ),
)
def _wrong(contents: Contents, script: Path) -> Iterator[Problem]:
    """What a changed script draws, beside what is kept."""
    file, drawing, moments = _files(script)
    path = f"{contents.shown}{file.relative_to(contents.docs).as_posix()}"
    try:
        found = code_rules.apart(_RUNNER, {"script": str(script)})
    except subprocess.TimeoutExpired:
        yield Problem(path, 1, f"这个脚本 {code_rules.LONGEST} 秒还没有画完；请把规模改小")
        return
    if found["said"]:
        yield Problem(path, found["line"] or 1, f"画到这里停下了（{short(found['said'], 120)}）；请改正")
    elif found["drawn"] is None:
        yield Problem(path, 1, f"没有写出 {drawing.name}；请在末尾写 save(__file__)")
    elif (found["drawn"], found["moments"]) != (_read(drawing), _read(moments)):
        yield _stale(contents, script, found)
    else:
        yield from (Problem(path, 1, f"画出来的图里{one}") for one in dict.fromkeys(found["wrong"]))


@rule("figure-drawn")
def _stale(contents: Contents, script: Path, found: dict[str, Any]) -> Problem:
    """The script is another than that of the drawing, or somebody has drawn by hand: said where the change is."""
    drawing = script.with_suffix(".svg")
    inside, beside = (one.relative_to(contents.docs).as_posix() for one in (script, drawing))
    command = f"{_AGAIN} {contents.shown}{inside}"
    before, now = imprint.original(contents.docs, inside), _read(script) or ""
    if not drawing.exists():
        message = f"还没有画出 {drawing.name}；请运行 {command}，把画出的和脚本一起提交"
        return Problem(f"{contents.shown}{inside}", 1, message)
    if before.strip() != now.strip():
        line = _first_change(before.splitlines(), now.splitlines())
        message = f"脚本改过，旁边的 {drawing.name} 还是改以前画的；请运行 {command}，把画出的也提交"
        return Problem(f"{contents.shown}{inside}", line, message)
    line = _first_change(found["drawn"].splitlines(), (_read(drawing) or "").splitlines())
    message = f"这张图和脚本 {script.name} 画出来的不一样；请在脚本里改，再运行 {command}"
    return Problem(f"{contents.shown}{beside}", line, message)


def _first_change(before: Sequence[str], now: Sequence[str]) -> int:
    """The line, from 1."""
    codes = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    return next((min(start, len(now) - 1) + 1 for what, _, _, start, _ in codes if what != "equal"), 1)


@rule(
    "notebook-fresh",
    "改过以后没有运行",
    (
        "格里的代码改过，下面的输出还是以前的：运行 `python3 book.py draw 笔记本`，它从头运行一遍，把输出一起存好；"
        "别处运行过的也这样存一遍"
    ),
)
def _check_notebooks(contents: Contents) -> Iterator[Problem]:
    for notebook in contents.book.notebooks:
        if stale := notebook.stale:
            path = f"{contents.shown}{notebook.path}"
            cells = "、".join(map(str, stale))
            yield Problem(path, 0, f"第 {cells} 格改过以后没有运行，输出还是以前的；请运行 {_AGAIN} {path}")
