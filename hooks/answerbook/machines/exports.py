"""The book for machines: answers.json, Markdown, llms.txt, the feed, and what search engines and browsers ask for.

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
class Edition:
    """The book, its name, what it says about itself, and the address of its site, "" when that is unknown."""

    book: Book
    name: str
    description: str
    url: str
    # Files of docs/ that are pages, with their addresses.
    pages: Mapping[str, str]


def files(edition: Edition, dates: Iterable[tuple[str, date | None]]) -> Iterator[tuple[str, Iterable[str]]]:
    """Every file with its address, in pieces; `dates` are the addresses of the pages and when each last changed."""
    yield "answers.json", [answers(edition.book)]
    yield "answers.schema.json", [_SCHEMA.read_text("utf-8")]
    for question in edition.book.questions:
        address = addresses.question_address(question.id)
        yield f"{address}index.md", [markdown(edition, question, address)]
    yield "llms.txt", [contents(edition)]
    yield "llms-full.txt", whole(edition)
    yield "robots.txt", [robots(edition.url)]
    if edition.url:
        yield "feed.xml", [feed(edition)]
        yield "sitemap.xml", [sitemap(edition.url, dates)]
        yield "opensearch.xml", [opensearch(edition)]


def answers(book: Book) -> str:
    """All questions as a JSON list, in the order of the book."""
    found = [_answer(book, question) for question in book.questions]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def markdown(edition: Edition, question: Question, here: str) -> str:
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
            address = edition.pages.get(path, path)
        return _link(edition, here, address) + mark

    return portable.answer(
        question, edition.book, _link(edition, here, addresses.question_address(question.id)), target
    )


def whole(edition: Edition) -> Iterator[str]:
    """All answers as Markdown in one file, answer by answer."""
    yield f"# {edition.name}\n\n> {edition.description}\n"
    for question in edition.book.questions:
        yield f"\n\n---\n\n{markdown(edition, question, '')}"


def contents(edition: Edition) -> str:
    """The list of answers for language models, by the convention of llms.txt."""
    lines = [f"# {edition.name}", "", f"> {edition.description}", ""]
    lines += ["每行一题：问题、它的 Markdown 全文、速答。全部题目的数据在 answers.json，全部正文在 llms-full.txt。", ""]
    for topic in edition.book.topics:
        if topic.questions:
            lines += [f"## {topic.title}", ""]
        for question in topic.questions:
            address = f"{addresses.question_address(question.id)}index.md"
            lines.append(f"- [{_escaped(question.title)}]({_link(edition, '', address)}): {question.short}")
        lines += [""] if topic.questions else []
    return "\n".join(lines)


def feed(edition: Edition) -> str:
    """New and corrected answers as Atom, the latest first."""
    entries = sorted(_entries(edition.book), key=lambda entry: (-entry[0].toordinal(), entry[1]))[:FEED_ENTRIES]
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "zh-CN"})
    _add(root, "id", edition.url)
    _add(root, "title", edition.name)
    _add(root, "subtitle", edition.description)
    _add(root, "updated", _instant(max((entry[0] for entry in entries), default=date(2000, 1, 1))))
    _add(SubElement(root, "author"), "name", edition.name)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{edition.url}feed.xml"})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": edition.url})
    for day, address, title, text in entries:
        entry = SubElement(root, "entry")
        _add(entry, "id", edition.url + address)
        _add(entry, "title", title)
        _add(entry, "updated", _instant(day))
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": edition.url + address})
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


def opensearch(edition: Edition) -> str:
    """Lets a browser search the book from its address bar."""
    root = Element("OpenSearchDescription", {"xmlns": "http://a9.com/-/spec/opensearch/1.1/"})
    _add(root, "ShortName", edition.name[:_LONGEST_NAME])
    _add(root, "Description", edition.description)
    _add(root, "InputEncoding", "UTF-8")
    _add(root, "Language", "zh-CN")
    image = SubElement(root, "Image", {"width": "16", "height": "16", "type": "image/svg+xml"})
    image.text = f"{edition.url}assets/logo.svg"
    SubElement(root, "Url", {"type": "text/html", "template": f"{edition.url}?q={{searchTerms}}"})
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
        "parts": cache.value("parts", cache.key(cache.code("machines"), body.text), partial(_parts, body)),
    }


def _counted(book: Book, question: Question) -> Mapping[str, int] | None:
    count = book.frequencies.reliable(question.id)
    return {"questions": count.questions, "companies": count.companies} if count else None


def _parts(body: Body) -> Mapping[str, Any]:
    """The parts of an answer as plain text; those that are lists, item by item."""
    spans = {anchor: body.part(anchor) for anchor in parts.PARTS.values()}
    written = {anchor: body.text[slice(*span)] if span else "" for anchor, span in spans.items()}
    blocks = Body(written[parts.CODE]).fences
    return {
        "spoken": _paragraphs(written[parts.SPOKEN]),
        "details": _paragraphs(written[parts.DETAILS]),
        "code": "\n".join(one.code for one in blocks if not form.is_check(one.info)),
        "pitfalls": [_pitfall(text) for _, text in form.items(written[parts.PITFALLS])],
        "follow_ups": [
            {"question": prose.text(one.text), "id": one.id, "answer": prose.text(one.answer)}
            for one in body.follow_ups
        ],
        "grading": {grade: prose.text(text) for grade, text in form.grades(body).items()},
    }


def _pitfall(text: str) -> Mapping[str, str]:
    slip = form.slip(text)
    return {"wrong": prose.text(slip.wrong), "right": prose.text(slip.right)} if slip else {"text": prose.text(text)}


def _paragraphs(text: str) -> str:
    return "\n".join(said for _, said in prose.blocks(Body(text)))


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


def _link(edition: Edition, here: str, address: str) -> str:
    return addresses.absolute(edition.url, address) or addresses.relative(here, address, folders=True)


def _escaped(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]")


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _xml(root: Element) -> str:
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'
