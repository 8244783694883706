"""The book as cards for Anki: the question, each answered follow-up, each mistake; a new edition corrects old cards.

Anki knows a note by its GUID. Ours is the id of the question and which of its cards it is, never the text: importing a
corrected edition then changes the text and leaves what the learner has reached.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape, unescape
from io import BytesIO
from pathlib import Path, PurePosixPath

import genanki

from .. import outputs
from ..content import addresses
from ..content.frequencies import FREQUENCIES
from ..content.imprint import Imprint
from ..content.questions import Book, Question, Topic
from ..drawing import figures
from ..markup import markup
from ..markup.markup import Passage
from ..markup.medium import Screen
from ..maths import mathjax
from ..text import form
from ..text.body import Body
from ..text.parts import SPOKEN

FIELDS = ("编号", "编号的题", "正面", "背面", "出处")
# Tags of every note: 专题::记忆 and so on; the edition tells cards that a later one has no more.
EDITION = "版次"
NAME = "大模型面试答案书"

# Chosen once: Anki knows the note type and the decks by these numbers.
_NOTE_TYPE, _ROOT = 1_764_374_401, 1_764_374_402
_FOLDER = Path(__file__).parent / "templates"
_PICTURES = (".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_TOGETHER = re.compile(r"\{\{|\}\}")
_TAG = re.compile("<[^>]*>")


@dataclass(frozen=True)
class DeckSource:
    """What the cards are made from; `moment` is when it was last changed, in seconds of Unix time."""

    book: Book
    imprint: Imprint
    docs: Path
    moment: int


@dataclass(frozen=True)
class Flashcard:
    """One note: `key` is its GUID, the two sides are HTML with the book's TeX in Anki's marks."""

    key: str
    question: Question
    kind: str
    front: str
    back: str


def make(source: DeckSource, output: Path, part: Topic | None = None) -> int:
    """Write the cards of the book, or of one topic, as one .apkg that appears whole; returns how many there are."""
    media: dict[str, bytes] = {}
    topics = [part] if part else source.book.topics
    made = [(topic, list(_topic_cards(source, topic, media))) for topic in topics if topic.questions]
    packed = _packed(source, made, media)
    outputs.put(output, packed, source.imprint.updated)
    return sum(len(found) for _, found in made)


def cards(source: DeckSource, question: Question, media: dict[str, bytes]) -> Iterator[Flashcard]:
    """The cards of one question; its figures are added to `media` under the names that the cards use."""
    html = partial(_html, source, question, media)
    line = partial(html, sentence=True)
    spoken = question.body.part(SPOKEN)
    said = html(question.body.text[slice(*spoken)]) if spoken else ""
    answer = f'<p class="short">{escape(question.short, quote=False)}</p>{said}{html(_figures(question))}'
    yield _card(question, "速答", "0", escape(question.title, quote=False), answer)
    asked = 0
    for one in question.body.follow_ups:
        asked += one.id is None
        if one.answer:
            key = f"to-{one.id}" if one.id else f"follow-up-{asked}"
            yield _card(question, "追问", key, line(one.text), html(one.answer))
    for number, slip in enumerate(form.slips(question.body), 1):
        wrong = f"<p>这样说错在哪里？</p><s>{line(slip.wrong)}</s>"
        yield _card(question, "错与对", f"mistake-{number}", wrong, html(slip.right))


def _card(question: Question, kind: str, key: str, front: str, back: str) -> Flashcard:
    return Flashcard(f"answerbook/{question.id}/{key}", question, kind, _kept(front), _kept(back))


def _topic_cards(source: DeckSource, topic: Topic, media: dict[str, bytes]) -> Iterator[Flashcard]:
    """The questions that are asked most come first; two follow-ups that lead to one answer are told apart."""
    mathjax.render((one.tex, one.display) for question in topic.questions for one in question.body.formulas)
    seen: dict[str, int] = {}
    for question in sorted(topic.questions, key=lambda one: FREQUENCIES.index(one.frequency)):
        for card in cards(source, question, media):
            times = seen[card.key] = seen.get(card.key, 0) + 1
            yield card if times == 1 else replace(card, key=f"{card.key}-{times}")


def _html(source: DeckSource, question: Question, media: dict[str, bytes], text: str, *, sentence: bool = False) -> str:
    """Markdown as HTML for a field; a sentence without its paragraph."""

    def link(id: str, fragment: str) -> str:
        url = source.imprint.url
        return url + addresses.question_address(id, fragment) if url else ""

    def asset(path: str) -> str:
        file = source.docs / path
        if file.suffix.lower() not in _PICTURES:
            return ""
        data = (figures.alone(file) or "").encode() or file.read_bytes()
        name = _media_name(path, data)
        media[name] = data
        return name

    body, medium = Body(form.uncited(text.strip())), _NoteField(link, asset, source.docs)
    return markup.passage_html(Passage(question.path, body, medium, sentence)).html


class _NoteField(Screen):
    """A field of a card, on the screen of Anki, which has a MathJax of its own."""

    def formula(self, drawn: mathjax.Drawing) -> str:
        """Its TeX between MathJax's marks."""
        opening, closing = (r"\[", r"\]") if drawn.display else (r"\(", r"\)")
        return f"{opening}{escape(drawn.tex, quote=False)}{closing}"


