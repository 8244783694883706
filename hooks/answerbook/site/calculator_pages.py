"""What the pages of the calculators show."""

from __future__ import annotations

from collections.abc import Sequence

from . import calculators, fields, navigation, views
from .site import Site
from .views import NavEntry, Sidebar, View


def calculators_page(site: Site, found: Sequence[calculators.Calculator]) -> View:
    """All calculators, and what is not counted as the library does."""
    known = site.book.models
    return views.CalculatorsPage(
        calculators=found,
        library=calculators.LIBRARY,
        configurations=calculators.CONFIGURATIONS,
        read=calculators.READ,
        classes=calculators.CLASSES,
        differences=[one.why for one in calculators.DIFFERENCES if all(id in known for id in one.ids)],
        sidebar=navigation.topic_list(site.book),
    )


def calculator_page(site: Site, calculator: calculators.Calculator) -> View:
    """A calculator; what it shows changes with the models, so a finished page is not kept."""
    book = site.book
    named = [book.by_id[id] for id in calculator.answers if id in book.by_id]
    entries = (NavEntry(one.address, one.title, current=one is calculator) for one in calculators.of(book))
    return views.CalculatorPage(
        calculator=calculator,
        models=calculators.named(book, calculator),
        fields=fields.of(calculator.id, book),
        calculators_entry=NavEntry(calculators.ADDRESS, "计算器"),
        table=calculator.table(book),
        titles={question.id: question.title for question in named},
        answers=[site.entries[question.id] for question in named],
        sidebar=Sidebar("计算器", calculators.ADDRESS, tuple(entries)),
    )
