"""Reading orders, by the time there is and by the job: docs/paths.yml, checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem
from ..rulebook import rule
from . import addresses, datafiles
from .datafiles import DataNode, as_list, as_text

FILE = "paths.yml"
BY_TIME, BY_JOB = "时间", "岗位"
KINDS = (BY_TIME, BY_JOB)

_TEXTS = ("key", "title", "kind", "about", "minutes")


@dataclass(frozen=True)
class Route:
    """A reading order: what it is for, the ids in their order, and how many minutes it may take (0 for any)."""

    key: str
    title: str
    kind: str
    about: str
    minutes: int
    # Each with its line.
    questions: tuple[tuple[int, str], ...]
    line: int

    @property
    def address(self) -> str:
        """Its page, from the site's root."""
        return f"paths/{self.key}/"


@rule(
    "routes-file",
    "paths.yml 的行",
    "一条路线写 key、title、kind、about、questions，限时的写 minutes",
)
def read(path: Path, shown: str, root: Path) -> tuple[tuple[Route, ...], list[Problem]]:
    """The routes in the file's order, and what is wrong with it."""
    entry, problems = datafiles.read(path, shown, root)
    if entry is None:
        return (), problems
    if not isinstance(entry.value, tuple):
        return (), [*problems, Problem(shown, entry.line, "应是列表；每条路线以“- key: …”开头")]
    problems += [Problem(shown, line, message) for line, message in _check(entry.value)]
    return tuple(_route(one.line, one.value) for one in entry.value if isinstance(one.value, dict)), problems


def _route(line: int, fields: dict[str, DataNode]) -> Route:
    said = {name: as_text(fields.get(name)) for name in _TEXTS}
    return Route(
        key=said["key"],
        title=said["title"],
        kind=said["kind"],
        about=said["about"],
        minutes=int(said["minutes"]) if said["minutes"].isdecimal() else 0,
        questions=tuple((one.line, as_text(one)) for one in as_list(fields.get("questions"))),
        line=line,
    )


@rule("routes-file")
def _check(routes: tuple[DataNode, ...]) -> Iterator[tuple[int, str]]:
    seen: dict[str, int] = {}
    for one in routes:
        if not isinstance(one.value, dict):
            yield one.line, "一条路线应写成 key、title、kind、about、questions 几项"
            continue
        key = as_text(one.value.get("key"))
        where = f"路线 {key} " if key else "路线"
        required = ("key", "title", "kind", "about", "questions")
        yield from datafiles.check_names(one.value, where, _TEXTS, ("questions",), required)
        yield from _check_values(one.value, one.line, where)
        if key in seen:
            yield one.line, f"路线 {key} 已在第 {seen[key]} 行写过；换一个 key"
        seen.setdefault(key, one.line)


@rule("routes-file")
def _check_values(fields: dict[str, DataNode], line: int, where: str) -> Iterator[tuple[int, str]]:
    key, kind, minutes = (as_text(fields.get(name)) for name in ("key", "kind", "minutes"))
    if key and not addresses.ID.fullmatch(key):
        yield line, f"{where}的 key 会出现在地址里；请只用小写字母、数字和单个连字符"
    if kind and kind not in KINDS:
        yield line, f"{where}的 kind 写的是“{kind}”；请用 {'、'.join(KINDS)} 之一"
    if minutes and not minutes.isdecimal():
        yield line, f"{where}的 minutes 写的是“{minutes}”；请写整数，单位是分钟"
    seen: set[str] = set()
    for one in as_list(fields.get("questions")):
        id = as_text(one)
        if id in seen:
            yield one.line, f"{where}里 {id} 写了两次；只留一个"
        seen.add(id)