def _kept(html: str) -> str:
    """A field in which nothing looks like the end of a template, nor of a cloze: two braces are never together."""
    return _TOGETHER.sub(lambda two: "".join(f"&#{ord(one)};" for one in two[0]), html)


def _figures(question: Question) -> str:
    """The figures of an answer as Markdown, each a paragraph."""
    text = question.body.text
    return "\n\n".join(text[link.start : link.end] for link in question.body.links if link.image)


def _media_name(path: str, data: bytes) -> str:
    """Anki keeps all media in one folder: the name tells whose it is, and another picture has another name."""
    place = PurePosixPath(path)
    digest = hashlib.sha256(data).hexdigest()[:8]
    return f"answerbook-{place.parent.name}-{place.stem}-{digest}{place.suffix.lower()}"


def _packed(source: DeckSource, made: Sequence[tuple[Topic, Sequence[Flashcard]]], media: Mapping[str, bytes]) -> bytes:
    """The .apkg: genanki writes it with the time of day in its archive, ours is the same bytes each time."""
    root = genanki.Deck(_ROOT, source.imprint.title or NAME, _about(source))
    decks = [root]
    for topic, found in made:
        number = _ROOT + 1 + zlib.crc32(topic.id.encode())
        deck = genanki.Deck(number, f"{root.name}::{topic.title.replace('::', '：')}", topic.summary)
        for place, card in enumerate(found):
            deck.add_note(_note(source, topic, card, place))
        decks.append(deck)
    names = sorted(media)
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            (Path(folder) / name).write_bytes(media[name])
        package = genanki.Package(decks, [str(Path(folder) / name) for name in names])
        written = BytesIO()
        package.write_to_file(written, timestamp=source.moment)
    with zipfile.ZipFile(written) as archive:
        return outputs.archive((name, archive.read(name)) for name in archive.namelist())


def _note(source: DeckSource, topic: Topic, card: Flashcard, place: int) -> genanki.Note:
    question = card.question
    context = topic.title if card.kind == "速答" else f"{card.kind}：{question.title}"
    fields = [card.key.removeprefix("answerbook/"), _kept(escape(context, quote=False)), card.front, card.back]
    tags = {"专题": topic.title, "频率": question.frequency, "难度": question.level, "卡片": card.kind}
    said = [f"{name}::{value}" for name, value in tags.items()] + [f"{EDITION}::{source.imprint.updated}"]
    return genanki.Note(
        model=_MODEL,
        fields=[*fields, _source(source, question)],
        sort_field=" ".join(unescape(_TAG.sub(" ", card.front)).split()),
        tags=[re.sub(r"\s+", "_", tag) for tag in said],
        guid=card.key,
        due=place,
    )


def _source(source: DeckSource, question: Question) -> str:
    """Where the whole answer is."""
    if not source.imprint.url:
        return f"{escape(question.id)}，更新于 {question.updated}"
    address = escape(source.imprint.address(question))
    return f'<a href="{address}">看完整的答案</a>，更新于 {question.updated}'


def _about(source: DeckSource) -> str:
    said = source.imprint
    lines = [
        f"{said.size}，更新至 {said.updated}",
        f"新版里没有了的卡片：在浏览里搜 deck:{said.title or NAME}* -tag:{EDITION}::{said.updated}",
        said.url,
        said.licence,
    ]
    return "<br>".join(filter(None, lines))


def _template(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8").strip()


_MODEL = genanki.Model(
    _NOTE_TYPE,
    NAME,
    fields=[{"name": name} for name in FIELDS],
    templates=[{"name": "问答", "qfmt": _template("front.html"), "afmt": _template("back.html")}],
    css=_template("card.css"),
    sort_field_index=2,
)
