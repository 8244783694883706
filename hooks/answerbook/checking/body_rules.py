"""Rules of one body: headings and parts, code and formulas, HTML, citations, nesting."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..content import addresses
from ..content.addresses import RESERVED_ANCHORS, RESERVED_PREFIXES
from ..content.contents import Contents, Found, Page, short
from ..rulebook import rule
from ..text import formulas, parts
from ..text.parts import MADE, PARTS

DEEPEST_HEADING = 4
DEEPEST_QUOTE = 8
DEEPEST_LIST = 8
DEEPEST_BRACKETS = 20
LONGEST_LINE = 10_000
LONGEST_PARAGRAPH = 10_000
LONGEST_RUN = 100
MOST_FENCES = 300

_TAGS = ("br", "sub", "sup", "kbd")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:_-]*)([^<>]*)>")
# The only ones that become links; <a:b> and <a@b> stay what they look like, elements.
_AUTOLINK = re.compile(r"<https?://[^\s<>]*>", re.I)
_ADDRESS = re.compile(r"<[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>")
_INSTEAD = {
    "img picture": "图片请写成 ![图里有什么](文件)",
    "b strong": "粗体请写成 **…**",
    "i em": "斜体请写成 *…*",
    "del strike": "删除线请写成 ~~…~~",
    "s": "删除线请写成 ~~…~~，词元 <s> 请放进反引号",
    "code tt pre samp": "代码请放进反引号或 ``` 代码块",
    "a": "链接请写成 [文字](地址)",
    "details summary": "折叠不用，请写成普通段落或 ### 小标题；要显示它请放进反引号",
    "center font u big small mark ins span div p section article align style": (
        "居中、颜色、字号、下划线不用，请写成普通段落；要显示它请放进反引号"
    ),
    "table thead tbody tr td th": "表格请写成 | 甲 | 乙 | 这样的行；要显示它请放进反引号",
    "ul ol li dl dt dd": "列表请写成“- ”或“1. ”开头的行",
    "h1 h2 h3 h4 h5 h6": "标题请写成“## 详解”这样的行",
    "blockquote": "引用请写成“> ”开头的行",
    "hr": "分隔线请写成空行之间的 ---",
    "video audio iframe embed object svg canvas": "请换成图片，写成 ![图里有什么](文件)，或写成链接",
}
_UNFINISHED = re.compile(r"(?<!\\)</?[A-Za-z][A-Za-z0-9:_-]*(?=[^<>]*(?:<|\Z))")
# Those that swallow what follows them even when they never end.
_SWALLOWING = re.compile(
    r"<(?:!--|!\[|!DOCTYPE|\?"
    r"|(?:script|style|iframe|svg|math|object|embed|template|textarea|title|xmp|plaintext|noscript)(?![A-Za-z0-9])"
    r"(?=[^<>]*(?:<|\Z)))",
    re.I,
)
_MARKERS = re.compile(r"[ \t]*+(?:(?:[-*+]|\d+[.)])[ \t]++)*+")
_NESTED = re.compile(r"[ \t]*(?:[ \t>]|[-*+][ \t]|\d+\.[ \t])[^\n]*\S")
# Items of lists and rows of tables are taken one by one.
_BEGINS_ANEW = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]|\|)")
# \( and \[ escape brackets, too, so there has to be something like a formula between them.
_TEX_OUTSIDE = re.compile(
    r"(?<!\\)(?:\\\((?=[^\n\u3001-\u9fff]{1,200}?\\\))"
    r"|(?:^[ \t]*\\\[(?=[ \t]*$)|\\\[(?=[^\n]{0,200}?[=^_\\][^\n]{0,200}?\\\]))"
    r"|\\begin\{)",
    re.MULTILINE,
)
_RUNNING = "*_~^=+`<&!\\-"
_RUN = re.compile(rf"([{re.escape(_RUNNING)}])\1{{{LONGEST_RUN},}}")
_GAP = re.compile(rf"\S[ \t]{{{LONGEST_RUN},}}\S")
_CITATION_SLIPS = {
    re.compile(r"\[[ \t]++@[a-z0-9]+[^\[\]\n]*\]"): "引用“{}”的 @ 前面有空格；请写成 [@键 位置]",
    re.compile(r"\[@[ \t]+[^\[\]\n]*\]"): "引用“{}”的 @ 后面有空格；请写成 [@键 位置]",
    re.compile(r"【@[^【】\n]*】"): "引用“{}”用了全角方括号；请写成半角的 [@键 位置]",
    re.compile(r"［@[^［］\n]*］"): "引用“{}”用了全角方括号；请写成半角的 [@键 位置]",
    re.compile(r"\[@[^\[\]\n]*\]\([^()\n]*\)"): "引用“{}”不用写链接；请只留方括号",
    re.compile(r"\[@\]"): "引用“{}”没有写键；请写成 [@键 位置]",
    re.compile(r"\[@[^\[\]\n@]*[;；,，][ \t]*+@[^\[\]\n]*\]"): "引用“{}”一个方括号里写了几个；请每个来源各写一个方括号",
    re.compile(r"\[@[^\[\]\n]*(?=\n|\[|\Z)"): "引用“{}”没有收尾；请补上 ]",
    re.compile(r"\[@[A-Za-z0-9_.:-]*[A-Za-z0-9_](?:[^\s\[\]A-Za-z0-9_](?![^\[\]\n]*@))[^\[\]\n]*\](?!\()"): (
        "引用“{}”的键后面要空一格再写位置，没有位置就只写键；请写成 [@键 位置]"
    ),
    re.compile(r"\[＠[^\[\]\n]*\]"): "引用“{}”的 ＠ 是全角的；请写成半角的 [@键 位置]",
}
# A key as references.yml has them.
_MARKLESS_CITATION = re.compile(r"\[([a-z]+(?:19|20)[0-9]{2}[a-z]+)(?:[ \t][^\[\]\n]*)?\](?![(\[])")
_WIDE_END = re.compile(r"!?\[[^\[\]]*\]\([^\s()（）]*）")
_BARE_CITATION = re.compile(r"(?<![\w@\[【［])@([a-z]+[0-9]{4}[a-z0-9]+)")

# Headings and parts


@rule(
    "headings",
    "标题……跳级、重复、太深、里有公式、一级标题、是一个部分",
    "正文从 `##` 开始，不跳级、不重复、最多四级；目录和书签放不下公式",
)
def _check_headings(page: Page, contents: Contents) -> Found:
    above, level = "", 1
    seen: dict[tuple[int, str, str], int] = {}
    mislevelled = parts.mislevelled(page.body.text, page.body.headings) if page.question is not None else ()
    for heading in page.body.headings:
        if page.body.text[heading.start + heading.level : heading.start + heading.level + 1].strip():
            shown = short(page.body.text[heading.start : heading.end])
            yield heading.line, f"“{shown}”的 # 后面少一个空格；标题写成“## 详解”，不是标题的 # 前面加反斜杠"
            continue
        if heading in mislevelled:
            yield (
                heading.line,
                f"“{'#' * heading.level} {heading.text}”是一个部分，要写成“## {heading.text}”；请改成两个 #",
            )
            # What is below it stands as it should.
            level = 2
            continue
        if not heading.text:
            yield heading.line, "标题是空的；请写上文字，或删去这一行"
            continue
        if heading.level == 1:
            yield heading.line, f"正文里有一级标题“{heading.text}”；题目已由 title 生成，正文从 ## 开始"
        elif heading.level > DEEPEST_HEADING:
            yield heading.line, f"标题“{heading.text}”是第 {heading.level} 级，太深；最多用到 {'#' * DEEPEST_HEADING}"
        elif heading.level > level + 1:
            yield heading.line, f"标题“{heading.text}”跳级了；它前面应先有 {'#' * (heading.level - 1)} 标题"
        if heading.level == 2:
            above = heading.text
        key = (heading.level, heading.text, above)
        if key in seen and (heading.text in PARTS or contents.book.settings.require_distinct):
            yield heading.line, f"标题“{heading.text}”与第 {seen[key]} 行重复；合并成一节，或换一个说法"
        seen.setdefault(key, heading.line)
        level = heading.level
        if "$" in page.prose[heading.start : heading.end].replace("\\$", ""):
            yield heading.line, f"标题“{heading.text}”里有公式；目录和书签放不下公式，请改用文字"


@rule(
    "parts",
    "这一部分、顺序应是",
    "二级标题只用 口述、详解、代码、易错点、追问、评分，按这个次序；参考、收录于、相关问题由书自动生成",
)
def _check_parts(page: Page, contents: Contents) -> Found:
    if page.question is None:
        return
    order = list(PARTS)
    last = ""
    for heading in page.body.headings:
        if heading.level != 2:
            continue
        if heading.text in MADE:
            yield heading.line, f"“## {heading.text}”这一部分是自动生成的；请删去"
        elif heading.text not in PARTS:
            if contents.book.settings.require_parts:
                yield heading.line, f"没有“## {heading.text}”这一部分；二级标题只用 {'、'.join(PARTS)}，其余用 ###"
        elif last and order.index(heading.text) < order.index(last):
            yield heading.line, f"“## {heading.text}”写在了“## {last}”后面；顺序应是 {'、'.join(PARTS)}"
        else:
            last = heading.text


@rule(
    "anchors",
    "锚点……",
    "三级标题末尾写上 `{#variance}` 这样的英文锚点，别人才能一直链接到这一节",
)
def _check_anchors(page: Page, contents: Contents) -> Found:
    seen: dict[str, int] = {}
    mislevelled = parts.mislevelled(page.body.text, page.body.headings)
    for heading in page.body.headings:
        fixed = PARTS.get(heading.text) if heading.level == 2 and page.question is not None else None
        anchor = heading.anchor
        written = page.plain[heading.start : heading.end].rstrip()
        if heading.explicit and fixed:
            if anchor != fixed:
                yield heading.line, f"“## {heading.text}”的锚点固定是 #{fixed}；请删去 {{#{anchor}}}"
            continue
        if heading.explicit:
            if not addresses.ID.fullmatch(anchor):
                yield heading.line, f"锚点 {{#{anchor}}} 会出现在地址里；请只用小写字母、数字和单个连字符"
            elif anchor in RESERVED_ANCHORS or anchor.startswith(RESERVED_PREFIXES):
                yield heading.line, f"锚点 {{#{anchor}}} 留给了书里固定的部分；换一个"
        elif written.endswith("}") and "{" in written:
            yield heading.line, f"标题“{short(heading.text, 30)}”末尾的花括号读不懂；锚点请写成空格加 {{#variance}}"
        elif (
            heading.level > 2
            and page.question is not None
            and contents.book.settings.require_anchors
            and heading not in mislevelled
        ):
            yield heading.line, f"标题“{heading.text}”没有固定的锚点；请在末尾加上 {{#英文短名}}，如 {{#variance}}"
        if anchor:
            if anchor in seen and heading.explicit:
                yield heading.line, f"锚点 #{anchor} 与第 {seen[anchor]} 行重复；换一个"
            seen.setdefault(anchor, heading.line)


@rule(
    "empty-parts",
    "正文是空的、下面没有内容",
    "没有内容的部分不写",
)
def _check_empty(page: Page, contents: Contents) -> Found:
    if page.question is not None and not page.body:
        yield page.body.line, "正文是空的；请从“## 详解”写起"
        return
    for heading, after in zip(page.body.headings, [*page.body.headings[1:], None], strict=False):
        if after is not None and after.level > heading.level:
            continue
        if not page.body.text[heading.end : after.start if after else len(page.body.text)].strip() and heading.text:
            yield heading.line, f"标题“{heading.text}”下面没有内容；写上内容，或删去标题"


# Code and formulas


@rule(
    "code-fences",
    "代码块没有收尾、代码块是空的、反引号……没有配对",
    "代码块以单独一行 ```` ``` ```` 开头和收尾；句中的代码两边各一个反引号",
)
def _check_code(page: Page, contents: Contents) -> Found:
    fences = page.body.fences
    if len(fences) > MOST_FENCES:
        yield fences[MOST_FENCES].line, f"有 {len(fences)} 个代码块；请拆成几页，一页 {MOST_FENCES} 个以内"
    for fence in fences:
        if fence.opens:
            yield fence.line, f"代码块没有收尾，第 {fence.opens} 行又开始了一个；请在这一个的末尾另起一行写 ```"
        elif not fence.closed:
            yield fence.line, "代码块没有收尾；请在末尾另起一行写 ```"
        elif not fence.code.strip():
            yield fence.line, "代码块是空的；请写上代码，或删去"
    for offset in page.body.lone_ticks:
        yield page.line_of(offset), "反引号在这一行里没有配对；请补上另一个，或在前面加反斜杠"


@rule(
    "formula-place",
    "表格里的公式、不会当作公式",
    r"竖线会被当作分列，改用 `\mid`、`\vert`；公式只用 `$…$` 和 `$$`",
)
def _check_formulas(page: Page, contents: Contents) -> Found:
    found, problems = page.body.formulas, page.body.slips
    yield from problems
    for formula in found:
        for place, message in formulas.check(formula.tex):
            yield formula.line_at(place), message
        if not formula.display and "|" in formula.tex:
            row = page.line_of.start(formula.start)
            if page.body.text[row : row + 100].lstrip(" >").startswith("|"):
                shown = short(formula.tex)
                yield formula.line, f"表格里的公式 {shown} 有 |，会被当作分列；请改用 \\mid、\\vert 或 \\lVert"
    for match in _TEX_OUTSIDE.finditer(page.plain) if "\\" in page.plain else ():
        yield page.line_of(match.end() - 1), f"“{match[0].strip()}”不会当作公式；公式请写成 $…$ 或独占几行的 $$…$$"


# HTML and other dialects


@rule(
    "html",
    "是网页标签，这里不用、会被当作 HTML、HTML 注释",
    "正文里只能用 `<br>`、`<sub>`、`<sup>`、`<kbd>`；只是想把尖括号显示出来，请放进反引号",
)
def _check_html(page: Page, contents: Contents) -> Found:
    yield from _HtmlTags(page).found()
    swallowing = {match.start(): match for match in _SWALLOWING.finditer(page.plain)}
    for match in _UNFINISHED.finditer(page.plain):
        if match.start() not in swallowing:
            message = f"“{short(match[0])}”会被当作 HTML 标签的开头；要显示它请放进反引号，比较大小请写成公式"
            yield page.line_of(match.start()), message
    for match in swallowing.values():
        if match[0] == "<!--":
            yield page.line_of(match.start()), "有 HTML 注释；它会原样出现在网页源码里，请删去"
        else:
            yield page.line_of(match.start()), f"“{match[0]}”会被当作 HTML；要显示它请放进反引号"


class _HtmlTags:
    """The whole tags of a page: which have no place there, and which have no partner."""

    def __init__(self, page: Page) -> None:
        self._page = page
        # By name, with their lines: those of ours that are still open.
        self._opened: list[tuple[str, int]] = []
        # The names of other tags that were opened, and what was advised where: one mistake is told once.
        self._told: list[str] = []
        self._advised: set[tuple[int, str]] = set()

    @rule("html")
    def found(self) -> Found:
        """What is wrong with them, as (line, sentence)."""
        page = self._page
        for match in _TAG.finditer(page.plain):
            if _AUTOLINK.match(page.plain, match.start()):
                continue
            closing, name = match[1], match[2].lower()
            line, whole = page.line_of(match.start()), short(page.body.text[match.start() : match.end()])
            if name == "script":
                yield line, "不能写 <script>；页面的脚本由书自己管理，请删去"
            elif name.startswith("www"):
                yield line, f"“{whole}”不会成为链接；请写成 [文字](https://地址)"
            elif _ADDRESS.fullmatch(match[0]):
                yield line, f"“{whole}”不会成为邮箱的链接；请写成 [文字](mailto:地址)"
            elif name not in _TAGS:
                yield from self._foreign(bool(closing), name, line, whole)
            elif page.body.text[match.start(3) : match.end(3)].strip(" /"):
                yield line, f"“{whole}”带了属性；只能写 <{name}>"
            elif name != "br":
                yield from self._paired(bool(closing), name, line)
        for name, line in self._opened:
            yield line, f"<{name}> 没有收尾；请补上 </{name}>"

    @rule("html")
    def _foreign(self, closing: bool, name: str, line: int, whole: str) -> Found:
        # The end of a pair is no second mistake.
        if closing and name in self._told:
            self._told.remove(name)
            return
        self._told += [] if closing else [name]
        advice = _advice(name)
        # One table is one mistake.
        if not advice:
            yield line, f"“{whole}”会被当作 HTML 标签；要显示它请放进反引号，比较大小请写成公式"
        elif (line, advice) not in self._advised:
            self._advised.add((line, advice))
            yield line, f"“{whole}”是网页标签，这里不用；{advice}"

    @rule("html")
    def _paired(self, closing: bool, name: str, line: int) -> Found:
        if not closing:
            self._opened.append((name, line))
        elif self._opened and self._opened[-1][0] == name:
            self._opened.pop()
        else:
            yield line, f"</{name}> 前面没有对应的 <{name}>；请成对地写"


def _advice(name: str) -> str:
    """What to write instead of a tag, "" where it may not be meant as one."""
    return next((advice for names, advice in _INSTEAD.items() if name in names.split()), "")


@rule(
    "citation-form",
    "引用“……”、不会变成引用",
    "写成 `[@键 位置]`，半角，一个方括号一个来源",
)
def _check_citations(page: Page, contents: Contents) -> Found:
    for match in _MARKLESS_CITATION.finditer(page.plain):
        shown = short(page.body.text[match.start() : match.end()], 30)
        yield page.line_of(match.start()), f"“{shown}”少了 @，不会变成引用；请写成 [@{match[1]} 位置]"
    # Each other slip has an @ that is in no citation.
    if page.plain.count("@") == len(page.body.citations) and "＠" not in page.plain:
        return
    for pattern, message in _CITATION_SLIPS.items():
        for match in pattern.finditer(page.plain):
            yield page.line_of(match.start()), message.format(short(page.body.text[match.start() : match.end()], 30))
    for match in _BARE_CITATION.finditer(page.plain):
        yield page.line_of(match.start()), f"“{match[0]}”不会变成引用；请写成 [{match[0]} 位置]"


@rule(
    "nesting",
    "套了……层、这一行有……个字符、连写了、连着的空白",
    "没有人会写得这么深、这么长，多半是少了收尾的记号；拆开",
)
def _check_nesting(page: Page, contents: Contents) -> Found:
    """Nesting that no reader needs and no Markdown parser likes."""
    brackets = 0
    many = page.plain.count("[") > DEEPEST_BRACKETS
    for match in re.finditer(r"\\.|[\[\]]|\n[ \t]*+\n", page.plain) if many else ():
        if match[0] == "[":
            brackets += 1
            if brackets == DEEPEST_BRACKETS + 1:
                message = f"方括号套了 {DEEPEST_BRACKETS} 层以上；请补上缺的 ]，或在前面加反斜杠"
                yield page.line_of(match.start()), message
        elif match[0] == "]":
            brackets = max(0, brackets - 1)
        elif match[0].startswith("\n"):
            brackets = 0
    length = deep = 0
    for line in page.lines:
        if not line.raw.strip():
            continue
        goes_on = line.after_text and not _BEGINS_ANEW.match(line.raw)
        before, length = length if goes_on else 0, (length if goes_on else 0) + len(line.raw)
        if before <= LONGEST_PARAGRAPH < length and len(line.raw) <= LONGEST_LINE:
            yield line.number, f"到这一行，这一段已有 {length} 个字符；请分成几段，段之间空一行"
        was_deep, deep = deep, _depth(line.raw)
        # All that stands so deep is one thing to repair.
        if deep > 0 and was_deep <= 0:
            yield line.number, f"引用块套了 {deep} 层；最多 {DEEPEST_QUOTE} 层"
        elif deep < 0 and was_deep >= 0:
            yield line.number, f"列表缩进太深；最多 {DEEPEST_LIST} 层"
        if _GAP.search(line.raw):
            yield line.number, f"文字中间有 {LONGEST_RUN} 个以上连着的空白；请删去多余的"
        if len(line.raw) > LONGEST_LINE:
            yield line.number, f"这一行有 {len(line.raw)} 个字符；请分成几段"
    long = any(mark * (LONGEST_RUN + 1) in page.plain for mark in _RUNNING)
    for match in _RUN.finditer(page.plain) if long else ():
        yield page.line_of(match.start()), f"“{match[1]}”连写了 {len(match[0])} 个；请删去多余的"


def _depth(line: str) -> int:
    """In how many quotes too many a line stands; -1 in too many lists, 0 where all is well."""
    if not _NESTED.match(line):
        return 0
    head = line[: len(line) - len(line.lstrip(" \t>"))]
    if head.count(">") > DEEPEST_QUOTE:
        return head.count(">")
    markers = _MARKERS.match(line)
    lists = sum(markers[0].count(mark) for mark in "-*+.") if markers else 0
    return -1 if lists > DEEPEST_LIST or len(head.expandtabs(4)) // 4 > DEEPEST_LIST else 0


# For the cells of notebooks, which have titles of their own and parts as they like.
@rule(
    "unfinished-links",
    "不是完整的链接",
    "地址里不能有空格，末尾要有半角的 `)`；不是链接的，在 `(` 前加反斜杠",
)
def _check_unfinished(page: Page, contents: Contents) -> Found:
    for offset in page.body.unfinished:
        rest = page.body.text[offset:].partition("\n")[0]
        if wide := _WIDE_END.match(rest):
            shown = short(wide[0], 40)
            message = f"“{shown}”不是完整的链接：末尾的 ）是全角的；请改成半角的 )"
        else:
            message = f"“{short(rest[:40])}”不是完整的链接；地址里不能有空格，末尾要有 )，不是链接请在 ( 前加反斜杠"
        yield page.line_of(offset), message


CELL_RULES = (
    *(_check_anchors, _check_code, _check_formulas, _check_html),
    *(_check_unfinished, _check_nesting),
)
RULES: tuple[Callable[[Page, Contents], Found], ...] = (
    _check_headings,
    _check_parts,
    _check_anchors,
    _check_empty,
    _check_code,
    _check_formulas,
    _check_html,
    _check_unfinished,
    _check_citations,
    _check_nesting,
)
