"""What each page of the site shows: plain data, which the templates in overrides/ set in type."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from ..checking import evidence
from ..checking.evidence import Evidence
from ..content import addresses, earlier, frequencies, measured, notebooks, pictures, routes, steps
from ..content.collected import Collection, CollectionItem
from ..content.connections import Connections
from ..content.frequencies import FREQUENCIES
from ..content.notebooks import Notebook
from ..content.questions import LEVELS, Book, Question, Topic
from ..drawing import figures
from ..drawing.cards import PreviewCard
from ..markup import markup
from ..markup.medium import Screen
from ..maths import mathjax
from ..text import form, links, parts
from ..text.body import Body
from . import calculators, downloads, fields, previews, proof, stepping, study, views
from .downloads import Download
from .views import NavEntry, Sidebar, TagGroup, View

SIDEBAR_QUESTIONS = 40
# Below it stands what other sites may show in a frame; the server says so (deploy/).
FRAMES = "embed/"
# Of the home page: questions that are asked most, and days on which something changed.
ASKED_QUESTIONS, NEWS_DAYS = 8, 3


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


@dataclass(frozen=True)
class WebPage:
    """A page: where it stands, which template sets it, and, when its turn comes, what it shows."""

    source: str
    address: str
    template: str
    title: str
    description: str
    show: Callable[[], View | PageContent]
    # When what it shows last changed, where that is known.
    updated: date | None = None
    # The address of the page that took its place: it sends readers there.
    moved: str | None = None
    # The address of the page that it shows a part of, for frames of other sites.
    framed: str | None = None

    def content(self) -> PageContent:
        """What it shows, when its turn has come."""
        shown = self.show()
        return shown if isinstance(shown, PageContent) else PageContent(shown)

    @property
    def canonical(self) -> str:
        """The address under which the page is to be known."""
        if self.moved is not None:
            return self.moved
        return self.address if self.framed is None else self.framed


@dataclass(frozen=True)
class Repository:
    """Where readers change and report answers; without an address nothing is offered.

    `contact`, an e-mail address or that of a page, is where they report where there is no repository.
    """

    url: str = ""
    edit_uri: str = ""
    contact: str = ""

    def edit(self, path: str) -> str:
        """The page on which a file of docs/ is changed."""
        return f"{self.url.rstrip('/')}/{self.edit_uri.strip('/')}/{path}" if self.url and self.edit_uri else ""

    def report(self, question: Question, site_url: str) -> str:
        """The form “答案有误”, or a letter, filled in with the question."""
        address = addresses.question_address(question.id)
        if not self.url:
            return _letter(self.contact, question, addresses.absolute(site_url, address) or address)
        fields = {
            "template": "wrong-answer.yml",
            "title": f"{question.id}：",
            "id": question.id,
            "question": question.title,
            "address": addresses.absolute(site_url, address) or address,
        }
        return f"{self.url.rstrip('/')}/issues/new?{urlencode(fields)}"

    def ask(self) -> str:
        """The form “新问题”."""
        return f"{self.url.rstrip('/')}/issues/new?template=new-question.yml" if self.url else ""


def _letter(contact: str, question: Question, address: str) -> str:
    """A letter that reports a mistake; the page to report it on, if that is what is known."""
    if "@" not in contact or "://" in contact:
        return contact
    body = f"编号：{question.id}\n地址：{address}\n哪里不对、应该怎样：\n"
    return f"mailto:{contact}?subject={quote(question.title)}&body={quote(body)}"


@dataclass(frozen=True)
class Site:
    """What the pages are made from, besides what the templates know themselves."""

    book: Book
    connections: Connections
    repository: Repository
    docs: Path
    name: str
    description: str
    url: str
    # Whether a folder's address is enough, or the name of its file has to be there as well.
    folders: bool
    downloads: tuple[Download, ...] = ()
    # The questions that have an exercise with a judge.
    drills: frozenset[str] = frozenset()
    # By topic, and by path with path- in front.
    printed: Mapping[str, Download] = field(default_factory=dict)
    # The cards of each topic.
    decks: Mapping[str, Download] = field(default_factory=dict)

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """On what each answer rests, by its id."""
        return evidence.of(self.book)

    @cached_property
    def moving(self) -> Mapping[str, stepping.PlacedFigure]:
        """The figures in steps, by name."""
        return stepping.found(self.book, self.docs)

    @cached_property
    def leads(self) -> Mapping[str, str]:
        """The files of docs/ that are pages without being answers, with their addresses."""
        found = {notebook.path: notebook.address for notebook in self.book.notebooks}
        found[measured.PAGE] = measured.ADDRESS
        return found | {topic.path: addresses.topic_address(topic.id) for topic in self.book.topics if topic.path}


def web_pages(site: Site) -> Iterator[WebPage]:
    """Every page of the site."""
    book = site.book
    newest = _latest(book.questions)
    yield WebPage("index.md", "", "home.html", site.name, site.description, partial(_home, site), newest)
    for topic in book.topics:
        home, whole = addresses.topic_address(topic.id), addresses.topic_all_address(topic.id)
        about, day = _about(topic), _latest(topic.questions)
        yield WebPage(f"{topic.id}/index.md", home, "topic.html", topic.title, about, partial(_topic, site, topic), day)
        if topic.questions:
            title, every = f"{topic.title}：全部答案", partial(_whole_topic, site, topic)
            yield WebPage(f"{topic.id}/all/index.md", whole, "all.html", title, about, every, day)
            night, title = addresses.topic_night_address(topic.id), f"{topic.title}：面试前夜"
            before = partial(_night, site, topic)
            yield WebPage(f"{night}index.md", night, "night.html", title, f"{title}。{about}", before, day)
        for question in topic.questions:
            address = addresses.question_address(question.id)
            answer = partial(_question, site, question)
            title, about, day = question.title, question.short, question.updated
            yield WebPage(question.path, address, "question.html", title, about, answer, day)
    about = "贴进一整份面经，逐题找到书里的答案；内容不离开浏览器。"
    yield WebPage("match/index.md", "match/", "match.html", "面经对照", about, partial(_match, site))
    about = "先想一想，再看答案，给自己打分；到该再来一遍的那天，它会回来。"
    yield WebPage("practice/index.md", "practice/", "practice.html", "练习", about, partial(_practice, site), newest)
    if _has_jobs(book):
        about = "从一个岗位的题里抽五道，计时、记笔记、照评分打分；同一个地址是同一套题。"
        yield WebPage("mock/index.md", "mock/", "mock.html", "模拟面试", about, partial(_mock, site))
    about = "按被问的次数、频率、难度和标签列出全部问题。"
    yield WebPage("tags/index.md", "tags/", "tags.html", "标签", about, partial(_tags, site), newest)
    about = "答案发布以后更正过的地方，最近的在前。"
    yield WebPage("errata/index.md", "errata/", "errata.html", "更正", about, partial(_errata, site))
    about = "发行过的各版，每个文件的大小和校验和；怎样引用这本书和它的一页。"
    yield WebPage("editions/index.md", "editions/", "editions.html", "历次版本", about, partial(_editions, site))
    yield from _evidence(site)
    if book.findings:
        about = "说到库的缺省值和行为，记忆里的是一回事，跑出来的是另一回事；每条写明版本，附上重做它的脚本。"
        yield WebPage(
            measured.PAGE, measured.ADDRESS, "measured.html", "记忆里的和跑出来的", about, partial(_measured, site)
        )
    yield from _routes(site)
    if book.collections:
        about, show = "每一份面试题的每一道题，都连到它的答案。", partial(_collections, site)
        yield WebPage("collections/index.md", "collections/", "collections.html", "题集", about, show)
    for collection in book.collections:
        address = f"collections/{collection.key}/"
        about = f"{collection.title}：{len(collection.questions)} 题，按原来的次序，每题连到它的答案。"
        show = partial(_collection, site, collection)
        yield WebPage(f"{address}index.md", address, "collection.html", collection.title, about, show)
    if book.glossary:
        about = "大模型术语的中文、英文和缩写，以及讲清它的那一页。"
        yield WebPage("glossary/index.md", "glossary/", "glossary.html", "术语", about, partial(_glossary, site))
    for notebook in site.book.notebooks:
        about, show = f"{notebook.title}：能运行的推导与图。", partial(_notebook, site, notebook)
        yield WebPage(notebook.path, notebook.address, "notebook.html", notebook.title, about, show)
    yield from _calculators(site)
    yield from _moving(site)
    yield from _moved(site)


def _calculators(site: Site) -> Iterator[WebPage]:
    """The calculators, each of them a second time without anything around it, for frames of other sites."""
    found = calculators.of(site.book)
    if found:
        about = "大模型面试里要算的数：KV Cache、显存、参数量、算力，式子里代好您的数，地址里带着输入。"
        show = partial(_all_calculators, site, found)
        yield WebPage("calc/index.md", calculators.ADDRESS, "calculators.html", "计算器", about, show)
    for one in found:
        show, title = partial(_calculator, site, one), one.title
        yield WebPage(f"{one.address}index.md", one.address, "calculator.html", title, one.about, show)
        place = f"{FRAMES}{one.address}"
        yield WebPage(f"{place}index.md", place, "embedded_calculator.html", title, one.about, show, framed=one.address)


def _moving(site: Site) -> Iterator[WebPage]:
    """The figures in steps by themselves, for frames of other sites."""
    for name, moving in site.moving.items():
        place, home = f"{FRAMES}step/{name}/", addresses.question_address(moving.question.id)
        show = partial(_figure, moving)
        yield WebPage(f"{place}index.md", place, "embedded_steps.html", moving.caption, moving.alt, show, framed=home)


def _routes(site: Site) -> Iterator[WebPage]:
    """The pages of reading orders."""
    journeys = study.journeys(site.book)
    if not journeys:
        return
    about, show = "有一小时、一个晚上、一周，或者面哪个岗位，各读哪些题，按什么次序。", partial(_paths, site, journeys)
    yield WebPage("paths/index.md", "paths/", "paths.html", "路线", about, show)
    for journey in journeys:
        route, show = journey.route, partial(_path, site, journeys, journey)
        yield WebPage(f"{route.address}index.md", route.address, "path.html", f"路线：{route.title}", route.about, show)


def _evidence(site: Site) -> Iterator[WebPage]:
    """The pages that tell on what the answers rest."""
    about = "每个答案凭什么：重算的数、运行的代码、实测的库、核对的事实、打开过的出处，和还缺的。"
    yield WebPage("evidence/index.md", "evidence/", "evidence.html", "依据", about, partial(_evidence_of_all, site))
    for topic in site.book.topics:
        if topic.questions:
            address, title = proof.evidence_address(topic.id), f"{topic.title}：依据"
            show = partial(_evidence_of_topic, site, topic)
            yield WebPage(f"{address}index.md", address, "evidence_topic.html", title, f"{title}。{about}", show)


def _moved(site: Site) -> Iterator[WebPage]:
    """A page at every retired address, so that it goes on answering."""
    book = site.book
    titles = {topic.id: topic for topic in book.topics}
    for old in book.retired:
        new = addresses.resolve(old, book.retired)
        if old.endswith("/"):
            topic = titles[new[:-1]]
            # A topic without answers has only this one page.
            pages = ("", "all/", "night/") if topic.questions else ("",)
            moves = [(f"{old}{page}", f"{new}{page}", topic.title, _about(topic)) for page in pages]
        elif "#" not in old:
            question = book.by_id[new]
            places = addresses.question_address(old), addresses.question_address(new)
            moves = [(*places, question.title, question.short)]
        else:
            moves = []
        for address, target, title, about in moves:
            yield WebPage(f"{address}index.md", address, "moved.html", title, about, View, moved=target)


def preview_cards(site: Site) -> Iterator[tuple[str, PreviewCard]]:
    """The preview cards with the addresses of their files: one of every answer, one of the book for all other pages."""
    yield _card_address(""), PreviewCard(site.name, site.description, "", "", site.url)
    for question in site.book.questions:
        address = addresses.question_address(question.id)
        topic = site.book.topic_of(question).title
        link = addresses.absolute(site.url, address)
        yield _card_address(address), PreviewCard(question.title, question.short, topic, site.name, link)


def card_of(web_page: WebPage) -> str:
    """The address of the card that a page is previewed with."""
    return _card_address(web_page.canonical if addresses.split(web_page.canonical) else "")


def _card_address(address: str) -> str:
    return f"{address}card.png"


def _about(topic: Topic) -> str:
    return topic.summary or f"{topic.title}：{len(topic.questions)} 个问题，每个先给速答。"


def _latest(questions: Sequence[Question]) -> date | None:
    return max((question.updated for question in questions), default=None)


def attachments(site: Site) -> Iterator[tuple[str, bytes]]:
    """Files that pages show and nobody wrote: the figures of notebooks."""
    for notebook in site.book.notebooks:
        for figure in notebook.figures:
            if not _drawing(figure):
                yield f"{notebook.address}{figure.name}", figure.content


def _drawing(figure: notebooks.OutputImage) -> str:
    """A notebook's figure as a part of its page, "" for one that is a file beside it."""
    svg = figure.content.decode() if figure.name.endswith(".svg") else ""
    return figures.as_html(svg, figure.alt, f"{figure.name.removesuffix('.svg')}-") or ""


