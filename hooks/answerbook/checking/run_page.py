"""Runs the Python of one page in a process of its own, and says where it stopped. Standard library only.

It reads {path, blocks: [[line, code], …], companion} as JSON and writes {line, said, compared} as its last line; `said`
is "" where all went well. Lines are those of the page.
"""

from __future__ import annotations

import contextlib
import io
import json
import runpy
import sys
import traceback
from typing import Any


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
            found |= {"line": _line(error, page["path"]), "said": f"{type(error).__name__}: {error}".rstrip(": ")}
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


if __name__ == "__main__":
    main()
