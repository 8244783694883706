"""HTML of the paper medium → Typst source: one function of the template for each kind of element.

What the medium does not write is refused, so that nothing is lost on the way without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import widths
from .elements import SPACE, Element, class_names, parse, style, text_of
from .limits import LINE

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = {"p", "div", "ul", "ol", "dl", "figure", "table", "pre", "blockquote", "hr", "details", *_HEADINGS}
# Pygments' classes by the colour that they have in print.
_COLOURS = {
    name: colour
    for names, colour in (
        ("k kn kd kc kr kt ow nt", "k"),
        ("s s1 s2 sd se si sa sb sx sr", "s"),
        ("m mi mf mh mb mo", "m"),
        ("c c1 cm cp ch", "c"),
        ("nf nc nd fm", "f"),
        ("nb bp", "b"),
    )
    for name in names.split()
}
# A table of so few rows stays on one page.
_FEW_ROWS = 9
# How large the words of a table are, in points: as large as there is room for.
_SIZES = (8.3, 7.5, 6.8, 6.2)
# The functions of links into the volume: to another answer, to a work, to a place near by.
LINKS = ("cross", "cite-", "lnk")
# A formula this wide may not fit into a line of a list, in em; a text this long may not fit on a page, in characters.
_WIDE, _LONG_TEXT = 28, 600


def quoted(text: str) -> str:
    """A string of Typst."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "")
    return f'"{escaped}"'


