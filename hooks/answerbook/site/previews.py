"""What search engines and chats are told about an answer, as data of schema.org."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..content import addresses
from ..content.questions import Book, Question
from ..text import parts

LANGUAGE = "zh-CN"


def linked_data(question: Question, book: Book, name: str, url: str) -> Mapping[str, Any]:
    """The page as a question with its accepted answer, and the way to it; addresses only where the site has one."""
    here = addresses.absolute(url, addresses.question_address(question.id))
    topic = book.topic_of(question)
    steps = [(name, ""), (topic.title, addresses.topic_address(topic.id))]
    answer = {
        "@type": "Answer",
        "text": question.short,
        "url": f"{here}#{parts.SHORT}" if here else "",
        "dateModified": question.updated.isoformat(),
        "author": {"@type": "Organization", "name": name},
    }
    asked = {
        "@type": "Question",
        "name": question.title,
        "text": question.title,
        "answerCount": 1,
        "keywords": ", ".join(question.tags),
        "dateModified": question.updated.isoformat(),
        "acceptedAnswer": _filled(answer),
    }
    page = {
        "@type": "QAPage",
        "@id": here,
        "url": here,
        "name": question.title,
        "inLanguage": LANGUAGE,
        "isPartOf": _filled({"@type": "WebSite", "name": name, "url": url}),
        "mainEntity": _filled(asked),
    }
    trail = [
        _filled({"@type": "ListItem", "position": place, "name": title, "item": addresses.absolute(url, address)})
        for place, (title, address) in enumerate([*steps, (question.title, addresses.question_address(question.id))], 1)
    ]
    way = {"@type": "BreadcrumbList", "itemListElement": trail}
    return {"@context": "https://schema.org", "@graph": [_filled(page), way]}


def _filled(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in values.items() if value != ""}


def card_address(address: str) -> str:
    """The card of the page at this address, "" for that of the book."""
    return f"{address}card.png"
