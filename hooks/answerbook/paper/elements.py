"""The elements of the paper medium's HTML, and what they say of themselves."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree

import tinyhtml5

Element = ElementTree.Element

SPACE = re.compile(r"[ \t\n\r\f]+")


def parse(html: str) -> Element:
    """The elements of a piece of HTML, below one."""
    # A string might be taken for the name of a file.
    tree = tinyhtml5.parse(io.StringIO(html), namespace_html_elements=False)
    body: Element | None = tree.find("body")
    assert body is not None
    return body


def class_names(element: Element) -> list[str]:
    """Its classes, in the order in which they are written."""
    return (element.get("class") or "").split()


def style(element: Element, name: str, unit: str) -> str:
    """A length of its style in this unit, as it is written; "" where there is none."""
    found = re.search(rf"\b{name}:(-?[\d.]+){unit}", element.get("style", ""))
    return found[1] if found else ""


def text_of(element: Element) -> str:
    """All that it says."""
    return "".join(element.itertext())
