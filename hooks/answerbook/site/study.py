"""For those who have a day, or an hour: what is asked most, what to read in which order, what to know tonight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .. import cache
from ..content.frequencies import FREQUENCIES
from ..content.questions import Book, Question
from ..content.routes import Route
from ..text import form


@dataclass(frozen=True)
class Ranked:
    """A question and how often it is asked, in words."""

    question: Question
    said: str


@dataclass(frozen=True)
class Ranking:
    """Questions by how often they are asked, and those that the count says nothing about."""

    counted: tuple[Ranked, ...]
    others: tuple[Ranked, ...]


@dataclass(frozen=True)
class Stage:
    """A question of a route and how many minutes it takes."""

    question: Question
    minutes: int


@dataclass(frozen=True)
class Journey:
    """A route with what stands on it."""

    route: Route
    stages: tuple[Stage, ...]

    @property
    def minutes(self) -> int:
        """How long the whole of it takes."""
        return sum(stage.minutes for stage in self.stages)


def ranking(book: Book, questions: Iterable[Question]) -> Ranking:
    """The questions, the most asked first; of those that were not counted, the likeliest first."""
    known = book.frequencies
    counted: list[tuple[int, int, Ranked]] = []
    others: list[Ranked] = []
    for question in questions:
        count = known.reliable(question.id)
        if count is not None:
            said = f"{count.questions} 道、{count.companies} 家"
            counted.append((-count.questions, -count.companies, Ranked(question, said)))
        else:
            newer = question.id in known.counts and known.counts[question.id].newer
            said = "数据早于此题" if newer else "数不准" if question.id in known.counts else "没有数过"
            others.append(Ranked(question, f"{question.frequency}频，{said}"))
    counted.sort(key=lambda one: one[:2])
    others.sort(key=lambda one: FREQUENCIES.index(one.question.frequency))
    return Ranking(tuple(one for *_, one in counted), tuple(others))


def journeys(book: Book) -> tuple[Journey, ...]:
    """The routes in the order of their file."""
    return tuple(Journey(route, tuple(_stages(book, route))) for route in book.routes)


def night_minutes(questions: Sequence[Question]) -> int:
    """How long it takes to read what is to be known the night before."""
    return sum(map(_minutes, questions))


def _minutes(question: Question) -> int:
    key = cache.key(cache.code("text"), question.body.digest)
    return cache.value("night", key, lambda: form.minutes(form.night(question.body)))


def duration(minutes: int) -> str:
    """A time as one says it: of an hour and more, to the quarter of an hour."""
    if minutes >= 60:
        minutes = round(minutes / 15) * 15
    hours, rest = divmod(minutes, 60)
    return f"{minutes} 分钟" if not hours else f"{hours} 小时 {rest} 分钟" if rest else f"{hours} 小时"


def _stages(book: Book, route: Route) -> Iterable[Stage]:
    for _, id in route.questions:
        question = book.by_id[id]
        yield Stage(question, form.minutes(question.body))
