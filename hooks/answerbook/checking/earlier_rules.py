"""What answers said before belongs to a correction, and what they say since stands there."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import earlier, marks
from ..content.contents import Contents, short
from ..content.datafiles import near
from ..content.earlier import EarlierPassage
from ..problems import Problem
from ..rulebook import rule


@rule(
    "earlier",
    "says 请照现在的原文写、没有……的更正",
    ("更正以前的原文记在 `docs/earlier.yml`：那一天的更正要在，`says` 要是页面上现在的原文；同一处又改过，就再加一条"),
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
        texts = (question.title, question.short, marks.without(question.body))
        if not any(one.says in text for text in texts) and not _said_later(one, passages):
            message = f"{path} 里没有“{short(one.says, 40)}”；says 请照现在的原文写，再改过的另加一条"
            yield Problem(shown, one.line, message)


def _said_later(one: EarlierPassage, passages: tuple[EarlierPassage, ...]) -> bool:
    """Whether a later correction has changed the passage again."""
    return any(other.page == one.page and other.day >= one.day and other.said == one.says for other in passages)
