"""The head of a content file, between two lines of ---: names, values and the lines they stand on.

A small part of YAML, read as text: nothing becomes a number, a date or a truth value here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..rulebook import rule
from ..text.body import Body

FENCE = "---"
_ENTRY = re.compile(r"([^\W\d][\w-]*)[ \t]*:(?:[ \t]+(.*)|)")
_FULL_WIDTH_COLON = re.compile(r"[^\W\d]\w*\s*：")
_ITEM = re.compile(r"[ \t]*-(?=[ \t]|$)(.*)")
_COMMENT = re.compile(r"(?<![^ \t])#(?:[ \t]|$)")
_GLUED_COMMENT = re.compile(r"(?<![^ \t])#")
# Nobody writes a longer head; what is longer is something else by mistake.
MOST_LINES = 400
LONGEST_LINE = 4000
# What YAML would not take as plain text at the start of a value.
_SPECIAL = frozenset("&*!|>%@`{}[],?:#")


@dataclass(frozen=True)
class Field:
    """One name with its value as text; `items` holds (line, text) when the value is a list."""

    name: str
    text: str
    line: int
    items: tuple[tuple[int, str], ...] | None = None


@dataclass(frozen=True)
class Document:
    """A file taken apart: its fields, its body with the line it begins on, and names whose value cannot be read."""

    fields: dict[str, Field]
    body: Body
    unread: frozenset[str] = frozenset()

    def text(self, name: str) -> str:
        """The only value of a field; "" where there is none, or a list."""
        found = self.fields.get(name)
        return found.text if found is not None and found.items is None else ""

    def items(self, name: str) -> list[tuple[int, str]]:
        """The entries of a field that is a list, each with its line, without empty ones."""
        found = self.fields.get(name)
        return [item for item in found.items or () if item[1]] if found is not None else []


class _MalformedError(ValueError):
    """A value that cannot be read; str() is the sentence, `line` where it is when that is not the entry's."""

    line = 0


@rule(
    "field-once",
    "写了两次",
    "文件头里一项只写一次，删去多的",
)
def read(text: str) -> tuple[Document | None, list[tuple[int, str]]]:
    """The document and what is wrong with its head, as (line, sentence)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end, problem = _end(lines)
    if problem is not None:
        return None, [problem]
    fields: dict[str, Field] = {}
    problems: list[tuple[int, str]] = []
    unread: set[str] = set()
    for found in _fields(lines[:end]):
        if isinstance(found, _Unread):
            problems.append((found.line, found.message))
            unread.add(found.name)
        elif found.name in fields:
            problems.append((found.line, f"{found.name} 写了两次（第 {fields[found.name].line} 行已有）；只留一个"))
        else:
            fields[found.name] = found
    return Document(fields, Body("\n".join(lines[end + 1 :]), end + 2), frozenset(unread)), problems


@dataclass(frozen=True)
class _Unread:
    """A line that is not a field, the name it seems to be about, and what is wrong with it."""

    name: str
    line: int
    message: str


@rule(
    "head-fence",
    "缺少文件头、文件头没有收尾、第一行的 ---",
    "文件以 `---` 开头，接着每行一个“名字: 值”，再以 `---` 收尾",
)
def _end(lines: list[str]) -> tuple[int, tuple[int, str] | None]:
    """The index of the closing line, or the problem that there is no head to read."""
    first = lines[0].rstrip()
    if first != FENCE:
        if first.strip() == FENCE:
            return 0, (1, "第一行的 --- 前面有空白；请顶格写")
        for number, line in enumerate(lines[:20], 1):
            if line.strip() == FENCE and not any(lines[: number - 1]):
                return 0, (number, "文件头的 --- 不在第一行；请删去它前面的空行")
        return 0, (1, "缺少文件头；第一行应是 ---，接着写 title、short 等，再以一行 --- 收尾")
    for number, line in enumerate(lines[1:MOST_LINES], 1):
        if line.rstrip() == FENCE:
            return number, None
        if len(line) > LONGEST_LINE:
            return 0, (number + 1, f"文件头的这一行有 {len(line)} 个字符；请缩到 {LONGEST_LINE} 个以内")
        if line.startswith(("## ", "```")):
            break
    return 0, (1, "文件头没有收尾；请在正文之前加一行 ---")


@rule(
    "head-lines",
    "后面是全角冒号、都要顶格写、冒号后面少一个空格、读不懂",
    "文件头的每一行是“名字: 值”：顶格写，冒号用半角，后面空一格",
)
def _fields(lines: list[str]) -> Iterator[Field | _Unread]:
    """The fields of the head's lines (the opening one included), or what stands in their place."""
    for number, line, below in _entries(lines):
        entry = _ENTRY.fullmatch(line)
        if entry is None:
            yield _unread(number, line)
            continue
        name, value = entry[1], (entry[2] or "").strip()
        items: list[tuple[int, str]] | None = None
        try:
            if value.startswith("["):
                items, below = _inline_list([(number, value), *below])
            else:
                value = _scalar(value, number)
            listed = [(at, _scalar(item[1].strip(), at)) for at, line in below if (item := _ITEM.fullmatch(line))]
        except _MalformedError as error:
            yield _Unread(name, error.line or number, f"{name} {error}")
            continue
        if listed and value:
            yield _Unread(name, listed[0][0], f"{name} 已经在冒号后面写了值，下面又写了列表；只留一种")
            continue
        items = listed or items
        yield Field(name, value, number, None if items is None else tuple(items))
        yield from (_unread(at, line) for at, line in below if not _ITEM.fullmatch(line))


