"""What the templates in overrides/ are given: of each kind of page all that it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from ..checking.evidence import Evidence
from ..content.calculations import Calculation
from ..content.collected import Collection, CollectionItem
from ..content.earlier import EarlierPassage
from ..content.editions import Edition
from ..content.frequencies import Survey
from ..content.glossary import Term
from ..content.measured import Finding
from ..content.notebooks import Cell, Notebook
from ..content.questions import Correction, Question, Topic
from ..content.routes import Route
from .calculators import Calculator, Table
from .downloads import Download
from .fields import FormField
from .study import Journey, Ranked, Ranking


@dataclass(frozen=True, repr=False)
class NavEntry:
    """A line that leads somewhere: an address from the site's root (or of a part of this page), and what it says."""

    address: str
    title: str
    entries: tuple[NavEntry, ...] = ()
    current: bool = False

    def __repr__(self) -> str:
        """What decides it (see `page_cache`), worked out once: the same entry stands on dozens of pages."""
        return self._repr

    @cached_property
    def _repr(self) -> str:
        return f"NavEntry({self.address!r}, {self.title!r}, {self.entries!r}, {self.current})"


@dataclass(frozen=True)
class Sidebar:
    """The list beside a page: what it lists, and how many entries were left out at either end."""

    title: str
    address: str
    entries: tuple[NavEntry, ...]
    before: int = 0
    after: int = 0


@dataclass(frozen=True)
class ChangedDay:
    """What changed on a day: what was corrected, and what else is new or edited, the most asked of it first."""

    date: date
    corrected: tuple[Question, ...]
    others: tuple[Question, ...]


@dataclass(frozen=True)
class Choice:
    """What can be chosen of the page of tags: a heading; the selector of its rows, and how many they are."""

    name: str
    anchor: str
    rows: str
    questions: int


@dataclass(frozen=True)
class ChoiceRow:
    """A question of the page of tags; its classes say by which choices it is meant."""

    question: Question
    said: str
    classes: str


@dataclass(frozen=True, kw_only=True)
class View:
    """What stands beside every page: the list it belongs to (that of the topics if there is none), and its parts."""

    sidebar: Sidebar | None = None
    contents: tuple[NavEntry, ...] = ()


@dataclass(frozen=True)
class PageContent:
    """What a page shows: `view` is ready, `more` takes time and is made only from `view` and `basis`."""

    view: View
    more: Callable[[], Mapping[str, Any]] = dict
    # Where there is none, a finished page is not worth keeping.
    basis: object = None

    def whole(self) -> View:
        """All of it."""
        return replace(self.view, **self.more())


@dataclass(frozen=True, kw_only=True)
class HomePage(View):
    """The first page."""

    topics: Sequence[Topic]
    collections: Sequence[Collection]
    downloads: Sequence[Download]
    journeys: Sequence[Journey]
    # The questions asked most often, and how many are asked often.
    asked: Sequence[Ranked]
    frequent: int
    days: Sequence[ChangedDay]
    # Whether the book has what these pages need.
    mock: bool
    calculators: bool


@dataclass(frozen=True)
class Measured:
    """A finding as it is told: both sentences as HTML, and the answers that lead to it."""

    finding: Finding
    guess: str
    statement: str
    pages: tuple[NavEntry, ...]


@dataclass(frozen=True, kw_only=True)
class TopicPage(View):
    """A topic: its map and its questions, in reading order and by how often they are asked; what was measured."""

    topic: Topic
    measured: Sequence[Measured]
    deck: Download | None
    map: str
    ranking: Ranking | None
    calculators: Sequence[NavEntry]
    edit: str
    printed: Download | None


@dataclass(frozen=True, kw_only=True)
class AllPage(View):
    """Every answer of a topic as HTML."""

    topic: Topic
    topic_entry: NavEntry
    answers: Sequence[tuple[Question, str]] = ()


@dataclass(frozen=True, kw_only=True)
class NightPage(AllPage):
    """The same for the night before; `minutes` is how long it takes to read."""

    minutes: int


@dataclass(frozen=True, kw_only=True)
class AnswerPage(View):
    """One answer."""

    question: Question
    topic_entry: NavEntry
    linked_data: Mapping[str, object]
    card: str
    # The address of the whole answer as Markdown.
    markdown: str
    # Anchors that its parts had before, by those they have now.
    former: Mapping[str, Sequence[str]]
    grade_anchor: str
    frequency_anchor: str
    # Why it counts as asked so often.
    reason: str
    tags: Sequence[tuple[str, str]]
    references: str
    # On what it rests, in words, and where that is told.
    evidence: NavEntry
    # The exercise with a judge; where to get it, "" where only the book's own folder has it.
    drill: NavEntry | None
    asked: Sequence[tuple[NavEntry, str, str]]
    related: Sequence[NavEntry]
    backlinks: Sequence[NavEntry]
    # What it said before its corrections.
    earlier: Sequence[EarlierPassage]
    previous: NavEntry | None
    next: NavEntry | None
    edit: str
    report: str
    # Whether it has figures in steps.
    moving: bool
    # Calculators with the inputs of this answer: their pages, and what the inputs are.
    calculations: Sequence[tuple[NavEntry, Calculation]] = ()
    body: str = ""
    numbers: str = ""
    # The same passages as HTML: what was said, what is said since, and why.
    told: Sequence[tuple[str, str, str]] = ()


