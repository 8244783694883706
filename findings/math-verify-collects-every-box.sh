#!/usr/bin/env bash
# Finding: math-verify takes all \boxed{} of an answer together as one set.
# A good guess says: the last box counts (so a corrected answer is right), or else the
#          first.
# What happens: two boxes become {4, 5}: wrong against 4, wrong against 5, right only
#          against the set. A policy that boxes an intermediate result gets no reward, one
#          that boxes twice the same gets it.
# Versions: math-verify 0.9.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
MATH_VERIFY=${MATH_VERIFY-0.9.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "math-verify${MATH_VERIFY:+==$MATH_VERIFY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from math_verify import parse, verify

print("math-verify", version("math-verify"))
answer = r"先得到 \boxed{4}，检查后应为 \boxed{5}"
print("parsed:", parse(answer))
seen = {gold: verify(parse(f"${gold}$"), parse(answer)) for gold in ("4", "5", r"\{4,5\}")}
seen["same box twice, 5"] = verify(parse("$5$"), parse(r"\boxed{5}，所以是 \boxed{5}"))
print(seen)
recorded = {"4": False, "5": False, r"\{4,5\}": True, "same box twice, 5": True}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
