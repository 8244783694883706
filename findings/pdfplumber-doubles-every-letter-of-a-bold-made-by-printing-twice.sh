#!/usr/bin/env bash
# Finding: A line that a PDF prints twice, 0.3 points apart, to look bold: pdfplumber reads 注注意意力力 and 1122..55%%,
#          pypdf, pdfminer and PyMuPDF hand the line over twice; only pdfium gives it once.
# A good guess says: one sees one line, so the readers give one.
# What happens: the page holds the letters twice, as word processors write a bold face that the font lacks. pdfplumber
#          sorts the letters by their place, so the two lines interlace; page.dedupe_chars() takes one of
#          each pair away.
# Versions: pdfplumber 0.11.10, pypdf 7.1.1, pdfminer.six 20260107, pymupdf 2.0, pypdfium2 5.15.2, reportlab 5.1.0
#          (PyPI) (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
PDFPLUMBER=${PDFPLUMBER-0.11.10}
PYPDF=${PYPDF-7.1.1}
PDFMINER_SIX=${PDFMINER_SIX-20260107}
PYMUPDF=${PYMUPDF-2.0}
PYPDFIUM2=${PYPDFIUM2-5.15.2}
REPORTLAB=${REPORTLAB-5.1.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pdfplumber${PDFPLUMBER:+==$PDFPLUMBER}" "pypdf${PYPDF:+==$PYPDF}" \
  "pdfminer.six${PDFMINER_SIX:+==$PDFMINER_SIX}" "pymupdf${PYMUPDF:+==$PYMUPDF}" "pypdfium2${PYPDFIUM2:+==$PYPDFIUM2}" \
  "reportlab${REPORTLAB:+==$REPORTLAB}"
cd "$tmp"
python3 - <<'PY'
import sys
from importlib.metadata import version

import pdfplumber
import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

print({name: version(name) for name in ("pdfplumber", "pypdf", "pdfminer.six", "pymupdf", "pypdfium2", "reportlab")})
HEADING, PLAIN = "注意力机制 12.5%", "每个位置都能看到其他位置。"
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
page = canvas.Canvas("page.pdf")
page.setFont("STSong-Light", 14)
for shift in (0, 0.3):
    page.drawString(72 + shift, 700, HEADING)
page.drawString(72, 670, PLAIN)
page.save()
with pdfplumber.open("page.pdf") as book:
    plumber = book.pages[0].extract_text(), book.pages[0].dedupe_chars().extract_text()
seen = {
    "pdfplumber": plumber[0],
    "pdfplumber, dedupe_chars": plumber[1],
    "pypdf": pypdf.PdfReader("page.pdf").pages[0].extract_text(),
    "pdfminer": extract_text("page.pdf"),
    "pymupdf": pymupdf.open("page.pdf")[0].get_text(),
    "pdfium": pypdfium2.PdfDocument("page.pdf")[0].get_textpage().get_text_range(),
}
for name, text in seen.items():
    print(f"{name}: {text!r}")
twice = [text.count(HEADING) for text in seen.values()]
right = all(text.count(PLAIN) == 1 for text in seen.values())
if twice != [0, 1, 2, 2, 2, 1] or not right or "注注意意力力" not in plumber[0] or "1122..55%%" not in plumber[0]:
    sys.exit("DIFFERENT from the record: interlaced, once, twice, twice, twice, once; the plain line once everywhere")
print("as recorded")
PY
