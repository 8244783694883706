"""Built sites for tests: building one, walking over its pages, serving it."""

from __future__ import annotations

import functools
import os
import posixpath
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from answerbook import places
from bs4 import BeautifulSoup, Tag
from filelock import FileLock

ROOT = places.ROOT
SMALL = ROOT / "tests" / "books" / "small"
# The scripts of what was measured for it.
SMALL_FINDINGS = ROOT / "tests" / "books" / "findings"


def build(docs: Path, site: Path, *options: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Plain `mkdocs build`, as anybody may run it; without a folder for the site, it has to be among the options."""
    environment = {
        # A project made for a test has what was typeset before, as this one has.
        "ANSWERBOOK_CACHE": str(places.CACHE),
        **os.environ,
        "ANSWERBOOK_DOCS": str(docs),
        "NO_MKDOCS_2_WARNING": "1",
        **settings,
    }
    if site != Path():
        environment["ANSWERBOOK_SITE"] = str(site)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *options]
    project = docs.parent if (docs.parent / "mkdocs.yml").exists() else ROOT
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def built(docs: Path, site: Path, *options: str, **settings: str) -> Path:
    """The site, whose build found nothing wrong."""
    done = build(docs, site, *options, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that `make` fills, once for all the processes that the tests are shared out to; they only read it."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    place, aside = shared / name, shared / f"{name}-unfinished"
    with FileLock(shared / f"{name}.lock"):
        if not place.exists():
            shutil.rmtree(aside, ignore_errors=True)
            make(aside)
            aside.rename(place)
    return place


def plain(factory: pytest.TempPathFactory) -> Path:
    """The small book as a site that does not know its address, for tests that only read it."""
    return once(factory, "plain", lambda site: built(SMALL, site))


def copied(folder: Path) -> Path:
    """The small book as the content of a project in this folder."""
    shutil.copytree(SMALL_FINDINGS, folder / "findings")
    return Path(shutil.copytree(SMALL, folder / "docs"))


def read(site: Path, address: str) -> BeautifulSoup:
    """The page at an address."""
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")


def pages(site: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    """Every page with its path."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), BeautifulSoup(path.read_text("utf-8"), "html.parser")


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    """The only element that matches."""
    found = page.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)}"
    return found[0]


def text(page: BeautifulSoup | Tag, selector: str) -> str:
    """The words of the only element that matches."""
    return " ".join(one(page, selector).get_text().split())


def dead_links(site: Path) -> list[str]:
    """Links, pictures, scripts and styles that lead nowhere, and addresses that do not begin where they stand."""
    found = dict(pages(site))
    anchors = {path: {str(tag["id"]) for tag in page.select("[id]")} for path, page in found.items()}
    dead = []
    for path, page in found.items():
        for tag in page.select("[href], [src]"):
            target = str(tag.get("href") or tag.get("src"))
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            # The page for missing addresses is shown anywhere: it begins at the root.
            base = "" if parts.path.startswith("/") else posixpath.dirname(path)
            place = posixpath.normpath(posixpath.join(base, unquote(parts.path).lstrip("/"))) if parts.path else path
            if parts.path.endswith("/") or place == ".":
                place = posixpath.normpath(f"{place}/index.html")
            anchor = unquote(parts.fragment)
            if not (site / place).is_file() or (anchor and anchor not in anchors.get(place, set())):
                dead.append(f"{path}: {target}")
    return dead


# Seconds.
DRAWN = 0.025
# Where a page may be cut: within a line of text the rest of it may always ask for another end of the line.
CUT = re.compile(
    rb"<(?!/|(?:a|b|code|em|img|small|span|strong|sub|sup|time|var|wbr|svg|g|use|path|m[a-z]+|mjx-[a-z-]+)\b)"
)


def _pieces(page: bytes, length: int) -> Iterator[bytes]:
    """A page cut before its elements, as a browser lays aside its work on what it reads."""
    start = 0
    while start < len(page):
        cuts = [found.start() for found in CUT.finditer(page, start + 1, start + length)]
        end = cuts[-1] if cuts and start + length < len(page) else start + length
        yield page[start:end]
        start = end


@contextmanager
def serving(site: Path, below: str = "/book/", piece: int = 0) -> Iterator[str]:
    """The address of the site on a plain file server, under a path of its own.

    With a `piece`, in bytes, pages come in pieces about as long, and between two of them there is time to draw.
    """

    class Handler(SimpleHTTPRequestHandler):
        # As any host of static sites does it.
        error_message_format = (site / "404.html").read_text("utf-8").replace("%", "%%")
        error_content_type = "text/html; charset=utf-8"

        def copyfile(self, source: Any, outputfile: Any) -> None:
            page = self.path.partition("?")[0].endswith("/")
            for part in _pieces(source.read(), piece) if piece and page else [source.read()]:
                outputfile.write(part)
                time.sleep(DRAWN if piece and page else 0)

        def translate_path(self, path: str) -> str:
            inside = urlsplit(path).path
            return super().translate_path("/" + inside.removeprefix(below) if inside.startswith(below) else "/missing")

        def log_message(self, format: str, *args: object) -> None:
            pass

    with running(Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))) as home:
        yield home + below


class Server(ThreadingHTTPServer):
    """A host with room for the callers of a busy machine: the library's own queue of five turns the sixth away."""

    request_queue_size = 128


@contextmanager
def running(server: ThreadingHTTPServer) -> Iterator[str]:
    """The address of a server while it runs."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
