#!/usr/bin/env bash
# Finding: json-repair mends {“答案”：“好”} but loses an object that has only the colon and
#          comma full-width.
# A good guess says: both are read as the object that was meant.
# What happens: with curly quotes the object comes back whole; with straight quotes and ：，
#          the result is an object with one key that holds the first key, its value and
#          the second key, without any error. Unescaped straight quotes inside a Chinese
#          sentence are mended.
# Versions: json-repair 0.64.6 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
JSON_REPAIR=${JSON_REPAIR-0.64.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "json-repair${JSON_REPAIR:+==$JSON_REPAIR}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import json_repair

print("json-repair", version("json-repair"))
texts = ['{“答案”：“好”，“分数”：3}', '{"答案"："好"，"分数"：3}', '{"答案": "他说"好"，就走了", "分数": 3}']
seen = [json_repair.loads(t) for t in texts]
for text, value in zip(texts, seen, strict=True):
    print(text, "->", repr(value))
recorded = [{"答案": "好", "分数": 3}, {'答案"："好"，"分数': 3}, {"答案": '他说"好"，就走了', "分数": 3}]
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
