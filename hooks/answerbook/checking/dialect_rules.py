"""Rules of what other tools call Markdown: notation that neither this book nor GitHub would show as it was meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it.token import Token

from ..content.contents import Contents, Found, Page, short
from ..rulebook import rule

# What these have in them, for a first look: most texts have none of this.
_BLOCK_MARKS = re.compile(r"8<|\{[%{]|!!!|\?\?\?|:::|===|\*\[|\[(?:TOC\]|!|[ x]\][ \t])|%%", re.I)
_BLOCKS = {
    re.compile(r"^[ \t]*;?-+8<-+", re.MULTILINE): "“--8<--”会引入别的文件，本书不用；请直接写内容",
    re.compile(r"^[ \t]*\{%", re.MULTILINE): "“{% … %}”是模板记号，本书不用；请直接写内容",
    re.compile(r"^[ \t]*!!![ \t]", re.MULTILINE): "“!!!”“???”提示框不用；请写成普通段落",
    re.compile(r"^[ \t]*\?\?\?\+?[ \t]", re.MULTILINE): "“!!!”“???”提示框不用；请写成普通段落",
    re.compile(r"^[ \t]*:::", re.MULTILINE): "“:::”块不用；请写成普通段落",
    re.compile(r"^[ \t]*===[!+]?[ \t]+\"", re.MULTILINE): "“===”标签页不用；请写成普通段落",
    re.compile(r"^\*\[[^\]\n]+\]:", re.MULTILINE): "“*[…]:”缩写不用；请在正文里写明",
    re.compile(r"^[ \t]*\[TOC\][ \t]*$", re.MULTILINE | re.I): "“[TOC]”不用，目录是自动生成的；请删去",
    re.compile(r"^[ \t]*>[ \t>]*\[![A-Za-z]+\]", re.MULTILINE): "“> [!NOTE]”提示框不用；请写成普通段落或引用",
    re.compile(r"^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\](?=[ \t])", re.MULTILINE): (
        "任务列表“- [ ]”不用；请写成普通的列表"
    ),
    re.compile(r"\{\{[<%]"): "“{{< … >}}”是模板记号，本书不用；请直接写内容",
    re.compile(r"%%[^%\n]+%%|^[ \t]*%%[ \t]*$", re.MULTILINE): "“%%”注释不用，会原样显示；请删去",
}
_FOOTNOTE = re.compile(r"\[\^[^\]\[\s]+\]|\^\[[^\]\n]+\](?!\()")
_DEFINITION = re.compile(r"^[ \t]{0,3}\[([^\]\n@^]+)\]:[ \t]*\S", re.MULTILINE)
# A space between the brackets makes it text: [1] [说明](…).
_REFERENCE_LINK = re.compile(r"\]\[([^\]\n@^]*)\]")
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}|(?<=[)\]*_])\{[^{}\n]+\}")
_ADDRESS = r"(?:https?:|www\.|\.{0,2}/|#|[\w./-]+\.(?:md|svg|png|jpe?g|gif|webp|ipynb|html?|pdf)\b)"
_FULL_WIDTH = "链接“{}”的括号是全角的；请写成 [文字](地址)"
_APART = "链接“{}”的两个括号之间有空格；请写成 [文字](地址)"
_LINK_SLIPS = {
    re.compile(rf"[\[［【]([^\[\]［］【】\n]*)[\]］】][ \t]*（[ \t]*{_ADDRESS}[^（）\n]*[）)]?"): _FULL_WIDTH,
    re.compile(rf"[［【]([^\[\]［］【】\n]*)[］】][ \t]*\([ \t]*{_ADDRESS}[^()\n]*\)"): _FULL_WIDTH,
    re.compile(rf"\[([^\[\]\n]*)\][ \t]+\([ \t]*{_ADDRESS}[^()\n]*\)"): _APART,
    re.compile(r"\[([^\[\]\n]*)\]\([ \t]*(?:https?|mailto)："): "链接“{}”的地址里冒号是全角的；请写成半角的“:”",
    re.compile(r"！(\[[^\[\]\n]*\])\([^()\n]*\)"): "图片“！{}”的叹号是全角的；请写成 ![图里有什么](文件)",
    re.compile(r"\[([^\[\]\n]*)\]\([ \t]*<[^<>\n]*>"): "链接“{}”的地址不用尖括号；请写成 [文字](地址)",
}
# Within text: not in code, formulas or addresses. Each of them has one of these in it, and most texts have none.
_ODD = re.compile(r"[*_~^:+=\[]|www")
_WORDS = {
    re.compile(r"(?<!=)==(?=[^\s=])[^=\n]*[^\s=]==(?!=)"): "“{}”不会突出显示；要强调请写成 **…**",
    re.compile(r"(?<![\w^])[\w)\]]{1,12}\^[^\s^，。；（）]{1,12}\^(?!\w)"): "“{}”不会成为上标；请写成公式，如 $x^2$",
    re.compile(r"(?<!~)[A-Za-z]{1,4}~\w{1,4}~(?!~)"): "“{}”不会成为下标；请写成公式，如 $x_2$",
    re.compile(r"!?\[\[(?![\d\s.,，…-]*\])[^\[\]\n]+\]\]"): "“{}”不会成为链接；请写成 [文字](地址)",
    re.compile(r"(?<![\w:/.“])(?::(?:[a-z][a-z0-9_+-]*|[+-]1):)(?![\w:/])"): "“{}”不会成为表情；请删去，或写那个字符",
    # What a tag or a link that was typed wrong has in it is told with that.
    re.compile(
        r"(?<!\]: )(?<![\]］】][（(])(?<![\]］】] [（(])(?<!=[\"'])(?:https?://|ftp://|www\.)[\w.-]+\.\w[\w/.?=&%#:~+@-]*"
    ): "网址“{}”不会成为链接；请写成 [文字](地址)",
    re.compile(r"(?:(?<!\*)\*{2,}(?!\*)|(?<![_\w])__(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])__(?![_\w]))"): (
        "“{}”会原样显示，没有成为粗体；请成对地写，紧贴文字，仍不行就在它外面空一格，要显示请在前面加反斜杠"
    ),
    re.compile(r"(?<![A-Za-z0-9~])~(?=[^\s~\d])[^~\n]{0,40}[^\s~]~(?![A-Za-z0-9~])"): (
        "“{}”不会成为删除线；请写成 ~~…~~"
    ),
    re.compile(r"\+\+(?=[\u3400-\u9fff])[^+\n]*\+\+"): "“{}”会原样显示；下划线不用，要强调请写成 **…**",
    re.compile(r"\^(?=[\u3400-\u9fff])[^^\n]*\^"): "“{}”会原样显示；上标请写成公式，或 <sup>…</sup>",
    re.compile(r"~~+"): "“{}”会原样显示，没有成为删除线；请成对地写，紧贴文字，要显示请在前面加反斜杠",
}


@rule(
    "other-markdown",
    "不用、本书不用、只能写在标题末尾",
    "别的 Markdown 工具的写法，这里不认；改成普通的段落、列表或链接",
)
def _check_blocks(page: Page, contents: Contents) -> Found:
    for pattern, message in _BLOCKS.items() if _BLOCK_MARKS.search(page.plain) else ():
        for match in pattern.finditer(page.plain):
            yield page.line_of(match.end() - 1), message
    for match in _FOOTNOTE.finditer(page.plain) if "[^" in page.plain or "^[" in page.plain else ():
        yield page.line_of(match.start()), f"脚注 {match[0]} 不用；来源请写成引用 [@键 位置]，其余写进正文"
    for match in _DEFINITION.finditer(page.plain) if "]:" in page.plain else ():
        yield page.line_of(match.start(1)), f"“[{short(match[1])}]: …”这样的链接定义不用；请直接写 [文字](地址)"
    for match in _REFERENCE_LINK.finditer(page.plain) if "][" in page.plain else ():
        yield page.line_of(match.start()), f"“[…][{short(match[1])}]”这样的链接不用；写成 [文字](地址)，代码放进反引号"
    headings = {heading.line for heading in page.body.headings}
    for match in _ATTRIBUTES.finditer(page.plain) if "{" in page.plain else ():
        line = page.line_of(match.start())
        if line not in headings:
            yield line, f"“{short(match[0])}”只能写在标题末尾当锚点；请删去"


@rule(
    "link-brackets",
    "的括号是全角的、之间有空格、冒号是全角的",
    "写成 `[文字](地址)`，都用半角，中间不空格",
)
def _check_links(page: Page, contents: Contents) -> Found:
    """Links typed with a Chinese input method, or with a space too many."""
    for pattern, message in _LINK_SLIPS.items():
        for match in pattern.finditer(page.plain):
            yield page.line_of(match.start()), message.format(short(page.body.text[match.start(1) : match.end(1)]))


@rule(
    "plain-marks",
    "会原样显示、不会成为、不会突出显示",
    "那种写法是别的工具的，页面上会照原样显示记号；粗体的两对 `**` 要紧贴文字",
)
def _check_words(page: Page, contents: Contents) -> Found:
    """What stands on the page as it was typed, and was meant as more."""
    for line, text in _texts(page):
        for pattern, message in _WORDS.items() if _ODD.search(text) else ():
            for match in pattern.finditer(text):
                yield line, message.format(short(match[0]))


@rule(
    "emphasis",
    "会变成斜体、会变成粗体、粗体套了粗体",
    "乘号写 `×` 或写成公式，代码放进反引号",
)
def _check_emphasis(page: Page, contents: Contents) -> Found:
    """What becomes bold or italic without being meant so."""
    for inline in page.tokens:
        children = inline.children or []
        bold = 0
        for line, place in _lines(page, inline):
            token = children[place]
            bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
            if token.type == "strong_open" and bold > 1:
                shown = short(children[place + 1].content)
                yield line, f"“{shown}”前面的 ** 没有收住上一处粗体，粗体套了粗体；请在 ** 与字母之间空一格"
            elif token.type == "strong_open" and token.markup == "__":
                inside = children[place + 1].content
                if inside.isascii() and inside.isidentifier():
                    yield line, f"“__{short(inside)}__”会变成粗体；代码请放进反引号"
            elif token.type == "em_open" and token.markup == "*" and _multiplies(children, place):
                shown = short(children[place + 1].content)
                yield line, f"“*{shown}*”会变成斜体；乘号请写 × 或写成公式，强调请在外面空一格"


def _multiplies(children: list[Token], place: int) -> bool:
    """Whether the * stand between numbers or names: 2*3*4."""
    if place + 3 >= len(children) or not place:
        return False
    before, inside, after = (children[place + step].content for step in (-1, 1, 3))
    factors = before[-1:], inside[:1], inside[-1:], after[:1]
    return all(re.fullmatch("[A-Za-z0-9()]", letter) for letter in factors)


def _texts(page: Page) -> Iterator[tuple[int, str]]:
    """The runs of text with their lines; those of links are left out where they are addresses themselves."""
    for inline in page.tokens:
        children = inline.children or []
        for line, place in _lines(page, inline):
            token = children[place]
            address = place and children[place - 1].type == "link_open" and token.content.startswith("http")
            if token.type == "text" and token.content and not address:
                yield line, token.content


def _lines(page: Page, inline: Token) -> Iterator[tuple[int, int]]:
    """The line of each child of a token that holds text, with the child's place."""
    if inline.type != "inline" or not inline.map:
        return
    marked = inline.map[0]
    for place, child in enumerate(inline.children or ()):
        yield page.line(marked), place
        marked += child.type in ("softbreak", "hardbreak")


CELL_RULES: tuple[Callable[[Page, Contents], Found], ...] = (_check_blocks, _check_links, _check_words, _check_emphasis)
RULES = CELL_RULES
