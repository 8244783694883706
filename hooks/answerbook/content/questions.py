"""The Question model: the only shape in which the rest of the code sees content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property

from ..text.body import Body
from .accelerators import Accelerator
from .calculations import Calculation
from .collected import Collection
from .earlier import EarlierPassage
from .editions import Edition
from .frequencies import UNCOUNTED, Frequencies
from .glossary import Term
from .measured import Finding
from .models import Model
from .notebooks import Notebook
from .numbers import Fact, Number
from .references import Reference
from .routes import Route
from .settings import Settings

LEVELS = ("基础", "进阶", "深入")


@dataclass(frozen=True)
class Correction:
    """What was changed in an answer that readers may have learnt, and when."""

    date: date
    text: str


@dataclass(frozen=True, repr=False)
class Question:
    """A question that passed every check of its own file."""

    id: str
    topic: str
    path: str
    title: str
    short: str
    level: str
    frequency: str
    tags: tuple[str, ...]
    aliases: tuple[str, ...]
    # How people really ask: for search, not shown.
    asks: tuple[str, ...]
    asked_in: tuple[str, ...]
    updated: date
    # The day on which a page that states the present was looked up.
    as_of: date | None
    corrections: tuple[Correction, ...]
    body: Body
    # The line of each field, for rules that look across files.
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    def __repr__(self) -> str:
        """Its id, and a digest of all that it says, worked out once: what decides pages has it several times."""
        return f"Question({self.id!r}, {self._digest})"

    @cached_property
    def _digest(self) -> str:
        said = [getattr(self, one.name) for one in fields(self) if one.compare]
        return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Topic:
    """A folder of questions, in reading order, with the map of it that its index.md holds."""

    id: str
    title: str
    summary: str
    body: Body
    path: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Head:
    """What a topic's index.md says; `questions` are ids with their lines."""

    title: str
    order: int | None
    summary: str
    questions: tuple[tuple[int, str], ...]
    body: Body


@dataclass(frozen=True)
class Book:
    """Everything that a build is made from."""

    topics: tuple[Topic, ...]
    references: Mapping[str, Reference]
    collections: tuple[Collection, ...]
    glossary: tuple[Term, ...]
    published: frozenset[str]
    retired: Mapping[str, str]
    settings: Settings
    notebooks: tuple[Notebook, ...] = ()
    models: Mapping[str, Model] = field(default_factory=dict)
    accelerators: Mapping[str, Accelerator] = field(default_factory=dict)
    calculations: tuple[Calculation, ...] = ()
    frequencies: Frequencies = UNCOUNTED
    routes: tuple[Route, ...] = ()
    numbers: tuple[Number, ...] = ()
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    earlier: tuple[EarlierPassage, ...] = ()
    editions: tuple[Edition, ...] = ()

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions, topic by topic, in reading order."""
        return tuple(question for topic in self.topics for question in topic.questions)

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """The questions by their ids."""
        return {question.id: question for question in self.questions}

    @cached_property
    def answered(self) -> Mapping[str, Question]:
        """The collected keys that are answered, with the question that does."""
        return {key: question for question in self.questions for key in question.asked_in}

    def topic_of(self, question: Question) -> Topic:
        """The topic whose folder the question is in."""
        return self._topics[question.topic]

    def neighbours(self, question: Question) -> tuple[Question | None, Question | None]:
        """The questions before and after this one within its topic."""
        around = self.topic_of(question).questions
        at = self.place(question)
        return (around[at - 1] if at else None, around[at + 1] if at + 1 < len(around) else None)

    def place(self, question: Question) -> int:
        """Which of its topic's questions it is, from 0 on."""
        return self._places[question.id]

    @cached_property
    def _topics(self) -> Mapping[str, Topic]:
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {question.id: at for topic in self.topics for at, question in enumerate(topic.questions)}
