"""What the cover of an edition says: the book's name, how much it holds, from when and from which commit."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from . import addresses, settings
from .questions import Book, Question


@dataclass(frozen=True)
class Imprint:
    """An edition of the book, or of one topic of it (`part`); `url` and `version` are "" when unknown."""

    title: str
    description: str
    licence: str
    url: str
    part: str
    size: str
    updated: date
    version: str

    def address(self, question: Question) -> str:
        """Where the answer is on the web, as far as it is known."""
        return f"{self.url}{addresses.question_address(question.id)}"


def read(config: Path, book: Book, docs: Path, part: str = "") -> Imprint:
    """The imprint of this book, from mkdocs.yml and the repository that its folder is in."""
    said = settings.load(config)
    url = str(said.get("site_url") or "").rstrip("/")
    topics = [topic for topic in book.topics if topic.questions]
    size = f"{len(book.questions)} 题" if part else f"{len(topics)} 个专题，{len(book.questions)} 题"
    return Imprint(
        title=str(said.get("site_name") or ""),
        description=str(said.get("site_description") or ""),
        licence=str(said.get("copyright") or ""),
        url=f"{url}/" if url else "",
        part=part,
        size=size,
        # A book without questions is as old as the calendar of computers.
        updated=max((question.updated for question in book.questions), default=date(1970, 1, 1)),
        version=commit(docs),
    )


def moment(docs: Path) -> int:
    """When what the folder holds was last changed, in seconds of Unix time.

    The time of the commit, the same on every machine; where something is not committed, that of the newest file.
    """
    committed = _git(docs, "log", "-1", "--format=%ct")
    if committed and not _git(docs, "status", "--porcelain", "--", "."):
        return int(committed)
    changed = (int(path.stat().st_mtime) for path in docs.rglob("*") if path.is_file())
    return max([int(committed or 0), *changed])


def changed(docs: Path) -> frozenset[str] | None:
    """The files of the folder, relative to it, that are not as they were where they came from; None if nobody knows.

    They came from the branch that was cloned, where there is one, else from the last commit.
    """
    origin = _origin(docs)
    if not origin:
        return None
    listed = _git(docs, "diff", "--name-only", "--relative", "-z", origin, "--", ".")
    new = _git(docs, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(name for name in f"{listed}\0{new}".split("\0") if name)


def differences(docs: Path) -> str:
    """How the Markdown of the folder differs from there, as `git diff -U0` writes it; "" if nobody knows."""
    origin = _origin(docs)
    form = ("--no-ext-diff", "--no-textconv", "--no-color", "--dst-prefix=b/", "--unified=0", "--relative")
    return _git(docs, "-c", "core.quotePath=false", "diff", *form, origin, "--", "*.md") if origin else ""


def original(docs: Path, path: str) -> str:
    """The text that a file of the folder had there; "" for one that is new."""
    return _git(docs, "show", f"{_origin(docs)}:./{path}")


def _origin(docs: Path) -> str:
    return _git(docs, "merge-base", "HEAD", "origin/HEAD") or _git(docs, "rev-parse", "HEAD")


def commit(folder: Path) -> str:
    """The commit that is checked out there; "" outside of a repository."""
    return _git(folder, "rev-parse", "--short=10", "HEAD")


def _git(folder: Path, *arguments: str) -> str:
    """What git says there; "" where it has nothing to say."""
    try:
        command = ["git", "-C", str(folder), *arguments]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
