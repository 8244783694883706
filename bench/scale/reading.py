"""Reading and checking books of 300 to 30,000 questions, stage by stage. Adds to reading.md.

PYTHONPATH=hooks .venv/bin/python -m bench.scale.reading [sizes]

Every size is read by a process of its own. Formulas are not drawn and nothing comes from a cache: what is measured is
what an author waits for who runs `check` a second time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from answerbook import places
from answerbook.checking import checks, rules
from answerbook.content import books
from answerbook.content.contents import Contents

from bench.scale import books as made

ROOT = places.ROOT
RESULTS = Path(__file__).with_name("reading.md")
SIZES = (300, 1000, 3000, 10_000, 30_000)
# What each stage does, in the words of the table.
STAGES = ("读成书", "找出正文里有什么", "再问一遍", "逐条检查")
_Result = TypeVar("_Result")


def main(sizes: Sequence[int]) -> None:
    """Read books of these sizes, each in a process of its own, print each row and keep it."""
    stock = made.stock(checks.read(ROOT / "docs", typeset=False))
    for size in sizes:
        with TemporaryDirectory() as folder:
            docs = Path(folder) / "docs"
            made.write(docs, size, stock)
            command = [sys.executable, "-m", "bench.scale.reading", "--docs", str(docs)]
            said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        row = line(size, json.loads(said))
        print(row, flush=True)
        keep(row)


def line(size: int, measured: Mapping[str, float]) -> str:
    """The row of one size: CPU milliseconds of each stage for a question, of all of them, and memory in MB."""
    each = [1000 * measured[stage] / size for stage in STAGES]
    cells = [str(size), *(f"{one:.3f}" for one in each), f"{sum(each):.2f}", f"{measured['memory']:.0f}"]
    return "| " + " | ".join(cells) + " |"


def keep(row: str) -> None:
    """Add a row to the table of results."""
    if not RESULTS.exists():
        columns = ("问题数", *STAGES, "合计", "内存 MB")
        head = ["| " + " | ".join(columns) + " |", "|" + " --: |" * len(columns)]
        RESULTS.write_text("\n".join(head) + "\n", "utf-8")
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")


def measure(docs: Path) -> dict[str, float]:
    """CPU seconds of each stage for the book in this folder, and the most memory that they took, in MB."""
    used: dict[str, float] = {}

    def timed(stage: str, do: Callable[[], _Result]) -> _Result:
        start = time.process_time()
        result = do()
        used[stage] = time.process_time() - start
        return result

    contents, problems = timed(STAGES[0], lambda: books.read(docs))
    assert not problems, problems[:3]
    timed(STAGES[1], lambda: asked(contents))
    timed(STAGES[2], lambda: asked(contents))
    timed(STAGES[3], lambda: list(rules.check(contents)))
    return used | {"memory": memory()}


def asked(contents: Contents) -> int:
    """How much stands in all bodies together: what every later stage asks them for."""
    bodies = (question.body for question in contents.book.questions)
    return sum(len(body.fences) + len(body.formulas) + len(body.links) + len(body.citations) for body in bodies)


def memory() -> float:
    """The most memory that this process has had, in MB."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    if sys.argv[1:2] == ["--docs"]:
        print(json.dumps(measure(Path(sys.argv[2]))))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
