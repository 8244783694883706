#!/usr/bin/env bash
# Finding: math-verify reads the answer 1e-5 as 1.
# A good guess says: 1e-5 equals 10^{-5}; if it can't be read, it matches nothing.
# What happens: the pattern for plain numbers stops before the e: parse('1e-5') is [1,
#          '1'], so a right answer is wrong against 10^{-5} and right against 1. $1\times
#          10^{-5}$ is read correctly.
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
for gold in (r"$10^{-5}$", "$1$"):
    for answer in ("1e-5", "学习率取 1e-5", r"$1\times 10^{-5}$", "0.00001"):
        seen[gold, answer] = verify(parse(gold), parse(answer))
        print(f"{answer!r} (parsed {parse(answer)}) against {gold}: {seen[gold, answer]}")
recorded = [False, False, True, True, True, True, False, False]
if list(seen.values()) != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
