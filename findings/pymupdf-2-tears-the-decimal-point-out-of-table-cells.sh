#!/usr/bin/env bash
# Finding: Table.extract() of PyMuPDF 2.0 reads the cell 61.2 of an ordinary ruled table in Helvetica as
#          '612\n.', 1,080.5 as '10805\n, .', 3.5% as '35%\n.', v1.5-x as 'v1 .5 -x'; 1.28.2 reads all as
#          they stand.
# A good guess says: a table that is text, with lines, is read as it is; finding it is the hard part.
# What happens: the marks are put on a line of their own below the digits. Only extract() (and so
#          to_pandas()) does this; to_markdown() of the same table, get_textbox() of the same cell and
#          get_text() of the page are right, and so is pdfplumber.
# Versions: pymupdf 2.0, reportlab 5.1.0, pdfplumber 0.11.10 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PYMUPDF=${PYMUPDF-2.0}
REPORTLAB=${REPORTLAB-5.1.0}
PDFPLUMBER=${PDFPLUMBER-0.11.10}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pymupdf${PYMUPDF:+==$PYMUPDF}" \
  "reportlab${REPORTLAB:+==$REPORTLAB}" \
  "pdfplumber${PDFPLUMBER:+==$PDFPLUMBER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import pdfplumber
import pymupdf
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

print(" ".join(f"{name} {version(name)}" for name in ("pymupdf", "reportlab", "pdfplumber")))
ROWS = [["Model", "Size", "Score"], ["A", "7B", "61.2"], ["B", "72B", "1,080.5"], ["C", "v1.5-x", "3.5%"]]
table = Table(ROWS)
table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 1, "black")]))
SimpleDocTemplate("table.pdf").build([table])
page = pymupdf.open("table.pdf")[0]
found = page.find_tables()[0]
markdown = [line.strip("|").split("|") for line in found.to_markdown().split("\n") if line and "---" not in line]
boxes = sorted(page.get_textbox(cell).strip() for cell in found.cells)
seen = {
    "extract()": found.extract(),
    "to_markdown()": markdown,
    "pdfplumber": pdfplumber.open("table.pdf").pages[0].extract_table(),
}
for name, rows in seen.items():
    print(f"{name}: {rows}")
right = boxes == sorted(cell for row in ROWS for cell in row)
print("get_textbox() of each cell is right:", right)
torn = [["Model", "Size", "Score"], ["A", "7B", "612\n."], ["B", "72B", "10805\n, ."], ["C", "v1 .5 -x", "35%\n."]]
if seen != {"extract()": torn, "to_markdown()": ROWS, "pdfplumber": ROWS} or not right:
    sys.exit(f"DIFFERENT from the record: extract() {torn}, all others right")
print("as recorded")
PY
