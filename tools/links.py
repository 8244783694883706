"""Checks a built site: every link, picture, script and anchor leads somewhere, every published address answers.

Standard library only: python3 -m tools.links site [published.txt]
"""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .environment import ROOT

# A table cell's headers, a label's field and the like lead to places of their own page.
LINKS = {"href", "src", "srcset", "poster", "data"}
PLACES = {"for", "aria-controls", "aria-labelledby", "aria-describedby", "headers", "list"}


class ParsedPage(HTMLParser):
    """What a page links to, with the lines, and the anchors it has."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[tuple[int, str]] = []
        self.anchors: set[str] = set()
        self.twice: list[tuple[int, str]] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element names and where it leads."""
        line = self.getpos()[0]
        for name, value in attrs:
            if name == "id" and value:
                if value in self.anchors:
                    self.twice.append((line, value))
                self.anchors.add(value)
            elif value and name in LINKS:
                self.links.append((line, value.split()[0]))
            elif value and name in PLACES:
                self.links += [(line, f"#{place}") for place in value.split()]


def dead(site: Path) -> Iterator[str]:
    """What leads nowhere, one sentence each."""
    pages = {path.relative_to(site).as_posix(): ParsedPage(path) for path in sorted(site.rglob("*.html"))}
    for name, page in pages.items():
        for line, anchor in page.twice:
            yield f"{name}:{line}: 锚点 #{anchor} 有两个"
        for line, link in page.links:
            place, anchor = _place(name, link)
            if place is None:
                continue
            if not (site / place).is_file():
                yield f"{name}:{line}: {link} 没有这个文件"
            elif anchor and place in pages and anchor not in pages[place].anchors:
                yield f"{name}:{line}: {link} 那一页没有这个锚点"


def lost(site: Path, published: Path) -> Iterator[str]:
    """Addresses that were published once and do not answer now."""
    for address in published.read_text("utf-8").splitlines():
        place = address.partition("#")[0]
        if address and not address.startswith("#") and not (site / place / "index.html").is_file():
            yield f"{published.name}: 发布过的地址 {address} 没有了"


def _place(page: str, link: str) -> tuple[str | None, str]:
    """The file in the site that a link means, and the anchor in it; None for other sites."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    path = unquote(parts.path)
    if not path:
        return page, unquote(parts.fragment)
    # The page for missing addresses is shown anywhere: its links begin at the root.
    base = "" if path.startswith("/") else posixpath.dirname(page)
    place = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
    if path.endswith("/") or place == "." or posixpath.basename(path) in (".", ".."):
        place = posixpath.normpath(f"{place}/index.html")
    return place, unquote(parts.fragment)


def main(arguments: Sequence[str]) -> int:
    """The command line."""
    site = Path(arguments[0] if arguments else "site")
    published = Path(arguments[1]) if len(arguments) > 1 else ROOT / "published.txt"
    if not (site / "index.html").is_file():
        print(f"{site} 里没有网站；先运行 python3 book.py build", file=sys.stderr)
        return 2
    found = [*dead(site), *lost(site, published)]
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(found)} 处要改" if found else "链接、锚点和发布过的地址都在")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
