"""What readers take along: the files that were made from the book before its site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

ADDRESS = "downloads/"
# In the order of the home page: what each file is good for.
FILES: Mapping[str, tuple[str, str]] = {
    "answerbook.pdf": ("PDF", "像一本印好的书：有目录、页码、书签和索引，可以打印"),
    "answerbook.epub": ("ePub", "给手机和电子书阅读器"),
    "answerbook-offline.zip": ("离线网站", "解压后用浏览器打开，不联网也能搜索"),
    "answerbook.apkg": ("Anki 卡片", "导入新版会改正文字，不丢进度"),
}
# The cards of one topic, which its page lists.
_DECK = "answerbook-{}.apkg"


@dataclass(frozen=True)
class Download:
    """A file that can be downloaded."""

    path: Path
    title: str
    about: str
    size: str
    made: date

    @property
    def address(self) -> str:
        """Where it stands in the site."""
        return f"{ADDRESS}{self.path.name}"


def found(folder: Path) -> tuple[Download, ...]:
    """Those that are in the folder."""
    return tuple(
        _download(path, title, about) for name, (title, about) in FILES.items() if (path := folder / name).is_file()
    )


def decks(folder: Path, topics: Iterable[str]) -> Mapping[str, Download]:
    """The cards of single topics that are in the folder."""
    found = {topic: folder / _DECK.format(topic) for topic in topics}
    return {topic: _download(path, "Anki 卡片", "") for topic, path in found.items() if path.is_file()}


def _download(path: Path, title: str, about: str) -> Download:
    day = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    return Download(path, title, about, _size(path), day)


def _size(path: Path) -> str:
    size = path.stat().st_size / 1e6
    return f"{size:.1f} MB" if size >= 0.1 else f"{size * 1000:.0f} kB"
