"""The parts of an answer as elements: what is said aloud, mistakes set right, answered follow-ups, grades, checks.

Paper, screen and e-readers style them by these classes: `spoken` and `spoken-time`, `slip` with `wrong` and `right`,
`reply`, `grades`, and `check` for a block that is closed until somebody opens it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from markdown_it.token import Token

from ..text import form
from ..text.parts import FOLLOW_UPS, GRADING, PITFALLS, SPOKEN

_ANSWERED = re.compile("(?<=[？?])[ \t]*[：:][ \t]*")
_LINKED = re.compile("^[ \t]*[：:][ \t]*")
_WRONG = re.compile(f"^{form.WRONG}[ \t]*")
_TURN = re.compile(f"(?:{form.TURN.pattern})[ \t]*")
# A symbol as it is said: d k, W O.
_SAID = re.compile(r"(?<![A-Za-z0-9])([A-Za-zΑ-Ωα-ω]) (?=[A-Za-z0-9](?![A-Za-z0-9]))")
_GRADE = re.compile(rf"^({'|'.join(form.GRADES)})[：:][ \t]*")


def shaped(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a body with the parts that have a shape in it."""
    shapes = {SPOKEN: _spoken, PITFALLS: _each(_slip), FOLLOW_UPS: _each(_follow_up), GRADING: _grades}
    found: list[Token] = []
    for anchor, part in _parts(tokens):
        found += shapes[anchor](part) if anchor in shapes and part else part
    return found


def closed(block: str, code: str) -> str:
    """The HTML of a check, closed below the line that says what it shows."""
    said = escape(form.caption(code).removeprefix("验证：") or "正文里的说法", quote=False)
    return f'<details class="check"><summary>验证：{said}</summary>{block}</details>\n'


def _parts(tokens: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    """The headings that begin a part as they are, and below each its tokens with its anchor."""
    anchor, part, heading = "", list[Token](), False
    for token in tokens:
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0:
            yield anchor, part
            anchor, part, heading = "", [], True
        part.append(token)
        if heading and token.type == "heading_close":
            yield "", part
            anchor, part, heading = str(part[0].attrGet("id") or ""), [], False
    yield anchor, part


def _spoken(part: list[Token]) -> list[Token]:
    """What is said stands by itself, with the time it takes; a symbol that is said stays on one line."""
    text = "".join(child.content for token in part for child in token.children or ())
    time = f'<p class="spoken-time">念出来约 {form.seconds(text)} 秒</p></div>\n'
    for token in part:
        if token.children:
            token.children = [_together(child) for child in token.children]
    return [_html('<div class="spoken">', "html_block"), *part, _html(time, "html_block")]


def _each(change: Callable[[Token, list[Token]], list[Token] | None]) -> Callable[[list[Token]], list[Token]]:
    """The shape of a part that is a list: what it makes of each item's text, None where that has not the form."""

    def shape(part: list[Token]) -> list[Token]:
        for opening, paragraph in _items(part):
            line = part[paragraph + 1]
            changed = change(opening, line.children or [])
            if changed is not None:
                line.children = changed
                part[paragraph].hidden = part[paragraph + 2].hidden = True
        return part

    return shape


def _items(part: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """The items of a part's lists, each with the place of its first paragraph."""
    for place, token in enumerate(part[:-3]):
        if token.type == "list_item_open" and token.level == 1 and part[place + 1].type == "paragraph_open":
            yield token, place + 1


def _slip(item: Token, content: list[Token]) -> list[Token] | None:
    """The wrong half is struck out and says that it is wrong, also where nobody sees that it is struck."""
    wrong, right = _divided(content, _TURN)
    said, begun = _without(wrong, _WRONG)
    if right is None or not begun:
        return None
    item.attrSet("class", "slip")
    return [
        *(_html(f'<div class="wrong">{_verdict("×", "错")}<s>'), *said, _html("</s></div>")),
        *(_html(f'<div class="right">{_verdict("✓", "对")}'), *right, _html("</div>")),
    ]


def _follow_up(item: Token, content: list[Token]) -> list[Token] | None:
    """The answer stands below the question, quietly."""
    asked, answer = _divided(content, _ANSWERED)
    if content and content[0].type == "link_open":
        end = next(place for place, token in enumerate(content) if token.type == "link_close") + 1
        answer, begun = _without(content[end:], _LINKED)
        asked = content[:end]
        answer = answer if begun else None
    if answer is None:
        return None
    return [*asked, _html('<div class="reply">'), *answer, _html("</div>")]


def _grades(part: list[Token]) -> list[Token]:
    """The scale, a name and what belongs to it in each row."""
    items = list(_items(part))
    texts = [part[place + 1].children or [] for _, place in items]
    if not items or not all(text and _GRADE.match(text[0].content) for text in texts):
        return part
    for token in part:
        if token.type in ("bullet_list_open", "bullet_list_close") and token.level == 0:
            token.tag = "dl"
            token.attrs = {"class": "grades"} if token.nesting == 1 else {}
        elif token.type in ("list_item_open", "list_item_close") and token.level == 1:
            token.tag = "div"
    for (_, place), text in zip(items, texts, strict=True):
        name = _GRADE.match(text[0].content)
        assert name is not None
        said, _ = _without(text, _GRADE)
        part[place + 1].children = [_html(f"<dt>{name[1]}</dt><dd>"), *said, _html("</dd>")]
        part[place].hidden = part[place + 2].hidden = True
    return part


def _divided(content: list[Token], mark: re.Pattern[str]) -> tuple[list[Token], list[Token] | None]:
    """What stands before and after the first mark in the text itself; None where there is none."""
    depth = 0
    for place, token in enumerate(content):
        depth += token.nesting
        match = mark.search(token.content) if token.type == "text" and depth == 0 else None
        if match:
            before, after = _copy(token, token.content[: match.start()]), _copy(token, token.content[match.end() :])
            return [*content[:place], before], [after, *content[place + 1 :]]
    return content, None


def _without(content: list[Token], mark: re.Pattern[str]) -> tuple[list[Token], bool]:
    """The content without the mark that it begins with, and whether it does."""
    if not content or content[0].type != "text" or not mark.match(content[0].content):
        return content, False
    return [_copy(content[0], mark.sub("", content[0].content)), *content[1:]], True


def _together(token: Token) -> Token:
    return _copy(token, _SAID.sub("\\1\u00a0", token.content)) if token.type == "text" else token


def _verdict(mark: str, said: str) -> str:
    return f'<strong class="verdict"><span aria-hidden="true">{mark} </span>{said}：</strong>'


def _copy(token: Token, content: str) -> Token:
    return Token(token.type, token.tag, token.nesting, content=content, level=token.level)


def _html(content: str, kind: str = "html_inline") -> Token:
    return Token(kind, "", 0, content=content)
