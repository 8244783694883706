"""The head of a content file, between two lines of ---: names, values and the lines they stand on.

A small part of YAML, read as text: nothing becomes a number, a date or a truth value here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FENCE = "---"
_ENTRY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|)", re.ASCII)
_FULL_WIDTH_COLON = re.compile(r"([A-Za-z_]\w*)\s*：", re.ASCII)
_ITEM = re.compile(r"[ \t]*-(?:[ \t]+(.*)|)")
_COMMENT = re.compile(r"(?<![^ \t])#(?:[ \t]|$)")
_GLUED_COMMENT = re.compile(r"(?:^|[ \t])#\S")
# Nobody writes a longer head; what is longer is something else by mistake.
MOST_LINES = 400
LONGEST_LINE = 4000
# What YAML would not take as plain text at the start of a value.
_SPECIAL = frozenset("&*!|>%@`{}],?")


@dataclass(frozen=True)
class Field:
    """One name with its value; `items` holds (line, text) when the value is a list."""

    name: str
    text: str
    line: int
    items: tuple[tuple[int, str], ...] | None = None


@dataclass(frozen=True)
class Document:
    """A file taken apart: its fields, its body with the line it begins on, and names whose value cannot be read."""

    fields: dict[str, Field]
    body: str
    body_line: int
    unread: frozenset[str] = frozenset()


class _MalformedError(ValueError):
    """A value that cannot be read; str() is the sentence."""


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
            problems.append(
                (found.line, f"{found.name} 写了两次（第 {fields[found.name].line} 行已有）；只留一个")
            )
        else:
            fields[found.name] = found
    return Document(fields, "\n".join(lines[end + 1 :]), end + 2, frozenset(unread)), problems


@dataclass(frozen=True)
class _Unread:
    """A line that is not a field, the name it seems to be about, and what is wrong with it."""

    name: str
    line: int
    message: str


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


def _fields(lines: list[str]) -> Iterator[Field | _Unread]:
    """The fields of the head's lines (the opening one included), or what stands in their place."""
    index = 1
    while index < len(lines):
        number, line = index + 1, lines[index]
        index += 1
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        entry = _ENTRY.fullmatch(line)
        if entry is None:
            about = re.match(r"[\s-]*([A-Za-z_]\w*)", line, re.ASCII)
            yield _Unread(about[1] if about else "", number, _not_an_entry(line))
            # What hangs below an unreadable line would only repeat the complaint.
            while index < len(lines) and lines[index][:1] in (" ", "\t", "-") and lines[index].strip():
                index += 1
            continue
        name, value = entry[1], (entry[2] or "").strip()
        try:
            if value.startswith("["):
                items, index = _inline_list(value, lines, index)
                yield Field(name, " ".join(text for _, text in items), number, tuple(items))
                continue
            text = _scalar(value)
        except _MalformedError as problem:
            yield _Unread(name, number, f"{name} {problem}")
            while index < len(lines) and lines[index][:1] in (" ", "\t") and lines[index].strip():
                index += 1
            continue
        below: list[tuple[int, str]] = []
        listed = False
        while index < len(lines) and (_ITEM.fullmatch(lines[index]) or _is_blank(lines[index])):
            item = _ITEM.fullmatch(lines[index])
            index += 1
            if item is None:
                continue
            if text:
                yield _Unread(name, index, f"{name} 已经在冒号后面写了值，下面又写了列表；只留一种")
                continue
            listed = True
            try:
                below.append((index, _scalar((item[1] or "").strip())))
            except _MalformedError as problem:
                yield _Unread(name, index, f"{name} 的一项{problem}")
        if listed:
            yield Field(name, " ".join(item_text for _, item_text in below), number, tuple(below))
        else:
            yield Field(name, text, number)


def _is_blank(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _not_an_entry(line: str) -> str:
    shown = _short(line.strip())
    if wide := _FULL_WIDTH_COLON.match(line.strip()):
        return f"{wide[1]} 后面是全角冒号；请写成半角冒号加一个空格，如 {wide[1]}: …"
    if line[:1] in (" ", "\t"):
        return f"“{shown}”前面有空白；文件头的每一项都要顶格写，长的值也写在一行里"
    if re.match(r"[A-Za-z_]\w*:\S", line, re.ASCII):
        return f"“{shown}”的冒号后面少一个空格"
    if line.startswith("-"):
        return f"“{shown}”不属于任何一项；列表要写在“名字:”的下面"
    return f"“{shown}”读不懂；文件头的每一行都要写成“名字: 值”"


def _inline_list(value: str, lines: list[str], index: int) -> tuple[list[tuple[int, str]], int]:
    """The items of [a, b] (it may go on over the next lines), and the index of the line after it."""
    items: list[tuple[int, str]] = []
    rest, number = value[1:], index
    while True:
        done, rest = _take_items(rest, number, items)
        if done:
            if rest and not rest.startswith("#"):
                raise _MalformedError(f"的方括号后面还有“{_short(rest)}”；请删去")
            return items, index
        if index >= len(lines) or _ENTRY.fullmatch(lines[index]):
            raise _MalformedError("的方括号没有收尾；请在末尾加上 ]")
        rest = lines[index].strip()
        index += 1
        number = index


def _take_items(rest: str, number: int, items: list[tuple[int, str]]) -> tuple[bool, str]:
    """Move the items of one line into `items`; whether the bracket closed, and what follows it."""
    while True:
        rest = rest.lstrip()
        if not rest or _COMMENT.match(rest):
            return False, ""
        if rest[0] == "]":
            return True, rest[1:].strip()
        if rest[0] in "\"'":
            text, rest = _quoted(rest)
        else:
            stop = re.search(r"[,\[\]]|[ \t]#[ \t]", rest)
            cut = stop.start() if stop else len(rest)
            text, rest = rest[:cut].strip(), rest[cut:]
            if rest.startswith("["):
                raise _MalformedError("的列表里又套了方括号；方括号只能有一层，含方括号的一项请加双引号")
            if text:
                _refuse_special(text)
        if not text:
            raise _MalformedError("的列表里有一项是空的；请删去多余的逗号")
        items.append((number, text))
        rest = rest.lstrip()
        if rest.startswith(","):
            rest = rest[1:]
        elif rest and not rest.startswith("]") and not rest.startswith("#"):
            raise _MalformedError(f"的列表里“{_short(rest)}”前面少一个半角逗号")


def _scalar(value: str) -> str:
    """The text of one value, without its quotes and comment."""
    if value[:1] in ("'", '"'):
        text, rest = _quoted(value)
        rest = rest.strip()
        if rest and not rest.startswith("#"):
            raise _MalformedError(f"的引号后面还有“{_short(rest)}”；请把整个值放进一对引号")
        return text
    comment = _COMMENT.search(value)
    if comment:
        value = value[: comment.start()]
    if _GLUED_COMMENT.search(value):
        raise _MalformedError("里有“ #”，后面的字会被当作注释丢掉；请用双引号把整个值括起来")
    value = value.strip()
    if value:
        _refuse_special(value)
    return value


def _refuse_special(value: str) -> None:
    if value in ("|", ">", "|-", ">-", "|+", ">+"):
        raise _MalformedError("用了多行写法；请写成一行")
    if value[0] in _SPECIAL or value.startswith("- "):
        raise _MalformedError(f"以“{value[0]}”开头；请用双引号把整个值括起来")
    if ": " in value or value.endswith(":"):
        raise _MalformedError("里有半角冒号；请改用全角冒号，或用双引号把整个值括起来")


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
