"""What the pages of a site are made from, and the medium that its texts are written for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, urlencode

from ..checking import evidence
from ..checking.evidence import Evidence
from ..content import addresses, measured
from ..content.connections import Connections
from ..content.questions import Book, Question
from ..drawing import figures
from ..markup.medium import Screen
from . import stepping
from .downloads import Download
from .views import NavEntry


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
    # The words of a Han run, where lines are to end between phrases.
    cut: Callable[[str], list[str]] | None = None
    # The questions that have an exercise with a judge.
    drills: frozenset[str] = frozenset()
    # By topic, and by path with path- in front.
    printed: Mapping[str, Download] = field(default_factory=dict)
    # The cards of each topic.
    decks: Mapping[str, Download] = field(default_factory=dict)

    @cached_property
    def entries(self) -> Mapping[str, NavEntry]:
        """What leads to each answer, by its id."""
        return {one.id: NavEntry(addresses.question_address(one.id), one.title) for one in self.book.questions}

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


def screen(site: Site, here: str) -> Screen:
    """The page at `here`: it links to answers and to other files of docs/, and figures are parts of it."""

    def link(id: str, fragment: str) -> str:
        return addresses.relative(here, addresses.question_address(id, fragment), site.folders)

    def asset(path: str) -> str:
        return addresses.relative(here, site.leads.get(path, path), site.folders)

    return Screen(link, asset, site.docs, show=figures.inlined, cut=site.cut)
