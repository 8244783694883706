#!/usr/bin/env bash
# Finding: A JSON Lines log of tool calls with ten tools: arguments.city = '北京' finds the calls in
#          DuckDB. With eleven tools the same query ends with a conversion error.
# A good guess says: the same query finds the calls of that tool whatever else stands in the log.
# What happens: DuckDB reads objects whose keys are on average present in fewer than a tenth of the
#          rows as MAP(VARCHAR, JSON) instead of STRUCT (field_appearance_threshold); the values are
#          then JSON, so that a text must be compared with '"北京"', and numbers still work.
#          arguments->>'city' works with both; so does naming the type, or
#          field_appearance_threshold=0, which keeps the STRUCT.
# Versions: duckdb 2.0.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DUCKDB=${DUCKDB-2.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "duckdb${DUCKDB:+==$DUCKDB}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import sys
from importlib.metadata import version
from pathlib import Path

import duckdb

print("duckdb", version("duckdb"))
CALLS = 660


def log(tools: int) -> None:
    """Writes calls.jsonl: as many tools, each with two arguments of its own, in turn."""
    rows = []
    for call in range(CALLS):
        tool = call % tools
        arguments = {"city": "北京", "days": 3} if tool == 0 else {f"text{tool}": "x", f"number{tool}": call}
        rows.append(json.dumps({"name": f"tool{tool}", "arguments": arguments}, ensure_ascii=False))
    Path("calls.jsonl").write_text("\n".join(rows), "utf-8")


def found(condition: str, options: str = "") -> int | str:
    """How many calls meet the condition, or the kind of error."""
    try:
        query = f"select count(*) from read_json('calls.jsonl'{options}) where {condition}"
        return duckdb.connect().execute(query).fetchall()[0][0]
    except duckdb.Error as error:
        return type(error).__name__


CONDITIONS = ("arguments.city = '北京'", "arguments.days = 3", "arguments->>'city' = '北京'")
seen = {}
for tools in (10, 11):
    log(tools)
    kind = duckdb.connect().execute("describe from 'calls.jsonl'").fetchall()[1][1]
    kept = found(CONDITIONS[0], ", field_appearance_threshold=0")
    seen[tools] = [kind.split("(")[0], *(found(condition) for condition in CONDITIONS), kept]
    print(f"{tools} tools: {kind[:50]}; " + ", ".join(f"{c}: {n}" for c, n in zip(CONDITIONS, seen[tools][1:], strict=False)) + f"; threshold 0: {kept}")
recorded = {10: ["STRUCT", 66, 66, 66, 66], 11: ["MAP", "ConversionException", 60, 60, 60]}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
