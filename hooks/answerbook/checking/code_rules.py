"""The Python of pages runs as it is printed: what was changed is run here, all of it by the tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from .. import cache, places
from ..content import imprint
from ..content.contents import Contents, short
from ..content.questions import Book, Question
from ..problems import Problem
from ..rulebook import rule
from ..text.bodies import Fence
from ..text.body import Body
from ..text.form import CHECK

PYTHON, TORCH = "python", "torch"
# Nobody waits longer for one page, in seconds.
LONGEST = 60
_RUNNER = Path(__file__).with_name("run_page.py")
# Of the project: what the code of a page is compared with.
_COMPANIONS = Path("tests") / "code"


def marks(info: str) -> tuple[str, ...]:
    """The words of a fence's opening line: ("python", "torch")."""
    return tuple(info.strip("{} ").replace(".", " ").split())


def blocks(body: Body, *classes: str) -> list[Fence]:
    """The Python blocks of a page that run in one namespace, closed checks with what is shown.

    `classes` is none for NumPy, "torch" or "norun".
    """
    wanted = (PYTHON, *classes)
    return [one for one in body.fences if tuple(word for word in marks(one.info) if word != CHECK) == wanted]


def check(contents: Contents) -> Iterator[Problem]:
    """Code of changed pages that does not run. What is as it was committed, the tests have run."""
    project = contents.book.settings.records
    if project is None:
        return
    questions = contents.book.questions
    waiting = [one for one in questions if _is_new(one, project) or _is_new(one, project, TORCH)]
    listed = changed(contents.docs, [one.path for one in waiting], "code") if waiting else frozenset()
    for question in waiting:
        if question.path not in listed or _as_before(question, contents.docs):
            _passed(question, project)
            _passed(question, project, TORCH)
        # One without an end has swallowed what is no code: that is said, and enough.
        elif _is_new(question, project) and all(one.closed and not one.opens for one in question.body.fences):
            problems = [*_wrong(f"{contents.shown}{question.path}", question.body, _companion(question, project))]
            if not problems:
                _passed(question, project)
            yield from problems


def changed(docs: Path, paths: Iterable[str], what: str) -> frozenset[str]:
    """Which files somebody has changed.

    Outside of a repository the first look at `what`, with these paths, is what later ones are compared with.
    """
    known = imprint.changed(docs)
    if known is not None:
        return known
    first = cache.key(f"first look at {what}", cache.code("checking"), str(docs.resolve()))
    if cache.get("sound", first) is not None:
        return frozenset(paths)
    cache.put("sound", first, b"")
    return frozenset()


def _as_before(question: Question, docs: Path) -> bool:
    """Whether a changed page has the code that it had."""
    before = Body(imprint.original(docs, question.path))
    return all(_code(question.body, *kind) == _code(before, *kind) for kind in ((), (TORCH,)))


def _code(body: Body, *classes: str) -> list[str]:
    return [one.code for one in blocks(body, *classes)]


def left_out(book: Book) -> Iterator[tuple[Question, int]]:
    """The first block with PyTorch of each changed page, which nothing has run yet: (where, line)."""
    project = book.settings.records
    for question in book.questions if project is not None else ():
        if project is not None and _is_new(question, project, TORCH):
            yield question, blocks(question.body, TORCH)[0].line


@rule(
    "page-code",
    "代码运行到这里停下了、秒还没有跑完、里的参照对不上",
    (
        "页面上的 Python 要照印出来的样子跑得通：`check` 运行改过的页面，全部的由测试运行；用到 PyTorch 的只在 "
        "`python3 book.py test --torch` 里运行；不能单独运行的片段写 ```` ```{.python .norun} ````"
    ),
)
def _wrong(path: str, body: Body, companion: Path | None) -> Iterator[Problem]:
    """What happens when the blocks of a page are run one after the other, then compared with their reference."""
    fences = blocks(body)
    first = fences[0].line
    try:
        found = _ran(path, fences, companion)
    except subprocess.TimeoutExpired:
        yield Problem(path, first, f"这一页的代码 {LONGEST} 秒还没有跑完；请把规模改小，面试里用不着等")
        return
    said = short(found["said"], 200)
    if said and found["compared"] and companion is not None:
        name = (_COMPANIONS / companion.name).as_posix()
        yield Problem(path, found["line"] or first, f"代码与 {name} 里的参照对不上（{said}）；请改正代码，或那里的参照")
    elif said:
        message = f"代码运行到这里停下了（{said}）；请改正，不能单独运行的片段写成 ```{{.python .norun}}"
        yield Problem(path, found["line"] or first, message)


def _ran(path: str, fences: Sequence[Fence], companion: Path | None) -> dict[str, Any]:
    blocks = [[one.line, one.code] for one in fences]
    return {"compared": False} | apart(_RUNNER, {"path": path, "blocks": blocks, "companion": str(companion or "")})


def apart(runner: Path, given: dict[str, Any]) -> dict[str, Any]:
    """What the runner, in a process of its own, makes of what it is given; where it stopped is `line` and `said`."""
    folders = [str(places.ROOT), str(places.HOOKS), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, folders)), "PYTHONIOENCODING": "utf-8"}
    if sys.pycache_prefix:
        # What is compiled is kept there, of NumPy, too.
        environment["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, str(runner)],
        input=json.dumps(given),
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=LONGEST,
        check=False,
    )
    if done.returncode == 0 and done.stdout:
        found: dict[str, Any] = json.loads(done.stdout.rpartition("\n")[2])
        return found
    # Not even the exception came back.
    return {"line": 0, "said": f"Python 以 {done.returncode} 结束"}


def _is_new(question: Question, project: Path, *classes: str) -> bool:
    """Whether the page has such blocks, and nobody knows that they run."""
    found = blocks(question.body, *classes)
    return bool(found) and cache.get("sound", _key(question, project, *classes)) is None


def _passed(question: Question, project: Path, *classes: str) -> None:
    cache.put("sound", _key(question, project, *classes), b"")


def _key(question: Question, project: Path, *classes: str) -> bytes:
    companion = _companion(question, project)
    reference = companion.read_bytes() if companion is not None else b""
    code = _code(question.body, *classes)
    return cache.key("code", cache.code("checking"), *classes, "", reference, *code)


def _companion(question: Question, project: Path) -> Path | None:
    path = project / _COMPANIONS / f"{question.id}.py"
    return path if path.is_file() else None
