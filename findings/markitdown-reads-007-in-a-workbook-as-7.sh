#!/usr/bin/env bash
# Finding: MarkItDown turns a workbook's text 007 into 7, the counts 12 and 7 into 12.0 and 7.0, and
#          empty cells, NA and None all into NaN.
# A good guess says: what the cells hold: 007 and NA are texts, 12 is a whole number, an empty cell
#          is empty.
# What happens: the sheet goes through pandas: one empty cell makes a column of whole numbers one of
#          fractions, a column of texts that look like numbers becomes numbers, the words NA, N/A
#          and None count as missing, and each of them is written NaN. A question for the article
#          007 finds 7.
# Versions: markitdown 0.1.9, pandas 3.1.1, openpyxl 3.1.5 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
MARKITDOWN=${MARKITDOWN-0.1.9}
PANDAS=${PANDAS-3.1.1}
OPENPYXL=${OPENPYXL-3.1.5}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "markitdown[xlsx]${MARKITDOWN:+==$MARKITDOWN}" \
  "pandas${PANDAS:+==$PANDAS}" \
  "openpyxl${OPENPYXL:+==$OPENPYXL}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import openpyxl
from markitdown import MarkItDown

print(" ".join(f"{name} {version(name)}" for name in ("markitdown", "pandas", "openpyxl")))
book = openpyxl.Workbook()
for row in (["货号", "数量", "备注"], ["007", 12, "NA"], ["012", None, None], ["120", 7, "None"]):
    book.active.append(row)
book.save("stock.xlsx")
rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in MarkItDown().convert("stock.xlsx").text_content.splitlines()[1:]]
for row in rows:
    print(" | ".join(row))
recorded = [["7", "12.0", "NaN"], ["12", "NaN", "NaN"], ["120", "7.0", "NaN"]]
if rows[0] != ["货号", "数量", "备注"] or rows[2:] != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
