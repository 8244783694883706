"""Markdown as CommonMark and GitHub read it: a body as tokens, with the lines that they come from.

Three things are the book's own: what must be left alone (formulas, citations) stands as marks, emphasis may begin and
end beside Chinese punctuation, and the only tags are four that pair up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache as remember
from itertools import accumulate
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

# Marks around what Markdown must leave alone: private characters, which no content may hold.
OPEN, CLOSE = "\ue000", "\ue001"
# A formula on lines of its own is a block, whatever stands right above or below it.
DISPLAY = "d"
_DISPLAYED = re.compile(f"{OPEN}{DISPLAY}\\d+{CLOSE}")
TAGS = ("br", "sub", "sup", "kbd")
_TAG = re.compile(rf"<(/?)({'|'.join(TAGS)})[ \t]*/?>", re.IGNORECASE)
_NESTING = 100
_CJK = re.compile(
    r"[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
    r"\u201c\u201d\u2018\u2019\u2026\u2014\u00b7]"
)


def parse(text: str) -> list[Token]:
    """The blocks in order; those that hold text have it as children."""
    return _parser().parse(text, {})


def blocks(text: str) -> list[Token]:
    """The same without a look into the text."""
    found: list[Token] = []
    parser = _parser()
    parser.block.parse(text, parser, {}, found)
    return found


def options() -> OptionsDict:
    """What a renderer asks for."""
    return _parser().options


def marked(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """The text with a mark of this name in place of each span; they come in order, apart."""
    pieces, done = [], 0
    for start, end, name in spans:
        pieces += [text[done:start], OPEN, name, CLOSE]
        done = end
    return "".join([*pieces, text[done:]])


def origins(text: str, spans: Sequence[tuple[int, int, str]]) -> list[int]:
    """For each line of the marked text, counted from 0, which line of the text it was."""
    taken = {start: text.count("\n", start, end) for start, end, _ in spans}
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]
    hidden = {text.count("\n", 0, start) + more for start, lines in taken.items() for more in range(1, lines + 1)}
    return [number for number in range(len(starts)) if number not in hidden]


@remember
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING, "html": False})
    # The same rules, with other marks for emphasis.
    parser.inline = _Inline()
    parser.configure("commonmark", {"maxNesting": _NESTING, "html": False})
    parser.enable(["table", "strikethrough"])
    # Links have their address where they stand; what looks like a tag is text.
    parser.disable(["reference", "html_block", "html_inline"])
    # What was escaped stays apart from what was not.
    parser.disable("text_join")
    parser.block.ruler.before("table", "formula", _formula, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.inline.ruler.before("autolink", "tag", _tag)
    # As written; whoever makes a page of it decides what an address may be.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _formula(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    text = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip()
    if not _DISPLAYED.fullmatch(text):
        return False
    if not silent:
        token = state.push("formula", "div", 0)
        token.content, token.map = text, [start, start + 1]
        state.line = start + 1
    return True


def _tag(state: StateInline, silent: bool) -> bool:
    match = _TAG.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        name = match[2].lower()
        state.push("html_inline", "", 0).content = "<br />" if name == "br" else f"<{match[1]}{name}>"
    state.pos = match.end()
    return True


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _InlineState(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Whether a run of * may open or close emphasis, by the rule of remark-cjk-friendly.

        As CommonMark has it, but Chinese punctuation counts as a letter, and beside Chinese any punctuation is all
        right: **注意：**后面 and 约**30%**的 are bold, as their writers saw them.
        """
        end = start
        while end < self.posMax and self.src[end] == self.src[start]:
            end += 1
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        space_before, space_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
        chinese_before, chinese_after = bool(_CJK.match(before)), bool(_CJK.match(after))
        stop_before, stop_after = (unicodedata.category(one)[0] in "PS" for one in (before, after))
        left = not space_after and (not stop_after or chinese_after or space_before or stop_before or chinese_before)
        right = not space_before and (not stop_before or chinese_before or space_after or stop_after or chinese_after)
        opens = left and (canSplitWord or not right or stop_before)
        closes = right and (canSplitWord or not left or stop_after)
        return Scanned(opens, closes, end - start)