def places(book: Book) -> tuple[NavEntry, ...]:
    """What the header leads to."""
    found = [NavEntry("match/", "面经对照"), NavEntry("practice/", "练习"), NavEntry("tags/", "标签")]
    if book.routes:
        found.append(NavEntry("paths/", "路线"))
    if book.collections:
        found.append(NavEntry("collections/", "题集"))
    if book.glossary:
        found.append(NavEntry("glossary/", "术语"))
    if calculators.of(book):
        found.append(NavEntry(calculators.ADDRESS, "计算器"))
    return tuple(found)


def measured_entry(book: Book) -> NavEntry | None:
    """What the footer leads to: what was measured, where anything was."""
    return NavEntry(measured.ADDRESS, "记忆里的和跑出来的") if book.findings else None


def day(book: Book) -> str:
    """When the book last changed; "" while it is empty."""
    return str(_latest(book.questions) or "")


def cited_edition(book: Book) -> str:
    """Which edition this is, as one cites it: a released one, or what came after it."""
    last, changed = book.editions[-1] if book.editions else None, _latest(book.questions)
    if last is None:
        return f"更新至 {day(book)}"
    return f"{last.name} 版" if changed is None or changed <= last.day else f"{last.name} 版之后，更新至 {changed}"


def edition(book: Book) -> str:
    """Which state of the book this is: how much it holds, and from when."""
    if not book.questions:
        return "还没有问题"
    return f"{len(book.questions)} 题，更新至 {_latest(book.questions)}"


