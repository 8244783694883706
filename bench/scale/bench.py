"""Books of 300 to 10,000 questions built by us and by others. Adds to results.md.

PYTHONPATH=hooks .venv/bin/python -m bench.scale.bench [sizes]

Every build is a process of its own; its CPU seconds are those of the process and all its children. What maths and
cards cost is the difference between builds that find them in the cache and builds that do not. Plain MkDocs gets
Material, its search with jieba, the same Markdown extensions, and pages outside the navigation; it draws no formula
and makes no card. Zensical is run where it is on the path or ZENSICAL names it; Hugo, where it is on the path, sets the
same texts in the least of templates, without a search.
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
from statistics import median
from tempfile import TemporaryDirectory

from answerbook import places
from answerbook.checking import checks
from playwright.sync_api import Browser, TimeoutError, sync_playwright

from bench.scale import books as made
from tests import sites
from tools import environment

ROOT = places.ROOT
RESULTS = Path(__file__).with_name("results.md")
SIZES = (300, 1000, 3000, 10_000)
COLUMNS = (
    *("问题数", "生成", "CPU 秒", "每题 CPU 毫秒", "用时秒", "内存 MB"),
    *("网站 MB", "索引 MB", "首个结果前 kB（gzip）", "首个结果 毫秒"),
)
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
# What is searched for, and how often.
ASKED, OPENED = "显存", 3
# No reader waits longer; in milliseconds.
PATIENCE = 60_000
# Whether there is a box to type into; Zensical's stands in a tree of its own.
TYPING = """() => {
  let focused = document.activeElement
  while (focused?.shadowRoot) focused = focused.shadowRoot.activeElement
  return focused?.tagName === "INPUT"
}"""
# For Hugo.
SETTINGS = 'title = "大模型面试答案书"\nlanguageCode = "zh-CN"\n[markup.highlight]\nnoClasses = false\n'
TEMPLATE = '<!doctype html><html lang="zh"><meta charset="utf-8"><title>{{ .Title }}</title><h1>{{ .Title }}</h1>'
SINGLE = TEMPLATE + "{{ .Content }}</html>"
LIST = TEMPLATE + '{{ .Content }}{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</html>'


@dataclass(frozen=True)
class Used:
    """What a process and its children took."""

    cpu: float
    wall: float
    memory: float


def main(sizes: Sequence[int]) -> None:
    """Measure books of these sizes, print each row and keep it."""
    stock = made.stock(checks.read(ROOT / "docs", typeset=False))
    for size in sizes:
        with TemporaryDirectory() as folder:
            made.write(Path(folder) / "docs", size, stock)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=environment.browser(), args=["--no-sandbox"])
                for row in measure(Path(folder), size, browser):
                    line = "| " + " | ".join(row) + " |"
                    print(line, flush=True)
                    keep(line)
                browser.close()


def keep(line: str) -> None:
    """Add a line to the table of results."""
    if not RESULTS.exists():
        head = ["| " + " | ".join(COLUMNS) + " |", "| --: | --- |" + " --: |" * (len(COLUMNS) - 2)]
        RESULTS.write_text("\n".join(head) + "\n", "utf-8")
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def measure(folder: Path, size: int, browser: Browser) -> Iterator[list[str]]:
    """The rows of one size."""
    asked = _Measured(folder, size, browser)
    yield asked.ours("本书，没有缓存，含公式与卡片")
    forget(folder / "cache", keep=("maths", "cards"))
    yield asked.ours("本书，没有缓存，不含公式与卡片，没有后来的网页和脚本", then=True)
    forget(folder / "cache", keep=("maths", "cards"))
    yield asked.ours("本书，没有缓存，不含公式与卡片")
    forget(folder / "cache", keep=("cards",))
    yield asked.ours("本书，没有缓存，含公式，不含卡片")
    yield asked.ours("本书，什么都没改")
    changed = next((folder / "docs" / "topic-001").glob("question-*.md"))
    text = changed.read_text("utf-8")
    changed.write_text(text.replace("## 易错点", "改了一句 $a_{1}+b_{2}$。\n\n## 易错点"), "utf-8")
    yield asked.ours("本书，改了一个答案")
    for name, command in others(folder).items():
        shutil.rmtree(folder / "plain", ignore_errors=True)
        used = run(command, folder)
        index = [*folder.glob("plain/search/search_index.json"), *folder.glob("plain/search.json")]
        yield asked.row(name, used, folder / "plain", index)


@dataclass(frozen=True)
class _Measured:
    """One book, in the folder where it is built."""

    folder: Path
    size: int
    browser: Browser

    def row(self, name: str, used: Used, site: Path, index: Sequence[Path]) -> list[str]:
        """A row of the table: what a build took, and what came out of it."""
        each = f"{used.cpu / self.size * 1000:.1f}"
        took = f"{used.cpu:.1f}", each, f"{used.wall:.1f}", f"{used.memory:.0f}"
        whole, searched = f"{total([*site.rglob('*')]) / 1e6:.1f}", f"{total(index) / 1e6:.2f}" if index else "–"
        # Ours begins with a file of its own, the others load the whole index.
        before = [file for file in index if file.name == "index.js"] or index
        first = f"{sum(len(gzip.compress(file.read_bytes())) for file in before) / 1e3:.0f}" if before else "–"
        # Elsewhere the topic's page leads to no question before one is found.
        result = "[role=option]" if site.name == "site" else "a[href*=question-]"
        seen = first_result(self.browser, site, result) if index else "–"
        return [str(self.size), name, *took, whole, searched, first, seen]

    def ours(self, name: str, *, then: bool = False) -> list[str]:
        """Build the book, and say what that took; `then`: without the pages and scripts that came later."""
        docs, site = str(self.folder / "docs"), str(self.folder / "site")
        command = [sys.executable, str(ROOT / "book.py"), "build", "--docs", docs, "--site", site]
        surroundings = {"ANSWERBOOK_CACHE": str(self.folder / "cache")}
        if then:
            command = [sys.executable, "-m", "bench.scale.then", docs, site]
            surroundings["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(ROOT / "hooks")))
        used = run(command, self.folder, **surroundings)
        index = [*(self.folder / "site" / "assets" / "search").glob("*.js")]
        return self.row(name, used, self.folder / "site", index)


def others(folder: Path) -> Mapping[str, list[str]]:
    """The other generators there are on this machine, each with what builds the book in this folder."""
    (folder / "mkdocs.yml").write_text(PLAIN, "utf-8")
    build = ["build", "-f", str(folder / "mkdocs.yml")]
    found = {"MkDocs + Material + 搜索（jieba）": [sys.executable, "-m", "mkdocs", *build]}
    zensical = os.environ.get("ZENSICAL") or shutil.which("zensical")
    if zensical:
        found["Zensical"] = [zensical, *build]
    hugo = shutil.which("hugo")
    if hugo:
        _for_hugo(folder)
        found["Hugo，没有搜索"] = [hugo, "--source", str(folder / "hugo"), "--destination", str(folder / "plain")]
    return found


def _for_hugo(folder: Path) -> None:
    """The same texts and the least that Hugo needs beside them."""
    layouts = folder / "hugo" / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "hugo" / "config.toml").write_text(SETTINGS, "utf-8")
    (layouts / "single.html").write_text(SINGLE, "utf-8")
    (layouts / "list.html").write_text(LIST, "utf-8")
    content = folder / "hugo" / "content"
    shutil.copytree(folder / "docs", content)
    # Beside an index.md Hugo takes other pages for its attachments.
    for index in content.rglob("index.md"):
        index.rename(index.with_name("_index.md"))


def forget(cache: Path, keep: Sequence[str]) -> None:
    """Empty the cache of all but these kinds."""
    for file in cache.iterdir():
        if file.name.partition(".")[0] not in keep:
            file.unlink()


def run(command: Sequence[str], folder: Path, **surroundings: str) -> Used:
    """Run it to its end; what jieba keeps in the temporary folder is of this build alone."""
    with TemporaryDirectory() as temporary:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": temporary, **surroundings}
        # What pip installs comes compiled: our own may be, too.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
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


def first_result(browser: Browser, site: Path, result: str) -> str:
    """Milliseconds from opening a page to the first result, with nothing cached: the median of a few times."""
    found = []
    with sites.serving(site, "/") as address:
        for _ in range(OPENED):
            with browser.new_context() as context:
                page = context.new_page()
                page.set_default_timeout(PATIENCE)
                start = time.monotonic()
                page.goto(f"{address}topic-000/")
                while not page.evaluate(TYPING):
                    page.keyboard.press("/")
                    page.wait_for_timeout(10)
                page.keyboard.type(ASKED)
                try:
                    page.locator(result).first.wait_for()
                except TimeoutError:
                    return f"> {PATIENCE}"
                found.append((time.monotonic() - start) * 1000)
    return f"{median(found):.0f}"


def total(paths: Sequence[Path]) -> int:
    """Bytes of these files; folders have none."""
    return sum(path.stat().st_size for path in paths if path.is_file())


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
