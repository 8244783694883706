"""The list of kinds of pages has them all, and every page that it names is there; what differs between two pictures."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from answerbook.checking import checks
from answerbook.content.connections import connect
from answerbook.site import pages
from answerbook.site.site import Repository, Site
from PIL import Image

from tests import sites
from tools import looks

# Passed on at once; set by MkDocs itself.
MOVED, MISSING = "moved.html", "404.html"


def templates(docs: Path) -> dict[str, str]:
    """The template of every page of a book by its address."""
    book = checks.read(docs, typeset=False)
    site = Site(book, connect(book), Repository(), docs, "书", "", "", True)
    return {leaf.address: leaf.template for leaf in pages.web_pages(site) if leaf.template != MOVED}


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "small"])
def test_every_kind_of_page_is_on_the_list_at_an_address_that_it_has(whole: bool) -> None:
    known = templates(sites.ROOT / "docs" if whole else sites.SMALL)
    listed = [
        (address.partition("?")[0], kind.template)
        for kind in looks.kinds()
        for address in (kind.book if whole else [] if kind.small is None else [kind.small])
        if kind.template != MISSING
    ]
    assert [(address, template) for address, template in listed if known.get(address) != template] == []
    # Frames of other sites are a part of pages that are listed.
    apart = set() if whole else {"embedded_calculator.html", "embedded_steps.html"}
    assert {template for _, template in listed} == {*known.values()} - apart


def test_a_difference_is_measured_and_noise_is_none() -> None:
    [shot, *_] = looks.shots(["首页"], ["light"])
    plain = Image.new("RGB", (10, 10), "#ffffff")
    smoothed = Image.new("RGB", (10, 10), "#f8f8f8")
    assert looks.compared(shot, plain, smoothed).share == 0
    assert looks.compared(shot, plain, smoothed).before is None
    longer = Image.new("RGB", (10, 20), "#ffffff")
    change = looks.compared(shot, plain, longer)
    assert change.share == 0.5 and change.before is not None and change.before.size == (10, 20)


def test_what_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert looks.looks(tmp_path, tmp_path / "out", "", "", "") == 1
    assert f"{tmp_path} 里没有网站" in capsys.readouterr().err
    (tmp_path / "index.html").touch()
    assert looks.looks(tmp_path, tmp_path / "out", "", "首页,封面", "") == 1
    assert "--kinds 里没有“封面”；可用的有 首页、" in capsys.readouterr().err
    assert looks.looks(tmp_path, tmp_path / "out", "", "", "sepia") == 1
    assert "--manners 里没有“sepia”；可用的有 light、dark" in capsys.readouterr().err
    assert looks.looks(tmp_path, tmp_path / "out", "no-such-commit", "首页", "light") == 1
    assert "git worktree add" in capsys.readouterr().err
    listed = subprocess.run(["git", "worktree", "list"], cwd=sites.ROOT, capture_output=True, text=True, check=True)
    assert "no-such-commit" not in listed.stdout