def _home(site: Site) -> View:
    book = site.book
    return views.HomePage(
        topics=[topic for topic in book.topics if topic.questions],
        collections=book.collections,
        downloads=site.downloads,
        journeys=study.journeys(book),
        asked=study.ranking(book, book.questions).counted[:ASKED_QUESTIONS],
        frequent=sum(question.frequency == FREQUENCIES[0] for question in book.questions),
        days=_days(book),
        mock=_has_jobs(book),
        calculators=bool(calculators.of(book)),
    )


def _has_jobs(book: Book) -> bool:
    """Whether there is a job to be interviewed for."""
    return any(route.kind == routes.BY_JOB for route in book.routes)


def _days(book: Book) -> tuple[views.ChangedDay, ...]:
    """What changed lately, day by day; nothing where everything is of one day: that is no news."""
    days = sorted({question.updated for question in book.questions}, reverse=True)
    return tuple(_day(book, day) for day in days[:NEWS_DAYS]) if len(days) > 1 else ()


def _day(book: Book, day: date) -> views.ChangedDay:
    changed = [question for question in book.questions if question.updated == day]
    corrected = [one for one in changed if any(correction.date == day for correction in one.corrections)]
    return views.ChangedDay(day, tuple(corrected), len(changed) - len(corrected))


def _topic(site: Site, topic: Topic) -> View:
    here = addresses.topic_address(topic.id)
    medium = screen(site, here)
    map = markup.body_html(topic.path, topic.body, medium) if topic.body else None
    shown, found = proof.of_topic(site.book, topic, medium, map.html if map else "")
    return views.TopicPage(
        topic=topic,
        measured=found,
        deck=site.decks.get(topic.id),
        map=shown,
        ranking=study.ranking(site.book, topic.questions) if site.book.frequencies.counts else None,
        calculators=[NavEntry(one.address, one.title) for one in calculators.about(site.book, topic.questions)],
        sidebar=topics(site.book, topic.id),
        contents=(*_contents(map.headings if map else ()), NavEntry("#questions", f"{len(topic.questions)} 个问题")),
        edit=site.repository.edit(topic.path) if topic.path else "",
        printed=site.printed.get(topic.id),
    )


