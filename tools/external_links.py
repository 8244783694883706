"""Asks every other site that the book names whether the page is still there. Standard library only; for once a week."""

from __future__ import annotations

import re
import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urlsplit

from .environment import ROOT

URL = re.compile(r"https?://[^\s\"'<>)\]】”，。；]+")
ARXIV = re.compile(r"^\s+arxiv: *\"?([\w./-]+)", re.MULTILINE)
# Seconds between two questions to one host.
PAUSE = 1.0
GONE = (404, 410)


def addresses() -> dict[str, list[str]]:
    """Every address with the places that name it."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted([*(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").glob("*.yml"), *ROOT.glob("*.md")]):
        text = path.read_text("utf-8")
        text = re.sub(r"^ *```.*?^ *```|`[^`\n]*`", lambda code: "\n" * code[0].count("\n"), text, flags=re.S | re.M)
        matches = [(one.start(), one[0].rstrip(".,;:")) for one in URL.finditer(text)]
        matches += [(one.start(), f"https://arxiv.org/abs/{one[1]}") for one in ARXIV.finditer(text)]
        for start, url in matches:
            found[url].append(f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, start) + 1}")
    return found


def ask(url: str) -> tuple[bool, str]:
    """Whether it is gone for good, and what came back; "" when all is well."""
    request = urllib.request.Request(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), headers={"User-Agent": "Mozilla/5.0"})
    try:
        with urllib.request.urlopen(request, timeout=30):
            return False, ""
    except urllib.error.HTTPError as error:
        return error.code in GONE, str(error.code)
    except (OSError, ValueError) as error:
        return False, str(error)


def ask_in_turn(urls: list[str]) -> Iterator[tuple[str, bool, str]]:
    """One host's addresses, without haste."""
    for url in urls:
        yield url, *ask(url)
        time.sleep(PAUSE)


def main() -> int:
    """Print what is gone, and what could not be asked; 1 when something is gone."""
    named = addresses()
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in named:
        hosts[urlsplit(url).netloc].append(url)
    gone = 0
    with ThreadPoolExecutor(16) as pool:
        for answers in pool.map(lambda urls: list(ask_in_turn(urls)), hosts.values()):
            for url, lost, said in answers:
                gone += lost
                if said:
                    print(f"{named[url][0]}: {url} {'没有了' if lost else '这次没有问到'}（{said}）")
    print(f"问了 {len(named)} 个地址，{gone} 个没有了")
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
