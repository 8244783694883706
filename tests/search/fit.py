"""Fits the weights by which a post is divided into questions, on the judged posts, and writes web/match/weights.js.

    PYTHONPATH=hooks python -m tests.search.fit [--leave-out FOLDS] [--docs FOLDER]

With ``--leave-out`` nothing is written: the figures of tests.search.posts are printed for posts that the weights were
not fitted on, each post among FOLDS left out once.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from answerbook import node
from answerbook.checking import checks
from answerbook.search import search_index

from tests.search import posts
from tests.search.tune import ROOT, write

WEIGHTS = ROOT / "web" / "match" / "weights.js"
HEAD = "/** What each thing seen of a stretch says for its being one question, or against; by tests/search/fit.py. */"
Weights: TypeAlias = Mapping[str, float]


def fitted(all_: Sequence[posts.Post], folds: int = 0) -> tuple[Weights, list[Weights]]:
    """The weights for all posts, and for each fold those that know none of its posts (every FOLDS-th one)."""
    wanted = {"posts": [{"text": post.text, "spans": _spans(post)} for post in all_], "folds": folds}
    command = [node.executable(), str(Path(__file__).with_name("fit.mjs"))]
    done = subprocess.run(command, input=json.dumps(wanted), stdout=subprocess.PIPE, check=True, encoding="utf-8")
    result = json.loads(done.stdout)
    return result["weights"], result["folds"]


def _spans(post: posts.Post) -> list[tuple[int, int]]:
    """Where the questions stand in the text, in UTF-16 units as JavaScript counts."""
    places = posts.letters(post.text)
    return [
        (places[start], places[end - 1] + 1)
        for start, end in posts.standing(post.text, post.questions).values()
        if start < end
    ]


def script(weights: Weights) -> str:
    """The weights as a module."""
    keys = {name: name if name.isidentifier() else json.dumps(name, ensure_ascii=False) for name in weights}
    lines = [f"    {keys[name]}: {weights[name]}," for name in sorted(weights)]
    return "\n".join([HEAD, "", "export const WEIGHTS = new Map(", "  Object.entries({", *lines, "  }),", ")", ""])


def main(arguments: Sequence[str]) -> None:
    """Fit and write, or fit and measure."""
    all_ = posts.posts()
    if "--leave-out" not in arguments:
        weights, _ = fitted(all_)
        WEIGHTS.write_text(script(weights), encoding="utf-8")
        return
    folds = int(arguments[arguments.index("--leave-out") + 1])
    docs = Path(arguments[arguments.index("--docs") + 1]) if "--docs" in arguments else ROOT / "docs"
    book, _ = checks.examine(docs, typeset=False)
    _, without = fitted(all_, folds)
    with TemporaryDirectory() as name:
        write(search_index.scripts(book), Path(name))
        found = posts.matched(all_, Path(name), without)
    total = Counter[str]()
    for post, rows in zip(all_, found, strict=True):
        total += posts.counted(post, rows, frozenset(book.by_id))
    print("\n".join(posts.figures(total)))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
