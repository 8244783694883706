"""How often a question is asked: docs/frequency.yml, checked, and the rule that makes 高, 中, 低 of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem
from ..rulebook import rule
from . import datafiles
from .datafiles import DataNode, as_text

FILE = "frequency.yml"
FREQUENCIES = ("高", "中", "低")
# A question is 高 or 中 with so many interview questions of so many companies …
OFTEN, SOMETIMES = (25, 8), (8, 4)
# … and one that asks for code with so many, because the posts seldom name the problem.
CODE_OFTEN, CODE_SOMETIMES = 15, 5
CODE = "code-"

_SOURCE = ("title", "url", "questions", "companies", "until", "counted")
_TEXTS = ("questions", "companies", "rule", "newer", "frequency", "why", "doubt")
_NUMBER = re.compile("[0-9]{1,7}")


@dataclass(frozen=True)
class Survey:
    """Where the questions were counted: how many different ones, of how many companies, and until when."""

    title: str
    url: str
    questions: int
    companies: int
    until: str
    counted: str


@dataclass(frozen=True)
class Count:
    """How many interview questions ask this one, of how many companies, and what a reader has to know about it."""

    questions: int
    companies: int
    rule: str = ""
    # The posts are older than what is asked.
    newer: bool = False
    # An exception from the rule, and why.
    frequency: str = ""
    why: str = ""
    # Why the number itself is not to be relied on: such a question is not ranked by it.
    doubt: str = ""
    line: int = 0


@dataclass(frozen=True)
class Frequencies:
    """All counts by the ids of their questions; there may be ids whose page is still to be written."""

    source: Survey
    counts: Mapping[str, Count]

    def frequency(self, id: str) -> str:
        """高, 中 or 低: by the exception written beside the count, else by the rule."""
        count = self.counts[id]
        return count.frequency or ("中" if count.newer else by_rule(id, count))

    def reason(self, id: str) -> str:
        """Why, as a sentence for readers; "" for a question that was not counted."""
        count = self.counts.get(id)
        if count is None:
            return ""
        if count.newer:
            return f"数据早于此题（面经统计至 {self.source.until}），按判断定为{self.frequency(id)}频"
        said = (
            f"{self.source.questions:,} 道不同的面经题（具名公司 {self.source.companies}\u00a0家）里"
            f" {count.questions}\u00a0道、{count.companies}\u00a0家，统计至 {self.source.until}"
        )
        if count.doubt:
            said += f"；这个数不作准：{count.doubt}"
        return f"{said}；定为{count.frequency}频：{count.why}" if count.frequency else said

    def reliable(self, id: str) -> Count | None:
        """The count, where it is one to rank by."""
        count = self.counts.get(id)
        return None if count is None or count.newer or count.doubt else count


# A book whose questions nobody has counted.
UNCOUNTED = Frequencies(Survey("", "", 0, 0, "", ""), {})


def by_rule(id: str, count: Count) -> str:
    """What the count alone makes of a question."""
    asked = (count.questions, count.companies)
    if id.startswith(CODE):
        often, sometimes = count.questions >= CODE_OFTEN, count.questions >= CODE_SOMETIMES
    else:
        often, sometimes = (all(map(int.__ge__, asked, least)) for least in (OFTEN, SOMETIMES))
    return FREQUENCIES[0] if often else FREQUENCIES[1] if sometimes else FREQUENCIES[2]


def by_rule_in_words() -> str:
    """The rule as readers are told it."""
    often, sometimes = (f"{questions} 道以上、{companies} 家以上" for questions, companies in (OFTEN, SOMETIMES))
    code = f"{CODE_OFTEN} 道以上为高频，{CODE_SOMETIMES} 道以上为中频"
    return f"{often}为高频，{sometimes}为中频，其余为低频；手写代码的题，面经里很少写明题目，{code}"


@rule(
    "frequency-file",
    "frequency.yml 的行",
    "每个编号写一行数出来的次数；不照次数定的，同一行写上 `frequency` 和 `why`",
)
def read(path: Path, shown: str, root: Path) -> tuple[Frequencies, list[Problem]]:
    """The counts, and what is wrong with the file."""
    entry, problems = datafiles.read(path, shown, root)
    if entry is None:
        return UNCOUNTED, problems
    if not isinstance(entry.value, dict) or not isinstance(entry.value.get("counts", entry).value, dict):
        return UNCOUNTED, [*problems, Problem(shown, entry.line, "应有 source 和 counts 两项，counts 里每个编号一行")]
    source, counts = entry.value.get("source", DataNode(entry.line, "")), entry.value.get("counts")
    found = [*_check_source(source), *_check_counts(counts)]
    problems += [Problem(shown, line, message) for line, message in found]
    return (UNCOUNTED if found else _frequencies(source, counts)), problems


def _frequencies(source: DataNode, counts: DataNode | None) -> Frequencies:
    assert isinstance(source.value, dict) and counts is not None and isinstance(counts.value, dict)
    said = {name: as_text(source.value.get(name)) for name in _SOURCE}
    where = Survey(
        said["title"], said["url"], int(said["questions"]), int(said["companies"]), said["until"], said["counted"]
    )
    return Frequencies(where, {id: _count(one) for id, one in counts.value.items()})


def _count(entry: DataNode) -> Count:
    assert isinstance(entry.value, dict)
    said = {name: as_text(entry.value.get(name)) for name in _TEXTS}
    return Count(
        questions=int(said["questions"]),
        companies=int(said["companies"]),
        rule=said["rule"],
        newer=said["newer"] == "true",
        frequency=said["frequency"],
        why=said["why"],
        doubt=said["doubt"],
        line=entry.line,
    )


@rule("frequency-file")
def _check_source(source: DataNode) -> Iterator[tuple[int, str]]:
    if not isinstance(source.value, dict):
        yield source.line, f"缺少 source；请写上数据的来源：{'、'.join(_SOURCE)}"
        return
    yield from datafiles.check_names(source.value, "source ", _SOURCE, required=_SOURCE)
    for name in ("questions", "companies"):
        yield from _check_number(source, name, "source ")


@rule("frequency-file")
def _check_counts(counts: DataNode | None) -> Iterator[tuple[int, str]]:
    if counts is None or not isinstance(counts.value, dict):
        yield 1, "缺少 counts；请每个编号写一行 {questions: 43, companies: 15}"
        return
    for id, one in counts.value.items():
        if not isinstance(one.value, dict):
            yield one.line, f"{id} 应写成 {{questions: 43, companies: 15}} 这样几项"
            continue
        where = f"{id} "
        yield from datafiles.check_names(one.value, where, _TEXTS, required=("questions", "companies"))
        for name in ("questions", "companies"):
            yield from _check_number(one, name, where)
        yield from _check_exception(id, one)


@rule("frequency-file")
def _check_number(entry: DataNode, name: str, where: str) -> Iterator[tuple[int, str]]:
    assert isinstance(entry.value, dict)
    text = as_text(entry.value.get(name))
    if text and not _NUMBER.fullmatch(text):
        yield entry.line, f"{where}的 {name} 写的是“{text}”；请写整数"


@rule("frequency-file")
def _check_exception(id: str, entry: DataNode) -> Iterator[tuple[int, str]]:
    assert isinstance(entry.value, dict)
    frequency, why, newer = (as_text(entry.value.get(name)) for name in ("frequency", "why", "newer"))
    if frequency and frequency not in FREQUENCIES:
        yield entry.line, f"{id} 的 frequency 写的是“{frequency}”；请用 {'、'.join(FREQUENCIES)} 之一"
    if bool(frequency) != bool(why):
        yield entry.line, f"{id} 的 frequency 和 why 要一起写：不按计数定频率，就说明为什么"
    if newer not in ("", "true"):
        yield entry.line, f"{id} 的 newer 写的是“{newer}”；只写 true，或删去"
    if newer and frequency:
        yield entry.line, f"{id} 比数据新，频率一律是中；请删去 frequency 和 why"
