"""Every page of the site: where it stands, which template sets it, and who says what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from ..content import addresses, measured
from ..content.questions import Topic
from ..drawing.cards import PreviewCard
from . import (
    answers,
    calculator_pages,
    calculators,
    choices,
    navigation,
    notebook_pages,
    overviews,
    previews,
    proof,
    study,
)
from .site import Site
from .views import PageContent, View

# Below it stands what other sites may show in a frame; the server says so (deploy/).
FRAMES = "embed/"


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


def web_pages(site: Site) -> Iterator[WebPage]:
    """Every page of the site."""
    newest = navigation.latest(site.book.questions)
    yield _page("", "home", site.name, site.description, partial(overviews.home_page, site), newest)
    for topic in site.book.topics:
        yield from _topic(site, topic)
    yield from _for_readers(site, newest)
    yield from _about_the_book(site)
    yield from _routes(site)
    yield from _lists(site)
    for notebook in site.book.notebooks:
        about, show = f"{notebook.title}：能运行的推导与图。", partial(notebook_pages.notebook_page, site, notebook)
        yield WebPage(notebook.path, notebook.address, "notebook.html", notebook.title, about, show)
    yield from _calculators(site)
    yield from _moving(site)
    yield from _moved(site)


def _page(
    address: str,
    template: str,
    title: str,
    about: str,
    show: Callable[[], View | PageContent],
    updated: date | None = None,
    framed: str | None = None,
) -> WebPage:
    """A page that has no file in docs/, under the name that one would have."""
    return WebPage(f"{address}index.md", address, f"{template}.html", title, about, show, updated, framed=framed)


def _topic(site: Site, topic: Topic) -> Iterator[WebPage]:
    """A topic: its own page, all its answers on one, the night before, each answer."""
    about, day = _about(topic), navigation.latest(topic.questions)
    show = partial(overviews.topic_page, site, topic)
    # Its map is in the folder of the topic, whatever its address is.
    home = addresses.topic_address(topic.id)
    yield WebPage(f"{topic.id}/index.md", home, "topic.html", topic.title, about, show, day)
    if topic.questions:
        whole, title = addresses.topic_all_address(topic.id), f"{topic.title}：全部答案"
        every = partial(answers.all_page, site, topic)
        yield WebPage(f"{topic.id}/all/index.md", whole, "all.html", title, about, every, day)
        night, title = addresses.topic_night_address(topic.id), f"{topic.title}：面试前夜"
        yield _page(night, "night", title, f"{title}。{about}", partial(answers.night_page, site, topic), day)
    for question in topic.questions:
        address, answer = addresses.question_address(question.id), partial(answers.answer_page, site, question)
        title, about, day = question.title, question.short, question.updated
        yield WebPage(question.path, address, "question.html", title, about, answer, day)


def _for_readers(site: Site, newest: date | None) -> Iterator[WebPage]:
    """What readers do with the answers."""
    about = "贴进一整份面经，逐题找到书里的答案；内容不离开浏览器。"
    yield _page("match/", "match", "面经对照", about, partial(overviews.match_page, site))
    about = "先想一想，再看答案，给自己打分；到该再来一遍的那天，它会回来。"
    yield _page("practice/", "practice", "练习", about, partial(overviews.practice_page, site), newest)
    if overviews.has_jobs(site.book):
        about = "从一个岗位的题里抽五道，计时、记笔记、照评分打分；同一个地址是同一套题。"
        yield _page("mock/", "mock", "模拟面试", about, partial(overviews.mock_page, site))
    about = "按被问的次数、频率、难度和标签列出全部问题。"
    yield _page("tags/", "tags", "标签", about, partial(choices.tags_page, site), newest)


def _about_the_book(site: Site) -> Iterator[WebPage]:
    """What was corrected and released, and on what the answers rest."""
    about = "答案发布以后更正过的地方，最近的在前。"
    yield _page("errata/", "errata", "更正", about, partial(overviews.errata_page, site))
    about = "发行过的各版，每个文件的大小和校验和；怎样引用这本书和它的一页。"
    yield _page("editions/", "editions", "历次版本", about, partial(overviews.editions_page, site))
    about = "每个答案凭什么：重算的数、运行的代码、实测的库、核对的事实、打开过的出处，和还缺的。"
    yield _page("evidence/", "evidence", "依据", about, partial(overviews.evidence_page, site))
    for topic in site.book.topics:
        if topic.questions:
            address, title = proof.evidence_address(topic.id), f"{topic.title}：依据"
            one = partial(overviews.evidence_topic_page, site, topic)
            yield _page(address, "evidence_topic", title, f"{title}。{about}", one)
    if site.book.findings:
        about = "说到库的缺省值和行为，记忆里的是一回事，跑出来的是另一回事；每条写明版本，附上重做它的脚本。"
        show, title = partial(overviews.measured_page, site), "记忆里的和跑出来的"
        yield WebPage(measured.PAGE, measured.ADDRESS, "measured.html", title, about, show)


def _routes(site: Site) -> Iterator[WebPage]:
    """The pages of reading orders."""
    journeys = study.journeys(site.book)
    if not journeys:
        return
    about = "有一小时、一个晚上、一周，或者面哪个岗位，各读哪些题，按什么次序。"
    yield _page("paths/", "paths", "路线", about, partial(overviews.paths_page, site, journeys))
    for journey in journeys:
        route, show = journey.route, partial(overviews.path_page, site, journeys, journey)
        yield _page(route.address, "path", f"路线：{route.title}", route.about, show)


def _lists(site: Site) -> Iterator[WebPage]:
    """Collections and the glossary."""
    if site.book.collections:
        about = "每一份面试题的每一道题，都连到它的答案。"
        yield _page("collections/", "collections", "题集", about, partial(overviews.collections_page, site))
    for collection in site.book.collections:
        about = f"{collection.title}：{len(collection.questions)} 题，按原来的次序，每题连到它的答案。"
        show = partial(overviews.collection_page, site, collection)
        yield _page(f"collections/{collection.key}/", "collection", collection.title, about, show)
    if site.book.glossary:
        about = "大模型术语的中文、英文和缩写，以及讲清它的那一页。"
        yield _page("glossary/", "glossary", "术语", about, partial(overviews.glossary_page, site))


def _calculators(site: Site) -> Iterator[WebPage]:
    """The calculators, each of them a second time without anything around it, for frames of other sites."""
    found = calculators.of(site.book)
    if found:
        about = "大模型面试里要算的数：KV Cache、显存、参数量、算力，式子里代好您的数，地址里带着输入。"
        show = partial(calculator_pages.calculators_page, site, found)
        yield _page(calculators.ADDRESS, "calculators", "计算器", about, show)
    for one in found:
        show = partial(calculator_pages.calculator_page, site, one)
        yield _page(one.address, "calculator", one.title, one.about, show)
        yield _page(f"{FRAMES}{one.address}", "embedded_calculator", one.title, one.about, show, framed=one.address)


def _moving(site: Site) -> Iterator[WebPage]:
    """The figures in steps by themselves, for frames of other sites."""
    for name, moving in site.moving.items():
        place, home = f"{FRAMES}step/{name}/", addresses.question_address(moving.question.id)
        show = partial(answers.figure_page, moving)
        yield _page(place, "embedded_steps", moving.caption, moving.alt, show, framed=home)


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
    yield previews.card_address(""), PreviewCard(site.name, site.description, "", "", site.url)
    for question in site.book.questions:
        address = addresses.question_address(question.id)
        topic = site.book.topic_of(question).title
        link = addresses.absolute(site.url, address)
        yield previews.card_address(address), PreviewCard(question.title, question.short, topic, site.name, link)


def card_of(web_page: WebPage) -> str:
    """The address of the card that a page is previewed with."""
    return previews.card_address(web_page.canonical if addresses.split(web_page.canonical) else "")


def _about(topic: Topic) -> str:
    return topic.summary or f"{topic.title}：{len(topic.questions)} 个问题，每个先给速答。"
