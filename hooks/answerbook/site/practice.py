"""What practice and mock interviews are made from, as scripts: one with all questions in short, one more for each."""

from __future__ import annotations

from collections.abc import Mapping

from .. import classic
from ..content import addresses
from ..content.questions import Book, Question
from ..markup import markup
from ..markup.medium import Screen
from ..text import form
from .site import Site, screen

FOLDER = "assets/practice/"
# Where the pages that show them stand: links lead from there.
HERE = "practice/"


def scripts(site: Site) -> dict[str, str]:
    """The scripts by their addresses in the site."""
    made = {f"{FOLDER}index.js": classic.script("practice", classic.packed(index(site.book)))}
    for question in site.book.questions:
        name = f"card/{question.id}"
        made[f"{FOLDER}{name}.js"] = classic.script(name, classic.packed(card(site, question)))
    return made


def index(book: Book) -> Mapping[str, object]:
    """All questions in reading order, what they can be chosen by, and who has taken the place of whom."""
    answered = book.answered
    collections = {
        one.key: list(dict.fromkeys(answered[asked.key].id for asked in one.questions if asked.key in answered))
        for one in book.collections
    }
    return {
        "questions": [_entry(book, question) for question in book.questions],
        "topics": {topic.id: topic.title for topic in book.topics if topic.questions},
        "paths": {
            route.key: {"title": route.title, "kind": route.kind, "questions": [id for _, id in route.questions]}
            for route in book.routes
        },
        "collections": collections,
        "moved": {old: addresses.resolve(old, book.retired) for old in book.retired if addresses.ID.fullmatch(old)},
    }


def card(site: Site, question: Question) -> Mapping[str, str]:
    """What a reader holds against the own answer, as HTML by the anchor of its part; the short answer as text.

    The list of follow-ups has the items of the body, in their order: `index` counts them.
    """
    # Glyphs are not shared: several cards may stand on one page, and each would number its own.
    page = screen(site, HERE)
    medium = _CardMedium(page.link, page.asset, page.docs, show=page.show, cut=page.cut)
    found = form.card(question.body).items()
    parts = {anchor: markup.body_html(question.path, body, medium).html.strip() for anchor, body in found}
    return {"short": question.short, **parts}


class _CardMedium(Screen):
    """A part of an answer on a card, which says itself what it is: the heading is not written."""

    def heading(self, level: int, anchor: str, text: str) -> str:
        """Nothing."""
        return ""

    def heading_end(self, level: int, anchor: str) -> str:
        """Nothing."""
        return ""


def _entry(book: Book, question: Question) -> Mapping[str, object]:
    """A question in short; `asked` is how often it was counted, where the count is one to rank by."""
    counted = book.frequencies.reliable(question.id)
    follow_ups = [one.id if one.id in book.by_id else "" for one in question.body.follow_ups]
    return {
        "id": question.id,
        "title": question.title,
        "topic": question.topic,
        "level": question.level,
        "frequency": question.frequency,
        **({"asked": counted.questions} if counted else {}),
        **({"next": follow_ups} if follow_ups else {}),
    }
