"""What readers take along: the files that were made from the book before its site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from ..outputs import PAGES

ADDRESS = "downloads/"
# The exercises with a judge, which the pages that have one lead to.
DRILLS = "practice.zip"
# In the order of the home page: what each file is good for.
FILES: Mapping[str, tuple[str, str]] = {
    "answerbook.pdf": ("PDF", "像一本印好的书：有目录、页码、书签和索引，可以打印"),
    "answerbook.epub": ("ePub", "给手机和电子书阅读器"),
    "answerbook-offline.zip": ("离线网站", "解压后用浏览器打开，不联网也能搜索"),
    "answerbook.apkg": ("Anki 卡片", "导入新版会改正文字，不丢进度"),
    DRILLS: ("手撕练习", "写完就判，逐处说哪里不对"),
}
# The cards of one topic, which its page lists.
_DECK = "answerbook-{}.apkg"


@dataclass(frozen=True)
class Download:
    """A file that can be downloaded; without `size` and `made` it is made when somebody asks for it."""

    path: Path
    title: str
    about: str = ""
    size: str = ""
    made: date | None = None
    # How many pages it has; 0 for what has none.
    pages: int = 0

    @property
    def address(self) -> str:
        """Where it stands in the site."""
        return f"{ADDRESS}{self.path.name}"


def found(folder: Path) -> tuple[Download, ...]:
    """Those that are in the folder."""
    pages = _pages(folder)
    return tuple(
        _download(path, title, about, pages)
        for name, (title, about) in FILES.items()
        if (path := folder / name).is_file()
    )


def found_of_parts(folder: Path, keys: Iterable[str]) -> Mapping[str, Download]:
    """The PDFs of topics and paths that are in the folder, by the keys of these."""
    pages = _pages(folder)
    files = {key: folder / part_name(key) for key in keys}
    return {key: _download(path, "PDF", "", pages) for key, path in files.items() if path.is_file()}


def on_request(keys: Iterable[str]) -> Mapping[str, Download]:
    """The same where the server makes them."""
    return {key: Download(Path(part_name(key)), "PDF") for key in keys}


def decks(folder: Path, topics: Iterable[str]) -> Mapping[str, Download]:
    """The cards of single topics that are in the folder."""
    found = {topic: folder / _DECK.format(topic) for topic in topics}
    return {topic: _download(path, "Anki 卡片", "", {}) for topic, path in found.items() if path.is_file()}


def part_name(key: str) -> str:
    """The file of a topic's or a path's PDF."""
    return f"answerbook-{key}.pdf"


def _download(path: Path, title: str, about: str, pages: Mapping[str, int]) -> Download:
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    return Download(path, title, about, _size(path), made, pages.get(path.name, 0))


def _pages(folder: Path) -> Mapping[str, int]:
    """How many pages the PDFs of the folder have, as they were made."""
    try:
        found = json.loads((folder / PAGES).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: pages for name, pages in found.items() if isinstance(pages, int)} if isinstance(found, dict) else {}


def _size(path: Path) -> str:
    size = path.stat().st_size / 1e6
    return f"{size:.1f} MB" if size >= 0.1 else f"{size * 1000:.0f} kB"
