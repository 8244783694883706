"""How the notebooks draw: Chinese labels, one look, the same bytes wherever they run."""

from __future__ import annotations

import io
import os
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
from cycler import cycler
from fontTools.ttLib import TTFont
from IPython.display import display
from matplotlib import font_manager
from matplotlib.figure import Figure

__all__ = ["BLUE", "GREEN", "GREY", "INK", "ORANGE", "PURPLE", "plt", "show"]

BLUE, ORANGE, GREEN, PURPLE = "#2b5fa8", "#c2571a", "#2f7d4f", "#7a4fa3"
GREY, INK = "#6b6b6b", "#222222"
PROJECT = Path(__file__).resolve().parents[2]
FONT = PROJECT / "node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff"


def show(figure: Figure, alt: str) -> None:
    """Put the figure under the cell, with the words for those who cannot see it."""
    drawing = io.StringIO()
    # Without a date, the same figure is the same text.
    figure.savefig(drawing, format="svg", metadata={"Date": None, "Creator": None}, bbox_inches="tight")
    plt.close(figure)
    svg = drawing.getvalue()
    display({"image/svg+xml": svg[svg.index("<svg") :]}, raw=True, metadata={"image/svg+xml": {"alt": alt}})


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


# The ground is part of the figure: it reads the same on a light page, on a dark one, and on paper.
plt.rcParams.update(
    {
        "axes.edgecolor": "#222222",
        "axes.facecolor": "#fbfaf7",
        "axes.grid": True,
        "axes.prop_cycle": cycler(color=[BLUE, ORANGE, GREEN, GREY]),
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.unicode_minus": False,
        "figure.constrained_layout.use": True,
        "figure.facecolor": "#fbfaf7",
        "figure.figsize": (5.6, 3.6),
        "font.family": [_chinese_font(), "DejaVu Sans"],
        "font.size": 13,
        "grid.color": "#e0dcd2",
        "legend.frameon": False,
        "lines.linewidth": 2,
        "lines.markersize": 6,
        "savefig.facecolor": "#fbfaf7",
        "savefig.pad_inches": 0.12,
        "svg.hashsalt": "answerbook",
    }
)