def _whole_topic(site: Site, topic: Topic) -> PageContent:
    here = addresses.topic_all_address(topic.id)
    media = {question.id: _among(site, here, topic, question) for question in topic.questions}
    # The sources below each answer.
    sources = {one.id: markup.references_html(one, site.book, media[one.id]) for one in topic.questions}

    def answers() -> Mapping[str, Any]:
        bodies = [_part_of_whole(question, sources[question.id], media[question.id]) for question in topic.questions]
        # One set of glyphs for the whole page.
        shared = mathjax.share_glyphs("\0".join(bodies)).split("\0")
        return {"answers": list(zip(topic.questions, shared, strict=True))}

    view = views.AllPage(
        topic=topic,
        topic_entry=_topic_entry(topic),
        sidebar=topics(site.book, topic.id),
        contents=tuple(NavEntry(f"#{question.id}", question.title) for question in topic.questions),
    )
    return PageContent(view, answers, (sources, [_shown(site, question) for question in topic.questions]))


def _night(site: Site, topic: Topic) -> PageContent:
    """A topic for the night before: of each answer what can be said, and what must not be mistaken."""
    medium = screen(site, addresses.topic_night_address(topic.id))

    def answers() -> Mapping[str, Any]:
        bodies = [
            markup.body_html(one.path, form.night(one.body), replace(medium, prefix=f"{one.id}.", lower=1)).html
            for one in topic.questions
        ]
        shared = mathjax.share_glyphs("\0".join(bodies)).split("\0")
        return {"answers": list(zip(topic.questions, shared, strict=True))}

    view = views.NightPage(
        topic=topic,
        topic_entry=_topic_entry(topic),
        minutes=study.night_minutes(topic.questions),
        sidebar=topics(site.book, topic.id),
        contents=tuple(NavEntry(f"#{question.id}", question.title) for question in topic.questions),
    )
    return PageContent(view, answers, [_shown(site, question) for question in topic.questions])


