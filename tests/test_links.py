"""The check of a built site finds what leads nowhere, in generated pages and in raw HTML alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import links

PAGES = {
    "index.html": '<a href="q/a/#here">甲</a> <a href="https://example.com/x">外</a> <a href=".">首页</a>',
    "404.html": '<a href="/q/a/">甲</a>',
    "q/a/index.html": '<h2 id="here">一</h2><a href="../..">首页</a><label for="box">一</label><input id="box">',
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, body in PAGES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"<!doctype html>\n{body}", "utf-8")
    (tmp_path / "published.txt").write_text("# 一\nq/a/\nq/a/#here\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<a href="q/b/">乙</a>', "index.html:3: q/b/ 没有这个文件"),
        ('<a href="q/a/#gone">甲</a>', "index.html:3: q/a/#gone 那一页没有这个锚点"),
        ('<img src="q/a/no.svg">', "index.html:3: q/a/no.svg 没有这个文件"),
        ('<p id="x"></p><p id="x"></p>', "index.html:3: 锚点 #x 有两个"),
        ('<label for="none">一</label>', "index.html:3: #none 那一页没有这个锚点"),
    ],
)
def test_what_leads_nowhere_is_told_with_its_place(site: Path, markup: str, said: str) -> None:
    assert [*links.dead(site)] == []
    page = site / "index.html"
    page.write_text(f"{page.read_text('utf-8')}\n{markup}", "utf-8")
    assert [*links.dead(site)] == [said]


def test_a_published_address_that_is_gone_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert links.main([str(site), str(site / "published.txt")]) == 0
    (site / "published.txt").write_text("q/gone/#short\n", "utf-8")
    assert links.main([str(site), str(site / "published.txt")]) == 1
    assert "发布过的地址 q/gone/#short 没有了" in capsys.readouterr().out