class Writer:
    """Writes pieces of one volume: knows which anchors stand somewhere, and what pictures are called.

    `path` gives the file of a picture by its address.
    """

    def __init__(self, path: Callable[[str], str]) -> None:
        self._path = path
        self._bookmarks = True
        # Anchors that were written, and those that links lead to.
        self.anchors: set[str] = set()
        self._targets: set[str] = set()
        self._too_wide: list[str] = []

    def body(self, html: str, *, bookmarks: bool = True) -> str:
        """Blocks of HTML as Typst; the headings are bookmarks as well. ValueError for what paper has no way to set."""
        self._bookmarks = bookmarks
        return "".join(self._blocks(parse(html)))

    def line(self, html: str) -> str:
        """Inline HTML as Typst; ValueError for what paper has no way to set."""
        return self._inline(parse(html))

    def taken_too_wide(self) -> list[str]:
        """What was written since the last time and is wider than the page: “表…” or a long word."""
        taken, self._too_wide = self._too_wide, []
        return taken

    def lost(self) -> list[str]:
        """Where links lead and nothing was written: a part of an answer that is not printed here."""
        return sorted(self._targets - self.anchors)

    def label(self, anchor: str) -> str:
        """The anchor, where nothing else carries it."""
        self.anchors.add(anchor)
        return f"#mark({quoted(anchor)});"

    # ---- blocks

    def _blocks(self, element: Element) -> Iterator[str]:
        """The blocks in an element; what stands loose between them is a paragraph."""
        loose = Element("p")
        loose.text = element.text
        for child, after in zip(element, [*element[1:], None], strict=False):
            if child.tag not in _BLOCKS:
                loose.append(child)
                continue
            if len(loose) or (loose.text or "").strip():
                yield f"{self._inline(loose)}\n\n"
            if child.tag == "p" and after is not None and _announces(child):
                yield f"#announcing[{self._inline(child)}]\n\n"
            else:
                yield from self._block(child)
            loose = Element("p")
            loose.text = child.tail
        if len(loose) or (loose.text or "").strip():
            yield f"{self._inline(loose)}\n\n"

    def _block(self, element: Element) -> Iterator[str]:
        if element.tag in _HEADINGS:
            yield self._heading(element)
            return
        write = getattr(self, f"_{element.tag}", None)
        if write is None:
            raise ValueError(f"纸上没有 <{element.tag}> 的写法")
        yield f"{write(element)}\n\n"

    def _heading(self, element: Element) -> str:
        level, anchor = _HEADINGS[element.tag], element.get("id")
        mark = "" if self._bookmarks and level <= 3 else ",bookmarked:false,outlined:false"
        label = ""
        if anchor:
            self.anchors.add(anchor)
            label = f"#label({quoted(anchor)})"
        return f"#heading(level:{level}{mark})[{self._inline(element)}]{label}\n\n"

    def _p(self, element: Element) -> str:
        classes = class_names(element)
        said = self._inline(element)
        return f"#{classes[0]}[{said}]" if classes[:1] == ["spoken-time"] else said

    def _div(self, element: Element) -> str:
        classes = class_names(element)
        if "formula" in classes:
            return self._display(element[0])
        if "highlight" in classes:
            language, pre = element.find("span[@class='language']"), element.find("pre")
            assert pre is not None
            return _code(pre, (language.text or "") if language is not None else "")
        if "table" in classes:
            return self._table(element[0])
        inner = "".join(self._blocks(element)).strip()
        if "spoken" in classes:
            return f"#spoken[{inner}]"
        if classes and classes[0] in ("wrong", "right", "reply"):
            return f"#{classes[0]}[{inner}]"
        if classes:
            raise ValueError(f"纸上没有 <div class={' '.join(classes)}> 的写法")
        return inner

    def _ul(self, element: Element, name: str = "list", more: str = "") -> str:
        items = [f"[{self._anchor(item)}{self._item(item)}]" for item in element if item.tag == "li"]
        return f"#{name}({more}{','.join(items)})"

    def _ol(self, element: Element) -> str:
        start = element.get("start")
        name = "references" if "references" in class_names(element) else "enum"
        return self._ul(element, name, f"start:{int(start)}," if start and name == "enum" else "")

    def _item(self, item: Element) -> str:
        inner = "".join(self._blocks(item)).strip()
        # What is said of a question, or against a slip, is on its page.
        whole = "slip" in class_names(item) or item.find("div[@class='reply']") is not None
        return f"#slip({_long(item)})[{inner}]" if whole else inner

    def _dl(self, element: Element) -> str:
        rows = [(row.find("dt"), row.find("dd")) for row in element]
        cells = [f"[{self._inline(one)}]" for row in rows for one in row if one is not None]
        return f"#grades({_long(element)},{','.join(cells)})"

    def _pre(self, element: Element) -> str:
        return f"#output({quoted(text_of(element).rstrip())})"

    def _details(self, element: Element) -> str:
        summary = element.find("summary")
        assert summary is not None
        said = self._inline(summary)
        element.remove(summary)
        return f"#closed[{said}][{''.join(self._blocks(element)).strip()}]"

    def _blockquote(self, element: Element) -> str:
        return f"#quote(block:true)[{''.join(self._blocks(element)).strip()}]"

    def _hr(self, element: Element) -> str:
        return "#rule()"

    def _figure(self, element: Element) -> str:
        picture, caption = element.find(".//img"), element.find("figcaption")
        assert picture is not None
        said = f"[{self._inline(caption)}]" if caption is not None else "none"
        wide = style(picture, "width", "pt") or f"{LINE:.0f}"
        path, alt = quoted(self._path(picture.get("src", ""))), quoted(picture.get("alt", ""))
        return f"#pic({path},{wide}pt,{alt},{said})"

    def _display(self, picture: Element) -> str:
        wide = style(picture, "width", "em")
        return f"#dm({quoted(self._path(picture.get('src', '')))},{wide},{quoted(picture.get('alt', ''))})"

    # ---- tables

    def _table(self, table: Element) -> str:
        rows = [[cell for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
        measured = [[widths.measured(cell) for cell in row] for row in rows]
        sizes = _SIZES[1 if max(map(len, rows)) >= 6 else 0 :]
        size = next((one for one in sizes if sum(widths.columns(measured, one)) * one <= LINE + 1), sizes[-1])
        found = widths.columns(measured, size)
        if sum(found) * size > LINE + 1:
            self._too_wide.append(f"表“{text_of(rows[0][0])}”")
        # Shares of the line: in a list it is shorter.
        shares = ",".join(f"{width:.2f}fr" for width in found)
        head, *body = [",".join(map(self._cell, row)) for row in rows]
        breaks = _long(table) if len(rows) <= _FEW_ROWS else "true"
        return f"#tab({size}pt,{breaks},({shares},),table.header({head}),{','.join(body)})"

    def _cell(self, cell: Element) -> str:
        said = self._inline(cell)
        # A line that holds only a picture is as high as one with letters.
        return f"[{'#strut;' if said.startswith('#m(') else ''}{said}]"

    # ---- text

    def _inline(self, element: Element) -> str:
        """The text in an element without blanks at its ends."""
        pieces: list[str | tuple[str]] = []
        for piece in self._pieces(element):
            if isinstance(piece, tuple) and pieces and isinstance(pieces[-1], tuple):
                pieces[-1] = (pieces[-1][0] + piece[0],)
            else:
                pieces.append(piece)
        written: list[str] = []
        for place, piece in enumerate(pieces):
            if isinstance(piece, tuple):
                text = SPACE.sub(" ", piece[0])
                text = text.lstrip(" ") if place == 0 else text
                text = text.rstrip(" ") if place == len(pieces) - 1 else text
                piece = _said(text)
            written.append(piece)
        return "".join(written)

    def _inner(self, element: Element) -> str:
        """The text in an element with the blanks at its ends."""
        return "".join(
            _said(SPACE.sub(" ", piece[0])) if isinstance(piece, tuple) else piece for piece in self._pieces(element)
        )

    def _pieces(self, element: Element) -> Iterator[str | tuple[str]]:
        """Text as one-tuples, everything else as Typst."""
        if element.text:
            yield (element.text,)
        for child in element:
            yield from self._piece(child)
            if child.tail:
                yield (child.tail,)

    def _piece(self, element: Element) -> Iterator[str | tuple[str]]:
        tag = element.tag
        if tag == "img":
            yield self._picture(element)
        elif tag == "code":
            yield "#brk;".join(f"#raw({quoted(part)});" for part in widths.pieces(text_of(element)))
        elif tag == "br":
            yield "#linebreak();"
        elif tag == "a":
            yield self._link(element)
        elif tag in ("strong", "em"):
            yield f"#strong[{self._inner(element)}];"
        elif tag in ("sub", "sup", "s"):
            yield f"#{ {'sub': 'sub', 'sup': 'super', 's': 'strike'}[tag] }[{self._inner(element)}];"
        elif tag in ("span", "cite", "kbd"):
            yield from self._pieces(element)
        elif tag in _BLOCKS:
            yield from self._block(element)
        else:
            raise ValueError(f"纸上没有 <{tag}> 的写法")

    def _picture(self, element: Element) -> str:
        wide, low = style(element, "width", "em"), style(element, "vertical-align", "em").lstrip("-")
        path, alt = quoted(self._path(element.get("src", ""))), quoted(element.get("alt", ""))
        if not wide:
            points = style(element, "width", "pt") or "40"
            return f"#inline-pic({path},{points}pt,{alt});"
        if float(wide) > _WIDE:
            return f"#wide-m({path},{wide},{alt});"
        return f"#m({path},{wide},{low or 0},{alt});"

    def _link(self, element: Element) -> str:
        href, mark, said = element.get("href", ""), self._anchor(element), self._inner(element)
        if href.startswith("#"):
            self._targets.add(href[1:])
            classes = class_names(element)
            name = LINKS[0 if "cross" in classes else 1 if "citation" in classes else 2]
            return f"{mark}#{name}({quoted(href[1:])})[{said}];"
        if not href:
            return f"{mark}{said}"
        shown = element.get("data-shown")
        return f"{mark}#ext({quoted(href)})[{said}];" + (f"#shown({quoted(shown)});" if shown else "")

    def _anchor(self, element: Element) -> str:
        anchor = element.get("id")
        return self.label(anchor) if anchor and anchor not in self.anchors else ""


def _code(pre: Element, language: str) -> str:
    """A block of code: the text as it is, and laid over it its lines in colours."""
    lines: list[list[tuple[str, str]]] = [[]]

    def put(text: str | None, colour: str) -> None:
        for number, part in enumerate((text or "").split("\n")):
            if number:
                lines.append([])
            if part:
                before = lines[-1].pop() if lines[-1] and lines[-1][-1][1] == colour else ("", colour)
                lines[-1].append((before[0] + part, colour))

    def walk(element: Element, colour: str) -> None:
        put(element.text, colour)
        for child in element:
            walk(child, _COLOURS.get(child.get("class") or "", colour))
            put(child.tail, colour)

    walk(pre, "t")
    while lines and not lines[-1]:
        lines.pop()
    text = "\n".join("".join(part for part, _ in line) for line in lines)
    spans = ("".join(_coloured(part, colour) for part, colour in line) for line in lines)
    shown = ",".join(f"[{line}]" for line in spans)
    return f"#code({quoted(language)},{quoted(text)},({shown},))"


def _coloured(text: str, colour: str) -> str:
    return "#brk;".join(f"#{colour}_({quoted(part)});" for part in widths.pieces(text))


def _said(text: str) -> str:
    return "#brk;".join(f"#{quoted(part)};" for part in widths.joined(text)) if text else ""


def _announces(paragraph: Element) -> bool:
    """Whether it says that something follows: then it is no last line of a page."""
    return not class_names(paragraph) and text_of(paragraph).rstrip().endswith(("：", ":"))


def _long(element: Element) -> str:
    """Whether it may be higher than a page, as Typst says it: then it may be broken."""
    return "true" if len(text_of(element)) > _LONG_TEXT else "false"