def _paths(site: Site, journeys: Sequence[study.Journey]) -> View:
    kinds = [(kind, [one for one in journeys if one.route.kind == kind]) for kind in routes.KINDS]
    return views.PathsPage(kinds=kinds, speed=form.A_MINUTE, sidebar=topics(site.book))


def _path(site: Site, journeys: Sequence[study.Journey], journey: study.Journey) -> View:
    entries = (NavEntry(one.route.address, one.route.title, current=one is journey) for one in journeys)
    return views.PathPage(
        journey=journey,
        paths_entry=NavEntry("paths/", "路线"),
        printed=site.printed.get(f"path-{journey.route.key}"),
        sidebar=Sidebar("路线", "paths/", tuple(entries)),
    )


def _all_calculators(site: Site, found: Sequence[calculators.Calculator]) -> View:
    known = site.book.models
    return views.CalculatorsPage(
        calculators=found,
        library=calculators.LIBRARY,
        configurations=calculators.CONFIGURATIONS,
        read=calculators.READ,
        classes=calculators.CLASSES,
        differences=[one.why for one in calculators.DIFFERENCES if all(id in known for id in one.ids)],
        sidebar=topics(site.book),
    )


def _calculator(site: Site, calculator: calculators.Calculator) -> View:
    """A calculator; what it shows changes with the models, so a finished page is not kept."""
    book = site.book
    named = [book.by_id[id] for id in calculator.answers if id in book.by_id]
    entries = (NavEntry(one.address, one.title, current=one is calculator) for one in calculators.of(book))
    return views.CalculatorPage(
        calculator=calculator,
        models=calculators.named(book, calculator),
        fields=fields.of(calculator.id, book),
        calculators_entry=NavEntry(calculators.ADDRESS, "计算器"),
        table=calculator.table(book),
        titles={question.id: question.title for question in named},
        answers=[_entry(question) for question in named],
        sidebar=Sidebar("计算器", calculators.ADDRESS, tuple(entries)),
    )


