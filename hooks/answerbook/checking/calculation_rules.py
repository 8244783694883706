"""The calculations that answers lead to: the answer is there, and so is the model."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import calculations, datafiles, models
from ..content.contents import Contents
from ..problems import Problem
from ..rulebook import rule


@rule(
    "calculations",
    "page 写的是、query 里的模型",
    "“算一遍”的每一条要指到现有的问题和模型表里的模型",
)
def check(contents: Contents) -> Iterator[Problem]:
    """Calculations of answers that are not there, or with models that are not in the table."""
    shown, book = f"{contents.shown}{calculations.FILE}", contents.book
    for one in book.calculations:
        if one.page not in book.by_id and not any(id == one.page for id in contents.ids.values()):
            yield Problem(shown, one.line, f"page 写的是“{one.page}”，没有这个问题；请改正编号，或删去这一条")
        if models.FILE not in contents.unread and one.model and one.model not in ("own", *book.models):
            near = datafiles.near(one.model, book.models)
            yield Problem(shown, one.line, f"query 里的模型 {one.model} 不在 models.yml 里{near}；请核对编号")
