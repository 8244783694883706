"""Runs the Python of one page in a process of its own, and says where it stopped. Standard library only.

It reads {path, blocks: [[line, code], …], companion} as JSON and writes {line, said, compared} as its last line; `said`
is "" where all went well. Lines are those of the page.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import runpy
import sys
import traceback
from types import FrameType
from typing import Any

# A value is told in so many letters.
_SHOWN = 40


def main() -> None:
    """The page that stands in the standard input."""
    page = json.load(sys.stdin)
    found = {"line": 0, "said": "", "compared": False}
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            namespace = _run(page)
            if page["companion"]:
                found["compared"] = True
                runpy.run_path(page["companion"])["test"](namespace)
        # Whatever the page does, also when it leaves.
        except BaseException as error:  # noqa: BLE001
            found |= {"line": _line(error, page["path"]), "said": _said(error, page)}
    sys.stdout.write("\n" + json.dumps(found))


def _run(page: dict[str, Any]) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for line, code in page["blocks"]:
        exec(compile("\n" * line + code, page["path"], "exec", dont_inherit=True), namespace)
    return namespace


def _line(error: BaseException, path: str) -> int:
    """The last line of the page that was being run; 0 for none."""
    if isinstance(error, SyntaxError) and error.filename == path:
        return error.lineno or 0
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == path), 0)


def _said(error: BaseException, page: dict[str, Any]) -> str:
    """What stopped it; of an assertion that says nothing itself, what was asserted and what there was instead."""
    said = f"{type(error).__name__}: {error}".rstrip(": ")
    if not isinstance(error, AssertionError) or str(error):
        return said
    last = None
    for frame, line in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename == page["path"]:
            last = frame, line
    if last is None:
        return said
    frame, line = last
    for first, code in page["blocks"]:
        asserted = (one for one in ast.walk(ast.parse("\n" * first + code)) if isinstance(one, ast.Assert))
        for one in asserted:
            if one.lineno <= line <= (one.end_lineno or line):
                return f"assert {ast.unparse(one.test)}{_values(one.test, frame)}"
    return said


def _values(test: ast.expr, frame: FrameType) -> str:
    """The two sides of the comparison that does not hold: of several that have to, the first such."""
    try:
        for one in test.values if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) else [test]:
            if isinstance(one, ast.Compare) and not _value(one, frame):
                sides = [one.left, *one.comparators]
                # What is written out says what it is.
                told = [side for side in sides if not isinstance(side, ast.Constant)]
                return "".join(f"，{ast.unparse(side)} 是 {_short(_value(side, frame))}" for side in told)
    # It is said that it does not hold, and that is enough.
    except Exception:  # noqa: BLE001
        return ""
    return ""


def _value(part: ast.expr, frame: FrameType) -> Any:
    return eval(compile(ast.Expression(part), "", "eval"), frame.f_globals, frame.f_locals)


def _short(value: object) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


if __name__ == "__main__":
    main()