def _figure(moving: stepping.PlacedFigure) -> View:
    return views.FigurePage(answer=moving.question.title, figure=moving.html)


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


def _part_of_whole(question: Question, references: str, medium: Screen) -> str:
    """A body with its sources below."""
    html = markup.body_html(question.path, question.body, medium).html
    if references:
        html += f'<h3 id="{medium.prefix}{parts.REFERENCES}">参考</h3>{references}'
    return html


def _drill(site: Site, question: Question) -> NavEntry | None:
    if question.id not in site.drills:
        return None
    packed = (one.address for one in site.downloads if one.path.name == downloads.DRILLS)
    return NavEntry(next(packed, ""), "手撕练习")


def _question(site: Site, question: Question) -> PageContent:
    book, connections = site.book, site.connections
    here = addresses.question_address(question.id)
    topic = book.topic_of(question)
    before, after = book.neighbours(question)
    medium = screen(site, here)
    references = markup.references_html(question, book, medium)
    asked = [_asked(*connections.collected[key]) for key in question.asked_in if key in connections.collected]
    related = [_entry(other) for other in connections.related[question.id]]
    backlinks = [_entry(other) for other in connections.backlinks.get(question.id, ())]
    made = {
        parts.REFERENCES: references,
        parts.ASKED_IN: asked,
        parts.RELATED: related or backlinks,
        parts.CORRECTIONS: question.corrections,
    }
    former = _former(site, question)
    passages = [*earlier.of_page(book.earlier, question.id)]
    view = views.AnswerPage(
        question=question,
        linked_data=previews.linked_data(question, book, site.name, site.url),
        card=_card_address(here),
        markdown=f"{here}index.md",
        former=former,
        topic_entry=_topic_entry(topic),
        grade_anchor=_grade_anchor(question.frequency, question.level),
        frequency_anchor="counted" if book.frequencies.counts else "grades",
        reason=book.frequencies.reason(question.id),
        tags=[(tag, _tag_anchor(tag)) for tag in question.tags],
        references=references,
        drill=_drill(site, question),
        evidence=NavEntry(proof.evidence_address(topic.id, question.id), site.evidence[question.id].summary),
        asked=asked,
        related=related,
        backlinks=backlinks,
        earlier=passages,
        previous=_entry(before) if before else None,
        next=_entry(after) if after else None,
        calculations=[
            (NavEntry(one.address, one.title), what) for one, what in calculators.of_answer(book, question.id)
        ],
        edit=site.repository.edit(question.path),
        report=site.repository.report(question, site.url),
        moving=any(one.question is question for one in site.moving.values()),
        sidebar=_neighbourhood(topic, question),
    )

    def body() -> Mapping[str, Any]:
        titles = {anchor: title for title, anchor in parts.MADE.items()}
        path = question.path
        body = markup.body_html(path, question.body, replace(medium, show=stepping.shown, former=former))
        numbers = markup.body_html(path, form.numbers(question.body), medium)
        told = [text for one in passages for text in (earlier.quoted(one.said), earlier.quoted(one.says), one.why)]
        quotes = [markup.body_html(path, Body(text), medium).html for text in told]
        # One set of glyphs for the whole page.
        whole, remembered, *quotes = mathjax.share_glyphs("\0".join([body.html, numbers.html, *quotes])).split("\0")
        contents = (
            NavEntry(f"#{parts.SHORT}", titles[parts.SHORT]),
            *_contents(body.headings),
            *(NavEntry(f"#{anchor}", titles[anchor]) for anchor, content in made.items() if content),
        )
        told_now = list(zip(quotes[::3], quotes[1::3], quotes[2::3], strict=True))
        return {"body": whole, "numbers": remembered, "contents": contents, "told": told_now}

    return PageContent(view, body, _shown(site, question))


