"""The editions that were released: editions.yml beside published.txt, with what each file was, so that none changes.

`python3 book.py edition` adds an edition; what stands there is never written again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..problems import ContentError, Problem
from ..rulebook import rule
from . import datafiles
from .datafiles import DataNode, as_list, as_text
from .dates import parse_date

FILE = "editions.yml"
HEAD = "# 发行过的各版，旧的在前：每个文件的大小和 SHA-256。由 python3 book.py edition 添上，写下的不再改。\n"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_HASH = re.compile("[0-9a-f]{64}")
_TEXTS = ("name", "day", "commit", "url")


@dataclass(frozen=True)
class Asset:
    """A file of an edition: its size in bytes and its SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Edition:
    """A released edition: its name, when and from which commit it was made, where it is, and its files."""

    name: str
    day: date
    commit: str
    url: str
    files: tuple[Asset, ...]


@rule(
    "editions-file",
    "editions.yml 的行、发行过的不再改",
    "发行过的各版由 `python3 book.py edition` 记下，写下的不改",
)
def read(path: Path, shown: str) -> tuple[tuple[Edition, ...], list[Problem]]:
    """The editions, the latest last, and what is wrong with the file. No file means none yet."""
    if not path.exists():
        return (), []
    entry, problems = datafiles.read(path, shown, path.parent)
    if entry is None:
        return (), problems
    if not isinstance(entry.value, tuple):
        return (), [*problems, Problem(shown, entry.line, "应是列表；每一版以“- name: …”开头")]
    found = [Problem(shown, line, message) for line, message in _check(entry.value)]
    if found:
        return (), [*problems, *found]
    return tuple(_edition(one) for one in entry.value), problems


def add(path: Path, name: str, day: date, commit: str, url: str, files: Iterable[Path]) -> Edition:
    """Write down a new edition with these files; a ContentError says why it cannot be."""
    known, problems = read(path, path.name)
    if not _NAME.fullmatch(name):
        problems.append(Problem(path.name, 0, f"版本写的是“{name}”；请只用字母、数字和 . _ -，如 v1.0"))
    if any(one.name == name for one in known):
        problems.append(Problem(path.name, 0, f"{name} 已经写下过，发行过的不再改；请换一个名字"))
    assets = tuple(_asset(file) for file in sorted(files, key=lambda file: file.name))
    if not assets:
        problems.append(
            Problem(path.name, 0, f"没有找到 {name} 的文件；请先做好 PDF、ePub 等，或用 --folder 指出它们在哪")
        )
    if problems:
        raise ContentError(problems)
    edition = Edition(name, day, commit, url, assets)
    before = path.read_text("utf-8") if path.exists() else HEAD
    path.write_text(before + _written(edition), encoding="utf-8", newline="\n")
    return edition


def _asset(file: Path) -> Asset:
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return Asset(file.name, file.stat().st_size, digest)


def _written(edition: Edition) -> str:
    """An edition as it stands in the file."""
    said = {"name": edition.name, "day": "", "commit": edition.commit, "url": edition.url}
    lines = [f"{name}: {edition.day if name == 'day' else json.dumps(text)}" for name, text in said.items()]
    files = [
        f"  - {{name: {json.dumps(one.name)}, size: {one.size}, sha256: {json.dumps(one.sha256)}}}"
        for one in edition.files
    ]
    return "\n".join(f"{'- ' if at == 0 else '  '}{line}" for at, line in enumerate([*lines, "files:", *files])) + "\n"


def _edition(entry: DataNode) -> Edition:
    fields = entry.value
    assert isinstance(fields, dict)
    day = parse_date(as_text(fields["day"]))
    assert day is not None
    return Edition(
        name=as_text(fields["name"]),
        day=day,
        commit=as_text(fields.get("commit")),
        url=as_text(fields.get("url")),
        files=tuple(_file(one) for one in as_list(fields["files"])),
    )


def _file(entry: DataNode) -> Asset:
    fields = entry.value
    assert isinstance(fields, dict)
    return Asset(as_text(fields["name"]), int(as_text(fields["size"])), as_text(fields["sha256"]))


@rule("editions-file")
def _check(entries: tuple[DataNode, ...]) -> Iterator[tuple[int, str]]:
    seen: dict[str, int] = {}
    before: date | None = None
    for one in entries:
        fields = one.value
        if not isinstance(fields, dict):
            yield one.line, "一版应写成 name、day、commit、url、files 几项；请用 python3 book.py edition 来加"
            continue
        name = as_text(fields.get("name"))
        where = f"版本 {name} " if name else "版本"
        yield from datafiles.check_names(fields, where, _TEXTS, ("files",), ("name", "day", "files"))
        if name in seen:
            yield one.line, f"{where}已在第 {seen[name]} 行写过；发行过的不再改，请换一个名字"
        seen.setdefault(name, one.line)
        day = parse_date(as_text(fields.get("day")))
        if day is None and "day" in fields:
            yield fields["day"].line, f"{where}的 day 写的是“{as_text(fields['day'])}”；请写成 2026-03-09 这样的日期"
        if day is not None and before is not None and day < before:
            yield one.line, f"{where}的日期 {day} 早于它前面那一版的 {before}；旧的在前"
        before = day or before
        yield from _check_files(fields.get("files"), where)


@rule("editions-file")
def _check_files(files: DataNode | None, where: str) -> Iterator[tuple[int, str]]:
    for one in as_list(files):
        fields = one.value if isinstance(one.value, dict) else {}
        said = [as_text(fields.get(name)) for name in ("name", "size", "sha256")]
        if not (said[0] and said[1].isdecimal() and _HASH.fullmatch(said[2])):
            yield one.line, f"{where}的一个文件应写成 {{name: 文件名, size: 字节数, sha256: 64 位十六进制}}"
