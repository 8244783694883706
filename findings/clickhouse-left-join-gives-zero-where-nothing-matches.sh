#!/usr/bin/env bash
# Finding: In ClickHouse a LEFT JOIN gives 0 and '' for what has no partner: three questions, one of them
#          scored 0.8, have an average of 0.27, and IS NULL finds none; DuckDB gives 0.8 and two.
# A good guess says: NULL, as SQL says and SQLite, Postgres and DuckDB do.
# What happens: join_use_nulls is 0 unless set, and a column that isn't Nullable gets its type's default value.
#          SETTINGS join_use_nulls = 1 gives 0.8 and two. So an anti-join written with IS NULL comes back
#          empty, and count(s.score) counts three. length('模型') is 6 there too, and substring('模型', 1, 1)
#          half a character: lengthUTF8 and substringUTF8 count characters.
# Versions: chdb 4.4.0, duckdb 2.0.1 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
CHDB=${CHDB-4.4.0}
DUCKDB=${DUCKDB-2.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "chdb${CHDB:+==$CHDB}" \
  "duckdb${DUCKDB:+==$DUCKDB}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import chdb
import duckdb

print(" ".join(f"{name} {version(name)}" for name in ("chdb", "duckdb")))
JOIN = """SELECT round(avg(s.score), 2), count(s.score), sum(CASE WHEN s.score IS NULL THEN 1 ELSE 0 END)
FROM (SELECT 1 AS id UNION ALL SELECT 2 UNION ALL SELECT 3) AS q
LEFT JOIN (SELECT 1 AS id, 0.8 AS score) AS s ON q.id = s.id"""


def clickhouse(query: str) -> str:
    return chdb.query(query, "CSV").bytes().decode("utf-8").strip()


print("ClickHouse", clickhouse("SELECT version()").strip('"'))
seen = {
    "ClickHouse": clickhouse(JOIN),
    "ClickHouse, join_use_nulls": clickhouse(JOIN + " SETTINGS join_use_nulls = 1"),
    "DuckDB": ",".join(f"{float(value):g}" for value in duckdb.sql(JOIN).fetchall()[0]),
    "length, lengthUTF8": clickhouse("SELECT length('模型'), lengthUTF8('模型')"),
}
for name, values in seen.items():
    print(f"{name}: {values}")
RECORDED = {
    "ClickHouse": "0.27,3,0",
    "ClickHouse, join_use_nulls": "0.8,1,2",
    "DuckDB": "0.8,1,2",
    "length, lengthUTF8": "6,2",
}
if seen != RECORDED:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
