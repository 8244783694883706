"""How the notebooks draw: Chinese labels, the colours of the book's figures, the same bytes wherever they run."""

from __future__ import annotations

import io
import os
import re
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import matplotlib.pyplot as plt
from cycler import cycler
from fontTools.ttLib import TTFont
from IPython.display import display
from matplotlib import font_manager
from matplotlib.figure import Figure

# Jupyter knows the folder of a notebook and nothing else.
PROJECT = next(folder for folder in Path(__file__).resolve().parents if (folder / "mkdocs.yml").exists())
sys.path.insert(0, str(PROJECT / "hooks"))

from answerbook.drawing import figures  # noqa: E402

__all__ = [
    "ACCENT",
    "ACTIVATION",
    "DATA",
    "GRADIENT",
    "GREY",
    "INK",
    "KV",
    "OPTIMIZER",
    "WEIGHT",
    "plt",
    "show",
    "tint",
]

WEIGHT, GRADIENT, OPTIMIZER, ACTIVATION, KV, DATA, ACCENT, GREY = (colour.light for colour in figures.MEANINGS)
INK = figures.INK
tint = figures.tint
FONT = PROJECT / "node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff"

_SVG, _XLINK = "http://www.w3.org/2000/svg", "{http://www.w3.org/1999/xlink}href"
_KEPT = ("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "text-anchor", "opacity")
_NUMBER = re.compile(r"-?\d+\.\d+")
_OPAQUE = ("fill-opacity", "stroke-opacity")


def show(figure: Figure, alt: str) -> None:
    """Put the figure under the cell, with the words for those who cannot see it."""
    drawing = io.StringIO()
    # Without a date, the same figure is the same text.
    figure.savefig(drawing, format="svg", metadata={"Date": None, "Creator": None}, bbox_inches="tight")
    plt.close(figure)
    svg = _in_language(drawing.getvalue(), alt)
    display({"image/svg+xml": svg}, raw=True, metadata={"image/svg+xml": {"alt": alt}})


def _in_language(svg: str, alt: str) -> str:
    """The drawing of Matplotlib in the language of figures: attributes instead of styles, words as words."""
    root = ElementTree.fromstring(svg[svg.index("<svg") :])
    used = set(re.findall(r"url\(#([^)]+)\)", svg)) | set(re.findall(r'href="#([^"]+)"', svg))
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag.rpartition("}")[2] in ("metadata", "style"):
                parent.remove(child)
    for element in root.iter():
        _restyle(element)
        if element.get("id") not in used:
            element.attrib.pop("id", None)
    _thin(root)
    box = [float(part) for part in root.get("viewBox", "").split()]
    root.attrib = {"viewBox": f"0 0 {box[2]:g} {box[3]:g}", "role": "img", "font-family": "sans-serif"}
    for name, words in (("desc", alt), ("title", alt.split("：")[0])):
        said = ElementTree.Element(f"{{{_SVG}}}{name}")
        said.text = words
        root.insert(0, said)
    ElementTree.register_namespace("", _SVG)
    return ElementTree.tostring(root, "unicode")


def _restyle(element: ElementTree.Element) -> None:
    """Its style as attributes, its numbers no longer than a tenth of a pixel."""
    style = dict(part.split(": ", 1) for part in re.split(r"; ?", element.attrib.pop("style", "")) if ": " in part)
    for name, value in style.items():
        size = re.match(r"(?:bold |700 )?([\d.]+)px", value) if name in ("font", "font-size") else None
        if size:
            element.set("font-size", size[1])
        elif name in _KEPT or (name in _OPAQUE and value != "1"):
            element.set(name, value)
    if _XLINK in element.attrib:
        element.set("href", element.attrib.pop(_XLINK))
    for name in ("d", "x", "y", "width", "height", "transform"):
        if name in element.attrib:
            element.set(name, " ".join(_NUMBER.sub(_tenth, element.attrib[name]).split()))


def _thin(parent: ElementTree.Element) -> None:
    """Leave out what draws nothing: empty groups, paths without colour."""
    for child in list(parent):
        _thin(child)
        name = child.tag.rpartition("}")[2]
        unseen = (
            name == "path" and child.get("fill") == "none" and "stroke" not in child.attrib and "id" not in child.attrib
        )
        if unseen or (name in ("g", "defs") and not len(child)):
            parent.remove(child)


def _tenth(number: re.Match[str]) -> str:
    return f"{round(float(number[0]), 1):g}"


def _chinese_font() -> str:
    """The name of a font for Chinese labels: the one the book brings along, else one of the machine's."""
    if not FONT.exists():
        return "Noto Sans CJK SC"
    # Matplotlib reads no WOFF.
    font = PROJECT / ".cache/answerbook/fonts" / FONT.with_suffix(".ttf").name
    if not font.exists():
        font.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=font.parent)
        os.close(handle)
        with TTFont(FONT) as woff:
            woff.flavor = None
            woff.save(aside)
        Path(aside).replace(font)
    font_manager.fontManager.addfont(font)
    return font_manager.FontProperties(fname=font).get_name()


# A unit of the drawing is a pixel of the page: figures are at most 480 wide, their words at least 15 high.
plt.rcParams.update(
    {
        "axes.edgecolor": GREY,
        "axes.facecolor": "none",
        "axes.grid": True,
        "axes.labelcolor": INK,
        "axes.prop_cycle": cycler(color=[WEIGHT, ACCENT, ACTIVATION, GREY]),
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.titlecolor": INK,
        "axes.titlesize": 16,
        "axes.unicode_minus": False,
        "figure.constrained_layout.use": True,
        "figure.facecolor": "none",
        "figure.figsize": (6.4, 4.2),
        "font.family": [_chinese_font(), "DejaVu Sans"],
        "font.size": 15,
        "grid.color": figures.GRID,
        "legend.fontsize": 15,
        "legend.frameon": False,
        "lines.linewidth": 2,
        "lines.markersize": 6,
        "savefig.facecolor": "none",
        "savefig.pad_inches": 0.06,
        "svg.fonttype": "none",
        "svg.hashsalt": "answerbook",
        "text.color": INK,
        "xtick.color": GREY,
        "xtick.labelcolor": INK,
        "ytick.color": GREY,
        "ytick.labelcolor": INK,
    }
)