def _entries(lines: list[str]) -> Iterator[tuple[int, str, list[tuple[int, str]]]]:
    """Each entry's line, and the lines that hang below it: items, indented ones, the end of a bracket."""
    written = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and line.lstrip()[0] != "#"]
    index = 1
    while index < len(written):
        after = index + 1
        while after < len(written) and written[after][1][0] in " \t-]":
            after += 1
        yield *written[index], written[index + 1 : after]
        index = after


@rule("head-lines")
def _unread(number: int, line: str) -> _Unread:
    """Why a line is not an entry."""
    about = re.match(r"[\s-]*([^\W\d]\w*)", line)
    name = about[1] if about else ""
    shown = _short(line.strip())
    if _FULL_WIDTH_COLON.match(line.strip()):
        message = f"{name} 后面是全角冒号；请写成半角冒号加一个空格，如 {name}: …"
    elif line[:1] in (" ", "\t"):
        message = f"“{shown}”前面有空白；文件头的每一项都要顶格写，长的值也写在一行里"
    elif re.match(r"[^\W\d]\w*:\S", line):
        message = f"“{shown}”的冒号后面少一个空格"
    elif line.startswith("-"):
        message = f"“{shown}”不属于任何一项；列表要写在“名字:”的下面"
    else:
        message = f"“{shown}”读不懂；文件头的每一行都要写成“名字: 值”"
    return _Unread(name, number, message)


@rule(
    "list-syntax",
    "的列表里、的方括号",
    "列表写成 `[甲, 乙]`，用半角逗号，方括号只有一层",
)
def _inline_list(lines: list[tuple[int, str]]) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The items of [a, b], which may go on over several lines, each with its line; and the lines below it."""
    items: list[tuple[int, str]] = []
    for index, (number, line) in enumerate(lines):
        rest = line.strip() if index else line[1:].strip()
        while rest and not _COMMENT.match(rest):
            if rest[0] == "]":
                if rest[1:].strip() and not _COMMENT.match(rest[1:].strip()):
                    raise _MalformedError(f"的方括号后面还有“{_short(rest[1:].strip())}”；请删去")
                return items, lines[index + 1 :]
            text, rest = _item(rest)
            items.append((number, text))
            if rest.startswith(","):
                rest = rest[1:].lstrip()
            elif rest and rest[0] != "]" and not _COMMENT.match(rest):
                raise _MalformedError(f"的列表里“{_short(rest)}”前面少一个半角逗号")
    raise _MalformedError("的方括号没有收尾；请在末尾加上 ]")


@rule("list-syntax")
def _item(rest: str) -> tuple[str, str]:
    """The first item of a bracket's text, and what follows it."""
    if rest[0] in "\"'":
        text, rest = _quoted(rest)
    else:
        stop = re.search(r"[,\[\]]|(?<=[ \t])#[ \t]", rest)
        cut = stop.start() if stop else len(rest)
        text, rest = rest[:cut].strip(), rest[cut:]
        if rest.startswith("["):
            raise _MalformedError("的列表里又套了方括号；方括号只能有一层，含方括号的一项请加双引号")
        if text:
            _refuse_special(text)
            brace = re.search("[{}]|:[?]", text)
            if brace:
                raise _MalformedError(f"的一项里有 {brace[0]}；请用双引号把这一项括起来")
    if not text:
        raise _MalformedError("的列表里有一项是空的；请删去多余的逗号")
    return text, rest.lstrip()


def _scalar(value: str, line: int) -> str:
    """The text of one value, without its quotes and comment."""
    try:
        return _unquoted(value)
    except _MalformedError as error:
        error.line = line
        raise


@rule(
    "quoting",
    "请用双引号、没有配对",
    "值里有半角冒号、` #`，或以特殊符号开头，不加引号会被读成别的意思",
)
def _unquoted(value: str) -> str:
    if value[:1] in ("'", '"'):
        text, rest = _quoted(value)
        rest = rest.strip()
        if rest and not rest.startswith("#"):
            raise _MalformedError(f"的引号后面还有“{_short(rest)}”；请把整个值放进一对引号")
        return text
    comment = _COMMENT.search(value)
    if comment:
        value = value[: comment.start()]
    value = value.strip()
    if value:
        _refuse_special(value)
    return value


@rule("quoting")
def _refuse_special(value: str) -> None:
    if value in ("|", ">", "|-", ">-", "|+", ">+"):
        raise _MalformedError("用了多行写法；请写成一行")
    if _GLUED_COMMENT.search(value):
        raise _MalformedError("里有“ #”，后面的字会被当作注释丢掉；请用双引号把整个值括起来")
    if value[0] in _SPECIAL or value.startswith("- ") or value == "-":
        raise _MalformedError(f"以“{value[0]}”开头；请用双引号把整个值括起来")
    if ": " in value or value.endswith(":"):
        raise _MalformedError("里有半角冒号；请改用全角冒号，或用双引号把整个值括起来")


@rule("quoting")
def _quoted(value: str) -> tuple[str, str]:
    """The text inside the quotes that `value` opens with, and what follows them."""
    mark = value[0]
    if mark == "'":
        match = re.match(r"'((?:[^']|'')*)'", value)
        if match:
            return match[1].replace("''", "'"), value[match.end() :]
    else:
        match = re.match(r'"((?:[^"\\]|\\.)*)"', value)
        if match:
            wrong = re.search(r"\\([^\"\\])", match[1].replace("\\\\", ""))
            if wrong:
                raise _MalformedError(f"的双引号里有 \\{wrong[1]}；反斜杠请写两次，或改用单引号")
            return re.sub(r"\\(.)", r"\1", match[1]), value[match.end() :]
    raise _MalformedError(f"的引号 {mark} 没有配对；请在末尾补上")


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"
