"""Runs a script that draws, in a process of its own, and tells what it drew without writing it.

It reads {script} as JSON and writes {line, said, drawn, moments, wrong} as its last line: `said` is what stopped it, ""
for nothing; `drawn` and `moments` are what the files would hold, null for none; `wrong` is what the drawing says of
itself.
"""

from __future__ import annotations

import contextlib
import io
import json
import runpy
import sys
import traceback
from pathlib import Path
from typing import Any

from answerbook.drawing import canvas


def main() -> None:
    """The script that the standard input names."""
    path = json.load(sys.stdin)["script"]
    found: dict[str, Any] = {"line": 0, "said": "", "drawn": None, "moments": None, "wrong": []}

    def draw(figure: canvas.Figure, script: str) -> Path:
        found["drawn"] = figure.svg()
        found["wrong"] += figure.problems
        return Path(script)

    def walk(figure: canvas.Steps, script: str, shown: int) -> Path:
        found["moments"] = figure.steps(script, shown).text
        found["wrong"] += [said for _, one in figure.moments for said in one.problems]
        return figure.moments[shown - 1][1].save(script)

    canvas.Figure.save = draw  # type: ignore[method-assign, assignment]
    canvas.Steps.save = walk  # type: ignore[method-assign, assignment]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            runpy.run_path(path, run_name="__main__")
        # Whatever somebody's script does, also when it leaves.
        except BaseException as error:  # noqa: BLE001
            found |= {"line": _line(error, path), "said": f"{type(error).__name__}: {error}".rstrip(": ")}
    sys.stdout.write("\n" + json.dumps(found))


def _line(error: BaseException, script: str) -> int:
    """The last line of the script that was being run; 0 for none."""
    if isinstance(error, SyntaxError) and error.filename == script:
        return error.lineno or 0
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == script), 0)


if __name__ == "__main__":
    main()
