"""What each answer rests on and what it lacks: numbers computed, code run, libraries measured, works opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..content import measured
from ..content.measured import Finding
from ..content.numbers import Fact, Number
from ..content.questions import Book, Question
from ..content.references import NONE, Reference
from ..text import form
from ..text.bodies import Fence
from . import measured_rules


@dataclass(frozen=True)
class Code:
    """A block of code that the tests run: what it shows, and whether it needs PyTorch."""

    shows: str
    torch: bool


@dataclass(frozen=True)
class Source:
    """A work that an answer cites, and the places in it that the answer names."""

    work: Reference
    places: tuple[str, ...]

    @property
    def opened(self) -> bool:
        """Whether anything of it was opened."""
        return self.work.read != NONE


@dataclass(frozen=True)
class Evidence:
    """All of one answer."""

    numbers: tuple[Number, ...]
    code: tuple[Code, ...]
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    # Sentences on libraries that nobody measured.
    unmeasured: tuple[str, ...]

    @property
    def unopened(self) -> tuple[Source, ...]:
        """The sources of which nothing was opened."""
        return tuple(source for source in self.sources if not source.opened)

    @property
    def summary(self) -> str:
        """What there is, in words; what there is none of is left out."""
        opened = len(self.sources) - len(self.unopened)
        said = (
            (len(self.numbers), f"重算 {len(self.numbers)} 个数"),
            (len(self.code), f"运行 {len(self.code)} 段代码"),
            (len(self.findings), f"实测 {len(self.findings)} 条"),
            (len(self.facts), f"核对 {len(self.facts)} 件事实"),
            (len(self.sources), f"出处 {len(self.sources)} 篇，打开过 {opened} 篇"),
        )
        return "，".join(words for count, words in said if count)

    @property
    def gaps(self) -> Iterator[str]:
        """What is missing, a sentence each."""
        unopened, unseen = self.unopened, sum(len(source.places) for source in self.unopened)
        if not self.numbers and not self.code:
            yield "没有重算的数，也没有运行的代码。"
        if not self.sources:
            yield "没有出处。"
        elif unopened:
            every = len(unopened) == len(self.sources)
            which = f"{len(unopened)} 篇出处都" if every else f"{len(self.sources)} 篇出处里有 {len(unopened)} 篇"
            places = f"，{unseen} 处节号未核对" if unseen else ""
            yield f"{which}没有打开过{places}。"
        if self.unmeasured:
            yield f"{len(self.unmeasured)} 句说到库的行为，没有实测。"


def of(book: Book) -> Mapping[str, Evidence]:
    """The evidence of every answer by its id."""
    unmeasured: dict[str, list[str]] = {}
    for question, _, said in measured_rules.unmeasured(book):
        unmeasured.setdefault(question.id, []).append(said)
    numbers: dict[str, list[Number]] = {}
    for number in book.numbers:
        numbers.setdefault(number.page, []).append(number)
    return {
        question.id: Evidence(
            numbers=tuple(numbers.get(question.id, ())),
            code=tuple(_code(question.body.fences)),
            findings=measured.of_page(book.findings, question.id),
            facts=tuple(fact for fact in book.facts if _tells(question, fact)),
            sources=tuple(_sources(question, book)),
            unmeasured=tuple(unmeasured.get(question.id, ())),
        )
        for question in book.questions
    }


def _code(fences: Sequence[Fence]) -> Iterator[Code]:
    """The blocks that the tests run: those of Python that are not marked as pieces."""
    for fence in fences:
        language, *kinds = fence.info.strip("{} ").replace(".", " ").split() or [""]
        if language == "python" and "norun" not in kinds:
            closed = form.is_check(fence.info)
            lines = len(fence.code.rstrip().split("\n"))
            yield Code(form.caption(fence.code) if closed else f"页面上的代码，{lines} 行", "torch" in kinds)


def _tells(question: Question, fact: Fact) -> bool:
    return any(fact.pattern.search(text) for text in (question.short, question.body.text))


def _sources(question: Question, book: Book) -> Iterator[Source]:
    places: dict[str, list[str]] = {}
    for citation in question.body.citations:
        named = places.setdefault(citation.key, [])
        if citation.place and citation.place not in named:
            named.append(citation.place)
    for key, found in places.items():
        work = book.references.get(key)
        if work is not None:
            yield Source(work, tuple(found))
