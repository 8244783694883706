"""The formulas of a body, with their lines: $…$ within a line of text, $$…$$ on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..rulebook import rule
from .bodies import Lines

# Nobody reads, and no browser needs, a formula beyond these.
LONGEST = 3000
DEEPEST = 40
# So many formulas are remembered as looked at: the same few letters come again and again.
_REMEMBERED = 16_384

# Also takes an escaped character as a whole, so that \$ never opens a formula.
_MARK = re.compile(r"\\[^\n]|\$\$|\$|\n[ \t]*(?=\n)")
_BEFORE_DISPLAY = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?")
_REFUSED = {
    "label": "本书的公式不编号",
    "ref": "本书的公式不编号",
    "eqref": "本书的公式不编号",
    "tag": "本书的公式不编号",
    "notag": "本书的公式不编号",
    "nonumber": "本书的公式不编号",
    "href": "公式里不放链接",
    "url": "公式里不放链接",
    "style": "公式里不写样式",
    "class": "公式里不写样式",
    "cssId": "公式里不写样式",
    "data": "公式里不写样式",
    "def": "宏会影响别的公式",
    "gdef": "宏会影响别的公式",
    "edef": "宏会影响别的公式",
    "xdef": "宏会影响别的公式",
    "let": "宏会影响别的公式",
    "newcommand": "宏会影响别的公式",
    "renewcommand": "宏会影响别的公式",
    "newenvironment": "宏会影响别的公式",
    "renewenvironment": "宏会影响别的公式",
    "DeclareMathOperator": "宏会影响别的公式",
    "require": "扩展已经选定",
    "mmlToken": "公式里不写 MathML",
    **dict.fromkeys(
        ("rule", "Rule", "Space", "smash", "llap", "rlap", "clap", "mathllap", "mathrlap", "mathclap"), "会盖住别的内容"
    ),
    **dict.fromkeys(
        ("raise", "lower", "raisebox", "kern", "mkern", "hskip", "mskip", "hspace", "vspace", "moveleft", "moveright"),
        "会盖住别的内容",
    ),
    "bm": "粗体请用 \\mathbf",
    "ce": "化学式请直接写",
}
_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_CHINESE = re.compile(r"[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]+")
_TEXT_COMMANDS = re.compile(r"\\(?:text(?:bf|it|rm|sf|tt|normal|up)?|mbox|hbox)\s*\{")
_AFTER_DISPLAY = re.compile(r"[ \t]*(?:\n|\Z)")
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)


@dataclass(frozen=True)
class Formula:
    """One formula: its TeX, the line it begins on, and the span it takes in the body, dollars included."""

    tex: str
    display: bool
    line: int
    start: int
    end: int


@rule(
    "dollars",
    "$ 没有配对、要独占一行、里侧有空白、像是金额",
    (
        r"公式两端的 `$` 要成对并紧贴公式，单独成行的两端各用一行 `$$`；句子里的美元符号写 `\$`，不然 `$2/$8` "
        "会被当作公式"
    ),
)
def scan(body: str, without_code: str, line_of: Lines) -> tuple[list[Formula], list[tuple[int, str]]]:
    """The formulas in order, and what is wrong with the dollars, as (line, sentence)."""
    found = _Dollars(body, line_of)
    for match in _MARK.finditer(without_code):
        found.take(match[0], match.start())
    found.paragraph_ends()
    return found.formulas, found.problems


class _Dollars:
    """The dollars of a body, read one after the other."""

    def __init__(self, body: str, line_of: Lines) -> None:
        self.formulas: list[Formula] = []
        self.problems: list[tuple[int, str]] = []
        self._body, self._line_of = body, line_of
        # The dollars that a formula begins with, and where they stand.
        self._opened: tuple[str, int] | None = None

    @rule("dollars")
    def take(self, mark: str, at: int) -> None:
        """The next mark: dollars, an escaped character, or the end of a paragraph."""
        if mark.startswith("\\"):
            return
        if mark.startswith("\n"):
            self.paragraph_ends()
        elif self._opened is None:
            self._opened = (mark, at)
        else:
            kind, start = self._opened
            if _in_text(self._body[start + len(kind) : at]):
                # \text{若 $x>0$}: a formula within the words of this one.
                return
            if kind == "$$" and mark == "$":
                self._say(at, "$$ 公式里又有 $；公式里的美元符号请写 \\$")
                return
            # In `$a$$b$`, two formulas stand side by side.
            self._opened = None if kind == mark else ("$", at + 1)
            self._close(kind, start, at)

    def paragraph_ends(self) -> None:
        """A formula ends with its paragraph, so that one forgotten dollar does not swallow the page."""
        if self._opened is not None:
            self._say(self._opened[1], _unclosed(self._opened[0]))
            self._opened = None

    @rule("dollars")
    def _close(self, kind: str, start: int, at: int) -> None:
        """What stands between dollars is a formula, or what is wrong with it is said."""
        inside = self._body[start + len(kind) : at]
        end = at + len(kind)
        if kind == "$$":
            line_start = self._line_of.start(start)
            if not _alone(self._body, line_start, start, end):
                self._say(start, "$$ 公式要独占一行；写在句子里的公式请用一个 $")
            if ">" in self._body[line_start:start]:
                inside = _QUOTE.sub("", inside)
        if not inside.strip():
            self._say(start, f"{kind} 与 {kind} 之间没有公式")
        elif kind == "$" and (inside[0].isspace() or inside[-1].isspace()):
            self._say(start, f"“${inside[:20]}$”的 $ 里侧有空白；公式请紧贴 $，美元符号请写 \\$")
        elif kind == "$" and self._body[end : end + 1].isdecimal():
            shown = f"${_short(inside)}${self._body[end]}"
            self._say(start, f"“{shown}”像是金额，不是公式；美元符号请写 \\$，公式与数字隔开")
        elif inside.startswith("`") and inside.endswith("`"):
            self._say(start, f"“${_short(inside)}$”里有反引号；公式请写成 $…$，代码请写成 `…`")
        else:
            self.formulas.append(Formula(inside.strip(), kind == "$$", self._line_of(start), start, end))

    def _say(self, at: int, message: str) -> None:
        self.problems.append((self._line_of(at), message))


@lru_cache(maxsize=_REMEMBERED)
def check(tex: str) -> tuple[str, ...]:
    """What can be said about a formula without typesetting it, as sentences."""
    return tuple(_check(tex))


@rule(
    "formula-text",
    "公式……里不能用、缺右花括号、里有中文、里有 %",
    r"花括号要成对；宏、编号、链接和样式会影响别的公式或页面，换一种写法；中文写成 `\text{…}`",
)
def _check(tex: str) -> Iterator[str]:
    shown = _short(tex)
    if len(tex) > LONGEST:
        yield f"公式 {shown} 有 {len(tex)} 个字符；请拆成几个"
        return
    depth = deepest = 0
    for match in re.finditer(r"\\[A-Za-z]+|\\.|[{}%]", tex, re.DOTALL):
        token = match[0]
        if token == "%":
            yield f"公式 {shown} 里有 %，它后面的内容会被当作注释丢掉；请写 \\%"
            return
        if token == "{":
            depth += 1
            deepest = max(deepest, depth)
        elif token == "}":
            depth -= 1
            if depth < 0:
                yield f"公式 {shown} 多了一个右花括号（Extra close brace）；请删去，要显示花括号请写 \\}}"
                return
        elif token[1:] in _REFUSED:
            yield f"公式 {shown} 里不能用 {token}：{_REFUSED[token[1:]]}；请改掉"
    if depth > 0:
        yield f"公式 {shown} 缺右花括号（Missing close brace）"
    elif deepest > DEEPEST:
        yield f"公式 {shown} 的花括号套了 {deepest} 层；请拆成几个"
    bare = _outside_text(tex)
    chinese = _CHINESE.search(bare)
    if chinese:
        yield f"公式 {shown} 里有中文“{chinese[0][:10]}”；请放进 \\text{{…}}，标点移到公式外"


def _in_text(tex: str) -> bool:
    """Whether the TeX ends within the words of a \\text{…} that is still open."""
    begun = [match.end() for match in _TEXT_COMMANDS.finditer(tex)]
    return any(_depth(tex[at:]) > 0 for at in begun[-1:])


def _depth(tex: str) -> int:
    """How many braces are open at the end, one at the start; 0 once that one is closed."""
    depth = 1
    for match in re.finditer(r"\\.|[{}]", tex, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            break
    return depth


def _alone(body: str, line_start: int, start: int, end: int) -> bool:
    before = _BEFORE_DISPLAY.match(body, line_start, start)
    return before is not None and before.end() == start and _AFTER_DISPLAY.match(body, end) is not None


@rule("dollars")
def _unclosed(mark: str) -> str:
    if mark == "$":
        return "$ 没有配对；公式两端都要有 $，美元符号请写 \\$"
    return "$$ 没有配对；请在公式之后另起一行写 $$"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 20 else text[:19] + "…"


def _outside_text(tex: str) -> str:
    """The TeX without the arguments of \\text and its kin."""
    pieces: list[str] = []
    done = 0
    for match in _TEXT_COMMANDS.finditer(tex):
        if match.start() < done:
            continue
        depth, at = 1, match.end()
        while at < len(tex) and depth:
            if tex[at] == "\\":
                at += 1
            elif tex[at] in "{}":
                depth += 1 if tex[at] == "{" else -1
            at += 1
        pieces.append(tex[done : match.start()])
        done = at
    return "".join([*pieces, tex[done:]])
