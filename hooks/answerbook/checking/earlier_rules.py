"""What answers said before belongs to a correction, and what they say since stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..content import earlier, marks
from ..content.contents import Contents, short
from ..content.datafiles import near
from ..content.earlier import EarlierPassage
from ..content.questions import Question
from ..problems import Problem
from ..rulebook import rule
from ..text.body import Body

# What only a formula has.
_TEX = re.compile(r"\\[A-Za-z]{2,}[^，。；]*|\w*[_^]\{[^，。；]*")
_WORDS = re.compile("[\u4e00-\u9fff]")
# A line of the page with less of a passage is about something else; so many letters show where they part.
_ALIKE, _SHOWN = 0.5, 12


@rule(
    "earlier",
    "says 请照现在的原文写、没有……的更正、不放进 $ 里",
    (
        "更正以前的原文记在 `docs/earlier.yml`：那一天的更正要在，`says` 要是页面上现在的原文；同一处又改过，"
        "就再加一条。公式放进 `$…$` 或 `$$…$$`，可以写在一行里"
    ),
)
def check(contents: Contents) -> Iterator[Problem]:
    """Passages of pages that are not there, without a correction of that day, or that say something else by now."""
    shown = f"{contents.shown}{earlier.FILE}"
    passages = contents.book.earlier
    for one in passages:
        question = contents.book.by_id.get(one.page)
        if question is None:
            if one.page not in contents.paths_of:
                hint = near(one.page, sorted(contents.paths_of))
                yield Problem(shown, one.line, f"page 写的是“{one.page}”，没有这个问题{hint}；请改正")
            continue
        path = f"{contents.shown}{question.path}"
        if one.day not in {correction.date for correction in question.corrections}:
            yield Problem(shown, one.line, f"{path} 没有 {one.day} 的更正；请在那里的 corrections 里写上，或改正 day")
        if one.said == one.says:
            yield Problem(shown, one.line, "said 和 says 一样；请写改之前和改之后的原文")
        for name, text in (("said", one.said), ("says", one.says)):
            if bare := _bare(text, question.body):
                message = (
                    f"{name} 里的“{short(bare, 60)}”是公式，不放进 $ 里就会照原样显示；请写成 $…$，独占一行的写成 $$…$$"
                )
                yield Problem(shown, one.line, message)
        if not _stands(one.says, question) and not _said_later(one, passages):
            message = f"{path} 里没有“{short(one.says, 40)}”{_nearest(one.says, question)}"
            yield Problem(shown, one.line, f"{message}；says 请照现在的原文写，再改过的另加一条")


def _stands(says: str, question: Question) -> bool:
    """Whether the page says this; a formula by itself may be written on one line or on several."""
    if any(says in text for text in (question.title, question.short, marks.without(question.body))):
        return True
    alone = Body(says).formulas
    if len(alone) != 1 or Body(says).plain().strip():
        return False
    return "".join(alone[0].tex.split()) in {"".join(one.tex.split()) for one in question.body.formulas}


def _bare(text: str, body: Body) -> str:
    """The formula that this is, or holds, without its dollars; "" for none."""
    if _TEX.search(text) and (found := _TEX.search(Body(text).plain())):
        return found[0]
    # Words are no formula; most passages have some, and their pages are not searched.
    if _WORDS.search(text) or "$" in text or "`" in text:
        return ""
    at = body.text.find(text)
    return text if any(one.start < at and at + len(text) < one.end for one in body.formulas) else ""


@rule("earlier")
def _nearest(says: str, question: Question) -> str:
    """Where the page says something like it, and from where on it is something else."""
    lines = [*enumerate(question.body.text.split("\n"), question.body.line), (0, question.short)]
    alike = [(_common(says, text), line, text) for line, text in lines if text.strip()]
    length, line, text = max(alike, default=(0, 0, ""))
    if length < _ALIKE * len(says):
        return ""
    blocks = SequenceMatcher(None, says, text, autojunk=False).get_matching_blocks()
    start = blocks[0].b
    ours, theirs = says[blocks[0].a :], text[start:]
    same = next(
        (at for at, (one, two) in enumerate(zip(ours, theirs, strict=False)) if one != two), min(len(ours), len(theirs))
    )
    before, now, told = ours[max(0, same - _SHOWN) : same], theirs[same : same + _SHOWN], ours[same : same + _SHOWN]
    where = f"第 {line} 行" if line else "速答"
    return f"；最像的是{where}，那里“{before}”后面是“{now}”，says 写的是“{told}”"


def _common(says: str, text: str) -> int:
    matcher = SequenceMatcher(None, says, text, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks() if block.size > 1)


def _said_later(one: EarlierPassage, passages: tuple[EarlierPassage, ...]) -> bool:
    """Whether a later correction has changed the passage again."""
    return any(other.page == one.page and other.day >= one.day and other.said == one.says for other in passages)
