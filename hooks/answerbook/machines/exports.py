"""The book for machines: answers.json, Markdown, programs, llms.txt, the feed, what engines and browsers ask for.

README.md documents them; answers.schema.json is the schema of the first. Without a site address the links are
relative, and what would be nothing without one is left out: feed, sitemap, search description.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from .. import cache
from ..content import addresses
from ..content.questions import Book, Question
from ..content.references import Reference
from ..text import form, links, parts, prose
from ..text.body import Body
from ..text.links import Link
from . import portable

FEED_ENTRIES = 50
_SCHEMA = Path(__file__).with_name("answers.schema.json")
# Browsers show no more of a search engine's name.
_LONGEST_NAME = 16


@dataclass(frozen=True)
class Publication:
    """The book, its name, what it says about itself, and the address of its site, "" when that is unknown."""

    book: Book
    name: str
    description: str
    url: str
    # Files of docs/ that are pages, with their addresses.
    pages: Mapping[str, str]


def files(publication: Publication, dates: Iterable[tuple[str, date | None]]) -> Iterator[tuple[str, Iterable[str]]]:
    """Every file with its address, in pieces; `dates` are the addresses of the pages and when each last changed."""
    yield "answers.json", answers(publication.book)
    yield "answers.schema.json", [_SCHEMA.read_text("utf-8")]
    for question in publication.book.questions:
        address = addresses.question_address(question.id)
        yield f"{address}index.md", [markdown(publication, question, address)]
    for finding in publication.book.findings:
        yield finding.program, [finding.code]
    yield "llms.txt", [contents(publication)]
    yield "llms-full.txt", whole(publication)
    yield "robots.txt", [robots(publication.url)]
    if publication.url:
        yield "feed.xml", [feed(publication)]
        yield "sitemap.xml", [sitemap(publication.url, dates)]
        yield "opensearch.xml", [opensearch(publication)]


def answers(book: Book) -> Iterator[str]:
    """All questions as a JSON list, in the order of the book, one after the other: together they take much memory."""
    between = "["
    for question in book.questions:
        written = json.dumps(_answer(book, question), ensure_ascii=False, indent=1)
        # A line break is one of the layout: in what is said they are escaped.
        yield between + "\n " + written.replace("\n", "\n ")
        between = ","
    yield "\n]\n" if book.questions else "[]\n"


def markdown(publication: Publication, question: Question, here: str) -> str:
    """An answer as Markdown, for a file at `here`."""

    def target(link: Link) -> str:
        mark = f"#{link.fragment}" if link.fragment else ""
        id = links.target_id(link.target)
        if not link.target:
            address = addresses.question_address(question.id)
        elif id:
            address = addresses.question_address(id)
        else:
            path = links.target_path(question.path, link.target)
            # Written anew: a blank or a bracket in the name of a file would end the address.
            address = publication.pages.get(path) or quote(path)
        return _link(publication, here, address) + mark

    return portable.answer(
        question, publication.book, _link(publication, here, addresses.question_address(question.id)), target
    )


def whole(publication: Publication) -> Iterator[str]:
    """All answers as Markdown in one file, answer by answer."""
    yield f"# {publication.name}\n\n> {publication.description}\n"
    for question in publication.book.questions:
        yield f"\n\n---\n\n{markdown(publication, question, '')}"


def contents(publication: Publication) -> str:
    """The list of answers for language models, by the convention of llms.txt."""
    lines = [f"# {publication.name}", "", f"> {publication.description}", ""]
    lines += ["每行一题：问题、它的 Markdown 全文、速答。全部题目的数据在 answers.json，全部正文在 llms-full.txt。", ""]
    for topic in publication.book.topics:
        if topic.questions:
            lines += [f"## {topic.title}", ""]
        for question in topic.questions:
            address = f"{addresses.question_address(question.id)}index.md"
            lines.append(f"- [{_escaped(question.title)}]({_link(publication, '', address)}): {question.short}")
        lines += [""] if topic.questions else []
    return "\n".join(lines)


def feed(publication: Publication) -> str:
    """New and corrected answers as Atom, the latest first."""
    entries = sorted(_entries(publication.book), key=lambda entry: (-entry[0].toordinal(), entry[1]))[:FEED_ENTRIES]
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "zh-CN"})
    _add(root, "id", publication.url)
    _add(root, "title", publication.name)
    _add(root, "subtitle", publication.description)
    _add(root, "updated", _instant(max((entry[0] for entry in entries), default=date(2000, 1, 1))))
    _add(SubElement(root, "author"), "name", publication.name)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{publication.url}feed.xml"})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": publication.url})
    for day, address, title, text in entries:
        entry = SubElement(root, "entry")
        _add(entry, "id", publication.url + address)
        _add(entry, "title", title)
        _add(entry, "updated", _instant(day))
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": publication.url + address})
        _add(entry, "summary", text)
    return _xml(root)


def sitemap(url: str, dates: Iterable[tuple[str, date | None]]) -> str:
    """The pages for search engines."""
    root = Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for address, day in dates:
        page = SubElement(root, "url")
        _add(page, "loc", url + address)
        if day:
            _add(page, "lastmod", day.isoformat())
    return _xml(root)


def robots(url: str) -> str:
    """Everybody may read everything."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {url}sitemap.xml\n" if url else "")


