"""What the pages show that lead to answers: home, topics, routes; and those about the book."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from ..content import addresses, glossary, measured, routes
from ..content.collected import Collection
from ..content.frequencies import FREQUENCIES
from ..content.questions import Book, Topic
from ..markup.markup import Passage
from ..text import form
from . import calculators, navigation, proof, study, symbols, views
from .site import Site, screen
from .views import NavEntry, PageContent, Sidebar, View

# Of the home page: questions that are asked most, and days on which something changed.
ASKED_QUESTIONS, NEWS_DAYS = 8, 3


def home_page(site: Site) -> View:
    """What is asked most, what changed, and the ways into the book."""
    book = site.book
    return views.HomePage(
        topics=[topic for topic in book.topics if topic.questions],
        collections=book.collections,
        downloads=site.downloads,
        journeys=study.journeys(book),
        asked=study.ranking(book, book.questions).counted[:ASKED_QUESTIONS],
        frequent=sum(question.frequency == FREQUENCIES[0] for question in book.questions),
        days=_days(book),
        mock=has_jobs(book),
        calculators=bool(calculators.of(book)),
    )


def has_jobs(book: Book) -> bool:
    """Whether there is a job to be interviewed for."""
    return any(route.kind == routes.BY_JOB for route in book.routes)


def _days(book: Book) -> tuple[views.ChangedDay, ...]:
    """What changed lately, day by day; nothing where everything is of one day: that is no news."""
    days = sorted({question.updated for question in book.questions}, reverse=True)
    return tuple(_day(book, day) for day in days[:NEWS_DAYS]) if len(days) > 1 else ()


def _day(book: Book, day: date) -> views.ChangedDay:
    changed = [question for question in book.questions if question.updated == day]
    corrected = [one for one in changed if any(correction.date == day for correction in one.corrections)]
    others = study.ranking(book, [question for question in changed if question not in corrected])
    return views.ChangedDay(day, tuple(corrected), tuple(one.question for one in (*others.counted, *others.others)))


def topic_page(site: Site, topic: Topic) -> PageContent:
    """The map of a topic, its questions, and what was measured for them."""
    here = addresses.topic_address(topic.id)
    medium = screen(site, here)
    map = [Passage(topic.path, topic.body, medium)] if topic.body else []
    shown, found = proof.of_topic(site.book, topic, medium, *map)
    view = views.TopicPage(
        topic=topic,
        measured=found,
        deck=site.decks.get(topic.id),
        map="".join(one.html for one in shown),
        ranking=study.ranking(site.book, topic.questions) if site.book.frequencies.counts else None,
        calculators=[NavEntry(one.address, one.title) for one in calculators.about(site.book, topic.questions)],
        sidebar=navigation.topic_list(site.book, topic.id),
        contents=(
            *navigation.contents([heading for one in shown for heading in one.headings]),
            NavEntry("#questions", f"{len(topic.questions)} 个问题"),
        ),
        edit=site.repository.edit(topic.path) if topic.path else "",
        printed=site.printed.get(topic.id),
    )
    return PageContent(view, basis=())


def paths_page(site: Site, journeys: Sequence[study.Journey]) -> View:
    """All routes by their kinds."""
    kinds = [(kind, [one for one in journeys if one.route.kind == kind]) for kind in routes.KINDS]
    return views.PathsPage(kinds=kinds, speed=form.A_MINUTE, sidebar=navigation.topic_list(site.book))


def path_page(site: Site, journeys: Sequence[study.Journey], journey: study.Journey) -> View:
    """A route, stage by stage."""
    entries = (NavEntry(one.route.address, one.route.title, current=one is journey) for one in journeys)
    return views.PathPage(
        journey=journey,
        paths_entry=NavEntry("paths/", "路线"),
        printed=site.printed.get(f"path-{journey.route.key}"),
        sidebar=Sidebar("路线", "paths/", tuple(entries)),
    )


def collections_page(site: Site) -> View:
    """All collections."""
    return views.CollectionsPage(collections=site.book.collections, sidebar=navigation.topic_list(site.book))


def collection_page(site: Site, collection: Collection) -> View:
    """The questions of a collection in its order, each with its answer."""
    answered = site.book.answered
    entries = (
        NavEntry(f"collections/{one.key}/", one.title, current=one is collection) for one in site.book.collections
    )
    return views.CollectionPage(
        collection=collection,
        collections_entry=NavEntry("collections/", "题集"),
        questions=[(asked, answered.get(asked.key)) for asked in collection.questions],
        sidebar=Sidebar("题集", "collections/", tuple(entries)),
    )


def glossary_page(site: Site) -> View:
    """The terms, and the symbols as titles write them: drawn, so many would weigh more than all the rest."""
    terms = glossary.by_english(site.book.glossary)
    return views.GlossaryPage(
        terms=[(term, site.book.by_id.get(term.id)) for term in terms],
        symbols=[(symbols.plain(term.symbol), term) for term in site.book.glossary if term.symbol],
        sidebar=navigation.topic_list(site.book),
    )


def errata_page(site: Site) -> View:
    """What was corrected, the latest first."""
    found = [(correction, question) for question in site.book.questions for correction in question.corrections]
    found.sort(key=lambda pair: (-pair[0].date.toordinal(), pair[1].id))
    days = [(day, [*changed]) for day, changed in groupby(found, lambda pair: pair[0].date)]
    return views.ErrataPage(days=days, sidebar=navigation.topic_list(site.book))


def editions_page(site: Site) -> View:
    """What was released, and how to cite it."""
    book = site.book
    return views.EditionsPage(
        editions=book.editions[::-1],
        cited=navigation.cited_edition(book),
        day=navigation.day(book),
        address=site.url,
        contents=(NavEntry("#released", "发行过的版本"), NavEntry("#cite", "怎样引用")),
    )


def evidence_page(site: Site) -> View:
    """On what the answers rest, topic by topic."""
    found = site.evidence
    tallies = [
        (
            NavEntry(proof.evidence_address(topic.id), topic.title),
            proof.tally([found[question.id] for question in topic.questions]),
        )
        for topic in site.book.topics
        if topic.questions
    ]
    return views.EvidencePage(
        topics=tallies,
        total=proof.tally([*found.values()]),
        sidebar=navigation.topic_list(site.book),
    )


def evidence_topic_page(site: Site, topic: Topic) -> PageContent:
    """The same of one topic, answer by answer."""
    entries = (
        NavEntry(proof.evidence_address(one.id), one.title, current=one is topic)
        for one in site.book.topics
        if one.questions
    )
    answers = [(question, site.evidence[question.id]) for question in topic.questions]
    findings = {finding.id: finding for _, evidence in answers for finding in evidence.findings}
    view = views.EvidenceTopicPage(
        topic=topic,
        evidence_entry=NavEntry("evidence/", "依据"),
        answers=answers,
        told=proof.in_brief(findings.values(), screen(site, proof.evidence_address(topic.id))),
        sidebar=Sidebar("依据", "evidence/", tuple(entries)),
        contents=tuple(NavEntry(f"#{question.id}", question.title) for question in topic.questions),
    )
    return PageContent(view, basis=())


def measured_page(site: Site) -> View:
    """What was measured, by topic."""
    topics = proof.by_topic(site.book, screen(site, measured.ADDRESS))
    return views.MeasuredPage(
        topics=topics,
        count=len(site.book.findings),
        contents=tuple(NavEntry(f"#topic-{topic.id}", topic.title) for topic, _ in topics),
    )


def match_page(site: Site) -> View:
    """The place for a post."""
    return View(sidebar=navigation.topic_list(site.book))


def practice_page(site: Site) -> View:
    """What can be practised."""
    return views.PracticePage(
        topics=[topic for topic in site.book.topics if topic.questions],
        routes=site.book.routes,
        collections=site.book.collections,
        frequencies=FREQUENCIES,
        jobs=has_jobs(site.book),
        sidebar=navigation.topic_list(site.book),
    )


def mock_page(site: Site) -> View:
    """The jobs to be interviewed for."""
    return views.MockPage(
        practice_entry=NavEntry("practice/", "练习"),
        routes=[route for route in site.book.routes if route.kind == routes.BY_JOB],
        sidebar=navigation.topic_list(site.book),
    )
