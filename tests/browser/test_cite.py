"""Citing this edition: of every page, with the day on which somebody does it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import PHONE, OpenPage, in_both
from .test_access import violations
from .test_pages import SIDEWAYS

FIRST = "q/first-question/"
TITLE = "a<b 时，“x & y”为什么成立？还有什么？"
ADDRESS = "https://example.com/book/q/first-question/"


@in_both
def test_an_answer_is_cited_with_its_edition_its_days_and_its_lasting_address(page: Page, small_home: str) -> None:
    page.goto(small_home + FIRST)
    page.get_by_role("link", name="引用这一版").click()
    panel = page.get_by_role("region", name="引用这一版")
    expect(panel).to_be_focused()
    standard, bibtex = (panel.locator("code").nth(place).inner_text() for place in (0, 1))
    today = date.today()
    assert standard == f"{TITLE}[EB/OL]//大模型面试答案书. 更新至 2026-03-09. (2026-03-09)[{today}]. {ADDRESS}."
    assert bibtex.startswith(
        "@misc{answerbook-first-question,\n  title = {{a<b 时，“x \\& y”为什么成立？还有什么？}},\n"
    )
    assert f"  year = {{2026}},\n  month = {{3}},\n  note = {{更新于 2026-03-09，访问于 {today}}},\n" in bibtex
    assert bibtex.endswith(f"  url = {{{ADDRESS}}},\n}}")
    page.get_by_role("link", name="引用这一版").click()
    expect(panel).to_have_count(0)


@pytest.mark.parametrize("address", ["", "alpha/", "tags/", "editions/", "match/"])
def test_every_page_can_be_cited(page: Page, small_home: str, address: str) -> None:
    page.goto(small_home + address)
    page.get_by_role("link", name="引用这一版").click()
    standard = page.get_by_role("region", name="引用这一版").locator("code").first.inner_text()
    assert f"https://example.com/book/{address}." in standard
    assert standard.startswith("大模型面试答案书[EB/OL]. ") == (not address)


def test_a_citation_has_room_and_keeps_nobody_out(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE, "dark")
    page.goto(small_home + FIRST)
    page.get_by_role("link", name="引用这一版").click()
    expect(page.get_by_role("region", name="引用这一版").get_by_role("button", name="复制")).to_have_count(2)
    assert page.evaluate(SIDEWAYS) <= 0
    assert violations(page) == []


def test_without_scripts_a_page_says_how_to_cite(open_page: OpenPage, small_home: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(small_home + FIRST)
    page.get_by_role("link", name="引用这一版").click()
    expect(page).to_have_url(re.compile("/editions/#cite$"))
    said = "大模型面试答案书[EB/OL]. 更新至 2026-03-09. (2026-03-09)[引用日期]. https://example.com/book/."
    expect(page.get_by_text(said)).to_be_visible()


def test_from_disk_a_page_is_cited_too(page: Page, disk_site: Path) -> None:
    page.goto((disk_site / FIRST / "index.html").as_uri())
    page.get_by_role("link", name="引用这一版").click()
    expect(page.get_by_role("region", name="引用这一版").locator("code").first).to_contain_text(
        "[EB/OL]//大模型面试答案书"
    )
