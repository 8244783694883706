"""From saving an answer to its reloaded page, while the book is served: seconds, and CPU seconds of the server.

Linux only: it asks /proc what the server has used, with the children that have ended.

PYTHONPATH=hooks .venv/bin/python -m bench.scale.saving [sizes]
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from answerbook import places
from answerbook.checking import checks

from bench.scale import books as made

ROOT = places.ROOT
SAVES = 3


def main(sizes: list[int]) -> None:
    """Print for books of these sizes how long a save takes."""
    stock = made.stock(checks.read(ROOT / "docs", typeset=False))
    for size in sizes:
        with TemporaryDirectory() as folder:
            docs = Path(folder) / "docs"
            made.write(docs, size, stock)
            seconds, cpu = zip(*saves(docs), strict=True)
            took = f"{median(seconds):.1f} 秒，CPU {median(cpu):.1f} 秒"
            print(f"{size} 题：从保存到新页面 {took}（{SAVES} 次的中位数）", flush=True)


def saves(docs: Path) -> list[tuple[float, float]]:
    """Seconds and CPU seconds of each save; caches are those of the project, and warm from the second build on."""
    command = [sys.executable, "-m", "tools.serve", "--port", "0"]
    environment = {**os.environ, "ANSWERBOOK_DOCS": str(docs), "PYTHONUNBUFFERED": "1", "NO_MKDOCS_2_WARNING": "1"}
    environment["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(ROOT / "hooks")))
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            said = re.search(r"http://\S+/", server.stdout.readline())
            assert said is not None
            next(line for line in server.stdout if "已生成" in line)
            address = f"{said[0]}q/question-00001/"
            return [save(docs, address, number, server.pid) for number in range(SAVES)]
        finally:
            server.terminate()


def save(docs: Path, address: str, number: int, server: int) -> tuple[float, float]:
    """Seconds from a save to the page at `address` that shows it, and CPU seconds of the process `server`."""
    file = next(docs.glob("*/question-00001.md"))
    mark = f"第 {number} 次保存。"
    file.write_text(file.read_text("utf-8").replace("## 易错点", f"{mark}\n\n## 易错点"), "utf-8")
    start, used = time.monotonic(), cpu(server)
    while True:
        with urllib.request.urlopen(address) as answer:
            if mark in answer.read().decode():
                return time.monotonic() - start, cpu(server) - used
        time.sleep(0.02)


def cpu(process: int) -> float:
    """The CPU seconds of a process and of its children that have ended."""
    # After its name, in brackets, which may hold anything.
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [125, 1000, 3000])