def _shown(site: Site, question: Question) -> Sequence[tuple[str, object]]:
    """The pictures of a body, those of figures whole, of others the sizes: what decides its HTML besides its text."""
    if "![" not in question.body.text:
        return ()
    paths = (links.target_path(question.path, link.target) for link in question.body.links if link.image)
    return [(path, stepping.shown(site.docs / path, "") or pictures.size(site.docs / path)) for path in paths]


def _entry(question: Question) -> NavEntry:
    return NavEntry(addresses.question_address(question.id), question.title)


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


def _errata(site: Site) -> View:
    found = [(correction, question) for question in site.book.questions for correction in question.corrections]
    found.sort(key=lambda pair: (-pair[0].date.toordinal(), pair[1].id))
    days = [(day, [*changed]) for day, changed in groupby(found, lambda pair: pair[0].date)]
    return views.ErrataPage(days=days, sidebar=topics(site.book))


def _editions(site: Site) -> View:
    book = site.book
    return views.EditionsPage(
        editions=book.editions[::-1],
        cited=cited_edition(book),
        day=day(book),
        address=site.url,
        contents=(NavEntry("#released", "发行过的版本"), NavEntry("#cite", "怎样引用")),
    )


def _evidence_of_all(site: Site) -> View:
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
        sidebar=topics(site.book),
    )


def _evidence_of_topic(site: Site, topic: Topic) -> View:
    entries = (
        NavEntry(proof.evidence_address(one.id), one.title, current=one is topic)
        for one in site.book.topics
        if one.questions
    )
    _, told = proof.of_topic(site.book, topic, screen(site, proof.evidence_address(topic.id)), "")
    return views.EvidenceTopicPage(
        topic=topic,
        evidence_entry=NavEntry("evidence/", "依据"),
        answers=[(question, site.evidence[question.id]) for question in topic.questions],
        told={one.finding.id: one for one in told},
        sidebar=Sidebar("依据", "evidence/", tuple(entries)),
        contents=tuple(NavEntry(f"#{question.id}", question.title) for question in topic.questions),
    )


def _measured(site: Site) -> View:
    topics = proof.by_topic(site.book, screen(site, measured.ADDRESS))
    return views.MeasuredPage(
        topics=topics,
        count=len(site.book.findings),
        contents=tuple(NavEntry(f"#topic-{topic.id}", topic.title) for topic, _ in topics),
    )


def _match(site: Site) -> View:
    return View(sidebar=topics(site.book))


def _practice(site: Site) -> View:
    return views.PracticePage(
        topics=[topic for topic in site.book.topics if topic.questions],
        routes=site.book.routes,
        collections=site.book.collections,
        frequencies=FREQUENCIES,
        jobs=_has_jobs(site.book),
        sidebar=topics(site.book),
    )


def _mock(site: Site) -> View:
    return views.MockPage(
        practice_entry=NavEntry("practice/", "练习"),
        routes=[route for route in site.book.routes if route.kind == routes.BY_JOB],
        sidebar=topics(site.book),
    )


def _tags(site: Site) -> View:
    graded: dict[tuple[str, str], list[Question]] = {}
    for question in site.book.questions:
        graded.setdefault((question.frequency, question.level), []).append(question)
    grades = [
        (
            frequency,
            [_group(level, _grade_anchor(frequency, level), graded.get((frequency, level), ())) for level in LEVELS],
        )
        for frequency in FREQUENCIES
    ]
    tags = [_group(tag, _tag_anchor(tag), found) for tag, found in site.connections.tagged.items()]
    counted = site.book.frequencies
    contents = [NavEntry("#grades", "频率与难度")]
    if counted.counts:
        contents.insert(0, NavEntry("#counted", "按被问的次数"))
    if tags:
        contents.append(NavEntry("#by-tag", "按标签"))
    return views.TagsPage(
        levels=LEVELS,
        counted=counted.source if counted.counts else None,
        ranking=study.ranking(site.book, site.book.questions),
        rule=frequencies.by_rule_in_words(),
        grades=grades,
        tags=tags,
        sidebar=topics(site.book),
        contents=tuple(contents),
    )


def _group(name: str, anchor: str, questions: Sequence[Question]) -> TagGroup:
    return TagGroup(name, anchor, tuple(map(_entry, questions)))


