"""How good /match/ is, without a browser: the judged posts, what was found in them and how much of it is right.

    PYTHONPATH=hooks python -m tests.search.posts [--held-out] [--misses] [--thresholds] [--docs FOLDER]

``--thresholds`` prints, for each value that one of the thresholds of 对得上 might have while the others stay, how many
rows would be sure, how many of these are right, and how many questions without an answer would be falsely sure.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from answerbook import node
from answerbook.checking import checks
from answerbook.search import search_index

from tests.search.tune import ROOT, write

POSTS = Path(__file__).with_name("posts.yml")
OTHER = "other"


@dataclass(frozen=True)
class Post:
    """A post, and the questions in it with their answers; none, or ``other``: the book has none to give."""

    form: str
    text: str
    questions: Mapping[str, tuple[str, ...]]
    held_out: bool = False


@dataclass(frozen=True)
class Row:
    """What /match/ shows: a question, the answer it chose (perhaps none), and whether it is sure."""

    question: str
    chosen: str
    sure: bool
    other: bool
    # The first result, where nothing but the thresholds of 对得上 speaks against it, and how near it comes to each of
    # them (see rows.js).
    near_id: str
    near: Mapping[str, float]


def posts(path: Path = POSTS) -> list[Post]:
    """The judged posts."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Post(
            one["form"],
            one["post"],
            {text: tuple(answers) for text, *answers in one["questions"]},
            one.get("held", False),
        )
        for one in found
    ]


def matched(all_: Sequence[Post], folder: Path | None = None) -> list[list[Row]]:
    """The rows of each post, over the index in a folder; without one no answers are looked for."""
    wanted = {"folder": str(folder or ""), "posts": [post.text for post in all_]}
    command = [node.executable(), str(Path(__file__).with_name("matched.mjs"))]
    done = subprocess.run(command, input=json.dumps(wanted), stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return [[Row(**row) for row in rows] for rows in json.loads(done.stdout)]


def counted(post: Post, rows: Sequence[Row], existing: frozenset[str]) -> Counter[str]:
    """How many questions there are and were found, how many rows are sure and right."""
    counts: Counter[str] = Counter()
    for text, answers in post.questions.items():
        counts["questions"] += OTHER not in answers
        counts["found"] += OTHER not in answers and any(row.question == text for row in rows)
        counts["answerable"] += bool(existing & {*answers})
        counts["unanswerable"] += not existing & {*answers}
    for row in rows:
        right = row.chosen in post.questions.get(row.question, ())
        counts["rows"] += 1
        counts["spurious"] += row.question not in post.questions
        counts["right"] += right
        counts["sure"] += row.sure
        counts["sure right"] += row.sure and right
        counts["falsely sure"] += row.sure and not existing & {*post.questions.get(row.question, ())}
    return counts


def misses(post: Post, rows: Sequence[Row], existing: frozenset[str]) -> Iterator[str]:
    """A line for every question that was not found, or has another answer than it should."""
    by_text = {row.question: row for row in rows}
    for text, answers in post.questions.items():
        row = by_text.get(text)
        if row is None and OTHER not in answers:
            yield f"{post.form}  没有找到：{text}"
        elif row and (row.sure or existing & {*answers}) and row.chosen not in answers:
            yield f"{post.form}  {'对得上' if row.sure else '可能是'}：{text} → {row.chosen or '没有'}"
    yield from (f"{post.form}  不是问题：{row.question}" for row in rows if row.question not in post.questions)


def thresholds(
    all_: Sequence[Post], found: Sequence[Sequence[Row]], existing: frozenset[str], now: Mapping[str, float]
) -> Iterator[str]:
    """For each threshold of 对得上 and values around the one it has: how many rows are sure, right, falsely so."""
    rows = [(post.questions.get(row.question, ()), row) for post, some in zip(all_, found, strict=True) for row in some]
    for name, value in now.items():
        for tried in (round(value + step, 2) for step in (-0.15, -0.1, -0.05, 0.0, 0.05, 0.1, 0.15)):
            limits = {**now, name: tried}
            sure = [(answers, row) for answers, row in rows if row.near and _reaches(row.near, limits)]
            right = sum(row.near_id in answers for answers, row in sure)
            false = sum(not existing & {*answers} for answers, _ in sure)
            share = right / max(len(sure), 1)
            yield f"{name} {tried:.2f}：对得上 {len(sure)}，其中对的 {share:.3f}，书里没有却说对得上 {false}"


def _reaches(near: Mapping[str, float], limits: Mapping[str, float]) -> bool:
    return all(near[name] >= least for name, least in limits.items())


def main(arguments: Sequence[str]) -> None:
    """Print the figures; with --misses also every question and row that is not right."""
    docs = Path(arguments[arguments.index("--docs") + 1]) if "--docs" in arguments else ROOT / "docs"
    book, _ = checks.examine(docs, typeset=False)
    existing = frozenset(book.by_id)
    all_ = [post for post in posts() if post.held_out == ("--held-out" in arguments)]
    total = Counter[str]()
    with TemporaryDirectory() as name:
        write(search_index.scripts(book), Path(name))
        found = matched(all_, Path(name))
    for post, rows in zip(all_, found, strict=True):
        total += counted(post, rows, existing)
        for line in misses(post, rows, existing) if "--misses" in arguments else ():
            print(line)  # noqa: T201
    of = [
        ("找到的问题", "found", "questions"),
        ("答对的", "right", "answerable"),
        ("不是问题的行", "spurious", "rows"),
        ("“对得上”里对的", "sure right", "sure"),
        ("书里没有却说“对得上”", "falsely sure", "unanswerable"),
    ]
    for label, part, whole in of:
        print(f"{label}：{total[part]}/{total[whole]}")  # noqa: T201
    for line in thresholds(all_, found, existing, _limits()) if "--thresholds" in arguments else ():
        print(line)  # noqa: T201


def _limits() -> dict[str, float]:
    """The thresholds of 对得上 as rows.js has them."""
    script = (ROOT / "web" / "match" / "rows.js").as_uri()
    code = f"import({json.dumps(script)}).then(({{ SURE }}) => process.stdout.write(JSON.stringify(SURE)))"
    command = [node.executable(), "--input-type=module", "-e", code]
    limits: dict[str, float] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return limits


if __name__ == "__main__":
    main(sys.argv[1:])
