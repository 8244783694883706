"""Every kind of page for everyone: checked by axe-core in both schemes, on a phone and on a desktop."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.sites import ROOT

from .conftest import DESKTOP, PHONE, OpenPage, Scheme
from .test_pages import KINDS

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(" ")} ${any.map(({ message }) => message).join("; ")}`))
}"""


def violations(page: Page) -> list[str]:
    # Not as a script element: the page's policy would not run it.
    page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(RUN)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_keeps_a_reader_out(
    open_page: OpenPage, small_home: str, kind: str, width: int, scheme: Scheme
) -> None:
    page = open_page(width, scheme)
    page.goto(small_home + KINDS[kind])
    assert violations(page) == []
