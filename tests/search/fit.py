"""Fits what divides a post into questions and what says which answer is asked for, and writes both into web/match.

Divided is by the judged posts (weights.js), answered by them and by the queries for searching that ranking is tuned on
(worths.js).

    PYTHONPATH=hooks python -m tests.search.fit [--leave-out FOLDS | --leave-layout-out] [--docs FOLDER]

With ``--leave-out`` nothing is written: the figures of tests.search.posts are printed for posts that the weights were
not fitted on, each post among FOLDS left out once. With ``--leave-layout-out`` neither: for each layout of layouts.mjs
are printed how many questions are found, and how many rows are none, in posts rewritten in it, by weights that were
fitted without this layout, and by those fitted with all of them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from answerbook import node
from answerbook.checking import checks
from answerbook.search import search_index

from tests.search import posts, quality
from tests.search.tune import ROOT, write

HEAD = "/** What each thing seen of {} says for its being {}, or against; by tests/search/fit.py. */"
WEIGHTS = (ROOT / "web" / "match" / "weights.js", "WEIGHTS", HEAD.format("a stretch", "one question"))
WORTHS = (ROOT / "web" / "match" / "worths.js", "WORTHS", HEAD.format("an answer", "what is asked"))
# How grams.js packs the weights of boxes.
BOX = "#"
SIGNS = "()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghij"
STEP = 1 / 16
Weights: TypeAlias = Mapping[str, float]


def fitted(all_: Sequence[posts.Post], folds: int = 0, layout: str = "") -> tuple[Weights, list[Weights]]:
    """The weights for all posts, and for each fold those that know none of its posts (every FOLDS-th one).

    With a layout no post is rewritten in it.
    """
    return _fitted("fit.mjs", {"posts": _given(all_), "folds": folds, "layout": layout})


def layouts_left_out(all_: Sequence[posts.Post]) -> Iterator[str]:
    """A line for each layout: what is found of posts rewritten in it without knowing it, and knowing it."""
    weights, _ = fitted(all_)
    names = json.loads(_run("layouts-left-out.mjs", {"posts": [], "weights": {}}))
    for name in names:
        without, _ = fitted(all_, layout=name)
        wanted = {"posts": _given(all_), "layout": name}
        figures = [json.loads(_run("layouts-left-out.mjs", {**wanted, "weights": one})) for one in (without, weights)]
        yield f"{name}：" + "；".join(
            f"{how} {one['found']}/{one['questions']}，不是问题的行 {one['spurious']}/{one['rows']}"
            for how, one in zip(("没见过", "见过"), figures, strict=True)
        )


def worths(
    all_: Sequence[posts.Post], asked: Sequence[quality.Query], folder: Path, folds: int = 0
) -> tuple[Weights, list[Weights]]:
    """What speaks for an answer, fitted on posts and lone queries over an index; folds as in ``fitted``."""
    of_posts = [[(text, ids) for text, ids in post.questions.items() if posts.OTHER not in ids] for post in all_]
    # Lone queries belong to no post: they are spread over the folds behind the posts.
    questions = [*of_posts, *([(query.text, query.answers)] for query in asked)]
    given = [[{"text": text, "answers": ids} for text, ids in some] for some in questions]
    return _fitted("worths.mjs", {"folder": str(folder), "posts": given, "folds": folds})


def _fitted(program: str, wanted: Mapping[str, object]) -> tuple[Weights, list[Weights]]:
    result = json.loads(_run(program, wanted))
    return result["weights"], result["folds"]


def _run(program: str, wanted: Mapping[str, object]) -> str:
    command = [node.executable(), str(Path(__file__).with_name(program))]
    done = subprocess.run(command, input=json.dumps(wanted), stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return done.stdout


def _given(all_: Sequence[posts.Post]) -> list[dict[str, object]]:
    return [{"text": post.text, "spans": _spans(post)} for post in all_]


def _spans(post: posts.Post) -> list[tuple[int, int]]:
    """Where the questions stand in the text, in UTF-16 units as JavaScript counts."""
    places = posts.letters(post.text)
    return [
        (places[start], places[end - 1] + 1)
        for start, end in posts.standing(post.text, post.questions).values()
        if start < end
    ]


def script(weights: Weights, name: str, head: str) -> str:
    """The weights as a module that exports them under a name; of boxes of letters (``#12``) packed in a string."""
    boxes = {int(name[1:]): weight for name, weight in weights.items() if name.startswith(BOX)}
    named = {name: weight for name, weight in weights.items() if not name.startswith(BOX)}
    keys = {name: name if name.isidentifier() else json.dumps(name, ensure_ascii=False) for name in named}
    lines = [f"    {keys[name]}: {named[name]}," for name in sorted(named)]
    if not boxes:
        return "\n".join([head, "", f"export const {name} = new Map(", "  Object.entries({", *lines, "  }),", ")", ""])
    use = ['import { unpacked } from "./grams.js"', ""]
    lines = ["  ...Object.entries({", *lines, "  }),", f"  ...unpacked({json.dumps(packed(boxes))}),"]
    return "\n".join([head, "", *use, f"export const {name} = new Map([", *lines, "])", ""])


def packed(boxes: Mapping[int, float]) -> str:
    """A sign for each box as web/match/grams.js reads it; the last ones that say nothing are left out."""
    middle = len(SIGNS) // 2
    steps = [round(boxes.get(box, 0) / STEP) + middle for box in range(max(boxes) + 1)]
    return "".join(SIGNS[min(max(step, 0), len(SIGNS) - 1)] for step in steps)


def lone(existing: Iterable[str]) -> list[quality.Query]:
    """The queries for searching that ranking is tuned on."""
    asked = [q for path in (quality.QUERIES, quality.COLLOQUIAL) for q in quality.queries(path, existing=existing)]
    return [query for query in asked if not query.held_out]


def main(arguments: Sequence[str]) -> None:
    """Fit and write, or fit and measure."""
    docs = Path(arguments[arguments.index("--docs") + 1]) if "--docs" in arguments else ROOT / "docs"
    folds = int(arguments[arguments.index("--leave-out") + 1]) if "--leave-out" in arguments else 0
    book, _ = checks.examine(docs, typeset=False)
    all_ = [post for post in posts.posts() if not post.held_out]
    if "--leave-layout-out" in arguments:
        for line in layouts_left_out(all_):
            print(line)  # noqa: T201
        return
    with TemporaryDirectory() as name:
        write(search_index.scripts(book), Path(name))
        weights, divided = fitted(all_, folds)
        answered, told = worths(all_, lone(book.by_id), Path(name), folds)
        if folds:
            found = posts.matched(all_, Path(name), divided, told)
    if not folds:
        for (path, *how), values in ((WEIGHTS, weights), (WORTHS, answered)):
            path.write_text(script(values, *how), encoding="utf-8")
        return
    total, lost = Counter[str](), Counter[str]()
    for post, rows in zip(all_, found, strict=True):
        total += posts.counted(post, rows, frozenset(book.by_id))
        lost.update(posts.losses(post, rows, frozenset(book.by_id)))
    print("\n".join([*posts.figures(total), *posts.table(lost)]))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
