#!/usr/bin/env bash
# Finding: math-verify finds no answer in 答案是5。 or 答案：5, but does in 答案是 5.
# A good guess says: all three sentences give 5, so a Chinese answer with a full stop is
#          rewarded like the bare number.
# What happens: a number that touches a Chinese character is not extracted (the pattern
#          wants a word boundary and a Han character counts as a letter): nothing parsed,
#          verify says False. A \boxed{5} with \text{元} is read, \boxed{12个} stays a
#          string and is wrong.
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
cases = [("5", "答案是5。"), ("5", "答案：5"), ("5", "答案是 5"), ("5", "5。"), ("5", r"\boxed{5\text{元}}"), ("12", r"\boxed{12个}")]
seen = []
for gold, answer in cases:
    parsed = parse(answer)
    right = verify(parse(gold), parsed)
    print(f"{answer!r} against {gold}: parsed {parsed}, {'right' if right else 'wrong'}")
    seen.append(right)
recorded = [False, False, True, True, True, False]
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
