"""The book's search beside others, in one run: python -m bench.search.bench [--quick]. Writes bench/search/results.md.

The same judged queries, on the same questions, in the same browser. Needs `npm install` in this folder once. Each
engine is set up as its documentation says for Chinese; what it has to load is counted as sent, with gzip.
"""

from __future__ import annotations

import gzip
import html
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from answerbook import node
from answerbook.checking import checks
from answerbook.content.questions import Book, Question
from answerbook.search import search_index
from answerbook.site import browser
from answerbook.text import prose
from playwright.sync_api import Browser, Request, sync_playwright

from tests import sites
from tests.search import quality
from tests.search.many import many
from tests.search.quality import Query, Result
from tools import environment

HERE = Path(__file__).resolve().parent
ENGINES = {
    "book": "本书的搜索",
    "minisearch": "MiniSearch + Intl.Segmenter（标题、正文）",
    "minisearch-aliases": "MiniSearch + Intl.Segmenter（另加别名）",
    "pagefind": "Pagefind",
    "material": "Material 自带 + jieba",
}
COLUMNS = (
    "搜索",
    "问题数",
    "第一条就对",
    "MRR@10",
    "召回@10",
    "没有结果",
    "口语：第一条就对",
    "首个结果前 kB（gzip）",
    "首个结果 ms",
    "每键 ms 中位 / p95",
)
RUNS = 3
# Every so many-th query is typed key by key.
TYPED = 24
# Questions of the larger book: sentences of this one, dealt out anew.
LARGE = 1250


PAGE = """\
<!doctype html><meta charset="utf-8"><script>const ALIASES = {aliases}</script>
<script src="{engine}.js"></script><script src="bench.js"></script>
"""


@dataclass(frozen=True)
class Measured:
    """What one engine did on one book."""

    answers: Mapping[str, Sequence[Result]]
    kilobytes: float
    first: float
    keys: Sequence[float]


