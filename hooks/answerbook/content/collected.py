"""The collections of interview questions that the book answers: docs/collections.yml, checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem
from ..rulebook import rule
from . import datafiles
from .datafiles import DataNode, as_list, as_text

FILE = "collections.yml"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST_KEY = 40
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", re.ASCII)
_ADDED = re.compile(r"（(隐含|拆分)")
_KEY = re.compile(r"[a-z0-9][a-z0-9.+-]*", re.ASCII)


@dataclass(frozen=True)
class CollectionItem:
    """One question as a collection asked it: its key, its number there, its text."""

    key: str
    label: str
    text: str


@dataclass(frozen=True)
class Collection:
    """A list of questions that somebody published, in its order."""

    key: str
    title: str
    publisher: str
    date: str
    urls: tuple[str, ...]
    questions: tuple[CollectionItem, ...]

    @property
    def asked(self) -> int:
        """How many it asked itself: without those that are split off or implied, as their labels say."""
        return sum(not _ADDED.search(one.label) for one in self.questions)


@rule(
    "collections-file",
    "collections.yml 的行",
    "一个题集一段，一题写成 key、label、text 三项；照句子里的样子补上或改正",
)
def read(path: Path, shown: str, root: Path) -> tuple[tuple[Collection, ...], list[Problem]]:
    """The collections in the file's order, and what is wrong with it."""
    entry, problems = datafiles.read(path, shown, root)
    if entry is None:
        return (), problems
    if not isinstance(entry.value, dict):
        return (), [*problems, Problem(shown, entry.line, "应是“题集: 内容”的映射；请以题集的键（如 zhipu）开头")]
    problems += [Problem(shown, line, message) for line, message in _check(entry.value)]
    parts = [(key, part.value) for key, part in entry.value.items()]
    return tuple(_collection(key, fields) for key, fields in parts if isinstance(fields, dict)), problems


def _collection(key: str, fields: dict[str, DataNode]) -> Collection:
    return Collection(
        key=key,
        title=as_text(fields.get("title")),
        publisher=as_text(fields.get("publisher")),
        date=as_text(fields.get("date")),
        urls=tuple(as_text(url) for url in as_list(fields.get("urls"))),
        questions=tuple(_asked(one.value) for one in as_list(fields.get("questions")) if isinstance(one.value, dict)),
    )


def _asked(fields: dict[str, DataNode]) -> CollectionItem:
    return CollectionItem(as_text(fields.get("key")), as_text(fields.get("label")), as_text(fields.get("text")))


@rule("collections-file")
def _check(collections: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    seen: dict[str, int] = {}
    for name, part in collections.items():
        if not _NAME.fullmatch(name):
            yield part.line, f"题集的键 {name} 会出现在地址里；请只用小写字母、数字和连字符"
        if len(name) > _LONGEST_KEY:
            yield part.line, f"题集的键 {name[:20]}… 有 {len(name)} 个字符，会出现在地址里；请缩到 {_LONGEST_KEY} 以内"
        if not isinstance(part.value, dict):
            yield part.line, f"题集 {name} 的下面应写 title、questions 等"
            continue
        yield from datafiles.check_names(
            part.value, f"题集 {name} ", ("title", "publisher", "date"), ("urls", "questions"), ("title", "questions")
        )
        day = as_text(part.value.get("date"))
        if day and not _DATE.fullmatch(day):
            yield part.value["date"].line, f"题集 {name} 的 date 写的是“{day}”；请写成 2026、2026-03 或 2026-03-09"
        for url in as_list(part.value.get("urls")):
            if not re.match(r"https?://[^\s<>\"'`\\]+$", as_text(url)):
                yield url.line, f"题集 {name} 的网址写的是“{as_text(url)}”；请写以 https:// 开头的完整地址"
        for one in as_list(part.value.get("questions")):
            yield from _check_asked(name, one, seen)


@rule("collections-file")
def _check_asked(name: str, one: DataNode, seen: dict[str, int]) -> Iterator[tuple[int, str]]:
    if not isinstance(one.value, dict):
        yield one.line, f"题集 {name} 的一题应写成 key、label、text 三项"
        return
    yield from datafiles.check_names(one.value, f"题集 {name} 的一题", ("key", "label", "text"), (), ("key", "text"))
    key = as_text(one.value.get("key"))
    if not key:
        return
    line = one.value["key"].line
    if not _KEY.fullmatch(key):
        yield line, f"收录题的键 {key} 请只用小写字母、数字和 . + -"
    if key in seen:
        yield line, f"收录题的键 {key} 已在第 {seen[key]} 行用过；换一个"
    seen.setdefault(key, line)
