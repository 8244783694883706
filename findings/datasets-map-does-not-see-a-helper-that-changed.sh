#!/usr/bin/env bash
# Finding: Dataset.map with a cleaning function from another module gives the old result after that
#          function was changed: the cache is found, nothing runs, nothing is said.
# A good guess says: the fingerprint covers what the function does, so it is computed anew.
# What happens: dill stores a function of an imported module by its name, so the fingerprint stays
#          the same; that holds for map(cleaning.clean) and for a lambda that calls it. A function
#          written in the script itself is hashed with its code and the values it uses, and is seen.
#          load_from_cache_file=False, or another new_fingerprint, computes anew. So a fixed
#          cleaning rule trains on the data of the unfixed one.
# Versions: datasets 5.2.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DATASETS=${DATASETS-5.2.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "datasets${DATASETS:+==$DATASETS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

print("datasets", version("datasets"))
Path("rows.jsonl").write_text("".join(json.dumps({"x": x}) + "\n" for x in (1, 2, 3)), "utf-8")
PROGRAM = """
import cleaning
import datasets

datasets.disable_progress_bars()
rows = datasets.load_dataset("json", data_files="rows.jsonl", split="train", cache_dir="cache")


def here(row):
    return {"y": row["x"] * FACTOR}


print(list(rows.map(cleaning.clean)["y"]))
print(list(rows.map(lambda row: cleaning.clean(row))["y"]))
print(list(rows.map(here)["y"]))
print(list(rows.map(cleaning.clean, load_from_cache_file=False)["y"]))
"""
NAMES = ["function of a module", "lambda that calls it", "function of the script", "load_from_cache_file=False"]


def run(factor: int) -> list[list[int]]:
    """What map gives in a new process when the functions multiply by this."""
    Path("cleaning.py").write_text(f"def clean(row):\n    return {{'y': row['x'] * {factor}}}\n", "utf-8")
    Path("program.py").write_text(PROGRAM.replace("FACTOR", str(factor)), "utf-8")
    options = {"env": {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HF_HUB_OFFLINE": "1"}, "capture_output": True, "text": True, "check": True}
    return [json.loads(line) for line in subprocess.run([sys.executable, "program.py"], **options).stdout.splitlines()]


before, after = run(1), run(100)
for name, old, new in zip(NAMES, before, after):
    print(f"{name}: times 1 {old}; after the change to times 100 {new}")
if before != [[1, 2, 3]] * 4 or after != [[1, 2, 3], [1, 2, 3], [100, 200, 300], [100, 200, 300]]:
    sys.exit("DIFFERENT from the record: the first two give the old values after the change, the last two the new ones")
print("as recorded")
PY