def main(arguments: Sequence[str]) -> None:
    """Build, ask, write the table."""
    book, _ = checks.examine(sites.ROOT / "docs", typeset=False)
    asked = quality.queries(existing=book.by_id)
    asked += quality.queries(quality.COLLOQUIAL, existing=book.by_id)
    sizes = [book] if "--quick" in arguments else [book, many(book, LARGE)]
    lines = [f"| {' | '.join(COLUMNS)} |", "| --- |" + " --: |" * (len(COLUMNS) - 1)]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=environment.browser(), args=["--no-sandbox"])
        for one in sizes:
            with TemporaryDirectory() as name:
                site = Path(name)
                _write(one, site)
                with sites.serving(site) as address:
                    for engine, title in ENGINES.items():
                        measured = _measure(chromium, site, address, engine, asked)
                        lines.append(_row(title, len(one.questions), asked, measured))
                        print(lines[-1], flush=True)
        chromium.close()
    (HERE / "results.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _row(title: str, count: int, asked: Sequence[Query], measured: Measured) -> str:
    talked = {query.kind for query in quality.queries(quality.COLLOQUIAL)}
    s = quality.score([query for query in asked if query.answers and query.kind not in talked], measured.answers)
    talk = quality.score([query for query in asked if query.kind in talked], measured.answers)
    keys = sorted(measured.keys)
    return (
        f"| {title} | {count} | {s.first:.3f} | {s.reciprocal:.3f} | {s.recall:.3f} | {s.nothing:.1%} "
        f"| {talk.first:.3f} | {measured.kilobytes:.0f} | {measured.first:.0f} "
        f"| {median(keys):.1f} / {keys[int(len(keys) * 0.95)]:.1f} |"
    )


def _note(loaded: list[str], request: Request) -> None:
    loaded.append(urlsplit(request.url).path)


def _measure(chromium: Browser, site: Path, address: str, engine: str, asked: Sequence[Query]) -> Measured:
    """Each run begins in a browser that has nothing of the site."""
    firsts = []
    for run in range(RUNS):
        context = chromium.new_context()
        page = context.new_page()
        page.set_default_timeout(600_000)
        loaded: list[str] = []
        note = partial(_note, loaded)
        page.on("request", note)
        context.on("request", note)
        page.goto(f"{address}bench/{engine}.html", wait_until="load")
        loaded.clear()
        firsts.append(page.evaluate("bench.first('注意力')"))
        kilobytes = sum(_compressed(site / path.removeprefix("/book/")) for path in set(loaded)) / 1000
        if run == RUNS - 1:
            found = page.evaluate("queries => bench.answers(queries)", [query.text for query in asked])
            keys = page.evaluate("queries => bench.keys(queries)", [query.text for query in asked[::TYPED]])
        context.close()
    answers = {query.text: [Result(id) for id in ids] for query, ids in zip(asked, found, strict=True)}
    return Measured(answers, kilobytes, median(firsts), keys)


def _compressed(path: Path) -> int:
    if not path.is_file():
        return 0
    content = path.read_bytes()
    # Pagefind's files are compressed already.
    return len(content if path.suffix.startswith(".pf_") else gzip.compress(content, 9))


def _write(book: Book, site: Path) -> None:
    """The same questions for every engine, and a page on which each is asked."""
    for name, script in browser.scripts().items():
        _put(site / "assets" / name, script)
    for address, script in search_index.scripts(book).items():
        _put(site / address, script)
    documents = [{"id": q.id, "title": q.title, "text": _text(q)} for q in book.questions]
    _put(site / "bench" / "documents.json", json.dumps(documents, ensure_ascii=False))
    named = [{**one, "aliases": "\n".join(q.aliases)} for one, q in zip(documents, book.questions, strict=True)]
    _put(site / "bench" / "documents-aliases.json", json.dumps(named, ensure_ascii=False))
    library = HERE / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"
    shutil.copy(library, site / "bench" / "minisearch-library.js")
    _pagefind(book, site)
    _material(book, site)
    for engine in ENGINES:
        shutil.copy(HERE / "engines" / f"{engine.removesuffix('-aliases')}.js", site / "bench" / f"{engine}.js")
        page = PAGE.format(aliases=json.dumps(engine.endswith("-aliases")), engine=engine)
        _put(site / "bench" / f"{engine}.html", page)
    shutil.copy(HERE / "engines" / "bench.js", site / "bench" / "bench.js")
    _put(site / "404.html", "")


def _text(question: Question) -> str:
    return "\n".join([question.short, *prose.parts(question.body).headings, *prose.parts(question.body).sentences])


def _pagefind(book: Book, site: Path) -> None:
    pages = site / "pagefind-site"
    for question in book.questions:
        title = html.escape(question.title)
        body = f"<main data-pagefind-body><h1>{title}</h1><p>{html.escape(_text(question))}</p></main>"
        head = f'<!doctype html><html lang="zh-CN"><title>{title}</title>'
        _put(pages / "q" / question.id / "index.html", head + body)
    program = HERE / "node_modules" / "pagefind" / "lib" / "runner" / "bin.cjs"
    subprocess.run([node.executable(), str(program), "--site", str(pages)], check=True, stdout=subprocess.DEVNULL)
    for page in (pages / "q").glob("*"):
        shutil.rmtree(page)


def _material(book: Book, site: Path) -> None:
    docs = site / "material-docs"
    for question in book.questions:
        _put(docs / "q" / f"{question.id}.md", f"# {question.title}\n\n{_text(question)}\n")
    _put(docs / "index.md", "# 首页\n")
    settings = {
        "site_name": "x",
        "docs_dir": str(docs),
        "site_dir": str(site / "material"),
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"search": {"lang": ["zh", "en"]}}],
    }
    config = site / "material.yml"
    _put(config, json.dumps(settings, ensure_ascii=False))
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    worker = next((site / "material" / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
    _put(site / "bench" / "worker.json", json.dumps(f"../material/assets/javascripts/workers/{worker.name}"))
    shutil.rmtree(docs)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
