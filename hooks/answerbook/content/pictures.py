"""Picture files: whether they are whole, and whether an SVG keeps to itself."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.parsers import expat

from .. import cache
from ..rulebook import rule
from . import datafiles

LARGEST = 1_000_000

# A phone has to hold a picture as four bytes for each of its pixels.
MOST_PIXELS = 40_000_000
DEEPEST = 200
_SVG = "http://www.w3.org/2000/svg"
_HEADS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}


KINDS = (".svg", *_HEADS)
# What a picture may refer to: its own parts, and pictures that it holds.
_INNER = ("#", "data:image/png;", "data:image/jpeg;")
# What would make a page of a picture, under any namespace.
_ACTIVE = frozenset({"script", "foreignobject", "iframe", "embed", "object", "meta", "link", "base", "handler"})


@rule(
    "picture-file",
    "图片……不存在、的格式不能用、超过 1 MB、是坏的、不能带脚本",
    ("图片要在内容文件夹里、完整、1 MB 以内；SVG 不能带脚本、不能引用外部地址、要有 viewBox；坏的请重新导出"),
)
def check(path: Path, docs: Path) -> Iterator[str]:
    """What is wrong with a picture, as the end of a sentence that begins with its name."""
    try:
        if not path.exists():
            yield "不存在；请检查路径和大小写"
            return
        if not datafiles.inside(path, docs):
            yield "在内容文件夹之外；请把文件放进来再引用"
            return
        if not path.is_file():
            yield "不是文件；请检查路径"
            return
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError):
        yield "读不了；请检查路径"
        return
    suffix = path.suffix
    if suffix != ".svg" and suffix not in _HEADS:
        yield f"的格式不能用；请用 .svg、{'、'.join(_HEADS)}"
    elif len(data) > LARGEST:
        yield "超过 1 MB；请压缩，或改用 SVG"
    elif suffix == ".svg":
        yield from _check_svg(data)
    elif not data.startswith(_HEADS[suffix]) or (suffix == ".webp" and data[8:12] != b"WEBP"):
        yield f"的内容不是 {suffix[1:].upper()}；请重新导出"
    elif reason := _broken(data):
        yield reason


def active(data: bytes) -> list[tuple[int, str]]:
    """What in an SVG would run when it is opened by itself, by line; the picture need not be whole for that."""
    return _seen(data)[0]


def look(data: bytes) -> tuple[list[tuple[int, str]], tuple[str, ...] | None]:
    """The same, and what `check` finds in the file that holds this; None of a file too large to be looked at."""
    running, found, broken = _seen(data)
    return running, None if len(data) > LARGEST else _said(found, broken)


def _check_svg(data: bytes) -> Iterator[str]:
    # What runs in it is said of the file itself, whether an answer shows it or not.
    _, found, broken = _seen(data)
    yield from _said(found, broken)


def _said(found: Sequence[str], broken: str) -> tuple[str, ...]:
    return (broken,) if broken else tuple(found)


def _seen(data: bytes) -> tuple[list[tuple[int, str]], list[str], str]:
    """What `_read_svg` finds; kept, since several rules ask for it, at every check."""
    key = cache.key(cache.code("content"), "svg", data)
    return cache.value("pictures", key, lambda: _read_svg(data))


@rule("picture-file")
def _read_svg(data: bytes) -> tuple[list[tuple[int, str]], list[str], str]:
    """What runs in it and on which line, what else is wrong, and why it could not be read to its end."""
    reader = _SvgReader()
    try:
        reader.read(data)
    except _DeclaredError:
        return reader.running, [], ""
    except (expat.ExpatError, ValueError) as error:
        return reader.running, reader.found, _unread(error)
    return reader.running, reader.found, ""


@rule("picture-file")
def _unread(error: expat.ExpatError | ValueError) -> str:
    """Why an SVG could not be read to its end."""
    if isinstance(error, expat.ExpatError) and error.code == _UNDECLARED:
        return f"用了没有声明的前缀（第 {error.lineno} 行），显示不出来；请重新导出为普通的 SVG"
    line = f"（第 {error.lineno} 行）" if isinstance(error, expat.ExpatError) else ""
    return f"不是完整的 SVG{line}；请重新导出"


class _SvgReader:
    """Collects what is wrong with an SVG: what would run, and the rest."""

    def __init__(self) -> None:
        self.running: list[tuple[int, str]] = []
        self.found: list[str] = []
        self._depth = 0
        # With namespaces, as browsers read it: an undeclared prefix is a mistake.
        self._parser = expat.ParserCreate(namespace_separator="\n")

    def read(self, data: bytes) -> None:
        """Read all of it; raises _DeclaredError for a document type, ExpatError and ValueError for what is no XML."""
        parser = self._parser
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._opened, self._closed
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = self._text, self._declared
        parser.ProcessingInstructionHandler = self._instructed
        parser.Parse(data, True)

    @rule("picture-file")
    def _opened(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        space, _, name = name.rpartition("\n")
        if self._depth == 1 and name != "svg":
            self.found.append("的最外层不是 <svg>；请重新导出")
        elif self._depth == 1 and space != _SVG:
            self.found.append(f'的 <svg> 少了 xmlns="{_SVG}"，浏览器显示不出来；请补上')
        elif self._depth == DEEPEST:
            self.found.append(f"套了 {DEEPEST} 层以上，浏览器显示不出来；请重新导出")
        if self._depth == 1 and "viewBox" not in attributes:
            self.found.append("缺少 viewBox，手机上不能缩放；请在 <svg> 上补上")
        if name.lower() in _ACTIVE:
            self._runs(f"里有 <{name}>；图片不能带脚本或网页，请删去")
        for key, value in attributes.items():
            self._attribute(key.rpartition("\n")[2], value)

    @rule("picture-file")
    def _attribute(self, key: str, value: str) -> None:
        if key.lower().startswith("on"):
            self._runs(f"里有 {key}；图片不能带脚本，请删去")
        elif re.search("script:", re.sub(r"[\x00-\x20]", "", value), re.I):
            self._runs(f"的 {key} 里有脚本；图片不能带脚本，请删去")
        elif key == "href" and not value.strip().startswith(_INNER):
            self.found.append(f"引用了外部地址 {value[:30]}；请把内容放进图里")
        elif _reaches_out(value):
            self.found.append(f"引用了外部地址（{key}）；请把内容放进图里")

    def _closed(self, _: str) -> None:
        self._depth -= 1

    @rule("picture-file")
    def _text(self, value: str) -> None:
        if _reaches_out(value):
            self.found.append("的样式引用了外部地址；请把内容放进图里")

    @rule("picture-file")
    def _declared(self, *_: object) -> None:
        self._runs("里有 <!DOCTYPE>；请删去那一行")
        # Entities can grow without end, and hide what they stand for.
        raise _DeclaredError

    @rule("picture-file")
    def _instructed(self, target: str, _: str) -> None:
        self._runs(f"里有 <?{target} …?>；图片不能引用样式表，请删去那一行")

    def _runs(self, sentence: str) -> None:
        self.running.append((self._parser.CurrentLineNumber, sentence))


_UNDECLARED = expat.errors.codes["unbound prefix"]


class _DeclaredError(Exception):
    """The file declares a document type."""


def _reaches_out(value: str) -> bool:
    return re.search(r"@import|url\(\s*['\"]?(?!#|data:image/)[^)\s]", value, re.I) is not None


def broken(path: Path) -> str:
    """Why a picture cannot be shown, "" when it can; a drawing is read by `check` as a whole."""
    if path.suffix == ".svg":
        return ""
    return _broken(path.read_bytes() if path.is_file() else b"")


def _broken(data: bytes) -> str:
    key = cache.key(cache.code("content"), "pixels", data)
    return cache.value("pictures", key, lambda: _unshowable(data))


def _unshowable(data: bytes) -> str:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            # Too large is said here.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _unreadable(data)
    except Image.DecompressionBombError:
        return _too_large()


@rule("picture-file")
def _too_large(size: str = "") -> str:
    return f"的像素太多{size}，手机打不开；请缩小到 {MOST_PIXELS // 1_000_000:,} 百万像素以内"


@rule("picture-file")
def _unreadable(data: bytes) -> str:
    # Only now: most checks look at no picture anew.
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return _too_large(f"（{picture.width} × {picture.height}）")
            # The sums inside the file, then its pixels: some libraries tell Pillow to put up with half a picture.
            picture.verify()
        with Image.open(io.BytesIO(data)) as picture:
            picture.load()
    except UnidentifiedImageError:
        return "是坏的，显示不了（开头就读不出来）；请重新导出"
    except (OSError, ValueError, SyntaxError) as error:
        return f"是坏的，显示不了（{error}）；请重新导出"
    return ""


def size(path: Path) -> tuple[int, int] | None:
    """The width and height a picture asks for, in CSS pixels, or None when it does not say."""
    from PIL import Image

    try:
        if path.suffix == ".svg":
            return _svg_size(path.read_text(encoding="utf-8"))
        with Image.open(path) as picture:
            return picture.size
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def _svg_size(text: str) -> tuple[int, int] | None:
    root = re.search(r"<svg\b[^>]*>", text)
    box = re.search(r"\bviewBox=[\"']([^\"']*)[\"']", root[0]) if root else None
    numbers = re.split(r"[\s,]+", box[1].strip()) if box else []
    sides = [float(number) for number in numbers[2:]] if len(numbers) == 4 else []
    return (round(sides[0]), round(sides[1])) if sides and all(0 < side < LARGEST for side in sides) else None
