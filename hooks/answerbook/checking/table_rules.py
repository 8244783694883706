"""Tables that a page takes from the table of models."""

from __future__ import annotations

from ..content import model_tables
from ..content.contents import Contents, Found, Page


def _check_models(page: Page, contents: Contents) -> Found:
    yield from model_tables.check(page.body, contents.book.models)


RULES = (_check_models,)
