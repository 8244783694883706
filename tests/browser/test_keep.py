"""The book kept on a device by who wants it: read with the network cut, and gone when it is removed."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from .conftest import OpenPage

CACHES = "caches.keys().then((names) => names.length)"
ADDRESSES = "caches.keys().then(async ([name]) => (await (await caches.open(name)).keys()).map(({url}) => url))"

# After two of its turns the device has no room left.
FULL = """() => {
  const addAll = (window.addAll = Cache.prototype.addAll)
  let turns = 0
  Cache.prototype.addAll = function (files) {
    return ++turns > 2 ? Promise.reject(new Error("full")) : addAll.call(this, files)
  }
}"""


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


def test_what_was_removed_can_be_kept_again(open_page: OpenPage, small_home: str) -> None:
    page = open_page()
    keep(page, small_home)
    page.get_by_role("button", name="删去").click()
    page.get_by_role("button", name="存到这台设备").click()
    expect(page.locator(".keep")).to_contain_text("已存好")
    plan = page.evaluate("fetch('keep.json').then((plan) => plan.json())")
    assert len(page.evaluate(ADDRESSES)) == len(plan["files"]) + 1


def test_what_broke_off_goes_on_where_it_was(open_page: OpenPage, small_home: str) -> None:
    page = open_page()
    page.goto(small_home)
    expect(page.get_by_role("button", name="存到这台设备")).to_be_visible()
    page.evaluate(FULL)
    page.get_by_role("button", name="存到这台设备").click()
    expect(page.locator(".keep")).to_contain_text("没有存完")
    there = set(page.evaluate(ADDRESSES))
    page.evaluate("void (Cache.prototype.addAll = window.addAll)")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="存到这台设备").click()
    expect(page.locator(".keep")).to_contain_text("已存好")
    assert len(there) == 16 and not there & set(asked)
    assert there < set(page.evaluate(ADDRESSES))


def test_without_a_network_a_page_that_is_not_kept_leads_back(open_page: OpenPage, small_home: str) -> None:
    page = open_page()
    keep(page, small_home)
    page.reload()
    page.context.set_offline(True)
    page.goto(f"{small_home}beta/night/")
    expect(page.locator("h1")).to_contain_text("面试前夜")
    page.goto(f"{small_home}alpha/all/")
    expect(page.locator("h1")).to_have_text("没有存这一页")
    page.get_by_role("link", name="这个专题的题").click()
    expect(page).to_have_url(f"{small_home}alpha/")
    page.goto(f"{small_home}nowhere/")
    page.get_by_role("link", name="首页").click()
    expect(page.locator(".keep")).to_contain_text("已存好")


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
