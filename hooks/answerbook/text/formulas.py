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
# So many letters on each side say which of the dollars of a line is meant.
_AROUND = 8

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
    """One formula: its TeX, the line it begins on, and the span it takes in the body, dollars included.

    `below` is how many lines further down its TeX begins: one, where the dollars have a line of their own.
    """

    tex: str
    display: bool
    line: int
    start: int
    end: int
    below: int = 0

    def line_at(self, place: int) -> int:
        """The line on which this place of its TeX stands; the formula's own where the formula has none."""
        return self.line and self.line + self.below + self.tex.count("\n", 0, place)


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
        # The marks of this paragraph; how many formulas and problems there were before the first pair that looks
        # wrong, and which mark that pair begins with.
        self._marks: list[tuple[str, int]] = []
        self._odd: tuple[int, int, int] | None = None

    def take(self, mark: str, at: int) -> None:
        """The next mark: dollars, an escaped character, or the end of a paragraph."""
        if mark.startswith("\\"):
            return
        if mark.startswith("\n"):
            self.paragraph_ends()
        else:
            self._marks.append((mark, at))
            self._pair(mark, at)

    @rule("dollars")
    def _pair(self, mark: str, at: int) -> None:
        if self._opened is None:
            self._opened = (mark, at)
            return
        kind, start = self._opened
        inside = self._body[start + len(kind) : at]
        if _in_text(inside):
            # \text{若 $x>0$}: a formula within the words of this one.
            return
        if kind == "$$" and mark == "$":
            self._say(at, "$$ 公式里又有 $；公式里的美元符号请写 \\$")
            return
        if self._odd is None and kind == mark == "$" and _looks_wrong(inside):
            self._odd = (len(self.formulas), len(self.problems), self._marks.index(self._opened))
        # In `$a$$b$`, two formulas stand side by side.
        self._opened = None if kind == mark else ("$", at + 1)
        self._close(kind, start, at)

    @rule("dollars")
    def paragraph_ends(self) -> None:
        """A formula ends with its paragraph, so that one forgotten dollar does not swallow the page.

        It is the first that looks wrong: those behind it are paired anew, and nothing more is said of them.
        """
        if self._opened is not None and self._odd is not None:
            formulas, problems, first = self._odd
            (_, at), rest = self._marks[first], self._marks[first + 1 :]
            del self.formulas[formulas:], self.problems[problems:]
            self._say(at, self._alone(at))
            self._opened, self._marks = None, []
            for mark, place in rest:
                self._marks.append((mark, place))
                self._pair(mark, place)
            # What still looks wrong has been told of by now.
            self._odd = None
        if self._opened is not None:
            kind, at = self._opened
            self._say(at, self._alone(at) if kind == "$" else "$$ 没有配对；请在公式之后另起一行写 $$")
        self._opened, self._odd, self._marks = None, None, []

    @rule("dollars")
    def _alone(self, at: int) -> str:
        """What to say of a dollar without a partner; a long line has many."""
        line = self._body[self._line_of.start(at) :].partition("\n")[0]
        place = at - self._line_of.start(at)
        shown = line[max(0, place - _AROUND) : place + 1 + _AROUND].strip()
        return f"$ 没有配对（“{shown}”）；公式两端都要有 $，美元符号请写 \\$"

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
            below = inside[: len(inside) - len(inside.lstrip())].count("\n")
            self.formulas.append(Formula(inside.strip(), kind == "$$", self._line_of(start), start, end, below))

    def _say(self, at: int, message: str) -> None:
        self.problems.append((self._line_of(at), message))


@lru_cache(maxsize=_REMEMBERED)
def check(tex: str) -> tuple[tuple[int, str], ...]:
    """What can be said about a formula without typesetting it: where in the TeX, and the sentence."""
    return tuple(_check(tex))


@rule(
    "formula-text",
    "公式……里不能用、缺右花括号、里有中文、里有 %",
    r"花括号要成对；宏、编号、链接和样式会影响别的公式或页面，换一种写法；中文写成 `\text{…}`",
)
def _check(tex: str) -> Iterator[tuple[int, str]]:
    shown = _short(tex)
    if len(tex) > LONGEST:
        yield 0, f"公式 {shown} 有 {len(tex)} 个字符；请拆成几个"
        return
    opened: list[int] = []
    deepest = 0
    for match in re.finditer(r"\\[A-Za-z]+|\\.|[{}%]", tex, re.DOTALL):
        token, at = match[0], match.start()
        if token == "%":
            yield at, f"公式 {shown} 里有 %，它后面的内容会被当作注释丢掉；请写 \\%"
            return
        if token == "{":
            opened.append(at)
            deepest = max(deepest, len(opened))
        elif token == "}" and not opened:
            yield at, f"公式 {shown} 多了一个右花括号（Extra close brace）；请删去，要显示花括号请写 \\}}"
            return
        elif token == "}":
            opened.pop()
        elif token[1:] in _REFUSED:
            yield at, f"公式 {shown} 里不能用 {token}：{_REFUSED[token[1:]]}；请改掉"
    if opened:
        where = " ".join(tex[opened[-1] :].split())[:_AROUND]
        yield opened[-1], f"公式 {shown} 缺右花括号（Missing close brace），“{where}”的左花括号没有收尾"
    elif deepest > DEEPEST:
        yield 0, f"公式 {shown} 的花括号套了 {deepest} 层；请拆成几个"
    bare = _outside_text(tex)
    chinese = _CHINESE.search(bare)
    if chinese:
        message = f"公式 {shown} 里有中文“{chinese[0][:10]}”；请放进 \\text{{…}}，标点移到公式外"
        yield max(0, tex.find(chinese[0])), message


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


def _looks_wrong(inside: str) -> bool:
    """Whether what stands between two dollars of a text is text itself."""
    return inside != inside.strip() or _CHINESE.search(_outside_text(inside)) is not None


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
