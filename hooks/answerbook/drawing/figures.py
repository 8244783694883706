"""The language of figures: colours that mean the same in all drawings, what one may hold, how a page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache as remember
from html import escape
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat

from .. import cache
from ..rulebook import rule
from . import fonts

# A figure is as wide as the text of a narrow column; a phone's column has PHONE pixels.
WIDEST, TALLEST, PHONE = 480, 720, 328
# What the smallest words, and sub- and superscripts, measure on a phone, in pixels.
SMALLEST, SMALLEST_SHIFTED = 10.0, 7.3
SIZE = 16


class Colour(NamedTuple):
    """A colour by its name: what it stands for, and how it looks on light and on dark pages."""

    name: str
    meaning: str
    light: str
    dark: str


MEANINGS = (
    Colour("weight", "权重", "#2a6496", "#8bbce4"),
    Colour("gradient", "梯度", "#8a5a04", "#e3b95e"),
    Colour("optimizer", "优化器", "#75489b", "#c8a4e6"),
    Colour("activation", "激活", "#36703c", "#92cb90"),
    Colour("kv", "KV", "#0b7079", "#63c6cc"),
    Colour("data", "数据", "#a8417a", "#ea9cc2"),
    Colour("accent", "强调", "#b3391f", "#f09478"),
    Colour("neutral", "中性", "#61666b", "#a4a7aa"),
)
# What the page has already: its ground, text, and lesser text.
_PAGE = {"#23272b": "--ink", "#565b60": "--ink-2", "#ffffff": "--paper"}
INK, MUTED, PAPER, GRID = (*_PAGE, "#ddd8cc")
_GRID_DARK, _PAPER_DARK = "#35393f", "#17191c"
# How much of a colour is in its tint.
_LIGHT_TINT, _DARK_TINT = 0.16, 0.22

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_ELEMENT_NAMES = "svg title desc defs g path rect circle ellipse line polyline polygon text tspan marker clipPath use"
_ATTRIBUTE_NAMES = """
    id x y x1 y1 x2 y2 cx cy r rx ry d points width height dx dy transform viewBox role href
    fill fill-opacity fill-rule stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity
    opacity clip-path clip-rule text-anchor font-family font-size font-weight font-style
    marker-start marker-mid marker-end refX refY markerWidth markerHeight orient
    """
_ELEMENTS, _ATTRIBUTES = frozenset(_ELEMENT_NAMES.split()), frozenset(_ATTRIBUTE_NAMES.split())
_COLOURED = ("fill", "stroke")
_NO_COLOURS = frozenset({"none", "currentColor"})
_FAMILIES = {"sans-serif": "inherit", "monospace": "var(--md-code-font-family)"}
_REFERENCE = re.compile(r"url\(#[\w-]+\)")


@remember
def tint(name: str) -> str:
    """The light ground of what has this colour, on light pages."""
    return _mixed(_named(name).light, PAPER, _LIGHT_TINT)


@remember
def palette() -> Mapping[str, str]:
    """The colours of a file and what they are called on a page: every figure is drawn as it looks on paper."""
    found = dict(_PAGE) | {GRID: "--figure-grid"}
    for colour in MEANINGS:
        found |= {colour.light: f"--figure-{colour.name}", tint(colour.name): f"--figure-{colour.name}-2"}
    return found


def stylesheet() -> str:
    """The colours of figures on light pages and on paper, and on dark screens."""
    light = [f"{name}:{colour}" for colour, name in palette().items() if colour not in _PAGE]
    dark = [f"--figure-grid:{_GRID_DARK}"]
    for colour in MEANINGS:
        ground = _mixed(colour.dark, _PAPER_DARK, _DARK_TINT)
        dark += [f"--figure-{colour.name}:{colour.dark}", f"--figure-{colour.name}-2:{ground}"]
    return (
        f':root,[data-md-color-scheme="default"]{{{";".join(light)}}}\n'
        f'@media screen{{[data-md-color-scheme="slate"]{{{";".join(dark)}}}}}\n'
    )


def as_html(svg: str, alt: str, prefix: str) -> str | None:
    """The drawing as a part of a page, in the page's colours and font; None for one that does not keep to the language.

    `prefix` keeps its names apart from those of others on the page.
    """
    root = _parsed(svg)
    box = _box(root.get("viewBox", "")) if root is not None else None
    if root is None or box is None or not all(map(_known, root.iter())):
        return None
    _strip(root, prefix)
    inside = "".join(_written(root))
    kept = "".join(f' {name}="{escape(root.attrib[name])}"' for name in ("fill", "font-size") if name in root.attrib)
    return (
        f'<svg class="drawing" role="img" aria-label="{escape(alt)}" viewBox="{root.get("viewBox")}"'
        f' width="{box[0]:g}" height="{box[1]:g}"{kept}>{inside}</svg>'
    )


def pieces(svg: str, prefix: str) -> list[str] | None:
    """The same element by element, without what is around them."""
    root = _parsed(svg)
    if root is None or not all(map(_known, root.iter())):
        return None
    _strip(root, prefix)
    return _written(root)


def inlined(path: Path, alt: str) -> str | None:
    """The same of a file; None for one that is no SVG or cannot be read."""
    text = _text(path)
    return None if text is None else as_html(text, alt, f"{path.parent.name}-{path.stem}-")


def _written(root: ElementTree.Element) -> list[str]:
    return [ElementTree.tostring(child, "unicode") for child in root]


def alone(path: Path) -> str | None:
    """The drawing for whoever shows its file by itself: on paper, since that may lie on a dark ground."""
    text = _text(path)
    if text is None or as_html(text, "", "") is None:
        return None
    head = text.index(">", text.index("<svg")) + 1
    return f'{text[:head]}<rect width="100%" height="100%" fill="{PAPER}"/>{text[head:]}'


def check(svg: str) -> list[tuple[int, str]]:
    """What in a drawing is not in the language: lines and sentences. One that is no SVG at all is said elsewhere."""
    key = cache.key(cache.code("drawing"), fonts.revision(), svg)
    return cache.value("figures", key, lambda: [*_check(svg)])


def _check(svg: str) -> Iterator[tuple[int, str]]:
    opened = _opened(svg)
    if not opened:
        return
    first = opened[0]
    box = _box(first.attributes.get("viewBox", ""))
    yield from ((first.line, sentence) for sentence in _check_root(first, opened, box))
    for element in opened:
        yield from ((element.line, sentence) for sentence in _check_element(element))
    if box is not None:
        for element in opened[1:]:
            yield from ((element.line, sentence) for sentence in _check_place(element, *box))


class _Element(NamedTuple):
    """An element where it begins: its name, attributes, line, the words in it, those around it."""

    name: str
    attributes: Mapping[str, str]
    line: int
    words: list[str]
    around: tuple[_Element, ...]

    def inherited(self, name: str) -> str:
        """What the attribute is here, whoever says so; "" when nobody does."""
        return next((one.attributes[name] for one in (self, *reversed(self.around)) if name in one.attributes), "")


def _opened(svg: str) -> list[_Element]:
    found: list[_Element] = []
    around: list[_Element] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        one = _Element(name, attributes, parser.CurrentLineNumber, [], tuple(around))
        found.append(one)
        around.append(one)

    def end(name: str) -> None:
        around.pop()

    def words(text: str) -> None:
        for one in around:
            one.words.append(text)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, words
    try:
        parser.Parse(svg, True)
    except expat.ExpatError:
        return []
    return found


@rule(
    "figure-root",
    "viewBox 写的是、宽最多、没有 <……>、font-family",
    "图宽不过 480、高不过一屏，有图名和说明，字和正文同一种字体",
)
def _check_root(root: _Element, opened: list[_Element], box: tuple[float, float] | None) -> Iterator[str]:
    if box is None:
        yield f"viewBox 写的是“{root.attributes.get('viewBox', '')}”；请写成 0 0 宽 高，如 0 0 480 300"
    elif box[0] > WIDEST or box[1] > TALLEST:
        yield f"图有 {box[0]:g}×{box[1]:g}；宽最多 {WIDEST}、高最多 {TALLEST}，请排窄些或拆成两张"
    if root.attributes.get("font-family") != "sans-serif":
        yield '最外层没有写 font-family="sans-serif"；请补上，图里的字才和正文同一种字体'
    for name, what in (("title", "图名"), ("desc", "一两句说明图里有什么")):
        if not any(one.name == name and "".join(one.words).strip() for one in opened):
            yield f"没有 <{name}>；请在最前面补上{what}"


@rule(
    "figure-language",
    "颜色……不在图的颜色里、图里只用、写了 style",
    "图的写法见上面“图”一条的表；照句子里说的改",
)
def _check_element(element: _Element) -> Iterator[str]:
    name = element.name
    if name == "style":
        yield "里有 <style>；颜色和字体请写在各个元素的属性里"
    elif name not in _ELEMENTS:
        yield f"里有 <{name}>；图里只用 {'、'.join(sorted(_ELEMENTS - {'svg'}))}"
        return
    for key, value in element.attributes.items():
        if key == "style":
            yield f'<{name}> 写了 style；请改成属性，如 fill="{INK}"'
        elif key in _COLOURED and not _is_colour(value):
            yield f"颜色 {value} 不在图的颜色里{_nearest(value)}"
        elif key == "font-family" and value not in _FAMILIES:
            yield f"字体 {value} 不能用；请写 {' 或 '.join(_FAMILIES)}"
        elif key == "font-size":
            yield from _check_size(element, value)
        elif key not in _ATTRIBUTES and not key.startswith("xmlns"):
            yield f"<{name}> 写了 {key}；请删去，图里用不到它"
        elif ("url" in value.lower() and not _REFERENCE.fullmatch(value)) or (key == "href" and value[:1] != "#"):
            yield f"{key} 写的是 {value}；请引用图里自己的东西，如 #名字"


@rule(
    "figure-size",
    "字号……在手机上只有",
    "手机上也要看得清：字不小于 15",
)
def _check_size(element: _Element, value: str) -> Iterator[str]:
    size = _number(value)
    box = _box((element.around[0] if element.around else element).attributes.get("viewBox", ""))
    if size is None:
        yield f"font-size 写的是“{value}”；请写数字，如 {SIZE}"
    elif box is not None and box[0] <= WIDEST:
        # In a wider one it is not the letters that are too small.
        scale = min(1.0, PHONE / box[0])
        least = SMALLEST_SHIFTED if element.name == "tspan" else SMALLEST
        if size * scale < least:
            yield f"字号 {value} 在手机上只有 {size * scale:.1f} 像素；请至少写 {-int(-least / scale // 1)}"


@rule(
    "figure-place",
    "超出了图的边、有铺满整张图的底色",
    "文字要在图里，图直接画在页面上，不要底色",
)
def _check_place(element: _Element, width: float, height: float) -> Iterator[str]:
    said = "".join(element.words).strip()
    if element.name == "rect" and element.attributes.get("fill") != "none":
        sides = [element.attributes.get(name, "") for name in ("width", "height")]
        if all(
            side == "100%" or (_number(side) or 0) >= whole for side, whole in zip(sides, (width, height), strict=True)
        ):
            yield "有铺满整张图的底色；请删去，图直接画在页面上"
    if element.name != "text" or any("transform" in one.attributes for one in (element, *element.around)):
        return
    x, y, size = (_number(element.inherited(name)) for name in ("x", "y", "font-size"))
    size = SIZE if size is None else size
    bold = fonts.BOLD if element.inherited("font-weight") == "bold" else fonts.REGULAR
    long = sum(fonts.width(character, bold) for character in said) * size
    left = (x or 0) - {"middle": long / 2, "end": long}.get(element.inherited("text-anchor"), 0)
    if left < -1 or left + long > width + 1 or not size / 2 < (y or 0) < height + 1:
        yield f"文字“{said}”超出了图的边；请挪动或换短些"


def _is_colour(value: str) -> bool:
    return value in _NO_COLOURS or value in palette() or value.startswith("url(#")


@rule("figure-language")
def _nearest(value: str) -> str:
    """Which of the colours a contributor may have had in mind."""
    hint = (
        "；请用 " + "、".join(f"{colour.light}（{colour.meaning}）" for colour in MEANINGS) + " 之一、它的浅色或 none"
    )
    if not re.fullmatch("#[0-9a-fA-F]{6}", value):
        return hint
    best = min(palette(), key=lambda known: sum((a - b) ** 2 for a, b in zip(_rgb(known), _rgb(value), strict=True)))
    meaning = {colour.light: colour.meaning for colour in MEANINGS}
    meaning |= {tint(colour.name): f"{colour.meaning}的浅色" for colour in MEANINGS}
    meaning |= {INK: "文字", MUTED: "次要文字", PAPER: "纸", GRID: "网格"}
    return f"；最近的是 {best}（{meaning[best]}）"


def _text(path: Path) -> str | None:
    if path.suffix != ".svg":
        return None
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError):
        return None


def _parsed(svg: str) -> ElementTree.Element | None:
    # Entities can grow without end, and hide what they stand for.
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        return None
    try:
        root = ElementTree.fromstring(svg)
    except (ElementTree.ParseError, ValueError):
        return None
    return root if root.tag == f"{_NAMESPACE}svg" else None


def _known(element: ElementTree.Element) -> bool:
    """Whether a page may hold it: no scripts, no styles, no colours but ours, nothing from elsewhere."""
    if not isinstance(element.tag, str) or element.tag.removeprefix(_NAMESPACE) not in _ELEMENTS:
        return False
    values = element.attrib
    return (
        values.keys() <= _ATTRIBUTES
        and all(_is_colour(values[name]) for name in _COLOURED if name in values)
        and all(_REFERENCE.fullmatch(value) for value in values.values() if "url" in value.lower())
        and values.get("href", "#").startswith("#")
        and values.get("font-family", "sans-serif") in _FAMILIES
    )


def _strip(element: ElementTree.Element, prefix: str) -> None:
    """Leave what draws, in the words of a page: names of colours, one's own ids, no spaces between elements."""
    element.tag = element.tag.removeprefix(_NAMESPACE)
    for name, value in element.attrib.items():
        element.set(name, _on_page(name, value, prefix))
    words = element.tag in ("text", "tspan")
    if not words:
        element.text = None
    for child in list(element):
        if child.tag.removeprefix(_NAMESPACE) in ("title", "desc"):
            element.remove(child)
            continue
        if not words:
            child.tail = None
        _strip(child, prefix)


def _on_page(name: str, value: str, prefix: str) -> str:
    if name in _COLOURED and value in palette():
        return f"var({palette()[value]})"
    if name == "font-family":
        return _FAMILIES[value]
    if name == "id":
        return prefix + value
    if name == "href":
        return f"#{prefix}{value[1:]}"
    return re.sub(r"url\(#", f"url(#{prefix}", value)


def _box(view_box: str) -> tuple[float, float] | None:
    numbers = [_number(part) for part in view_box.split()]
    if len(numbers) != 4 or numbers[:2] != [0, 0] or not numbers[2] or not numbers[3]:
        return None
    return numbers[2], numbers[3]


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"-?\d{1,7}(\.\d{1,7})?", text) else None


def _named(name: str) -> Colour:
    return next(colour for colour in MEANINGS if colour.name == name)


def _mixed(colour: str, ground: str, much: float) -> str:
    mixed = (round(a * much + b * (1 - much)) for a, b in zip(_rgb(colour), _rgb(ground), strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue
