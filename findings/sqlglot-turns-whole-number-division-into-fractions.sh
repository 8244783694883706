#!/usr/bin/env bash
# Finding: sqlglot.transpile from SQLite to DuckDB leaves a/b of two integer columns as a / b, which
#          is 3 before and 3.5 after; LIKE 'a%' no longer finds Alice; CAST of 2.7 to INTEGER is 2
#          before and 3 after. No warning.
# A good guess says: the dialects are known, so the result is the same: integer division and ILIKE
#          are written out.
# What happens: transpile sees no types. Given the schema, qualify and annotate_types write out the
#          division (even of SUM by COUNT), but LIKE and CAST stay as they are. NULLS FIRST, instr,
#          group_concat, max(a, b), strftime are translated. A gold query moved to another database
#          this way is not the same query.
# Versions: sqlglot 30.30.0, duckdb 2.0.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
SQLGLOT=${SQLGLOT-30.30.0}
DUCKDB=${DUCKDB-2.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "sqlglot${SQLGLOT:+==$SQLGLOT}" \
  "duckdb${DUCKDB:+==$DUCKDB}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sqlite3
import sys
from importlib.metadata import version

import duckdb
from sqlglot import parse_one, transpile
from sqlglot.optimizer.annotate_types import annotate_types
from sqlglot.optimizer.qualify import qualify

print(" ".join(f"{name} {version(name)}" for name in ("sqlglot", "duckdb")), "sqlite", sqlite3.sqlite_version)
TABLE = "CREATE TABLE t (id INTEGER, name TEXT, a INTEGER, b INTEGER, price REAL)"
ROWS = [(1, "Alice", 7, 2, 1.25), (2, "bob", 9, 4, 2.7), (3, "Carol", None, 3, 2.6), (4, "alex", -7, 2, 0.5)]
SCHEMA = {"t": {"id": "INT", "name": "TEXT", "a": "INT", "b": "INT", "price": "DOUBLE"}}
QUERIES = [
    "SELECT a / b FROM t ORDER BY id",
    "SELECT SUM(a) / COUNT(*) FROM t",
    "SELECT id FROM t WHERE name LIKE 'a%' ORDER BY id",
    "SELECT CAST(price AS INTEGER) FROM t ORDER BY id",
    "SELECT id FROM t ORDER BY a",
    "SELECT INSTR(name, 'l') FROM t ORDER BY id",
    "SELECT MAX(a, b) FROM t ORDER BY id",
    "SELECT GROUP_CONCAT(name) FROM t",
]
lite, duck = sqlite3.connect(":memory:"), duckdb.connect()
lite.execute(TABLE)
duck.execute(transpile(TABLE, read="sqlite", write="duckdb")[0])
for database in (lite, duck):
    database.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?)", ROWS)


def with_types(query: str) -> str:
    tree = qualify(parse_one(query, read="sqlite"), schema=SCHEMA, dialect="sqlite")
    return annotate_types(tree, schema=SCHEMA, dialect="sqlite").sql("duckdb")


plain, typed = [], []
for query in QUERIES:
    before = lite.execute(query).fetchall()
    moved = transpile(query, read="sqlite", write="duckdb")[0]
    after = duck.execute(moved).fetchall()
    plain.append(before == after)
    typed.append(before == duck.execute(with_types(query)).fetchall())
    print(f"{query}: {[row[0] for row in before]}" + ("" if plain[-1] else f"; as {moved}: {[row[0] for row in after]}"))
print("the same:", plain)
print("the same with the types:", typed)
if plain != [False] * 4 + [True] * 4 or typed != [True, True, False, False] + [True] * 4:
    sys.exit("DIFFERENT from the record: /, SUM / COUNT, LIKE and CAST differ; with the types only LIKE and CAST")
print("as recorded")
PY
