"""How long a post of 50,000 characters takes: python -m bench.search.long_post. Writes bench/search/long_post.md.

The post is made of the judged posts, one behind the other; a second one is a single paragraph without an end. The page
is free again after every eight lookups, so its longest pause is dividing the post or the longest of these.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from answerbook import node
from answerbook.checking import checks
from answerbook.search import search_index

from tests.search import posts
from tests.search.tune import ROOT, write

HERE = Path(__file__).resolve().parent
LENGTH = 50_000
HEAD = """\
# 五万字的面经

Node 里量的处理器时间，只有拆题和查找，没有画页面。页面上每查 8 次空一次，所以最长的停顿是拆题，或最长的几次查找。

| 面经 | 字 | 拆出 | 列出 | 拆题 ms | 查找次数 | 查找共 ms | 最长一次 ms |
| --- | --: | --: | --: | --: | --: | --: | --: |
"""


def main() -> None:
    """Measure both posts, write the table."""
    book, _ = checks.examine(ROOT / "docs", typeset=False)
    texts = {"判过的面经连在一起": _long("\n"), "同样的字，没有换行": _long("").replace("\n", "，")}
    with TemporaryDirectory() as name:
        write(search_index.scripts(book), Path(name))
        rows = [_row(title, _measured(text, name)) for title, text in texts.items()]
    (HERE / "long_post.md").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def _long(between: str) -> str:
    found, length = [], 0
    # Behind its comments nothing of a post is read.
    for post in cycle(one for one in posts.posts() if "评论" not in one.text):
        found.append(post.text)
        length += len(post.text) + len(between)
        if length >= LENGTH:
            return between.join(found)
    raise AssertionError("cycle has no end")


def _measured(text: str, folder: str) -> Mapping[str, float]:
    command = [node.executable(), str(HERE / "long_post.mjs")]
    wanted = json.dumps({"folder": folder, "post": text})
    done = subprocess.run(command, input=wanted, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _row(title: str, measured: Mapping[str, float]) -> str:
    names = ("characters", "questions", "rows", "dividing", "lookups", "looking", "longest")
    return " | ".join(["| " + title, *(f"{measured[name]:.0f}" for name in names)]) + " |"


if __name__ == "__main__":
    main()