@dataclass(frozen=True, kw_only=True)
class FigurePage(View):
    """A figure in steps by itself, and what the answer is called that it stands in."""

    answer: str
    figure: str


@dataclass(frozen=True, kw_only=True)
class ErrataPage(View):
    """What was corrected, by day, the latest first."""

    days: Sequence[tuple[date, Sequence[tuple[Correction, Question]]]]


@dataclass(frozen=True, kw_only=True)
class PracticePage(View):
    """All questions, and what they can be chosen by."""

    topics: Sequence[Topic]
    routes: Sequence[Route]
    collections: Sequence[Collection]
    frequencies: Sequence[str]
    # Whether there are mock interviews.
    jobs: bool


@dataclass(frozen=True, kw_only=True)
class MockPage(View):
    """The paths that an interview may be drawn from."""

    practice_entry: NavEntry
    routes: Sequence[Route]


@dataclass(frozen=True, kw_only=True)
class MeasuredPage(View):
    """What people say of libraries and what runs show, by the topic of the first answer that tells it."""

    topics: Sequence[tuple[Topic, Sequence[Measured]]]
    count: int


@dataclass(frozen=True, kw_only=True)
class EditionsPage(View):
    """What was released, the latest first, and how this state of the book is cited."""

    editions: Sequence[Edition]
    cited: str
    day: str
    address: str


@dataclass(frozen=True)
class Tally:
    """What of some answers there is: numbers, code, findings, told facts, cited works, and those of them opened."""

    answers: int
    numbers: int
    code: int
    findings: int
    facts: int
    sources: int
    opened: int


@dataclass(frozen=True, kw_only=True)
class EvidencePage(View):
    """On what the book rests, topic by topic, and in all."""

    topics: Sequence[tuple[NavEntry, Tally]]
    total: Tally


@dataclass(frozen=True, kw_only=True)
class EvidenceTopicPage(View):
    """The same of each answer of a topic, one by one."""

    topic: Topic
    evidence_entry: NavEntry
    answers: Sequence[tuple[Question, Evidence]]
    # What each finding says first, as HTML, by its id.
    told: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class TagsPage(View):
    """All questions: by how often they are asked, by frequency and level, by tag."""

    counted: Survey | None
    rule: str
    rows: Sequence[ChoiceRow]
    # The most used first; those of one or two questions apart where there are many.
    tags: Sequence[Choice]
    seldom: Sequence[Choice]
    levels: Sequence[Choice]
    grades: Sequence[tuple[Choice, Sequence[Choice]]]


@dataclass(frozen=True, kw_only=True)
class PathsPage(View):
    """All reading orders by what they go by; `speed` is in characters a minute."""

    kinds: Sequence[tuple[str, Sequence[Journey]]]
    speed: int


@dataclass(frozen=True, kw_only=True)
class PathPage(View):
    """One reading order."""

    journey: Journey
    paths_entry: NavEntry
    printed: Download | None


@dataclass(frozen=True, kw_only=True)
class CollectionsPage(View):
    """All collections."""

    collections: Sequence[Collection]


@dataclass(frozen=True, kw_only=True)
class CollectionPage(View):
    """One collection, each of its questions with its answer, where there is one."""

    collection: Collection
    collections_entry: NavEntry
    questions: Sequence[tuple[CollectionItem, Question | None]]

    @property
    def answers(self) -> int:
        """How many answers there are: one may answer several of the questions."""
        return len({answer.id for _, answer in self.questions if answer})


@dataclass(frozen=True, kw_only=True)
class GlossaryPage(View):
    """All terms, and the letters that mean the same in the whole book."""

    terms: Sequence[tuple[Term, Question | None]]
    symbols: Sequence[tuple[str, Term]]


@dataclass(frozen=True, kw_only=True)
class NotebookPage(View):
    """A notebook: its cells as HTML, its drawings, and the answers that lead to it."""

    notebook: Notebook
    file: str
    cells: Sequence[tuple[Cell, str]]
    drawings: Mapping[str, str]
    questions: Sequence[NavEntry]
    edit: str


@dataclass(frozen=True, kw_only=True)
class CalculatorsPage(View):
    """All calculators."""

    calculators: Sequence[Calculator]
    library: str
    configurations: int
    read: int
    classes: int
    differences: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class CalculatorPage(View):
    """One calculator, with the titles of the answers that its steps lead to, and those worth reading."""

    calculator: Calculator
    models: Sequence[tuple[str, str]]
    fields: Sequence[FormField]
    calculators_entry: NavEntry
    table: Table
    titles: Mapping[str, str]
    answers: Sequence[NavEntry]
