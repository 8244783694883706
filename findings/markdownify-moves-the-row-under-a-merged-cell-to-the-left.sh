#!/usr/bin/env bash
# Finding: A table with a cell over two rows (rowspan=2), turned to Markdown by markdownify and by
#          MarkItDown (HTML and Word alike): the second row begins with its second cell, so 年付 stands
#          under 项目 and the price 300 under 规格.
# A good guess says: the place under the merged cell stays empty, or the cell is repeated.
# What happens: only the cells that are written are listed, and the row is one short; readers of
#          Markdown fill it up at its end. trafilatura leaves the place empty, pandas.read_html repeats
#          the cell.
# Versions: markdownify 1.2.3, markitdown 0.1.9, trafilatura 2.3.1, pandas 3.1.1, python-docx 1.2.0,
#          lxml 6.1.3 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
MARKDOWNIFY=${MARKDOWNIFY-1.2.3}
MARKITDOWN=${MARKITDOWN-0.1.9}
TRAFILATURA=${TRAFILATURA-2.3.1}
PANDAS=${PANDAS-3.1.1}
PYTHON_DOCX=${PYTHON_DOCX-1.2.0}
LXML=${LXML-6.1.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "markdownify${MARKDOWNIFY:+==$MARKDOWNIFY}" \
  "markitdown[docx]${MARKITDOWN:+==$MARKITDOWN}" \
  "trafilatura${TRAFILATURA:+==$TRAFILATURA}" \
  "pandas${PANDAS:+==$PANDAS}" \
  "python-docx${PYTHON_DOCX:+==$PYTHON_DOCX}" \
  "lxml[html-clean]${LXML:+==$LXML}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from io import BytesIO, StringIO

import docx
import pandas as pd
import trafilatura
from markdownify import markdownify
from markitdown import MarkItDown

print(" ".join(f"{name} {version(name)}" for name in ("markdownify", "markitdown", "trafilatura", "pandas", "python-docx", "lxml")))
TABLE = (
    "<table><tr><th>项目</th><th>规格</th><th>价格</th></tr>"
    "<tr><td rowspan=2>套餐甲</td><td>月付</td><td>30</td></tr><tr><td>年付</td><td>300</td></tr>"
    "<tr><td>套餐乙</td><td>月付</td><td>50</td></tr></table>"
)
PAGE = f"<html><body><article><p>{'这里说明各个套餐的价格和区别。' * 10}</p>{TABLE}</article></body></html>"
document = docx.Document()
table = document.add_table(4, 3)
for row, words in enumerate((("项目", "规格", "价格"), ("套餐甲", "月付", "30"), ("", "年付", "300"), ("套餐乙", "月付", "50"))):
    for cell, word in zip(table.rows[row].cells, words, strict=True):
        cell.text = word
table.cell(1, 0).merge(table.cell(2, 0)).text = "套餐甲"
word = BytesIO()
document.save(word)


def cells(markdown: str) -> list[str]:
    """The cells of the row of 年付."""
    line = next(line for line in markdown.splitlines() if "年付" in line)
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


row = pd.read_html(StringIO(TABLE))[0].iloc[1]
seen = {
    "markdownify": cells(markdownify(TABLE)),
    "MarkItDown, HTML": cells(MarkItDown().convert_stream(BytesIO(PAGE.encode()), file_extension=".html").text_content),
    "MarkItDown, Word": cells(MarkItDown().convert_stream(BytesIO(word.getvalue()), file_extension=".docx").text_content),
    "trafilatura": cells(trafilatura.extract(PAGE, output_format="markdown", include_tables=True)),
    "pandas.read_html": [str(value) for value in row],
}
for name, found in seen.items():
    print(f"{name}: {found}")
short = ["年付", "300"]
recorded = dict(zip(seen, (short, short, short, ["", "年付", "300"], ["套餐甲", "年付", "300"]), strict=True))
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
