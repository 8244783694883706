"""How good /match/ is, without a browser: the judged posts, what was found in them and how much of it is right.

    PYTHONPATH=hooks python -m tests.search.posts [--held-out] [--misses] [--thresholds] [--docs FOLDER]

``--thresholds`` prints, for values that the threshold of 对得上 or of 可能是 might have, how many rows would be shown
so, how many of these are right, and how many of them are questions that the book has no answer to.
"""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
# A row shows a question if it has so much of it, and only a little else.
WHOLE = 0.6
MOSTLY = 0.3


@dataclass(frozen=True)
class Post:
    """A post, and the questions in it with their answers; none, or ``other``: the book has none to give."""

    form: str
    text: str
    questions: Mapping[str, tuple[str, ...]]
    held_out: bool = False


@dataclass(frozen=True)
class Row:
    """What /match/ shows: a question, the answer it chose (perhaps none), what else it may be, whether it is sure."""

    question: str
    chosen: str
    results: tuple[str, ...]
    sure: bool
    other: bool
    # The likeliest answer, how likely it is the one, and whether nothing but the threshold may speak against its being
    # sure.
    first: str
    chance: float
    may: bool


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


def matched(
    all_: Sequence[Post],
    folder: Path | None = None,
    weights: Sequence[Mapping[str, float]] = (),
    worths: Sequence[Mapping[str, float]] = (),
) -> list[list[Row]]:
    """The rows of each post, over the index in a folder; without one no answers are looked for.

    Weights (of division) and worths (of answers), if given, take the place of the book's by turns: the first for the
    first post.
    """
    texts = [post.text for post in all_]
    wanted = {"folder": str(folder or ""), "posts": texts, "weights": weights, "worths": worths}
    command = [node.executable(), str(Path(__file__).with_name("matched.mjs"))]
    done = subprocess.run(command, input=json.dumps(wanted), stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return [[Row(**row) for row in rows] for rows in json.loads(done.stdout)]


def letters(text: str) -> list[int]:
    """Where the letters and digits of a text stand, in UTF-16 units: nothing else counts where texts are compared."""
    found, at = [], 0
    for character in text:
        found += [at for one in unicodedata.normalize("NFKC", character).lower() if one.isalnum()]
        at += 2 if character > "\uffff" else 1
    return found


def _bare(text: str) -> str:
    folded = (unicodedata.normalize("NFKC", character).lower() for character in text)
    return "".join(one for part in folded for one in part if one.isalnum())


def standing(text: str, parts: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Where each part stands among the letters of a text, from and before which; nowhere is (0, 0).

    Parts come in order; one that does not stand behind the last is looked for from the beginning.
    """
    whole, at = _bare(text), 0
    found = {}
    for part in parts:
        bare = _bare(part)
        start = whole.find(bare, at)
        start = start if start >= 0 else whole.find(bare)
        found[part] = (start, start + len(bare)) if bare and start >= 0 else (0, 0)
        at = max(at, found[part][1])
    return found


def shown(post: Post, rows: Sequence[Row]) -> list[str]:
    """For each row the question that it shows: most of its letters, and no other's; "" where it shows none."""
    asked = standing(post.text, post.questions)
    places = standing(post.text, [row.question for row in rows])
    return [_shown(asked, *places[row.question]) for row in rows]


def _shown(asked: Mapping[str, tuple[int, int]], start: int, end: int) -> str:
    shared = {text: min(end, b) - max(start, a) for text, (a, b) in asked.items()}
    of = [text for text, (a, b) in asked.items() if shared[text] > 0 and shared[text] >= WHOLE * (b - a)]
    return of[0] if len(of) == 1 and shared[of[0]] >= MOSTLY * (end - start) else ""


def counted(post: Post, rows: Sequence[Row], existing: frozenset[str]) -> Counter[str]:
    """How many questions there are and were found, how many rows are sure and right."""
    counts: Counter[str] = Counter()
    of = shown(post, rows)
    answered = {text for text, row in zip(of, rows, strict=True) if row.chosen in post.questions.get(text, ())}
    for text, answers in post.questions.items():
        counts["questions"] += OTHER not in answers
        counts["found"] += OTHER not in answers and text in of
        counts["answerable"] += bool(existing & {*answers})
        counts["right"] += text in answered
    for text, row in zip(of, rows, strict=True):
        answers = post.questions.get(text, ())
        right = row.chosen in answers
        counts["rows"] += 1
        counts["spurious"] += not text
        counts["sure"] += row.sure
        counts["sure right"] += row.sure and right
        if text and existing & {*answers}:
            counts["linked"] += bool(row.chosen)
            counts["linked right"] += right
        elif text:
            counts["unanswerable"] += 1
            counts["falsely sure"] += row.sure
    return counts


def figures(total: Mapping[str, int]) -> list[str]:
    """The counts of all posts, a line for each share that they make."""
    of = [
        ("找到的问题", "found", "questions"),
        ("答对的", "right", "answerable"),
        ("不是问题的行", "spurious", "rows"),
        ("“对得上”里对的", "sure right", "sure"),
        ("书里有的题，第一个链接对", "linked right", "linked"),
        ("书里没有却说“对得上”", "falsely sure", "unanswerable"),
    ]
    return [f"{label}：{total[part]}/{total[whole]}" for label, part, whole in of]


def table(lost: Counter[str]) -> list[str]:
    """A line for each class of what is not right, the greatest first."""
    return [f"{count:5}  {name}" for name, count in lost.most_common()]


def losses(post: Post, rows: Sequence[Row], existing: frozenset[str]) -> Iterator[str]:
    """What became of every question and row that is not right: the name of its class."""
    of = shown(post, rows)
    asked = standing(post.text, post.questions)
    places = [standing(post.text, [row.question for row in rows])[row.question] for row in rows]
    for text, answers in post.questions.items():
        row = dict(zip(of, rows, strict=True)).get(text)
        if row is None and OTHER not in answers:
            yield _lost(text, asked, places)
        elif row and existing & {*answers} and row.chosen not in answers:
            near = bool({*row.results} & {*answers})
            how = "没有给答案" if not row.chosen else "排错了，对的在后面" if near else "排错了，对的不在候选里"
            yield f"找到的题：{how}"
        elif row and row.chosen in answers and not row.sure:
            yield "找到的题：答对了，只说“可能是”"
    yield from (f"多出的行：{_stray(asked, *place)}" for text, place in zip(of, places, strict=True) if not text)


def _lost(text: str, asked: Mapping[str, tuple[int, int]], places: Sequence[tuple[int, int]]) -> str:
    start, end = asked[text]
    held = [place for place in places if min(end, place[1]) - max(start, place[0]) > 0]
    whole = [(a, b) for a, b in held if min(end, b) - max(start, a) >= WHOLE * (end - start)]
    if any(_within(asked, *place) > 1 for place in whole):
        return "没找到的题：和别的题连成一行"
    return "没找到的题：" + ("行里多半是别的话" if whole else "切成几行" if held else "略去了")


def _stray(asked: Mapping[str, tuple[int, int]], start: int, end: int) -> str:
    if _within(asked, start, end) > 1:
        return "几题连成一行"
    part = max((min(end, b) - max(start, a) for a, b in asked.values()), default=0)
    return "题的一部分，或者题只占一点" if part > 0 else "不是题的话"


def _within(asked: Mapping[str, tuple[int, int]], start: int, end: int) -> int:
    return sum(min(end, b) - max(start, a) >= WHOLE * (b - a) for a, b in asked.values() if a < b)


def misses(post: Post, rows: Sequence[Row], existing: frozenset[str]) -> Iterator[str]:
    """A line for every question that was not found, or has another answer than it should."""
    of = shown(post, rows)
    by_text = dict(zip(of, rows, strict=True))
    for text, answers in post.questions.items():
        row = by_text.get(text)
        if row is None and OTHER not in answers:
            yield f"{post.form}  没有找到：{text}"
        elif row and (row.sure or existing & {*answers}) and row.chosen not in answers:
            yield f"{post.form}  {'对得上' if row.sure else '可能是'}：{text} → {row.chosen or '没有'}"
    yield from (f"{post.form}  不是一个问题：{row.question}" for text, row in zip(of, rows, strict=True) if not text)


def thresholds(
    all_: Sequence[Post], found: Sequence[Sequence[Row]], existing: frozenset[str], now: Mapping[str, float]
) -> Iterator[str]:
    """For values around each threshold: how many rows reach it, how many of them right, how many unanswerable."""
    rows = [
        (post.questions.get(text, ()), row)
        for post, some in zip(all_, found, strict=True)
        for text, row in zip(shown(post, some), some, strict=True)
    ]
    for name, value in now.items():
        for tried in (round(value + step, 2) for step in (-0.15, -0.1, -0.05, 0.0, 0.05, 0.1, 0.15)):
            reach = [(answers, row) for answers, row in rows if row.chance >= tried and (row.may or name != "对得上")]
            right = sum(row.first in answers for answers, row in reach)
            false = sum(not existing & {*answers} for answers, _ in reach)
            share = right / max(len(reach), 1)
            yield f"{name} {tried:.2f}：{len(reach)} 行，其中对的 {share:.3f}，书里没有的 {false}"


def main(arguments: Sequence[str]) -> None:
    """Print the figures; with --misses also every question and row that is not right."""
    docs = Path(arguments[arguments.index("--docs") + 1]) if "--docs" in arguments else ROOT / "docs"
    book, _ = checks.examine(docs, typeset=False)
    existing = frozenset(book.by_id)
    all_ = [post for post in posts() if post.held_out == ("--held-out" in arguments)]
    total, lost = Counter[str](), Counter[str]()
    with TemporaryDirectory() as name:
        write(search_index.scripts(book), Path(name))
        found = matched(all_, Path(name))
    for post, rows in zip(all_, found, strict=True):
        total += counted(post, rows, existing)
        lost.update(losses(post, rows, existing))
        for line in misses(post, rows, existing) if "--misses" in arguments else ():
            print(line)  # noqa: T201
    print("\n".join([*figures(total), *table(lost)]))  # noqa: T201
    for line in thresholds(all_, found, existing, _limits()) if "--thresholds" in arguments else ():
        print(line)  # noqa: T201


def _limits() -> dict[str, float]:
    """The thresholds of 对得上 and 可能是 as rows.js has them."""
    script = (ROOT / "web" / "match" / "rows.js").as_uri()
    said = 'JSON.stringify({ "对得上": SURE, "可能是": LIKELY })'
    code = f"import({json.dumps(script)}).then(({{ SURE, LIKELY }}) => process.stdout.write({said}))"
    command = [node.executable(), "--input-type=module", "-e", code]
    limits: dict[str, float] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return limits


if __name__ == "__main__":
    main(sys.argv[1:])
