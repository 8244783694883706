#!/usr/bin/env bash
# Finding: DataFrame.to_markdown of pandas rewrites what stands in the table: the text "1.10"
#          becomes 1.1, the text "12e4" becomes 120000, the amount 12345678.9 becomes 1.23457e+07.
# A good guess says: a table for the prompt shows the cells as they are; texts certainly.
# What happens: it goes through tabulate, which reads a column of texts that look like numbers as
#          numbers and writes every fraction with six digits. The text "007" and whole numbers stay.
#          disable_numparse=True keeps everything; to_csv and Polars' write_csv do too.
# Versions: pandas 3.1.1, tabulate 0.10.0, polars 2.1.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PANDAS=${PANDAS-3.1.1}
TABULATE=${TABULATE-0.10.0}
POLARS=${POLARS-2.1.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pandas${PANDAS:+==$PANDAS}" \
  "tabulate${TABULATE:+==$TABULATE}" \
  "polars${POLARS:+==$POLARS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import pandas
import polars

print(" ".join(f"{name} {version(name)}" for name in ("pandas", "tabulate", "polars")))
TABLE = {
    "version": ["1.10", "1.9"],
    "commit": ["12e4", "1e5"],
    "code": ["007", "012"],
    "order": [9007199254740993, 9007199254740995],
    "amount": [12345678.9, 1234567.89],
}


def cells(markdown: str) -> list[list[str]]:
    """The cells of a Markdown table, without its head."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in markdown.splitlines()[2:]]


frame = pandas.DataFrame(TABLE)
print(frame.to_markdown(index=False))
seen = cells(frame.to_markdown(index=False))
kept = cells(frame.to_markdown(index=False, disable_numparse=True))
print("disable_numparse=True:", kept)
csv = [line.split(",") for line in frame.to_csv(index=False).split()[1:]]
other = [line.split(",") for line in polars.DataFrame(TABLE).write_csv().split()[1:]]
print("to_csv:", csv, "Polars:", other)
whole = [
    ["1.10", "12e4", "007", "9007199254740993", "12345678.9"],
    ["1.9", "1e5", "012", "9007199254740995", "1234567.89"],
]
recorded = [
    ["1.1", "120000", "007", "9007199254740993", "1.23457e+07"],
    ["1.9", "100000", "012", "9007199254740995", "1.23457e+06"],
]
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
if any(rows != whole for rows in (kept, csv, other)):
    sys.exit(f"DIFFERENT from the record: the others keep {whole}")
print("as recorded")
PY
