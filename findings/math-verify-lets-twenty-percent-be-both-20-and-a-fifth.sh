#!/usr/bin/env bash
# Finding: math-verify accepts 20\% for the gold answer 0.2 and for the gold answer 20.
# A good guess says: 20\% equals 0.2 only.
# What happens: both are right: the percent sign is dropped from a gold of 20 and kept as
#          1/100 for 0.2, and verify tries both. So an answer that is wrong by a factor of
#          one hundred can be rewarded.
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
seen = {}
for gold in ("$0.2$", "$20$", "$2$"):
    for answer in (r"\boxed{20\%}", "20%", r"\boxed{0.2}", r"\boxed{20}"):
        seen[gold, answer] = verify(parse(gold), parse(answer))
        print(f"{answer} for the gold {gold}: {seen[gold, answer]}")
recorded = [True, True, True, False, True, True, False, True, False, False, False, False]
if list(seen.values()) != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
