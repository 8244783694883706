"""Books of 300 to 10,000 questions built by us and by others. Adds to results.md.

PYTHONPATH=hooks .venv/bin/python -m bench.scale.bench [sizes]

Every build is a process of its own; its CPU seconds are those of the process and all its children. What maths and
cards cost is the difference between builds that find them in the cache and builds that do not. Plain MkDocs gets
Material, its search with jieba, the same Markdown extensions, and pages outside the navigation; it draws no formula
and makes no card. Zensical is run where it is on the path or ZENSICAL names it.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from answerbook import books

from bench.scale import books as made

ROOT = Path(__file__).resolve().parents[2]
RESULTS = Path(__file__).with_name("results.md")
SIZES = (300, 1000, 3000, 10_000)
COLUMNS = (
    *("问题数", "生成", "CPU 秒", "每题 CPU 毫秒", "用时秒", "内存 MB"),
    *("网站 MB", "索引 MB", "首个结果前 kB（gzip）"),
)
# What costs most and is reported apart.
APART = ("maths", "cards")
PLAIN = """\
site_name: 大模型面试答案书
docs_dir: docs
site_dir: plain
nav: [topic-000/index.md]
not_in_nav: "*"
theme: {name: material, language: zh, font: false}
plugins: [{search: {lang: zh}}]
markdown_extensions:
  - attr_list
  - tables
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.betterem
  - pymdownx.highlight: {anchor_linenums: false, pygments_lang_class: true}
  - pymdownx.superfences
"""


@dataclass(frozen=True)
class Used:
    """What a process and its children took."""

    cpu: float
    wall: float
    memory: float


def main(sizes: Sequence[int]) -> None:
    stock = made.stock(books.read(ROOT / "docs"))
    for size in sizes:
        with TemporaryDirectory() as folder:
            made.write(Path(folder) / "docs", size, stock)
            for row in measure(Path(folder), size):
                line = "| " + " | ".join(row) + " |"
                print(line, flush=True)
                keep(line)


def keep(line: str) -> None:
    """Add a line to the table of results."""
    if not RESULTS.exists():
        head = ["| " + " | ".join(COLUMNS) + " |", "| --: | --- |" + " --: |" * (len(COLUMNS) - 2)]
        RESULTS.write_text("\n".join(head) + "\n", "utf-8")
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def measure(folder: Path, size: int) -> Iterator[list[str]]:
    """The rows of one size."""

    def row(name: str, used: Used, site: Path, index: Sequence[Path], first: Path) -> list[str]:
        each = f"{used.cpu / size * 1000:.1f}"
        sizes = f"{total([*site.rglob('*')]) / 1e6:.1f}", f"{total(index) / 1e6:.2f}"
        before = len(gzip.compress(first.read_bytes())) / 1e3
        took = f"{used.cpu:.1f}", each, f"{used.wall:.1f}", f"{used.memory:.0f}"
        return [str(size), name, *took, *sizes, f"{before:.0f}"]

    def ours(name: str) -> list[str]:
        command = [sys.executable, str(ROOT / "book.py"), "build", "--docs", str(folder / "docs")]
        used = run([*command, "--site", str(folder / "site")], folder, ANSWERBOOK_CACHE=str(folder / "cache"))
        index = [*(folder / "site" / "assets" / "search").glob("*.js")]
        return row(name, used, folder / "site", index, folder / "site/assets/search/index.js")

    yield ours("本书，没有缓存，含公式与卡片")
    for kind in (folder / "cache").iterdir():
        if kind.name not in APART:
            shutil.rmtree(kind)
    yield ours("本书，没有缓存，不含公式与卡片")
    shutil.rmtree(folder / "cache" / "maths")
    for kind in (folder / "cache").iterdir():
        if kind.name not in APART:
            shutil.rmtree(kind)
    yield ours("本书，没有缓存，含公式，不含卡片")
    yield ours("本书，什么都没改")
    changed = next((folder / "docs" / "topic-001").glob("question-*.md"))
    text = changed.read_text("utf-8")
    changed.write_text(text.replace("## 易错点", "改了一句 $a_{1}+b_{2}$。\n\n## 易错点"), "utf-8")
    yield ours("本书，改了一个答案")
    (folder / "mkdocs.yml").write_text(PLAIN, "utf-8")
    for name, command in others().items():
        shutil.rmtree(folder / "plain", ignore_errors=True)
        used = run([*command, "build", "-f", str(folder / "mkdocs.yml")], folder)
        index = [*folder.glob("plain/search/search_index.json"), *folder.glob("plain/search.json")]
        yield row(name, used, folder / "plain", index, index[0])


def others() -> Mapping[str, list[str]]:
    """The other generators there are on this machine."""
    found = {"MkDocs + Material + 搜索（jieba）": [sys.executable, "-m", "mkdocs"]}
    zensical = os.environ.get("ZENSICAL") or shutil.which("zensical")
    return found | ({"Zensical": [zensical]} if zensical else {})


def run(command: Sequence[str], folder: Path, **surroundings: str) -> Used:
    """Run it to its end; what jieba keeps in the temporary folder is of this build alone."""
    with TemporaryDirectory() as temporary:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": temporary, **surroundings}
        start = time.monotonic()
        log = folder / "log"
        with log.open("wb") as said:
            process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
            _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    if status:
        raise RuntimeError(log.read_text("utf-8")[-2000:])
    unit = 1 if sys.platform == "darwin" else 1024
    return Used(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * unit / 1e6)


def total(paths: Sequence[Path]) -> int:
    return sum(path.stat().st_size for path in paths if path.is_file())


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
