#!/usr/bin/env bash
# Finding: Scores 0.9, 0.3 and 0.1 as NumPy float32 put into SQLite by Python's sqlite3: WHERE score > 0.5 finds
#          all three, avg is 0.0, and WHERE id = 1 finds nothing where the ids are NumPy int64.
# A good guess says: an error, because the type isn't known, or the numbers.
# What happens: a NumPy number that is no Python number hands over its memory, and sqlite3 keeps that as a BLOB,
#          in a REAL column, too; a BLOB is above every number and 0 to avg. float64 is a Python float and goes
#          in as a number; so do score.item() and what pandas' to_sql writes.
# Versions: numpy 2.4.6, pandas 3.1.1 (PyPI) (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
NUMPY=${NUMPY-2.4.6}
PANDAS=${PANDAS-3.1.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "numpy${NUMPY:+==$NUMPY}" \
  "pandas${PANDAS:+==$PANDAS}"
cd "$tmp"
python3 - <<'PY'
import sqlite3
import sys
from collections.abc import Iterable
from importlib.metadata import version

import numpy as np
import pandas as pd

print("numpy", version("numpy"), "pandas", version("pandas"), "SQLite", sqlite3.sqlite_version)
SCORES = [0.9, 0.3, 0.1]
base = sqlite3.connect(":memory:")


def asked(rows: Iterable[tuple[object, object]] | None) -> list[object]:
    """The type of the score, how many are above 0.5, the mean, and how many have the id 1."""
    if rows is not None:
        base.execute("DROP TABLE IF EXISTS runs")
        base.execute("CREATE TABLE runs (id INTEGER, score REAL)")
        base.executemany("INSERT INTO runs VALUES (?, ?)", rows)
    question = "SELECT max(typeof(score)), sum(score > 0.5), round(avg(score), 2), sum(id = 1) FROM runs"
    return list(base.execute(question).fetchone())


single, double = np.array(SCORES, np.float32), np.array(SCORES)
ids = np.arange(3)
seen = {
    "float32": asked(zip(ids, single, strict=True)),
    "float64": asked(zip(range(3), double, strict=True)),
    "item()": asked((int(place), score.item()) for place, score in zip(ids, single, strict=True)),
}
pd.DataFrame({"id": ids, "score": single}).to_sql("runs", base, if_exists="replace", index=False)
seen["to_sql"] = asked(None)
for name, found in seen.items():
    print(f"{name}: {found[0]}, above 0.5: {found[1]}, mean {found[2]}, id 1: {found[3]}")
numbers = ["real", 1, 0.43, 1]
recorded = {"float32": ["blob", 3, 0.0, 0], "float64": numbers, "item()": numbers, "to_sql": numbers}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
