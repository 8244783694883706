"""What the tokens of a page say of its build: anchors of headings, frames of tables and pictures, where links lead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from math import ceil

from markdown_it.token import Token

from ..text import links
from ..text.commonmark import CLOSE, OPEN
from ..text.parts import PARTS
from . import answer_parts

_CJK = r"[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uff00-\uffef\u201c\u201d\u2018\u2019\u2026\u2014]"
_STOP = r"[\u3001\u3002\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]"
_CHINESE, _STOPS = re.compile(_CJK), re.compile(_STOP)
# What has words of its own.
_SAID = ("text", "text_special", "code_inline")
# What a line of text goes on through: 中文⏎**强调** is joined, too.
_GOES_ON = ("text", "text_special", "em", "strong", "s", "link")
_HEADING_ANCHOR = re.compile(r"[ \t]\{#([^\s{}]+)\}\Z")
# em: a cell is not broken into lines shorter than this.
_LONG_CELL = 9
# Not broken at all: so wide is a column even on a phone.
_WHOLE_CELL = 3
# A text that is a formula and nothing else.
_DRAWN = re.compile(f"{OPEN}m\\d+{CLOSE}")


class Structure:
    """Finds the anchors of headings, frames tables and pictures, and sees where links lead; `said` reads marks."""

    def __init__(self, path: str, said: Callable[[str], str]) -> None:
        self.path, self.said = path, said
        self.headings: list[tuple[int, str, str]] = []
        self.tables = self.figures = 0

    def framed(self, tokens: list[Token]) -> list[Token]:
        """The tokens of one page, changed."""
        for token in tokens:
            if token.children:
                self._targets(token.children)
                _join_lines(token.children)
        for place, token in enumerate(tokens):
            if token.type == "heading_open":
                self._heading(token, tokens[place + 1], tokens[place + 2])
            elif token.type == "table_open":
                self._table(token, tokens[place:])
            elif token.type == "paragraph_open":
                self._figure(token, tokens[place + 1], tokens[place + 2])
        return answer_parts.shaped(tokens)

    def _heading(self, opening: Token, inline: Token, closing: Token) -> None:
        assert inline.children is not None
        own = _HEADING_ANCHOR.search(inline.content)
        if own and inline.children and inline.children[-1].content.endswith(own[0]):
            inline.children[-1].content = inline.children[-1].content.removesuffix(own[0])
        text = self.said(_text(inline).strip())
        level = int(opening.tag[1])
        anchor = own[1] if own else PARTS.get(text, "") if level == 2 else ""
        self.headings.append((level, text, anchor))
        if anchor:
            opening.attrSet("id", anchor)
        opening.meta["asks"] = ("heading", level, anchor, _beginning(inline.children))
        closing.meta["asks"] = ("heading_end", level, anchor)

    def _targets(self, children: Sequence[Token]) -> None:
        for child in children:
            if child.type == "link_open":
                child.meta["asks"] = self._target(str(child.attrs.pop("href")))
            elif child.type == "image":
                child.meta["asks"] = self._target(str(child.attrs.pop("src")))

    def _target(self, target: str) -> tuple[str, ...]:
        """Where a link leads, as the first words of the question for it."""
        path, _, fragment = target.partition("#")
        if not path and fragment:
            return "here", fragment
        if not path or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|/", path):
            return "web", target
        id = links.target_id(path)
        if id:
            return "answer", id, fragment
        return "file", links.target_path(self.path, path), f"#{fragment}" if fragment else ""

    def _table(self, table: Token, tokens: Sequence[Token]) -> None:
        self.tables += 1
        rows = _rows(tokens)
        names = [_text(inline).strip() for _, inline, _ in rows[0]]
        for column, (opening, _, closing) in enumerate(rows[0]):
            cells = [row[column][1] for row in rows if column < len(row)]
            longest = max(_width(_text(cell)) for cell in cells)
            for cell in cells:
                _between_parts(cell.children or ())
            if longest > _WHOLE_CELL:
                for cell in cells:
                    _in_phrases(cell.children or ())
            if longest:
                # Told with the head, also of a single letter: the rows may come later, and move nothing.
                style = f"--width:{min(longest, _LONG_CELL):g}em"
                opening.attrs["style"] = ";".join(filter(None, (str(opening.attrs.get("style", "")), style)))
            if names[column]:
                # A drawing says nothing to those who listen; in an attribute, a formula is its LaTeX.
                drawn = {"aria-label": names[column]} if _DRAWN.fullmatch(names[column]) else {}
                opening.attrs = {"scope": "col", **drawn, **opening.attrs}
            else:
                # The corner of a table is no heading.
                opening.tag = closing.tag = "td"
        table.meta["asks"] = ("table", self.said(f"表 {self.tables}：{'、'.join(filter(None, names))}"))

    def _figure(self, opening: Token, inline: Token, closing: Token) -> None:
        """A paragraph of nothing but a picture is its frame; one with a caption has a number."""
        assert inline.children is not None
        seen = [child for child in inline.children if child.type != "text" or child.content.strip()]
        if len(seen) != 1 or seen[0].type != "image":
            return
        opening.tag = closing.tag = "figure"
        opening.hidden = closing.hidden = False
        title = seen[0].attrs.pop("title", "")
        if title:
            self.figures += 1
            number = f'<span class="figure-number">图 {self.figures}</span>'
            said = Token("text", "", 0, content=str(title))
            _in_phrases([said])
            begun = Token("html_inline", "", 0, content=f"<figcaption>{number}\u2003")
            inline.children += [begun, said, Token("html_inline", "", 0, content="</figcaption>")]


def _in_phrases(children: Iterable[Token]) -> None:
    """Lines of this text end between phrases."""
    for child in children:
        if child.type == "text":
            child.meta["phrases"] = True


def _between_parts(children: Iterable[Token]) -> None:
    """Lines of this code end between the parts of a name."""
    for child in children:
        if child.type == "code_inline":
            child.meta["parts"] = True


def _text(inline: Token) -> str:
    """The text of a line without its markup."""
    return words(inline.children or ())


def words(tokens: Iterable[Token]) -> str:
    """What tokens of a line say."""
    return "".join(token.content for token in tokens if token.type in _SAID)


def _beginning(children: list[Token]) -> str:
    """The plain text that a line begins with, taken out of it: up to a mark, or to what is no text."""
    begun = ""
    while children and children[0].type in ("text", "text_special"):
        text, mark, after = children[0].content.partition(OPEN)
        # A blank before a citation is seen to later.
        kept = text[len(text.rstrip()) :]
        begun += text.removesuffix(kept)
        children[0].content = kept + mark + after
        if children[0].content:
            break
        del children[0]
    return begun


def _rows(tokens: Sequence[Token]) -> list[list[tuple[Token, Token, Token]]]:
    """The cells of the table that begins here, row by row, the headings first: opening, content, closing."""
    rows: list[list[tuple[Token, Token, Token]]] = []
    for place, token in enumerate(tokens):
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append((token, tokens[place + 1], tokens[place + 2]))
    return rows


def _width(text: str) -> float:
    """About how wide a text is, in halves of an em."""
    return ceil(2 * sum(1 if unicodedata.east_asian_width(one) in "WF" else 0.55 for one in text)) / 2


def _join_lines(children: list[Token]) -> None:
    """Take away the line breaks beside Chinese: a browser shows them as spaces, which Chinese has none of."""
    for place, child in enumerate(children):
        if child.type == "softbreak":
            before, after = _beside(children[place - 1 :: -1] if place else (), -1), _beside(children[place + 1 :], 0)
            chinese = _CHINESE.match(before) and _CHINESE.match(after)
            if chinese or _STOPS.match(before) or _STOPS.match(after):
                child.type, child.content = "text", ""


def _beside(tokens: Sequence[Token], end: int) -> str:
    """The character that a line break stands beside, "" where that is not one of the text."""
    for token in tokens:
        if token.type.removesuffix("_open").removesuffix("_close") not in _GOES_ON:
            return ""
        if token.content:
            return token.content[end]
    return ""
