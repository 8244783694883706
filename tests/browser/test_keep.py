"""The book kept on a device by who wants it: read with the network cut, and gone when it is removed."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from .conftest import OpenPage

CACHES = "caches.keys().then((names) => names.length)"


def keep(page: Page, home: str) -> None:
    page.goto(home)
    page.get_by_role("button", name="存到这台设备").click()
    expect(page.locator(".keep")).to_contain_text("已存好")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_what_is_kept_is_read_and_searched_without_a_network(open_page: OpenPage, small_home: str) -> None:
    page = open_page()
    keep(page, small_home)
    page.reload()
    page.context.set_offline(True)
    for address in ("alpha/", "q/first-question/", "glossary/"):
        page.goto(small_home + address)
        expect(page.locator("h1")).to_be_visible()
    page.goto(f"{small_home}q/first-question/")
    assert page.locator("h1").evaluate("title => getComputedStyle(title).fontSize") != "32px"
    page.keyboard.press("/")
    page.get_by_role("combobox", name="搜索问题").fill("第二题")
    expect(page.get_by_role("option").first).to_contain_text("第二题是什么？")
    page.goto(small_home)
    expect(page.locator(".keep")).to_contain_text("已存好")


def test_what_is_removed_is_gone(open_page: OpenPage, small_home: str) -> None:
    page = open_page()
    keep(page, small_home)
    page.get_by_role("button", name="删去").click()
    expect(page.get_by_role("button", name="存到这台设备")).to_be_visible()
    assert page.evaluate(CACHES) == 0
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_who_does_not_ask_for_it_keeps_nothing(page: Page, small_home: str) -> None:
    page.goto(small_home)
    expect(page.locator(".keep")).to_contain_text("约")
    assert page.evaluate(CACHES) == 0
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_from_disk_nothing_of_it_is_offered(page: Page, disk_site: Path) -> None:
    page.goto((disk_site / "index.html").as_uri())
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".keep")).to_have_count(0)
    assert not list(disk_site.rglob("keep.json")) + list(disk_site.rglob("sw.js"))
