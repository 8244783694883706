"""What the pages of answers show: each by itself, those of a topic together, and what to know the night before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from ..content import addresses, earlier, pictures, steps
from ..content.collected import Collection, CollectionItem
from ..content.earlier import EarlierPassage
from ..content.questions import Question, Topic
from ..markup import markup
from ..markup.markup import Passage
from ..markup.medium import Screen
from ..text import form, links, parts
from ..text.body import Body
from . import calculators, downloads, navigation, previews, proof, stepping, study, views
from .site import Site, screen
from .views import NavEntry, PageContent, View


@dataclass(frozen=True)
class _Beside:
    """What the page adds to a question from elsewhere in the book."""

    # HTML, "" for none.
    references: str
    asked: Sequence[tuple[NavEntry, str, str]]
    related: Sequence[NavEntry]
    backlinks: Sequence[NavEntry]
    former: Mapping[str, Sequence[str]]
    passages: Sequence[EarlierPassage]


def answer_page(site: Site, question: Question) -> PageContent:
    """An answer, with all that belongs to it."""
    connections = site.connections
    medium = screen(site, addresses.question_address(question.id))
    beside = _Beside(
        references=markup.references_html(question, site.book, medium),
        asked=[_asked(*connections.collected[key]) for key in question.asked_in if key in connections.collected],
        related=[site.entries[other.id] for other in connections.related[question.id]],
        backlinks=[site.entries[other.id] for other in connections.backlinks.get(question.id, ())],
        former=_former(site, question),
        passages=[*earlier.of_page(site.book.earlier, question.id)],
    )
    return PageContent(_view(site, question, beside), partial(_body, question, beside, medium), _shown(site, question))


def _view(site: Site, question: Question, beside: _Beside) -> views.AnswerPage:
    book = site.book
    here = addresses.question_address(question.id)
    topic = book.topic_of(question)
    before, after = book.neighbours(question)
    return views.AnswerPage(
        question=question,
        linked_data=previews.linked_data(question, book, site.name, site.url),
        card=previews.card_address(here),
        markdown=f"{here}index.md",
        former=beside.former,
        topic_entry=navigation.topic_entry(topic),
        grade_anchor=navigation.grade_anchor(question.frequency, question.level),
        frequency_anchor="counted" if book.frequencies.counts else "grades",
        reason=book.frequencies.reason(question.id),
        tags=[(tag, navigation.tag_anchor(tag)) for tag in question.tags],
        references=beside.references,
        drill=_drill(site, question),
        evidence=NavEntry(proof.evidence_address(topic.id, question.id), site.evidence[question.id].summary),
        asked=beside.asked,
        related=beside.related,
        backlinks=beside.backlinks,
        earlier=beside.passages,
        previous=site.entries[before.id] if before else None,
        next=site.entries[after.id] if after else None,
        calculations=[
            (NavEntry(one.address, one.title), what) for one, what in calculators.of_answer(book, question.id)
        ],
        edit=site.repository.edit(question.path),
        report=site.repository.report(question, site.url),
        moving=any(one.question is question for one in site.moving.values()),
        sidebar=navigation.neighbourhood(site, topic, question),
    )


def _body(question: Question, beside: _Beside, medium: Screen) -> Mapping[str, Any]:
    """The answer itself, its numbers to know, and what it said before it was corrected; and the list of its parts."""
    path = question.path
    told = [text for one in beside.passages for text in (earlier.quoted(one.said), earlier.quoted(one.says), one.why)]
    body, numbers, *quotes = markup.page_html(
        [
            Passage(path, question.body, replace(medium, show=stepping.shown, former=beside.former)),
            Passage(path, form.numbers(question.body), medium),
            *(Passage(path, Body(text), medium) for text in told),
        ]
    )
    titles = {anchor: title for title, anchor in parts.MADE.items()}
    made = {
        parts.REFERENCES: beside.references,
        parts.ASKED_IN: beside.asked,
        parts.RELATED: beside.related or beside.backlinks,
        parts.CORRECTIONS: question.corrections,
    }
    contents = (
        NavEntry(f"#{parts.SHORT}", titles[parts.SHORT]),
        *navigation.contents(body.headings),
        *(NavEntry(f"#{anchor}", titles[anchor]) for anchor, content in made.items() if content),
    )
    html = [one.html for one in quotes]
    told_now = list(zip(html[::3], html[1::3], html[2::3], strict=True))
    return {"body": body.html, "numbers": numbers.html, "contents": contents, "told": told_now}


def _drill(site: Site, question: Question) -> NavEntry | None:
    if question.id not in site.drills:
        return None
    packed = (one.address for one in site.downloads if one.path.name == downloads.DRILLS)
    return NavEntry(next(packed, ""), "手撕练习")


def _shown(site: Site, question: Question) -> Sequence[tuple[str, object]]:
    """The pictures of a body, those of figures whole, of others the sizes: what decides its HTML besides its text."""
    if "![" not in question.body.text:
        return ()
    paths = (links.target_path(question.path, link.target) for link in question.body.links if link.image)
    return [(path, stepping.shown(site.docs / path, "") or pictures.size(site.docs / path)) for path in paths]


def _asked(collection: Collection, asked: CollectionItem) -> tuple[NavEntry, str, str]:
    """Where a collection lists a question, under which number, and how it put it."""
    place = f"{addresses.collection_address(collection.key)}#{asked.key}"
    return NavEntry(place, collection.title), asked.label, asked.text


def _former(site: Site, question: Question) -> Mapping[str, Sequence[str]]:
    """The anchors that parts of this answer had before, by the anchors they have now."""
    found: dict[str, list[str]] = {}
    for old, new in addresses.former_anchors(question.id, site.book.retired).items():
        # Another answer that was merged into this one may have used the name of a part that is here.
        if old not in addresses.RESERVED_ANCHORS and old not in question.body.anchors:
            found.setdefault(new, []).append(old)
    return found


def all_page(site: Site, topic: Topic) -> PageContent:
    """All answers of a topic."""
    here = addresses.topic_all_address(topic.id)
    media = {question.id: _among(site, here, topic, question) for question in topic.questions}
    # The sources below each answer.
    sources = {one.id: markup.references_html(one, site.book, media[one.id]) for one in topic.questions}

    def answers() -> Mapping[str, Any]:
        passages = [Passage(one.path, one.body, media[one.id]) for one in topic.questions]
        written = zip(topic.questions, markup.page_html(passages), strict=True)
        return {"answers": [(one, body.html + _sources(one, sources[one.id])) for one, body in written]}

    view = views.AllPage(
        topic=topic,
        topic_entry=navigation.topic_entry(topic),
        sidebar=navigation.topic_list(site.book, topic.id),
        contents=tuple(NavEntry(f"#{question.id}", question.title) for question in topic.questions),
    )
    return PageContent(view, answers, (sources, [_shown(site, question) for question in topic.questions]))


def night_page(site: Site, topic: Topic) -> PageContent:
    """A topic for the night before: of each answer what can be said, and what must not be mistaken."""
    medium = screen(site, addresses.topic_night_address(topic.id))

    def answers() -> Mapping[str, Any]:
        passages = [
            Passage(one.path, form.night(one.body), replace(medium, prefix=f"{one.id}.", lower=1))
            for one in topic.questions
        ]
        written = zip(topic.questions, markup.page_html(passages), strict=True)
        return {"answers": [(one, body.html) for one, body in written]}

    view = views.NightPage(
        topic=topic,
        topic_entry=navigation.topic_entry(topic),
        minutes=study.night_minutes(topic.questions),
        sidebar=navigation.topic_list(site.book, topic.id),
        contents=tuple(NavEntry(f"#{question.id}", question.title) for question in topic.questions),
    )
    return PageContent(view, answers, [_shown(site, question) for question in topic.questions])


def _among(site: Site, here: str, topic: Topic, question: Question) -> Screen:
    """A body among the others of its topic, on one page: it leads to them there."""
    medium = screen(site, here)
    ids = {question.id for question in topic.questions}

    def link(id: str, fragment: str) -> str:
        # The moments of a figure are on the answer's own page alone.
        if id not in ids or fragment.startswith(steps.PREFIX):
            return medium.link(id, fragment)
        return f"#{id}.{fragment}" if fragment else f"#{id}"

    return replace(medium, link=link, prefix=f"{question.id}.", lower=1)


def _sources(question: Question, references: str) -> str:
    """The sources below an answer among others."""
    return f'<h3 id="{question.id}.{parts.REFERENCES}">参考</h3>{references}' if references else ""


def figure_page(moving: stepping.PlacedFigure) -> View:
    """A figure in steps by itself."""
    return views.FigurePage(answer=moving.question.title, figure=moving.html)
