"""What is wrong with the content: one place, one Chinese sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing a contributor has to change; line 0 means the file as a whole."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"

    def annotation(self, level: str = "error") -> str:
        """The same as a GitHub workflow command, shown beside the changed line; `level` is error or notice."""
        place = "file=" + _escape(self.path).replace(":", "%3A").replace(",", "%2C")
        if self.line:
            place += f",line={self.line}"
        return f"::{level} {place}::{_escape(self.message)}"


class ContentError(Exception):
    """The content cannot be published; str() names every problem, sorted, one per line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
