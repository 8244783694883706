"""How good search is: the judged queries, and per class what came first, how high, how much, how often nothing."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

QUERIES = Path(__file__).with_name("queries.yml")
# Questions the way people talk, written by someone who saw only the titles.
COLLOQUIAL = Path(__file__).with_name("colloquial.yml")
# The same of another day, looked at once, when all was done: nothing was tuned on it.
FRESH = Path(__file__).with_name("fresh.yml")
# Eight ways of asking for each answer, of its title only: two of them out of five are never looked at, only counted.
PARAPHRASED = Path(__file__).with_name("paraphrased.yml")
# What people type on a phone: misheard, half spelt, English joined or split, a term with 是啥, 公式, 代码, 手撕.
PHONE = Path(__file__).with_name("phone.yml")
UNANSWERED = "书里没有"
# Dealt by a hash of the text, so that a further line deals no other one anew; the class before them by its order.
HASHED = ("口语二", "口语三", "手机")
NEVER_TUNED = ("口语四",)
IN_FIFTHS = ("换句话问",)
DEEP = 10


@dataclass(frozen=True)
class Query:
    """A query, the answers that are right for it (perhaps none), and whether ranking was tuned without it."""

    kind: str
    text: str
    answers: tuple[str, ...]
    held_out: bool


@dataclass(frozen=True)
class Result:
    """What search shows: the id of an answer, and whether it says itself that this is only a guess."""

    id: str
    weak: bool = False


@dataclass(frozen=True)
class Score:
    """The figures of one class of queries."""

    count: int
    first: float
    reciprocal: float
    recall: float
    nothing: float


def queries(path: Path = QUERIES, existing: Iterable[str] | None = None) -> list[Query]:
    """The judged queries; with ``existing``, those that this book can answer, and those it should not answer."""
    known = None if existing is None else set(existing)
    found = []
    for kind, entries in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for place, (text, *answers) in enumerate(entries):
            there = tuple(answer for answer in answers if known is None or answer in known)
            if there or not answers:
                found.append(Query(kind, text, there, _held_out(kind, place, text)))
    return found


def _held_out(kind: str, place: int, text: str) -> bool:
    if kind in NEVER_TUNED:
        return True
    if kind in IN_FIFTHS:
        return zlib.crc32(text.encode()) % 5 >= 3
    return zlib.crc32(text.encode()) % 2 == 1 if kind in HASHED else place % 3 == 2


def score(asked: Sequence[Query], results: Mapping[str, Sequence[Result]]) -> Score:
    """The mean figures over these queries, each of which has an answer."""
    first = reciprocal = recall = nothing = 0.0
    for query in asked:
        ids = [result.id for result in results[query.text]][:DEEP]
        right = [place for place, id in enumerate(ids) if id in query.answers]
        first += bool(right) and right[0] == 0
        reciprocal += 1 / (right[0] + 1) if right else 0
        recall += len(right) / min(len(query.answers), DEEP)
        nothing += not ids
    count = max(len(asked), 1)
    return Score(len(asked), first / count, reciprocal / count, recall / count, nothing / count)


def quiet(asked: Sequence[Query], results: Mapping[str, Sequence[Result]]) -> float:
    """The share of queries without an answer for which search shows nothing, or says that it only guesses."""
    return sum(not (found := results[q.text]) or found[0].weak for q in asked) / max(len(asked), 1)


def by_class(asked: Sequence[Query], results: Mapping[str, Sequence[Result]]) -> dict[str, Score]:
    """The figures of each class that has answers, and of all of them together under “全部”."""
    kinds: dict[str, list[Query]] = {}
    for query in asked:
        if query.answers:
            kinds.setdefault(query.kind, []).append(query)
    together = [query for of_kind in kinds.values() for query in of_kind]
    return {kind: score(of_kind, results) for kind, of_kind in kinds.items()} | {"全部": score(together, results)}


def table(asked: Sequence[Query], results: Mapping[str, Sequence[Result]]) -> str:
    """The figures as a Markdown table."""
    rows = ["| 类 | 条数 | 第一条就对 | MRR@10 | 召回@10 | 没有结果 |", "| --- | --: | --: | --: | --: | --: |"]
    for kind, s in by_class(asked, results).items():
        rows.append(f"| {kind} | {s.count} | {s.first:.3f} | {s.reciprocal:.3f} | {s.recall:.3f} | {s.nothing:.1%} |")
    without = [query for query in asked if not query.answers]
    rows.append(f"| {UNANSWERED} | {len(without)} | {quiet(without, results):.3f} 不答或标明没把握 | | | |")
    return "\n".join(rows)


def misses(asked: Sequence[Query], results: Mapping[str, Sequence[Result]]) -> Iterator[str]:
    """A line for every query whose first result is wrong, or that should have none and is answered."""
    for query in asked:
        found = results[query.text]
        right = found and found[0].id in query.answers if query.answers else not found or found[0].weak
        if not right:
            yield f"{query.kind}  {query.text}  ≠ {query.answers[:3]}: {[r.id for r in found[:4]]}"


def difference(
    asked: Sequence[Query], before: Mapping[str, Sequence[Result]], after: Mapping[str, Sequence[Result]]
) -> str:
    """What changed from one set of results to the other, class by class."""
    rows = ["| 类 | 第一条就对 | MRR@10 | 召回@10 |", "| --- | --: | --: | --: |"]
    old, new = by_class(asked, before), by_class(asked, after)
    for kind, s in new.items():
        was = old[kind]
        changes = (s.first - was.first, s.reciprocal - was.reciprocal, s.recall - was.recall)
        rows.append(f"| {kind} | " + " | ".join(f"{change:+.3f}" for change in changes) + " |")
    without = [query for query in asked if not query.answers]
    rows.append(f"| {UNANSWERED} | {quiet(without, after) - quiet(without, before):+.3f} | | |")
    return "\n".join(rows)
