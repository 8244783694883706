#!/usr/bin/env bash
# Finding: InMemoryRateLimiter(requests_per_second=100) of LangChain lets at most ten calls a second
#          through when they come one after another; with 1,000 still ten.
# A good guess says: 95 to 100 a second: that is what the argument says.
# What happens: the bucket holds one token (max_bucket_size=1), and a call that finds it empty looks
#          again only after check_every_n_seconds=0.1; so the tenth of a second is the pace,
#          whatever the rate. With 5 it keeps 5. max_bucket_size=20 or check_every_n_seconds=0.002
#          brings it close to 100. It counts requests, no tokens.
# Versions: langchain-core 1.8.3 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.8.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain-core${LANGCHAIN_CORE:+==$LANGCHAIN_CORE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
import time
from importlib.metadata import version

from langchain_core.rate_limiters import InMemoryRateLimiter

print("langchain-core", version("langchain-core"))
SECONDS = 3.0


def pace(**options: float) -> float:
    """How many calls a second come through, one after another, after the first second."""
    limiter = InMemoryRateLimiter(**options)
    warm = time.monotonic() + 1
    while time.monotonic() < warm:
        limiter.acquire()
    start, calls = time.monotonic(), 0
    while time.monotonic() - start < SECONDS:
        limiter.acquire()
        calls += 1
    return calls / (time.monotonic() - start)


CASES = [{"requests_per_second": rate} for rate in (5, 100, 1000)]
CASES += [{"requests_per_second": 100, "max_bucket_size": 20}, {"requests_per_second": 100, "check_every_n_seconds": 0.002}]
seen = [pace(**options) for options in CASES]
for options, calls in zip(CASES, seen):
    print(options, f"{calls:.1f} calls a second")
if not 3 < seen[0] <= 5.5 or max(seen[1:3]) > 10.5:
    sys.exit("DIFFERENT from the record: 5 is kept, 100 and 1,000 give at most 10 a second")
if min(seen[3:]) < 2 * max(seen[1:3]):
    sys.exit("DIFFERENT from the record: a larger bucket or a shorter wait brings it close to 100")
print("as recorded")
PY
