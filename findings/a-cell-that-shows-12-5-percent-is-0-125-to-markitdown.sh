#!/usr/bin/env bash
# Finding: A workbook whose cells show 12.5%, ¥1,234.50 and 2026年12月: MarkItDown, pandas and calamine hand over 0.125,
#          1234.5 and 2026-12-01; the sum of a formula, written by a program, is NaN or empty; a hidden row and a
#          hidden sheet come along. Only SheetJS (JavaScript) gives what is shown.
# A good guess says: what a reader of the sheet sees is what comes into the knowledge base.
# What happens: the file holds the number and, beside it, the way to show it; the Python readers pass the number
#          on. openpyxl computes nothing, so a formula has a value only after Excel or LibreOffice has saved
#          the file. SheetJS's sheet_to_csv uses the formats (and has no sum either).
# Versions: markitdown 0.1.9, openpyxl 3.1.5, pandas 3.1.1, python-calamine 0.9.1 (PyPI), xlsx 0.18.5 (npm)
#          (Python 3.11, Node 20)
# Seen: 2026-12-01
set -euo pipefail
MARKITDOWN=${MARKITDOWN-0.1.9}
OPENPYXL=${OPENPYXL-3.1.5}
PANDAS=${PANDAS-3.1.1}
PYTHON_CALAMINE=${PYTHON_CALAMINE-0.9.1}
XLSX=${XLSX-0.18.5}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "xlsx@${XLSX:-latest}" >/dev/null
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "markitdown${MARKITDOWN:+==$MARKITDOWN}" "openpyxl${OPENPYXL:+==$OPENPYXL}" \
  "pandas${PANDAS:+==$PANDAS}" "python-calamine${PYTHON_CALAMINE:+==$PYTHON_CALAMINE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import datetime
import sys
from importlib.metadata import version

import openpyxl
import pandas as pd
from markitdown import MarkItDown
from python_calamine import load_workbook

print({name: version(name) for name in ("markitdown", "openpyxl", "pandas", "python-calamine")})
book = openpyxl.Workbook()
sheet = book.active
for row in (["项目", "准确率", "单价", "月份", "合计"], ["甲", 0.125, 1234.5, datetime.date(2026, 12, 1), "=C2*2"], ["草稿", 0.07, 9, datetime.date(2026, 11, 1), "=C3*2"]):
    sheet.append(row)
for number in (2, 3):
    for column, shown in (("B", "0.0%"), ("C", '"¥"#,##0.00'), ("D", 'yyyy"年"m"月"')):
        sheet[f"{column}{number}"].number_format = shown
sheet.row_dimensions[3].hidden = True
old = book.create_sheet("旧价格")
old.append(["甲", 999])
old.sheet_state = "hidden"
book.save("prices.xlsx")

text = MarkItDown().convert("prices.xlsx").text_content
print(text)
frame = [str(value) for value in pd.read_excel("prices.xlsx").iloc[0]]
calamine = [str(value) for value in load_workbook("prices.xlsx").get_sheet_by_index(0).to_python()[1]]
print("pandas:", frame, "calamine:", calamine)
wrong = "| 甲 | 0.125 | 1234.5 | 2026-12-01 | NaN |" not in text or "草稿" not in text or "999" not in text
if wrong or frame != ["甲", "0.125", "1234.5", "2026-12-01 00:00:00", "nan"] or calamine != ["甲", "0.125", "1234.5", "2026-12-01", ""]:
    sys.exit("DIFFERENT from the record: 0.125, 1234.5, the date, NaN or empty; hidden row and sheet present")
PY
cat > run.mjs <<'JS'
import XLSX from "xlsx";

console.log("xlsx", XLSX.version);
const lines = XLSX.utils.sheet_to_csv(XLSX.readFile("prices.xlsx", { cellNF: true }).Sheets.Sheet).split("\n");
console.log("SheetJS:", lines[1]);
if (lines[1] !== "甲,12.5%,\"¥1,234.50\",2026年12月,") {
  console.log("DIFFERENT from the record: as shown, without the sum");
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
