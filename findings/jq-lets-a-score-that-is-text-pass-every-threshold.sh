#!/usr/bin/env bash
# Finding: jq 'select(.score > 0.9)' keeps the rows whose score is '0.10', 'n/a' or a list; 'select(.score <
#          0.5)' keeps those whose score is null or missing.
# A good guess says: a text is no number: an error, or the row is left out.
# What happens: jq puts all values into one order: null, false, true, numbers, texts, lists, objects; any text is
#          more than any number, and nothing is less. max of the scores is the list, or the text.
#          'select((.score | type) == "number" and .score > 0.9)' keeps the one row, and so does (.score |
#          tonumber? // 0) > 0.9.
# Versions: jq 1.13.0 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
JQ=${JQ-1.13.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "jq${JQ:+==$JQ}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import sys
from importlib.metadata import version

import jq

print("jq", version("jq"))
SCORES = [0.95, "0.10", "n/a", [0.1], None, 0.3]
rows = [{"id": place, "score": score} for place, score in enumerate(SCORES)] + [{"id": len(SCORES)}]
text = "\n".join(json.dumps(row) for row in rows)
print(text)


def kept(condition: str) -> list[int]:
    """The numbers of the rows that stay."""
    return jq.compile(f"select({condition}) | .id").input_text(text).all()


seen = {condition: kept(condition) for condition in (".score > 0.9", ".score < 0.5", '(.score | type) == "number" and .score > 0.9', "(.score | tonumber? // 0) > 0.9")}
seen["max"] = jq.compile("map(.score) | max").input_value(rows[:3]).first()
for condition, rows_kept in seen.items():
    print(condition, "->", rows_kept)
recorded = {
    ".score > 0.9": [0, 1, 2, 3],
    ".score < 0.5": [4, 5, 6],
    '(.score | type) == "number" and .score > 0.9': [0],
    "(.score | tonumber? // 0) > 0.9": [0],
    "max": "n/a",
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
