"""The sources that answers cite: docs/references.yml, checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..problems import Problem
from ..rulebook import rule
from . import datafiles
from .datafiles import DataNode, as_text
from .dates import parse_date

FILE = "references.yml"
KEY = re.compile(r"[a-z][a-z0-9]*[0-9]{4}[a-z0-9]+|[a-z][a-z0-9]{2,}", re.ASCII)
_ARXIV = re.compile(r"\d{4}\.\d{4,5}(v\d+)?|[a-z-]+(\.[A-Z]{2})?/\d{7}", re.ASCII)
_ARXIV_ADDRESS = re.compile(r"//(?:www\.)?arxiv\.org/(?:abs|pdf|html)/([^?#\s]+?)(?:\.pdf)?/?$", re.I)
_TEXTS = ("authors", "title", "year", "venue", "arxiv", "url", "read", "opened")
# How much of a work was opened when it was cited: all of it, some (its abstract, or the part that is cited), nothing.
FULL, PARTIAL, NONE = "full", "partial", "none"
READ = (FULL, PARTIAL, NONE)


@dataclass(frozen=True)
class Reference:
    """One work: who wrote it, what it is called, where it is found, how much of it was opened, and when last."""

    key: str
    authors: str
    title: str
    year: int | None
    venue: str
    arxiv: str
    url: str
    line: int
    read: str = NONE
    opened: date | None = None

    @property
    def address(self) -> str:
        """Where a reader finds the work; "" for a printed one."""
        return f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else self.url

    @property
    def published(self) -> str:
        """Where and when it came out; a venue is mostly written with its year."""
        year = "" if re.search("[0-9]{4}", self.venue) else str(self.year or "")
        return "，".join(filter(None, (self.venue, year)))


def joined(authors: str, title: str, *more: str) -> str:
    """The parts of a reference, without the empty ones, each ended: by its own "?" or "!", else by a full stop."""
    parts = [part for part in (authors.rstrip("."), title, *more) if part]
    return re.sub(r"([?!？！](?:</cite>)?)\. ", r"\1 ", ". ".join(parts))


@rule(
    "references-file",
    "references.yml 的行",
    (
        "一篇文献写 authors、title、year 和 arxiv 或 url（只在纸上有的写 venue）；"
        "键由第一作者、年份、标题第一个词连写；打开看过的写 `read` 和 `opened`"
    ),
)
def read(path: Path, shown: str, root: Path) -> tuple[Mapping[str, Reference], list[Problem]]:
    """The works by their keys, and what is wrong with the file."""
    entry, problems = datafiles.read(path, shown, root)
    if entry is None:
        return {}, problems
    if not isinstance(entry.value, dict):
        message = "应是“键: 内容”的映射；请以键（如 vaswani2017attention）开头"
        return {}, [*problems, Problem(shown, entry.line, message)]
    works: dict[str, Reference] = {}
    found = [*_check(entry.value)]
    for key, work in entry.value.items():
        if isinstance(work.value, dict):
            works[key] = _reference(key, work)
    return works, problems + [Problem(shown, line, message) for line, message in found]


def _reference(key: str, work: DataNode) -> Reference:
    fields = work.value if isinstance(work.value, dict) else {}
    year = as_text(fields.get("year"))
    texts = {name: as_text(fields.get(name)) for name in ("authors", "title", "venue", "arxiv", "url")}
    return Reference(
        key=key,
        year=int(year) if re.fullmatch("[0-9]{4}", year) else None,
        line=work.line,
        read=as_text(fields.get("read")) or NONE,
        opened=parse_date(as_text(fields.get("opened"))),
        **texts,
    )


@rule("references-file")
def _check(works: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    for key, work in works.items():
        if not KEY.fullmatch(key):
            yield work.line, f"键 {key} 应是小写字母与数字，如 vaswani2017attention"
        if not isinstance(work.value, dict):
            yield work.line, f"{key} 的下面应写 authors、title、year 等"
            continue
        fields = work.value
        yield from datafiles.check_names(fields, f"{key} ", _TEXTS, required=("authors", "title"))
        year, arxiv, url = (as_text(fields.get(name)) for name in ("year", "arxiv", "url"))
        if year and not re.fullmatch("(19|20)[0-9]{2}", year):
            yield fields["year"].line, f"{key} 的 year 写的是“{year}”；请写四位年份"
        if arxiv and not _ARXIV.fullmatch(arxiv):
            yield fields["arxiv"].line, f"{key} 的 arxiv 写的是“{arxiv}”；请写成 1706.03762 这样的编号"
        if url and not re.fullmatch(r"https?://[^\s<>\"'`\\]+", url):
            yield fields["url"].line, f"{key} 的 url 写的是“{url}”；请写以 https:// 开头的完整地址"
        if arxiv and url:
            yield fields["url"].line, f"{key} 既有 arxiv 又有 url；只留一个（有 arXiv 编号的留 arxiv）"
        if not (arxiv or url) and not (year and as_text(fields.get("venue"))):
            yield work.line, f"{key} 没有 arxiv，也没有 url，读者找不到它；请补上一个，只在纸上有的写全 year 和 venue"
        yield from _check_read(key, fields)
    yield from _check_twins(works)


@rule("references-file")
def _check_twins(works: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    """The same work under two keys: under its number and the address of that number, or under one title."""
    addresses: dict[str, str] = {}
    titles: dict[str, str] = {}
    for key, work in works.items():
        if not isinstance(work.value, dict):
            continue
        title, arxiv, url = (as_text(work.value.get(name)) for name in ("title", "arxiv", "url"))
        number = _ARXIV_ADDRESS.search(url)
        address = re.sub(r"v\d+$", "", number[1] if number else arxiv) or url.rstrip("/")
        if address and address in addresses:
            yield work.line, f"{key} 与 {addresses[address]} 是同一个地址 {address}；合并成一个键"
        elif address:
            addresses[address] = key
        title = re.sub(r"[\W_]+", "", title.casefold())
        if title and titles.setdefault(title, key) != key and addresses.get(address) == key:
            yield work.line, f"{key} 与 {titles[title]} 的标题相同；是同一篇就合并成一个键，不是就把标题写全"


@rule("references-file")
def _check_read(key: str, fields: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    read, opened = as_text(fields.get("read")), as_text(fields.get("opened"))
    if read and read not in READ:
        yield fields["read"].line, f"{key} 的 read 写的是“{read}”；请用 {'、'.join(READ)} 之一"
    if opened and parse_date(opened) is None:
        yield fields["opened"].line, f"{key} 的 opened 写的是“{opened}”；请写成 2026-03-09 这样的日期"
    if read in (FULL, PARTIAL) and not opened:
        yield fields["read"].line, f"{key} 写了 read，还要写 opened：打开它的那一天"
    if opened and read not in (FULL, PARTIAL):
        yield fields["opened"].line, f"{key} 写了 opened，还要写 read：打开了全文写 full，摘要或一部分写 partial"
