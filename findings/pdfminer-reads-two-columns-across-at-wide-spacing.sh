#!/usr/bin/env bash
# Finding: A page of two columns in 10-point type: pdfminer.six reads the left column first while
#          the lines are at most 1.4 sizes apart; at 1.5 it reads across, left and right in turn.
# A good guess says: column by column at any usual spacing: finding columns is what its layout
#          analysis is for.
# What happens: lines whose gap is more than line_margin (0.5) of their height are no paragraph;
#          each is then a box of its own, and boxes are read row by row. LAParams(line_margin=1)
#          reads columns up to 1.75. pypdf and pypdfium2 follow the order in which the page was
#          drawn, here column by column; pdfplumber always reads across.
# Versions: pdfminer-six 20260107, reportlab 5.1.0, pypdf 7.1.1, pypdfium2 5.15.2, pdfplumber
#          0.11.10 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PDFMINER_SIX=${PDFMINER_SIX-20260107}
REPORTLAB=${REPORTLAB-5.1.0}
PYPDF=${PYPDF-7.1.1}
PYPDFIUM2=${PYPDFIUM2-5.15.2}
PDFPLUMBER=${PDFPLUMBER-0.11.10}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pdfminer-six${PDFMINER_SIX:+==$PDFMINER_SIX}" \
  "reportlab${REPORTLAB:+==$REPORTLAB}" \
  "pypdf${PYPDF:+==$PYPDF}" \
  "pypdfium2${PYPDFIUM2:+==$PYPDFIUM2}" \
  "pdfplumber${PDFPLUMBER:+==$PDFPLUMBER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import pdfplumber
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

print(" ".join(f"{name} {version(name)}" for name in ("pdfminer.six", "reportlab", "pypdf", "pypdfium2", "pdfplumber")))
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
SIZE, LINES = 10, 12


def page(spacing: float) -> str:
    """A page of two columns, drawn column by column, with this distance of the lines in sizes of the type."""
    name = f"page{spacing}.pdf"
    sheet = canvas.Canvas(name, pagesize=(420, 400))
    sheet.setFont("STSong-Light", SIZE)
    for left, word in ((30, "左"), (220, "右")):
        for line in range(LINES):
            sheet.drawString(left, 350 - line * SIZE * spacing, f"{word}栏讲的是注意力机制与位置编码")
    sheet.save()
    return name


def order(text: str) -> str:
    """'columns' where all of the left comes before the right, 'across' where they take turns."""
    sides = "".join(letter for letter in text if letter in "左右")
    return {"左" * LINES + "右" * LINES: "columns", "左右" * LINES: "across"}.get(sides, "mixed")


WAYS = {
    "pdfminer.six": extract_text,
    "pdfminer.six, line_margin=1": lambda name: extract_text(name, laparams=LAParams(line_margin=1)),
    "pypdf": lambda name: pypdf.PdfReader(name).pages[0].extract_text(),
    "pypdfium2": lambda name: pypdfium2.PdfDocument(name)[0].get_textpage().get_text_range(),
    "pdfplumber": lambda name: pdfplumber.open(name).pages[0].extract_text(),
}
SPACINGS = (1.2, 1.4, 1.5, 1.6, 1.75, 2.0)
seen = {way: [order(read(page(spacing))) for spacing in SPACINGS] for way, read in WAYS.items()}
for way, found in seen.items():
    print(f"{way}: " + ", ".join(f"{spacing} {one}" for spacing, one in zip(SPACINGS, found, strict=True)))
columns, across = ["columns"], ["across"]
recorded = {
    "pdfminer.six": columns * 2 + across * 4,
    "pdfminer.six, line_margin=1": columns * 5 + ["mixed"],
    "pypdf": columns * 6,
    "pypdfium2": columns * 6,
    "pdfplumber": across * 6,
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
