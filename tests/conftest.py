"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent

# The same examples in every run, and no opinion on how long one takes.
settings.register_profile("book", derandomize=True, deadline=None)
settings.load_profile("book")

# What a Java that runs for seconds need not do: to compile for hours to come takes half of its time.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")

# What takes longest begins, lest one process be at it when the others have nothing left to do.
LONGEST = (
    "browser/test_access.py",
    "browser/test_search_quality.py",
    "test_unbreakable.py",
    "test_pdf.py",
    "test_published.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    first = {TESTS / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: first.get(item.path, len(first)))


def pytest_make_parametrize_id(val: object) -> str | None:
    """A case by the name of its folder, which is Chinese: `-k 引用` finds it."""
    return val.name if isinstance(val, Path) and TESTS / "cases" in val.parents else None


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected texts of the cases anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