def _collections(site: Site) -> View:
    return views.CollectionsPage(collections=site.book.collections, sidebar=topics(site.book))


def _collection(site: Site, collection: Collection) -> View:
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


def _glossary(site: Site) -> View:
    terms = sorted(site.book.glossary, key=lambda term: term.en.casefold())
    symbols = [term for term in site.book.glossary if term.symbol]
    drawn = mathjax.render((term.symbol, False) for term in symbols)
    return views.GlossaryPage(
        terms=[(term, site.book.by_id.get(term.id)) for term in terms],
        symbols=[(drawn[term.symbol, False], term) for term in symbols],
        sidebar=topics(site.book),
    )


def _notebook(site: Site, notebook: Notebook) -> View:
    medium = screen(site, notebook.address)
    bodies = [markup.body_html(notebook.path, cell.markdown, medium) for cell in notebook.cells]
    shared = mathjax.share_glyphs("\0".join(body.html for body in bodies)).split("\0")
    citing = [question for question in site.book.questions if _points_to(question, notebook.path)]
    return views.NotebookPage(
        notebook=notebook,
        file=posixpath.basename(notebook.path),
        cells=list(zip(notebook.cells, shared, strict=True)),
        drawings={figure.name: _drawing(figure) for figure in notebook.figures},
        questions=[_entry(question) for question in citing],
        edit=site.repository.edit(notebook.path),
        sidebar=topics(site.book),
        contents=_contents([heading for body in bodies for heading in body.headings]),
    )


def _points_to(question: Question, path: str) -> bool:
    name = posixpath.basename(path)
    if name not in question.body.text:
        return False
    return any(links.target_path(question.path, link.target) == path for link in question.body.links)


def screen(site: Site, here: str) -> Screen:
    """The page at `here`: it links to answers and to other files of docs/, and figures are parts of it."""

    def link(id: str, fragment: str) -> str:
        return addresses.relative(here, addresses.question_address(id, fragment), site.folders)

    def asset(path: str) -> str:
        return addresses.relative(here, site.leads.get(path, path), site.folders)

    return Screen(link, asset, site.docs, show=figures.inlined)


def _contents(headings: Sequence[markup.PageHeading]) -> tuple[NavEntry, ...]:
    """The headings that have an anchor, those of the third level below those of the second."""
    found: list[tuple[markup.PageHeading, list[NavEntry]]] = []
    for heading in headings:
        if heading.level == 2 and heading.anchor:
            found.append((heading, []))
        elif heading.level == 3 and heading.anchor and found:
            found[-1][1].append(NavEntry(f"#{heading.anchor}", heading.text))
    return tuple(NavEntry(f"#{top.anchor}", top.text, tuple(inner)) for top, inner in found)


def topics(book: Book, current: str = "") -> Sidebar:
    """The list of topics beside a page."""
    entries = (
        NavEntry(addresses.topic_address(topic.id), topic.title, current=topic.id == current)
        for topic in book.topics
        if topic.questions or topic.id == current
    )
    return Sidebar("专题", "#topics", tuple(entries))


def _neighbourhood(topic: Topic, question: Question) -> Sidebar:
    """The topic's questions around this one: all of them where they are few."""
    questions: Sequence[Question] = topic.questions
    at = questions.index(question)
    start = max(0, min(at - SIDEBAR_QUESTIONS // 2, len(questions) - SIDEBAR_QUESTIONS))
    shown = questions[start : start + SIDEBAR_QUESTIONS]
    entries = tuple(NavEntry(addresses.question_address(one.id), one.title, current=one is question) for one in shown)
    return Sidebar(topic.title, addresses.topic_address(topic.id), entries, start, len(questions) - start - len(shown))


def _topic_entry(topic: Topic) -> NavEntry:
    return NavEntry(addresses.topic_address(topic.id), topic.title)


def _grade_anchor(frequency: str, level: str) -> str:
    return f"grade-{FREQUENCIES.index(frequency) + 1}-{LEVELS.index(level) + 1}"


def _tag_anchor(tag: str) -> str:
    """An ASCII anchor that depends on the tag alone."""
    return f"tag-{hashlib.sha256(tag.encode()).hexdigest()[:8]}"
