"""Everything the book is made with may be used, changed and passed on by anybody."""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path

import pytest

from tests.sites import ROOT

# Licences that ask for no more than their own text to be kept, and those that reach only as far as their own files.
FREE = re.compile(
    r"\b(MIT|MIT-0|BSD|0BSD|ISC|Apache|PSF|Python Software Foundation|MPL|Mozilla|OFL|HPND|Unlicense|Zlib|CC0|"
    r"Artistic|BlueOak|CC-BY-3.0|CC-BY-4.0|Public Domain)\b",
    re.IGNORECASE,
)
# What these say of themselves cannot be read by a program; a person has looked.
KNOWN = {"resvg-py": "MIT"}
# Run as they are, in a process of their own or unchanged beside ours; nothing of them is in what we hand on.
TOOLS = {"anki": "AGPL: only tests import it", "frozendict": "LGPL: genanki imports it, where cards are made"}
LOCKS = sorted(ROOT.glob("requirements*.lock"))
NPM_LOCKS = [ROOT / "package-lock.json", ROOT / "tools" / "lint" / "package-lock.json"]


def of(package: metadata.Distribution) -> str:
    """What a package says of its licence, in the places where packages say it."""
    about = package.metadata
    said = about.get_all("License-Expression") or []
    said += [line for line in about.get_all("Classifier") or [] if line.startswith("License ::")]
    return "; ".join(said or [text[:200] for text in about.get_all("License") or []])


def test_python_packages_are_free() -> None:
    names = [name for lock in LOCKS for name in re.findall(r"(?m)^([\w.-]+)==", lock.read_text("utf-8"))]
    wanted = {re.sub(r"[-_.]+", "-", name) for name in names}
    unclear = {}
    for package in metadata.distributions():
        name = re.sub(r"[-_.]+", "-", package.metadata["Name"]).lower()
        if name in wanted - TOOLS.keys() and not FREE.search(KNOWN.get(name, of(package))):
            unclear[name] = of(package)
    assert not unclear


def test_what_builds_the_site_needs_no_such_tool() -> None:
    named = set(re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements.lock").read_text("utf-8")))
    assert not named & TOOLS.keys()


@pytest.mark.parametrize("lock", NPM_LOCKS, ids=lambda lock: str(lock.relative_to(ROOT)))
def test_npm_packages_are_free(lock: Path) -> None:
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    licences = {name: str(one.get("license")) for name, one in packages.items() if name}
    assert {name: licence for name, licence in licences.items() if not FREE.search(licence)} == {}
