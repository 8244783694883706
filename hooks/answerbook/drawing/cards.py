"""The preview card of an answer: a small picture that chats show beside its link, and that readers can save."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import cache as remember
from functools import lru_cache, partial
from math import ceil, floor
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit, urlunsplit

from .. import cache, places
from ..content import head_rules
from ..content.questions import Book
from ..problems import Problem
from ..rulebook import rule
from . import fonts
from .fonts import BOLD, REGULAR

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 630
# The parts of an address that letters may stand in, and what is already as it should be.
_WRITTEN, _KEPT = ("path", "query", "fragment"), "/%:=&?@!$'()*+,;~"
_MARGIN = 72
_BAR = 6
_TOPIC, _FOOT = 28, 24
_ADDRESS = (24, 21, 18)
# Sizes of title and short answer: the first pair with which both fit.
_SIZES = ((72, 34), (64, 31), (58, 30), (52, 29), (46, 27), (42, 25), (38, 24))
_TITLE_LEADING, _SHORT_LEADING = 1.34, 1.6
_GAP = 26
# The height there is for both.
_ROOM = HEIGHT - 2 * _MARGIN - _TOPIC - _FOOT - 3 * _GAP
# A phone's camera wants modules of at least four pixels; the longest address there may be takes 49 of them.
_CODE, _MODULE = 180, 4
_WIDEST_CODE = 49 * _MODULE
# Every reader takes any of the eight patterns that may lie over a code; to try which looks most even takes longer than
# all the rest of it. This one is a chessboard.
_MASK = 0
# How PNG is packed: zlib's Z_RLE.
_RUNS = 3
# So much of its size a line has below its baseline.
_BELOW = 0.4
# Blanks at the ends of lines take no room there: so much of a line at most.
_SLACK = 0.1
# Paper, then each colour from faint to full. More shades cost bytes and are not seen.
_PAPER, _INK, _GREY, _ACCENT = 0xFEFDFA, 0x23272B, 0x565B60, 0x1D4F73
_SHADES = {_INK: 3, _GREY: 2, _ACCENT: 2}
# A Chinese character or a word: the same few stand on all cards, and each is drawn once.
_HAN = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60"
_PIECES = re.compile(f"[{_HAN}]| +|[^ {_HAN}]+")
# So many of them stay at hand, about 2 kB each.
_AT_HAND = 8192
# Another process has to get going and draw the same characters once more: for fewer cards it is not worth its while.
_WORTH_SHARING = 400


@dataclass(frozen=True)
class PreviewCard:
    """What a card says. `address` is what its QR code holds: "" for none."""

    title: str
    short: str
    topic: str
    book: str
    address: str = ""


@dataclass(frozen=True)
class _Text:
    """A line where it stands: `y` is that of its baseline."""

    text: str
    x: float
    y: float
    size: float
    weight: int
    colour: int


@dataclass(frozen=True)
class _Stamp:
    """A piece of a line, drawn: where it stands beside the point it is drawn at, and how far the next one is.

    `mask` is Pillow's own, as a font gives it and a pen takes it.
    """

    mask: Any
    left: int
    top: int
    advance: float


@rule(
    "card",
    "卡片放不下、卡片的字体里没有",
    "每个答案有一张预览卡片，写着标题和速答；缩短，或换掉那个字符",
)
def check(book: Book, shown: str) -> Iterator[Problem]:
    """Titles and short answers that a card cannot show."""
    for topic in book.topics:
        for _, message in _wrong(topic.title, ""):
            yield Problem(f"{shown}{topic.path or topic.id}", 0, message)
    for question in book.questions:
        for name, message in _wrong(question.title, question.short):
            yield Problem(f"{shown}{question.path}", question.lines.get(name, 1), message)


@rule("card")
def _wrong(title: str, short: str) -> list[tuple[str, str]]:
    """What keeps the two from standing on a card: the field and the sentence; kept."""
    too_long = "title 和 short 太长，卡片放不下；请缩短其中一项"

    # Where one of them alone is too long, that was said, and how long it may be.
    said = head_rules.width_of(title) > head_rules.LONGEST_TITLE or len(short) > head_rules.LONGEST_SHORT

    def found() -> list[tuple[str, str]]:
        both = (("title", title), ("short", short))
        wrong = [(name, _missing(name, one)) for name, text in both for one in fonts.missing(text)]
        return wrong if said or _fits(title, short) else [*wrong, ("title", too_long)]

    return cache.value("cards", cache.key(_version(), "wrong", str(said), title, short), found)


def pictures(cards: Sequence[PreviewCard]) -> Iterator[bytes]:
    """Each card as PNG, one after the other; many are drawn by several processes before the first."""
    waiting = [card for card in cards if cache.get("cards", _key(card)) is None]
    count = min(os.cpu_count() or 1, 1 + len(waiting) // _WORTH_SHARING)
    if count > 1:
        _share(waiting, count)
    yield from map(picture, cards)


def picture(card: PreviewCard) -> bytes:
    """The card as PNG: the same card is always the same bytes."""
    found = cache.get("cards", _key(card))
    if found is None:
        found = _drawn(card)
        cache.put("cards", _key(card), found)
    return found


def _drawn(card: PreviewCard) -> bytes:
    # Only now, here and below: a check draws no card.
    from PIL import Image, ImageDraw

    layer = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(layer)
    code = _code(card.address)
    right = WIDTH - _MARGIN - (code.width + _GAP if code else 0)
    texts, bar = _layout(card, right)
    for text in texts:
        _write(pen, text)
    pen.rectangle(bar, fill=255)
    if code:
        layer.paste(code, (WIDTH - _MARGIN - code.width, HEIGHT - _MARGIN + 12 - code.height))
    coloured = [(text.colour, _box(text)) for text in texts if text.colour != _INK]
    left, top, end, bottom = map(int, bar)
    image = _painted(layer, [*coloured, (_ACCENT, (left, top, end + 1, bottom + 1))])
    output = io.BytesIO()
    # Runs are what such a picture has: looking for anything else takes three times as long and saves nothing.
    image.save(output, "PNG", bits=4, compress_level=6, compress_type=_RUNS)
    return output.getvalue()


def _layout(card: PreviewCard, right: float) -> tuple[list[_Text], tuple[float, float, float, float]]:
    """Every line, and the bar beside the short answer. The lower half leaves room for the code at the right."""
    found = [_Text(card.topic, _MARGIN, _MARGIN + _TOPIC * 0.8, _TOPIC, BOLD, _ACCENT)]
    title, short, (large, small) = _fitting(card.title, card.short, right) or _lines(
        card.title, card.short, right, _SIZES[-1]
    )
    y = float(_MARGIN + _TOPIC + _GAP)
    for line in title:
        found.append(_Text(line, _MARGIN, y + large * 1.04, large, BOLD, _INK))
        y += large * _TITLE_LEADING
    y += _GAP
    bar = (_MARGIN, y + 4, _MARGIN + _BAR - 1, y + len(short) * small * _SHORT_LEADING - 4)
    for line in short:
        found.append(_Text(line, _MARGIN + _BAR + _GAP, y + small * 1.17, small, REGULAR, _INK))
        y += small * _SHORT_LEADING
    found.append(_Text(card.book, _MARGIN, HEIGHT - _MARGIN + 8, _FOOT, BOLD, _GREY))
    if card.address:
        indent = _length(card.book, _FOOT, BOLD) + _GAP if card.book else 0
        said = card.address.partition("://")[2]
        size = next((size for size in _ADDRESS if _MARGIN + indent + _length(said, size, REGULAR) <= right), 0)
        if size:
            found.append(_Text(said, _MARGIN + indent, HEIGHT - _MARGIN + 8, size, REGULAR, _GREY))
    return found, bar


def _fits(title: str, short: str) -> bool:
    """Whether both fit beside the largest code there is."""
    right = WIDTH - _MARGIN - _GAP - _WIDEST_CODE
    # Nearly always the smallest do, and to count their lines is a quarter of the work.
    return _smallest_fit(title, short, right) or _fitting(title, short, right) is not None


def _smallest_fit(title: str, short: str, right: float) -> bool:
    from ..text.linebreaks import lines_needed

    large, small = _SIZES[-1]
    above = lines_needed(title, (WIDTH - 2 * _MARGIN) / large, partial(fonts.width, weight=BOLD))
    below = lines_needed(short, (right - _MARGIN - _BAR - _GAP) / small, partial(fonts.width, weight=REGULAR))
    if above is None or below is None:
        return False
    return above * large * _TITLE_LEADING + below * small * _SHORT_LEADING <= _ROOM


_Lines = tuple[list[str], list[str], tuple[int, int]]


def _fitting(title: str, short: str, right: float) -> _Lines | None:
    """The lines of both and their sizes, or None when even the smallest are too large."""
    above, below = WIDTH - 2 * _MARGIN, right - _MARGIN - _BAR - _GAP
    for large, small in _SIZES:
        # No line holds more than it is wide: most sizes are out of the question before any line is broken.
        least = ceil(_length(title, large, BOLD) / above - _SLACK) * large * _TITLE_LEADING
        if least + ceil(_length(short, small, REGULAR) / below - _SLACK) * small * _SHORT_LEADING > _ROOM:
            continue
        lines = _lines(title, short, right, (large, small))
        wide = any(_length(line, large, BOLD) > WIDTH - 2 * _MARGIN for line in lines[0])
        high = len(lines[0]) * large * _TITLE_LEADING + len(lines[1]) * small * _SHORT_LEADING
        if not wide and high <= _ROOM:
            return lines
    return None


def _lines(title: str, short: str, right: float, sizes: tuple[int, int]) -> _Lines:
    from ..text.linebreaks import wrap

    large, small = sizes
    above = wrap(title, (WIDTH - 2 * _MARGIN) / large, partial(fonts.width, weight=BOLD), even=True)
    below = wrap(short, (right - _MARGIN - _BAR - _GAP) / small, partial(fonts.width, weight=REGULAR))
    return above, below, sizes


def _length(text: str, size: float, weight: int) -> float:
    return sum(fonts.width(character, weight) for character in text) * size


def _write(pen: ImageDraw.ImageDraw, text: _Text) -> None:
    x = text.x
    for run in fonts.runs(text.text, text.weight):
        thicker = run.face.thicker * text.size
        y = _pixel(text.y - run.rise * text.size)
        for piece in _PIECES.findall(run.text):
            stamp = _stamp(run.face, text.size * run.size, thicker, piece)
            pen.draw.draw_bitmap((_pixel(x) + stamp.left, y + stamp.top), stamp.mask, 255)
            x += stamp.advance


def _pixel(place: float) -> int:
    return floor(place + 0.5)


@lru_cache(maxsize=_AT_HAND)
def _stamp(face: fonts.Face, size: float, thicker: float, piece: str) -> _Stamp:
    font = fonts.opened(face, size)
    mask, (left, top) = font.getmask2(piece, "L", anchor="ls", stroke_width=thicker, stroke_filled=True)
    return _Stamp(mask, left, top, font.getlength(piece))


def _box(text: _Text) -> tuple[int, int, int, int]:
    """Where a line stands."""
    right = text.x + _length(text.text, text.size, text.weight) + _GAP / 2
    return int(text.x - _GAP / 2), int(text.y - text.size), int(right), int(text.y + text.size * _BELOW)


def _code(address: str) -> Image.Image | None:
    """The QR code without its quiet zone, dark on transparent."""
    if not address:
        return None
    import segno
    from PIL import Image

    rows = [bytes(255 * bit for bit in row) for row in segno.make_qr(_in_ascii(address), error="m", mask=_MASK).matrix]
    size = len(rows) * max(_CODE // len(rows), _MODULE)
    return Image.frombytes("L", (len(rows), len(rows)), b"".join(rows)).resize((size, size), Image.Resampling.NEAREST)


def _in_ascii(address: str) -> str:
    """The address as it goes over the wire: Chinese letters would be coded as Japanese ones."""
    parts = urlsplit(address)
    name, colon, port = parts.netloc.partition(":")
    host = name.encode("idna").decode() + colon + port
    return urlunsplit(parts._replace(netloc=host, **{n: quote(getattr(parts, n), _KEPT) for n in _WRITTEN}))


def _painted(layer: Image.Image, coloured: Iterable[tuple[int, tuple[int, int, int, int]]]) -> Image.Image:
    """How dark each place is, in ink but for these boxes, as a picture of few colours: as many as each has shades."""
    levels, palette = _colours()
    image = layer.point(levels[_INK])
    for colour, box in coloured:
        image.paste(layer.crop(box).point(levels[colour]), box)
    image.putpalette(palette)
    return image


@remember
def _colours() -> tuple[Mapping[int, list[int]], bytes]:
    """For each colour, which shade of it each darkness is; and all shades of all colours."""
    palette = [_PAPER]
    levels: dict[int, list[int]] = {}
    for colour, shades in _SHADES.items():
        dark = [round(value * shades / 255) for value in range(256)]
        levels[colour] = [level and len(palette) - 1 + level for level in dark]
        palette += [_mixed(colour, (shade + 1) / shades) for shade in range(shades)]
    return levels, b"".join(colour.to_bytes(3) for colour in palette)


def _mixed(colour: int, share: float) -> int:
    pairs = zip(_PAPER.to_bytes(3), colour.to_bytes(3), strict=True)
    return int.from_bytes(round(paper + (ink - paper) * share) for paper, ink in pairs)


def _share(cards: Sequence[PreviewCard], count: int) -> None:
    """Let so many processes draw some of the cards each into the cache."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(places.HOOKS), os.environ.get("PYTHONPATH", "")])}
    workers = []
    for share in (cards[first::count] for first in range(count)):
        command = [sys.executable, "-m", "answerbook.drawing.cards"]
        worker = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, text=True, encoding="utf-8")
        workers.append(worker)
        assert worker.stdin is not None
        # One that ends early has its reason on the terminal.
        with suppress(OSError):
            worker.stdin.write(json.dumps([astuple(card) for card in share]))
            worker.stdin.close()
    for worker in workers:
        # What one of them did not draw is drawn here, and fails here if it has to.
        worker.wait()


def _draw_share(cards: Iterable[Sequence[str]]) -> None:
    for card in cards:
        picture(PreviewCard(*card))


@rule("card")
def _missing(name: str, character: str) -> str:
    return f"{name} 里的“{character}”（U+{ord(character):04X}）在卡片的字体里没有；请换一个写法"


def _key(card: PreviewCard) -> bytes:
    return cache.key(_version(), *astuple(card))


@remember
def _version() -> bytes:
    """Other code (and libraries, which `code` names) or fonts make other cards."""
    return cache.key(fonts.revision(), cache.code("drawing"))


if __name__ == "__main__":
    _draw_share(json.load(sys.stdin))
