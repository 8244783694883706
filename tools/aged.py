"""What may have grown untrue with time: pages that state the present, rows of models, models with a successor.

python3 -m tools.aged [2026-11-29]   (standard library only; prints a list for once a week, and always ends well)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from .environment import ROOT

# After so many days somebody should look again.
DAYS = 60
_AS_OF = re.compile(r"\A---\n(?:(?!---).*\n)*?as_of: *[\"']?(\d{4}-\d\d-\d\d)")
_ROW = re.compile(r"^([a-z][\w.-]*):\n((?:(?: .*)?\n)*)", re.MULTILINE | re.ASCII)
_FIELD = re.compile(r"^  (seen|successor|name): *(.*)$", re.MULTILINE)
_BLOCK = re.compile(r"^```models\n(.*?)^```", re.MULTILINE | re.DOTALL)


def lines(docs: Path, today: date) -> Iterator[str]:
    """The list, as Markdown."""
    pages = sorted(docs.glob("*/*.md"))
    models = rows(docs / "models.yml")
    yield from _section(f"{DAYS} 天没有重新看过的页面", _old_pages(pages, docs, today))
    old = [(one["seen"], id) for id, one in models.items() if "seen" in one and _days(one["seen"], today) > DAYS]
    yield from _section(f"{DAYS} 天没有重新看过的模型", [f"{id}（{seen}）" for seen, id in sorted(old)])
    cards = rows(docs / "cards.yml")
    old = [(one["seen"], id) for id, one in cards.items() if "seen" in one and _days(one["seen"], today) > DAYS]
    yield from _section(f"{DAYS} 天没有重新看过的显卡", [f"{id}（{seen}）" for seen, id in sorted(old)])
    later = {id: one["successor"] for id, one in models.items() if "successor" in one}
    yield from _section("页面的模型表里已有后继的模型", _shown(pages, docs, later))
    yield from _section("已有后继的模型", [f"{id} → {successor}" for id, successor in later.items()])


def rows(path: Path) -> dict[str, dict[str, str]]:
    """The rows of the table with the fields that matter here."""
    text = path.read_text("utf-8") if path.exists() else ""
    return {row[1]: _fields(row[2]) for row in _ROW.finditer(text)}


def _fields(text: str) -> dict[str, str]:
    return {field[1]: field[2].strip("\"' ") for field in _FIELD.finditer(text)}


def _old_pages(pages: list[Path], docs: Path, today: date) -> list[str]:
    found = []
    for page in pages:
        as_of = _AS_OF.match(page.read_text("utf-8"))
        if as_of and _days(as_of[1], today) > DAYS:
            found.append((as_of[1], page.relative_to(docs).as_posix()))
    return [f"{path}（as_of {day}）" for day, path in sorted(found)]


def _shown(pages: list[Path], docs: Path, later: dict[str, str]) -> list[str]:
    found = []
    for page in pages:
        blocks = _BLOCK.findall(page.read_text("utf-8"))
        asked = {word for block in blocks for word in re.split(r"[\s、,:：]+", block)}
        found += [f"{page.relative_to(docs).as_posix()}：{id} → {later[id]}" for id in sorted(asked & later.keys())]
    return found


def _days(day: str, today: date) -> int:
    return (today - date.fromisoformat(day)).days


def _section(title: str, items: list[str]) -> Iterator[str]:
    yield f"## {title}（{len(items)}）"
    yield ""
    yield from (f"- {item}" for item in items or ["没有"])
    yield ""


if __name__ == "__main__":
    now = date.fromisoformat(sys.argv[1]) if len(sys.argv) > 1 else date.today()
    print("\n".join(lines(ROOT / "docs", now)))
