"""Tables that a page takes from the table of models."""

from __future__ import annotations

from ..content import model_tables, models
from ..content.contents import Contents, Found, Page


def _check_models(page: Page, contents: Contents) -> Found:
    known = None if models.FILE in contents.unread else contents.book.models
    yield from model_tables.check(page.body, known)


RULES = (_check_models,)
