#!/usr/bin/env bash
# Finding: In SQLite a score 'n/a' is above 0.9 (WHERE score > 0.9 finds it) and is 0 in avg: 0.95, 0.10 and
#          'n/a' have a mean of 0.35 and a largest of 'n/a', in a column declared REAL, too. DuckDB refuses
#          to put it in.
# A good guess says: a REAL column refuses a text, or the text is left out of comparison and mean.
# What happens: a declared type is only a wish: what doesn't read as a number stays a text, and every text is
#          larger than every number; sum and avg take it for 0. In a column without a type '0.10' is a text
#          as well and above 0.9. CREATE TABLE … STRICT refuses 'n/a'; typeof(score) = 'real' leaves it out.
# Versions: apsw 3.54.1.0, duckdb 2.0.1 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
APSW=${APSW-3.54.1.0}
DUCKDB=${DUCKDB-2.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "apsw${APSW:+==$APSW}" \
  "duckdb${DUCKDB:+==$DUCKDB}"
cd "$tmp"
python3 - <<'PY'
import sys
from importlib.metadata import version

import apsw
import duckdb

print("apsw", apsw.apsw_version(), "SQLite", apsw.sqlite_lib_version(), "duckdb", version("duckdb"))
SCORES = [(1, 0.95), (2, "0.10"), (3, "n/a"), (4, None)]
base = apsw.Connection(":memory:")


def asked(declared: str, ending: str = "") -> list[object]:
    """Which rows are above 0.9, the mean and the largest."""
    base.execute("DROP TABLE IF EXISTS runs")
    base.execute(f"CREATE TABLE runs (id INTEGER, score {declared}) {ending}")
    base.executemany("INSERT INTO runs VALUES (?, ?)", SCORES)
    above = [row[0] for row in base.execute("SELECT id FROM runs WHERE score > 0.9 ORDER BY id")]
    return [above, *next(base.execute("SELECT round(avg(score), 2), max(score) FROM runs"))]


def refused(what: str) -> bool:
    try:
        if what == "STRICT":
            asked("REAL", "STRICT")
        else:
            duckdb.sql("CREATE TEMP TABLE runs (score DOUBLE); INSERT INTO runs VALUES ('n/a')")
    except (apsw.Error, duckdb.Error):
        return True
    return False


seen = {"REAL": asked("REAL"), "no type": asked("")}
for name, found in seen.items():
    print(f"{name}: above 0.9 {found[0]}, mean {found[1]}, largest {found[2]!r}")
refusals = {name: refused(name) for name in ("STRICT", "DuckDB")}
print("refused by:", refusals)
recorded = {"REAL": [[1, 3], 0.35, "n/a"], "no type": [[1, 2, 3], 0.35, "n/a"]}
if seen != recorded or not all(refusals.values()):
    sys.exit(f"DIFFERENT from the record: {recorded}, refused by STRICT and DuckDB")
print("as recorded")
PY
