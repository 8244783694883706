"""Finished pages, kept from one build to the next under all that decides what stands on them."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from .. import cache, places
from ..maths import mathjax

_LIBRARIES = ("Jinja2", "MarkupSafe", "Pygments", "markdown-it-py", "mkdocs", "mkdocs-material")


def frame(*parts: object) -> bytes:
    """What decides every page alike: code, templates, libraries, and by its repr whatever else the caller names."""
    folders = (places.HOOKS, places.OVERRIDES)
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if _decides(path)]
    texts = [part for file in files for part in (file.relative_to(places.ROOT).as_posix(), file.read_bytes())]
    return cache.key(mathjax.revision(), *map(version, _LIBRARIES), *map(repr, parts), *texts)


def decided(frame: bytes, basis: object) -> bytes:
    """What decides a page: whatever it shows has to follow from `frame` and from the repr of `basis`."""
    return cache.key(frame, repr(basis))


def page(place: str, decided: bytes, make: Callable[[], str]) -> str:
    """The page at this place: the last one, if it was decided by the same, else made and kept instead."""
    found = cache.get("pages", place.encode())
    if found is not None and found.startswith(decided):
        return found[len(decided) :].decode()
    html = make()
    cache.put("pages", place.encode(), decided + html.encode())
    return html


def _decides(path: Path) -> bool:
    return path.suffix in (".py", ".html", ".svg", ".txt") and path.is_file()
