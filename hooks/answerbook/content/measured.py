"""What runs show about real libraries: docs/measured.yml with the programs that show it again, checked."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .. import cache
from ..problems import Problem
from ..rulebook import rule
from . import addresses, datafiles
from .datafiles import DataNode, as_list, as_text
from .dates import parse_date

FILE = "measured.yml"
# The page with all of them, as a file of docs/ that is a place on the site.
PAGE, ADDRESS = "measured/index.md", "measured/"
_TEXTS = ("id", "statement", "guess", "since", "day", "script", "check")
# Where the first part of a statement ends: not inside quotation marks or brackets.
_PART = re.compile(r"[；。](?![^“]*”)(?![^（]*）)")
_REQUIRED = ("id", "statement", "guess", "packages", "day", "pages")


@dataclass(frozen=True)
class Finding:
    """What a run showed, what people say from memory, and the program that shows it again."""

    id: str
    statement: str
    guess: str
    # From which version on it is so, in words; "" where nobody looked.
    since: str
    # Names and versions; the first is the one that it is about.
    packages: tuple[tuple[str, str], ...]
    day: date
    # Where the program stands, seen from the folder that holds docs/, and its text.
    source: str
    code: str
    pages: tuple[str, ...]
    line: int

    @property
    def address(self) -> str:
        """Where it is told, from the site's root."""
        return f"{ADDRESS}#{self.id}"

    @property
    def program(self) -> str:
        """Where the text of its program stands, from the site's root."""
        return f"{ADDRESS}{self.id}.txt"

    @property
    def brief(self) -> str:
        """Its statement up to the first full stop or semicolon: for lists that lead to the whole."""
        return _PART.split(self.statement, maxsplit=1)[0]

    @property
    def label(self) -> str:
        """What a mark says: transformers 5.24，2026-11."""
        name, version = self.packages[0]
        return f"{name} {version.removesuffix('.0') if version.count('.') > 1 else version}，{self.day:%Y-%m}"


@rule(
    "measured-file",
    "measured.yml 的行",
    "见下面的[库的行为](#库的行为)：一句实测、记忆里的说法、包和版本、重做它的脚本",
)
def read(path: Path, shown: str, root: Path) -> tuple[tuple[Finding, ...], list[Problem]]:
    """The findings in the file's order, and what is wrong with it."""
    entry, problems = datafiles.kept(datafiles.read, path, shown, root)
    if entry is None:
        return (), problems
    if not isinstance(entry.value, tuple):
        return (), [*problems, Problem(shown, entry.line, "应是列表；每条实测以“- id: …”开头")]
    found: list[Finding] = []
    seen: dict[str, int] = {}
    for one in entry.value:
        fields = one.value if isinstance(one.value, dict) else {}
        id = as_text(fields.get("id"))
        slips = [*_check(fields, one.line)]
        if id in seen:
            slips.append((one.line, f"实测 {id} 已在第 {seen[id]} 行写过；换一个 id"))
        seen.setdefault(id, one.line)
        code = ""
        if not slips:
            try:
                code = _code(root.parent, fields, id)
            except (OSError, ValueError, SyntaxError) as error:
                slips.append((fields["script" if "script" in fields else "check"].line, f"实测 {id} {error}"))
        problems += [Problem(shown, line, message) for line, message in slips]
        found += [] if slips else [_finding(fields, code, one.line)]
    return tuple(found), problems


def of_page(findings: Iterable[Finding], id: str) -> tuple[Finding, ...]:
    """What was measured for this answer."""
    return tuple(finding for finding in findings if id in finding.pages)


def _finding(fields: dict[str, DataNode], code: str, line: int) -> Finding:
    packages = fields["packages"].value
    day = parse_date(as_text(fields["day"]))
    assert isinstance(packages, dict) and day is not None
    return Finding(
        id=as_text(fields["id"]),
        statement=as_text(fields["statement"]),
        guess=as_text(fields["guess"]),
        since=as_text(fields.get("since")),
        packages=tuple((name, as_text(version)) for name, version in packages.items()),
        day=day,
        source=as_text(fields.get("script")) or as_text(fields.get("check")),
        code=code,
        pages=tuple(as_text(one) for one in as_list(fields["pages"])),
        line=line,
    )


@rule("measured-file")
def _code(project: Path, fields: dict[str, DataNode], id: str) -> str:
    """The text of the script, or that of the function named like the finding."""
    name = as_text(fields.get("script")) or as_text(fields.get("check"))
    path = project / name
    if not datafiles.inside(path, project) or not path.is_file():
        raise ValueError(f"写的是“{name}”，没有这个文件；请先写好脚本")
    text = path.read_text("utf-8")
    if "script" in fields:
        return text
    function = id.replace("-", "_")
    key = cache.key(cache.code("content"), "function", function, text)
    code = cache.value("data", key, lambda: _function(text, function))
    if not code:
        raise ValueError(f"的 check 写的是“{name}”，那里没有 def {function}；请补上，或改正 id")
    return code


def _function(text: str, name: str) -> str:
    """The source of a function of this module; "" when it has none of the name."""
    named = (part for part in ast.parse(text).body if isinstance(part, ast.FunctionDef) and part.name == name)
    return next((ast.get_source_segment(text, part) or "" for part in named), "")


@rule("measured-file")
def _check(fields: dict[str, DataNode], line: int) -> Iterator[tuple[int, str]]:
    if not fields:
        yield line, "一条实测应写成 id、statement、guess、packages、day、pages 等几项"
        return
    id = as_text(fields.get("id"))
    where = f"实测 {id} " if id else "实测"
    others = {name: value for name, value in fields.items() if name != "packages"}
    yield from datafiles.check_names(others, where, (*_TEXTS, "packages"), ("pages",))
    for name in _REQUIRED:
        if name not in fields or fields[name].value in ("", (), {}):
            yield fields[name].line if name in fields else line, f"{where}缺少 {name}；请补上"
    yield from _check_values(fields, line, id, where)


@rule("measured-file")
def _check_values(fields: dict[str, DataNode], line: int, id: str, where: str) -> Iterator[tuple[int, str]]:
    if id and not re.fullmatch(addresses.ID, id):
        yield fields["id"].line, f"{where}的 id 会出现在地址里；请只用小写字母、数字和单个连字符"
    for name in ("statement", "guess"):
        text = as_text(fields.get(name))
        if text and not text.endswith("。"):
            yield fields[name].line, f"{where}的 {name} 请写成一句话，以句号结束"
    day = as_text(fields.get("day"))
    if day and parse_date(day) is None:
        yield fields["day"].line, f"{where}的 day 写的是“{day}”；请写成 2026-03-09 这样的日期"
    packages = fields.get("packages")
    if packages is not None and packages.value and not _is_packages(packages):
        yield packages.line, f'{where}的 packages 请每行写一个“包名: "版本"”，第一个是这条实测说的那个'
    if ("script" in fields) == ("check" in fields):
        yield line, f"{where}要写 script 或 check 之一：重做它的脚本，或者核对它的测试"


def _is_packages(entry: DataNode) -> bool:
    value = entry.value
    return isinstance(value, dict) and all(re.match(r"\d", as_text(version)) for version in value.values())
