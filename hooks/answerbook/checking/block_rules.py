"""Rules of the blocks of a body: what would not be the list, table, heading or code block that it looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from ..content.contents import Contents, Found, Page, short
from ..rulebook import rule

_QUOTE = re.compile(r"^(?:[ \t]{0,3}>[ ]?)+")
_MARKER = re.compile(r" *(?:[-*+]|\d{1,9}[.)]) +")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
# What people number and dot their lines with, and Markdown does not know.
_NUMBERED = re.compile(r"\d{1,3}[、．](?=\S)|\d{1,3}\.(?=[\u3400-\u9fff“（《*])")
_DOTTED = re.compile(r"[•●○■◆▪◦‣∙][ \t]*(?=\S)|[-+](?=[\u3400-\u9fff“（《])")
_COUNTED = {
    "（1）": re.compile(r"（\d{1,2}）"),
    "(1)": re.compile(r"\(\d{1,2}\)"),
    "1）": re.compile(r"\d{1,2}）"),
    "①": re.compile("[①-⑳]"),
    "一、": re.compile("[一二三四五六七八九十]{1,3}、"),
    "（一）": re.compile("（[一二三四五六七八九十]{1,3}）"),
    "第一步": re.compile(r"第[一二三四五六七八九十\d]{1,3}(?:步|点|[，,、：:])"),
    "a.": re.compile(r"(?:[A-Za-z]|[ivx]{2,4})[.)、．）](?=\s|[\u3400-\u9fff])"),
    "1：": re.compile(r"\d{1,2}[：:，,](?!\d)"),
    "1 ": re.compile(r"\d{1,2} (?=[\u3400-\u9fff])"),
}
_ROW = re.compile(r"\|.*\|[ \t]*")
_DEFINITION = re.compile(r"[:：][ \t]+\S")
_LISTS = ("bullet_list_open", "ordered_list_open")
# Languages that other tools make pictures of, or boxes.
_DRAWN = frozenset(
    "mermaid plantuml puml graphviz dot echarts chart flow flowchart sequence gantt mindmap markmap".split()  # noqa: SIM905
)
_BOXES = frozenset("note tip info warning caution important danger attention hint".split())  # noqa: SIM905
_LANGUAGE = re.compile(r"[{.\s]*([\w-]+)")


@rule(
    "heading-form",
    "紧跟在文字下面、标题前面有空格",
    "标题以 `## ` 开头、顶格写，不用下划线的写法",
)
def _check_headings(page: Page, contents: Contents) -> Found:
    """Headings that the table of contents does not know."""
    for token in page.tokens:
        if token.type != "heading_open" or not token.map:
            continue
        line = page.line(token.map[0])
        if token.markup in ("=", "-"):
            below = page.line(token.map[1] - 1)
            shown = page.raw(below).strip()[:5]
            yield below, f"“{shown}”紧跟在文字下面，会把上一行变成标题；标题请用 ##，分隔线前请空一行"
        elif not page.raw(line).startswith("#"):
            yield line, "标题前面有空格，或在列表、引用里；标题请顶格写，列表里的小标题请用 **粗体**"


@rule(
    "code-blocks",
    "会变成代码块、不会画成图、不会当作公式、提示框不用",
    "正文顶格写，缩进四格就成了代码；代码块里写的是给人看的代码，别的工具的图和提示框这里不认",
)
def _check_code(page: Page, contents: Contents) -> Found:
    """Text that becomes code, and code that would be more elsewhere."""
    for token in page.tokens:
        if not token.map:
            continue
        line = page.line(token.map[0])
        if token.type == "code_block" and token.level == 0:
            yield line, "这一行缩进了四格，会变成代码块；正文请顶格写，代码请用 ```"
        elif token.type == "code_block":
            yield line, "这一行缩进太多，会变成代码块；请与列表项的文字对齐，代码请用 ```"
        elif token.type == "fence" and (found := _LANGUAGE.match(token.info)):
            name = found[1].lower()
            if name in _DRAWN:
                yield line, f"“{name}”不会画成图，只会显示源码；请画成 SVG 图片，写成 ![图里有什么](文件)"
            elif name in ("math", "latex-math", "katex"):
                yield line, f"“```{name}”不会当作公式；公式请写成独占几行的 $$…$$"
            elif name in _BOXES or name.startswith(("ad-", "admon")):
                yield line, f"“```{name}”提示框不用；请写成普通段落"


@rule(
    "list-nesting",
    "不在上面的列表项里、仍是同一层",
    (
        "要放进列表项里的东西（下一层、代码、公式、表格、第二段），缩进到与那一项的文字对齐：`- ` 下面两格，`"
        "1. ` 下面三格"
    ),
)
def _check_lists(page: Page, contents: Contents) -> Found:
    """Items and paragraphs that look as if they belonged to the item above, and do not."""
    opened: list[tuple[int, int, int]] = []
    closed: tuple[int, int] | None = None
    for token in page.tokens:
        if token.type.endswith("list_close"):
            indent, inside, _ = opened.pop()
            closed = (indent, inside)
            continue
        if token.nesting < 0:
            closed = None
        if not token.map or token.type == "inline":
            continue
        line = page.line(token.map[0])
        indent = _indent(page.raw(line))
        if closed and indent > closed[0]:
            yield line, f"这一行前面有空格，却不在上面的列表项里；要放进去请缩进 {closed[1]} 格，不然请顶格"
        closed = None
        if token.type in _LISTS:
            opened.append((indent, _content(page.raw(line)), line))
        elif token.type == "list_item_open":
            first, inside, begins = opened[-1]
            if line != begins and indent > first and _indent(page.raw(begins)) == first:
                yield line, f"这一项前面多了空格，仍是同一层；要放在上一项下面请缩进 {inside} 格，不然请对齐"
            opened[-1] = (first, _content(page.raw(line)), begins)


def _check_lines(page: Page, contents: Contents) -> Found:
    """Lines of a paragraph that were meant as items or rows."""
    before: Token | None = None
    for token in page.tokens:
        if token.type == "inline" and before and before.type == "paragraph_open" and token.map:
            texts = token.content.split("\n")
            lines = [page.line(token.map[0] + number) for number in range(len(texts))]
            yield from _check_items([*zip(lines, texts, strict=True)], before.level)
            yield from _check_rows([*zip(lines, texts, strict=True)])
        before = token


@rule(
    "list-marks",
    "不会成为列表、不成为列表项、不会另起一行、定义列表",
    "列表的每一行以 `- ` 或 `1. ` 开头，后面空一格；`1、`、`（1）`、`•` 只是文字，几行会接成一行",
)
def _check_items(lines: list[tuple[int, str]], level: int) -> Iterator[tuple[int, str]]:
    for place, (line, text) in enumerate(lines):
        if (place or not level) and (found := _NUMBERED.match(text)):
            number = re.sub(r"\D", "", found[0])
            yield line, f"“{found[0]}”不会成为列表；列表请写成“{number}. ”，点后面空一格"
        elif found := _DOTTED.match(text):
            yield line, f"“{found[0].strip()}”不会成为列表；列表请写成“- ”，后面空一格"
        elif place and _ITEM.match(text):
            yield line, f"“{short(text)}”会接在上一行后面，不成为列表项；请在它前面空一行，缩进与上一项的文字对齐"
        elif place and _DEFINITION.match(text):
            yield line, f"“{text[0]}”开头的定义列表不用；请写成普通段落"
    for pattern in _COUNTED.values():
        found_in = [(place, match[0]) for place, (_, text) in enumerate(lines) if (match := pattern.match(text))]
        for place, mark in found_in if len(found_in) > 1 else ():
            if place:
                yield lines[place][0], f"“{mark}”不会另起一行；要分行请写成列表，或在前面空一行"


@rule(
    "table-form",
    "不会成为表格",
    "表头下面要有 `| --- | --- |`；表格前后各空一行",
)
def _check_rows(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    rows = [line for line, text in lines if _ROW.fullmatch(text)]
    if len(rows) > 1 or (rows and len(lines) == 1 and lines[0][1].count("|") > 2):
        yield rows[0], "这几行不会成为表格；表头下面请写一行 | --- | --- |，格数与表头相同，只用半角的 | 和 -"


@rule(
    "table-cells",
    "这一行有……格、紧跟在表格下面",
    r"表格每行格数相同，格里的竖线写 `\|`",
)
def _check_tables(page: Page, contents: Contents) -> Found:
    """Rows with more or fewer cells than their table has columns."""
    columns = 0
    for token in page.tokens:
        if token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and columns and token.map:
            line = page.line(token.map[0])
            cells = len(_cells(page.marked_lines[token.map[0]]))
            if "|" not in page.raw(line):
                yield line, "这一行紧跟在表格下面，会成为它的一行；请在前面空一行"
            elif cells != columns:
                yield line, f"这一行有 {cells} 格，表头有 {columns} 格；请补齐或删去多的，格里的竖线请写成 \\|"


def _cells(row: str) -> list[str]:
    cells = escapedSplit(row.strip(" \t>"))
    return cells[not cells[0] : len(cells) - (not cells[-1])]


def _indent(raw: str) -> int:
    """How far a line is indented, within its quote if it is in one."""
    text = _QUOTE.sub("", raw).expandtabs(4)
    return len(text) - len(text.lstrip())


def _content(raw: str) -> int:
    """Where the text of an item begins on its line."""
    found = _MARKER.match(_QUOTE.sub("", raw).expandtabs(4))
    return len(found[0]) if found else 0


RULES: tuple[Callable[[Page, Contents], Found], ...] = (
    _check_headings,
    _check_code,
    _check_lists,
    _check_lines,
    _check_tables,
)
