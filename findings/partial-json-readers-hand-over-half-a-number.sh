#!/usr/bin/env bash
# Finding: Readers of unfinished JSON give {"amount": 12 as 12, although the model is still writing
#          1200: jiter, pydantic-core and partial-json-parser do, the first two in the mode that
#          holds back unfinished texts.
# A good guess says: what is not finished is held back: the number as well as the text.
# What happens: jiter and pydantic-core hold back "张 without its closing quote and tru of true, but
#          take a number for finished at every digit, in lists too. partial-json-parser even gives
#          12 for 12. and true for tr. While it streams, 1200 is 1, 12, 120, 1200, each of them a
#          valid amount.
# Versions: jiter 0.19.0, pydantic-core 2.50.5, partial-json-parser 0.2.1.1.post7 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
JITER=${JITER-0.19.0}
PYDANTIC_CORE=${PYDANTIC_CORE-2.50.5}
PARTIAL_JSON_PARSER=${PARTIAL_JSON_PARSER-0.2.1.1.post7}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "jiter${JITER:+==$JITER}" \
  "pydantic-core${PYDANTIC_CORE:+==$PYDANTIC_CORE}" \
  "partial-json-parser${PARTIAL_JSON_PARSER:+==$PARTIAL_JSON_PARSER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import jiter
import pydantic_core
from partial_json_parser import loads

print(" ".join(f"{name} {version(name)}" for name in ("jiter", "pydantic-core", "partial-json-parser")))
READERS = {
    "jiter": lambda text: jiter.from_json(text.encode(), partial_mode=True),
    "pydantic-core": lambda text: pydantic_core.from_json(text, allow_partial=True),
    "partial-json-parser": loads,
}
BEGINNINGS = ['{"amount": 12', '{"amount": 12.', '{"items": [3, 25', '{"paid": tr', '{"name": "张']
RECORDED = {
    "jiter": [{"amount": 12}, {}, {"items": [3, 25]}, {}, {}],
    "pydantic-core": [{"amount": 12}, {}, {"items": [3, 25]}, {}, {}],
    "partial-json-parser": [{"amount": 12}, {"amount": 12}, {"items": [3, 25]}, {"paid": True}, {"name": "张"}],
}
seen = {name: [read(text) for text in BEGINNINGS] for name, read in READERS.items()}
for place, text in enumerate(BEGINNINGS):
    print(text, {name: values[place] for name, values in seen.items()})
whole = '{"amount": 1200}'
amounts = [one["amount"] for end in range(len(whole)) if "amount" in (one := READERS["jiter"](whole[: end + 1]))]
print("1200 while it streams, by jiter:", amounts)
if seen != RECORDED or amounts != [1, 12, 120, 1200, 1200]:
    sys.exit(f"DIFFERENT from the record: {RECORDED}; 1, 12, 120, 1200")
print("as recorded")
PY
