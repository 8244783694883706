"""Tests see the reader's file as `mine` and the book's as `answer`; a failure is one sentence."""

from __future__ import annotations

import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import judge

_REPORTS = pytest.StashKey[list[tuple[str, pytest.TestReport]]]()


@pytest.fixture
def mine(request: pytest.FixtureRequest) -> judge.Mine:
    """The reader's code."""
    return judge.Mine(judge.load(request.path.parent / judge.MINE))


@pytest.fixture
def answer(request: pytest.FixtureRequest) -> Any:
    """The book's code, of which tests use the results."""
    return judge.load(request.path.parent / judge.ANSWER)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> Generator[None, Any, Any]:
    """What differs instead of a traceback through the tests, below what the test asks for."""
    report = yield
    if call.excinfo is not None:
        report.longrepr = judge.explained(call.excinfo.value)
    # The parts of a test that say nothing by themselves are not worth a line.
    if report.when == "call" or report.failed:
        asked = str(getattr(item.obj, "__doc__", "") or item.name)  # type: ignore[attr-defined]
        item.config.stash.setdefault(_REPORTS, []).append((asked, report))
    return report


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str]:
    """No letters: the lines at the end say it."""
    told = report.when == "call" or report.failed
    return (report.outcome, "", "") if told else ("", "", "")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A line for each test that ran, and what differs."""
    done = session.config.stash.get(_REPORTS, [])
    for asked, report in done:
        print(f"  {'√' if report.passed else '×'} {asked}")
        if not report.passed:
            print(f"\n{report.longrepr}")
    total = len(session.items)
    if done and all(report.passed for _, report in done):
        print(f"\n{total} 处都对")
    elif done:
        print(f"\n共 {total} 处要看，前 {sum(report.passed for _, report in done)} 处对")
