"""The book's terms, Chinese beside English: docs/glossary.yml, checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem
from ..rulebook import rule
from . import datafiles
from .datafiles import DataNode, as_list, as_text

FILE = "glossary.yml"
_TEXTS = ("zh", "en", "id", "note", "symbol")


@dataclass(frozen=True)
class Term:
    """A term: its Chinese and English names, abbreviations, defining answer and symbol in TeX ("" for none).

    In topics its symbol means this; without any, everywhere.

    Without an English name it is no term, but what a letter of formulas stands for.
    """

    zh: str
    en: str
    abbr: tuple[str, ...]
    id: str
    note: str
    symbol: str = ""
    topics: tuple[str, ...] = ()
    line: int = 0


@rule(
    "glossary-file",
    "glossary.yml 的行",
    "一个术语写成 zh、en 等几项；一个缩写、一个记号在全书只有一个意思",
)
def read(path: Path, shown: str, root: Path) -> tuple[tuple[Term, ...], list[Problem]]:
    """The terms in the file's order, and what is wrong with it."""
    entry, problems = datafiles.read(path, shown, root)
    if entry is None:
        return (), problems
    if not isinstance(entry.value, tuple):
        return (), [*problems, Problem(shown, entry.line, "应是列表；每个术语以“- zh: …”开头")]
    problems += [Problem(shown, line, message) for line, message in _check(entry.value)]
    return tuple(_term(one.line, one.value) for one in entry.value if isinstance(one.value, dict)), problems


def by_english(terms: Iterable[Term]) -> list[Term]:
    """Those of the terms that have an English name, in its order, capitals as small letters."""
    return sorted((term for term in terms if term.en), key=lambda term: term.en.casefold())


def _term(line: int, fields: dict[str, DataNode]) -> Term:
    return Term(
        zh=as_text(fields.get("zh")),
        en=as_text(fields.get("en")),
        abbr=tuple(as_text(one) for one in as_list(fields.get("abbr"))),
        id=as_text(fields.get("id")),
        note=as_text(fields.get("note")),
        symbol=as_text(fields.get("symbol")),
        topics=tuple(as_text(one) for one in as_list(fields.get("topics"))),
        line=line,
    )


@rule("glossary-file")
def _check(terms: tuple[DataNode, ...]) -> Iterator[tuple[int, str]]:
    seen: dict[str, int] = {}
    symbols: dict[str, int] = {}
    abbreviations: dict[str, str] = {}
    for one in terms:
        if not isinstance(one.value, dict):
            yield one.line, "一个术语应写成 zh、en 等几项"
            continue
        zh = as_text(one.value.get("zh"))
        where = f"术语 {zh} " if zh else "术语"
        letter = "symbol" in one.value and "en" not in one.value
        yield from datafiles.check_names(
            one.value, where, _TEXTS, ("abbr", "topics"), ("zh",) if letter else ("zh", "en")
        )
        if zh in seen and not letter:
            yield one.line, f"术语 {zh} 已在第 {seen[zh]} 行写过；合并成一条"
        symbol = as_text(one.value.get("symbol"))
        if symbol in symbols:
            yield one.line, f"记号 {symbol} 已在第 {symbols[symbol]} 行写过；一个记号在全书只有一个意思"
        if "$" in symbol:
            yield one.value["symbol"].line, f"{where}的 symbol 写的是“{symbol}”；请去掉 $，只写 TeX"
        for abbr in map(as_text, as_list(one.value.get("abbr"))):
            if abbr and abbreviations.setdefault(abbr, zh) != zh:
                yield one.line, f"缩写 {abbr} 已是“{abbreviations[abbr]}”的；一个缩写在全书只有一个意思"
        if zh and not letter:
            seen.setdefault(zh, one.line)
        if symbol:
            symbols.setdefault(symbol, one.line)
