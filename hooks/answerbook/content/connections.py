"""How the questions of a book hang together: who links to whom, what shares a tag, what reads on from here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ..text import links
from .collected import Collection, CollectionItem
from .questions import Book, Question

RELATED_QUESTIONS = 5
# Of a tag that stands on very many questions, only those nearest in reading order are compared.
_NEAREST = 24


@dataclass(frozen=True)
class Connections:
    """What leads from a question to others, and from elsewhere to questions."""

    # By id: the questions that link to it, and those related to it but not linked.
    backlinks: Mapping[str, tuple[Question, ...]]
    related: Mapping[str, tuple[Question, ...]]
    # By tag, the most used first.
    tagged: Mapping[str, tuple[Question, ...]]
    # By key: the collection that asked it, and how.
    collected: Mapping[str, tuple[Collection, CollectionItem]]


def connect(book: Book) -> Connections:
    """Everything at once: each body is read a single time."""
    linked = {question.id: _linked(question, book) for question in book.questions}
    backlinks: defaultdict[str, list[Question]] = defaultdict(list)
    for question in book.questions:
        for id in linked[question.id]:
            backlinks[id].append(question)
    tagged: defaultdict[str, list[Question]] = defaultdict(list)
    for question in book.questions:
        for tag in question.tags:
            tagged[tag].append(question)
    return Connections(
        backlinks={id: tuple(questions) for id, questions in backlinks.items()},
        related=_related(book, linked, backlinks, tagged),
        tagged={tag: tuple(tagged[tag]) for tag in sorted(tagged, key=lambda tag: (-len(tagged[tag]), tag))},
        collected={asked.key: (collection, asked) for collection in book.collections for asked in collection.questions},
    )


def _linked(question: Question, book: Book) -> dict[str, None]:
    """The ids that a body links to, in order, itself left out."""
    targets = (links.target_id(link.target) for link in question.body.links if not link.image)
    return dict.fromkeys(id for id in targets if id in book.by_id and id != question.id)


def _related(
    book: Book,
    linked: Mapping[str, Mapping[str, None]],
    backlinks: Mapping[str, list[Question]],
    tagged: Mapping[str, list[Question]],
) -> dict[str, tuple[Question, ...]]:
    """Those that share the rarest tags, and not the ones a reader finds in the text or among the backlinks anyway."""
    places = {tag: {question.id: at for at, question in enumerate(questions)} for tag, questions in tagged.items()}
    related: dict[str, tuple[Question, ...]] = {}
    for question in book.questions:
        known = {question.id, *linked[question.id], *(other.id for other in backlinks.get(question.id, ()))}
        scores: defaultdict[str, float] = defaultdict(float)
        for tag in question.tags:
            at = places[tag][question.id]
            for other in tagged[tag][max(0, at - _NEAREST) : at + _NEAREST + 1]:
                if other.id not in known:
                    scores[other.id] += 1 / len(tagged[tag]) + (0.01 if other.topic == question.topic else 0)
        best = sorted(scores, key=lambda id: (-scores[id], id))[:RELATED_QUESTIONS]
        related[question.id] = tuple(book.by_id[id] for id in best)
    return related
