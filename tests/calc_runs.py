"""The calculators in JavaScript, run by Node: the same formulas as in Python, and what a page says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from answerbook import node
from answerbook.arithmetic import texts
from answerbook.content import accelerators, models
from answerbook.content.questions import Book
from answerbook.content.settings import Settings
from answerbook.site import calculators, fields

from tests import pages_code

HERE = Path(__file__).parent / "calc"
MODELS, _ = models.read(pages_code.DOCS / models.FILE, models.FILE, pages_code.DOCS)
SHAPES = {model.id: model.shape for model in MODELS.values() if model.shape is not None}
CARDS, CARD_PROBLEMS = accelerators.read(pages_code.DOCS / accelerators.FILE, accelerators.FILE, pages_code.DOCS)
BOOK = Book((), {}, (), (), frozenset(), {}, Settings(), models=MODELS, accelerators=CARDS)
LENGTHS = (1, 2, 127, 129, 1000, 4096, 8192, 131072, 1048576)


def in_javascript(cases: list[tuple[Any, ...]]) -> list[Any]:
    named = [{"id": id, "name": MODELS[id].name, "text": texts.packed(shape)} for id, shape in SHAPES.items()]
    asked = {one.id: fields.as_read(fields.of(one.id, BOOK)) for one in calculators.CALCULATORS}
    cards = "\n".join(calculators.card_rows(BOOK))
    given = {"models": named, "fields": asked, "cards": cards, "cases": cases}
    found: list[Any] = json.loads(node.run(HERE / "run.mjs", json.dumps(given)))
    return found


def page(id: str, query: str) -> dict[str, Any]:
    """What the calculator at an address shows."""
    [found] = in_javascript([("page", None, id, query)])
    assert isinstance(found, dict)
    return found