def opensearch(publication: Publication) -> str:
    """Lets a browser search the book from its address bar."""
    root = Element("OpenSearchDescription", {"xmlns": "http://a9.com/-/spec/opensearch/1.1/"})
    _add(root, "ShortName", publication.name[:_LONGEST_NAME])
    _add(root, "Description", publication.description)
    _add(root, "InputEncoding", "UTF-8")
    _add(root, "Language", "zh-CN")
    image = SubElement(root, "Image", {"width": "16", "height": "16", "type": "image/svg+xml"})
    image.text = f"{publication.url}assets/logo.svg"
    SubElement(root, "Url", {"type": "text/html", "template": f"{publication.url}?q={{searchTerms}}"})
    return _xml(root)


def _answer(book: Book, question: Question) -> Mapping[str, Any]:
    body = question.body
    return {
        "id": question.id,
        "url": addresses.question_address(question.id),
        "title": question.title,
        "short": question.short,
        "topic": question.topic,
        "level": question.level,
        "frequency": question.frequency,
        "counted": _counted(book, question),
        "tags": question.tags,
        "aliases": question.aliases,
        "asks": question.asks,
        "asked_in": question.asked_in,
        "references": [_work(key, book.references.get(key)) for key in portable.cited(question)],
        "updated": question.updated.isoformat(),
        "as_of": question.as_of.isoformat() if question.as_of else None,
        "corrections": [{"date": one.date.isoformat(), "text": one.text} for one in question.corrections],
        "parts": said(body),
    }


def said(body: Body) -> Mapping[str, Any]:
    """The parts of an answer as plain text, kept; those that are lists, item by item."""
    return cache.value("parts", cache.key(cache.code("machines"), body.text), partial(_parts, body))


def _counted(book: Book, question: Question) -> Mapping[str, int] | None:
    count = book.frequencies.reliable(question.id)
    return {"questions": count.questions, "companies": count.companies} if count else None


def _parts(body: Body) -> Mapping[str, Any]:
    below = prose.below(body)
    spoken, details = ("\n".join(text for _, text in below.get(part, ())) for part in (parts.SPOKEN, parts.DETAILS))
    code, pitfalls = (body.part(part) or (0, 0) for part in (parts.CODE, parts.PITFALLS))
    blocks = (one for one in body.fences if code[0] <= one.start < code[1])
    return {
        "spoken": spoken,
        "details": details,
        "code": "\n".join(one.code for one in blocks if not form.is_check(one.info)),
        "pitfalls": [_pitfall(text) for _, text in form.items(body.text, pitfalls)],
        "follow_ups": [
            {"question": prose.text(one.text), "id": one.id, "answer": prose.text(one.answer)}
            for one in body.follow_ups
        ],
        "grading": {grade: prose.text(text) for grade, text in form.grades(body).items()},
    }


def _pitfall(text: str) -> Mapping[str, str]:
    slip = form.slip(text)
    return {"wrong": prose.text(slip.wrong), "right": prose.text(slip.right)} if slip else {"text": prose.text(text)}


def _work(key: str, work: Reference | None) -> Mapping[str, str]:
    return {"key": key, "title": work.title if work else "", "url": work.address if work else ""}


def _entries(book: Book) -> Iterator[tuple[date, str, str, str]]:
    """What the feed tells: day, address, title, text. A correction is an entry of its own, whatever comes later."""
    for question in book.questions:
        address = addresses.question_address(question.id)
        yield question.updated, address, question.title, question.short
        for number, correction in enumerate(question.corrections, 1):
            # The address is also the entry's identity; readers arrive at the list of corrections either way.
            marked = f"{address}?correction={number}#{parts.CORRECTIONS}"
            yield correction.date, marked, f"更正：{question.title}", correction.text


def _link(publication: Publication, here: str, address: str) -> str:
    return addresses.absolute(publication.url, address) or addresses.relative(here, address, folders=True)


def _escaped(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]")


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _xml(root: Element) -> str:
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'
