#!/usr/bin/env bash
# Finding: A backend that fails four calls in five never opens pybreaker or circuitbreaker (Python): both count
#          failures in a row, and the fifth call sets the count back. opossum (Node) opens at the first failure
#          of a quiet service and refuses the next 30 seconds.
# A good guess says: a breaker with its defaults opens after some failures, at 80 % as well as at 100 %.
# What happens: pybreaker fail_max=5 and circuitbreaker FAILURE_THRESHOLD=5 mean five in a row; of 100 calls with
#          80 failures none is refused. opossum takes the share of the last ten seconds (above 50 %) without a
#          smallest number (volumeThreshold isn't set), and a call over ten seconds is a failure. A failure
#          after ten successes leaves it closed; volumeThreshold: 10 waits for ten calls.
# Versions: opossum 10.0.0 (npm), pybreaker 1.4.1, circuitbreaker 2.1.3 (PyPI) (Node 20, Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
OPOSSUM=${OPOSSUM-10.0.0}
PYBREAKER=${PYBREAKER-1.4.1}
CIRCUITBREAKER=${CIRCUITBREAKER-2.1.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "opossum@${OPOSSUM:-latest}" >/dev/null
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pybreaker${PYBREAKER:+==$PYBREAKER}" \
  "circuitbreaker${CIRCUITBREAKER:+==$CIRCUITBREAKER}"
cd "$tmp"
python3 - <<'PY'
import sys
from importlib.metadata import version

import circuitbreaker
import pybreaker

print("pybreaker", version("pybreaker"), "circuitbreaker", version("circuitbreaker"))


class Down(Exception):
    pass


def service(fails: bool) -> None:
    if fails:
        raise Down


def first_refused(call, fails) -> int | None:
    """Which of a hundred calls does not reach the service any more."""
    for number in range(1, 101):
        try:
            call(fails(number))
        except Down:
            pass
        except (pybreaker.CircuitBreakerError, circuitbreaker.CircuitBreakerError):
            return number
    return None


PATTERNS = {"every call fails": lambda number: True, "four of five fail": lambda number: number % 5 != 0}
seen = {}
for name, fails in PATTERNS.items():
    breaker = pybreaker.CircuitBreaker()
    seen[name] = (
        first_refused(lambda wrong: breaker.call(service, wrong), fails),
        first_refused(circuitbreaker.CircuitBreaker()(service), fails),
    )
print("first call refused (pybreaker, circuitbreaker):", seen)
# pybreaker raises its own error already at the fifth failure.
if seen != {"every call fails": (5, 6), "four of five fail": (None, None)}:
    sys.exit("DIFFERENT from the record: 5 and 6 where every call fails, None where four of five do")
PY
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import CircuitBreaker from "opossum";

console.log("opossum", JSON.parse(readFileSync("node_modules/opossum/package.json", "utf8")).version);
const service = async (fails) => { if (fails) throw new Error("down"); return "answer"; };
/** What becomes of calls that fail (1) or not (0). */
async function calls(pattern, options = {}) {
  const breaker = new CircuitBreaker(service, options);
  const said = [];
  for (const fails of pattern) said.push(await breaker.fire(fails === "1").catch((error) => error.message));
  breaker.shutdown();
  return said.at(-1);
}
const seen = {
  "one failure, then a call": await calls("10"),
  "ten good calls, one failure, then a call": await calls("000000000010"),
  "volumeThreshold 10: one failure, then a call": await calls("10", { volumeThreshold: 10 }),
};
const { timeout, resetTimeout, rollingCountTimeout } = new CircuitBreaker(service).options;
console.log(seen, { timeout, resetTimeout, rollingCountTimeout });
if (JSON.stringify([Object.values(seen), timeout, resetTimeout, rollingCountTimeout]) !== JSON.stringify([["Breaker is open", "answer", "answer"], 10000, 30000, 10000])) {
  console.log("DIFFERENT from the record: open, answer, answer; 10000, 30000 and 10000");
  process.exit(1);
}
console.log("as recorded");
process.exit(0);
JS
node run.mjs
