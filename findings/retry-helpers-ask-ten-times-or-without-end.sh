#!/usr/bin/env bash
# Finding: A function that always fails, wrapped by a retry helper with its defaults, runs without end under
#          tenacity (without any pause: 1,000 times in under a second) and backoff, 10 times under stamina, 11
#          under p-retry and async-retry, 21 as a job of dramatiq.
# A good guess says: three times, five at the most, with a pause that grows.
# What happens: tenacity.retry has stop_never and wait_none; backoff.on_exception has neither max_tries nor
#          max_time; stamina stops after ten attempts or 45 seconds; p-retry and async-retry take ten retries,
#          dramatiq twenty. Write the number and the whole time down wherever a model is called.
# Versions: tenacity 9.2.1, backoff 2.2.1, stamina 26.1.0, dramatiq 2.2.1 (PyPI), p-retry 9.0.0, async-retry
#          1.3.3 (npm) (Python 3.11, Node 20)
# Seen: 2026-12-01
set -euo pipefail
TENACITY=${TENACITY-9.2.1}
BACKOFF=${BACKOFF-2.2.1}
STAMINA=${STAMINA-26.1.0}
DRAMATIQ=${DRAMATIQ-2.2.1}
P_RETRY=${P_RETRY-9.0.0}
ASYNC_RETRY=${ASYNC_RETRY-1.3.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "p-retry@${P_RETRY:-latest}" \
  "async-retry@${ASYNC_RETRY:-latest}" >/dev/null
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "tenacity${TENACITY:+==$TENACITY}" "backoff${BACKOFF:+==$BACKOFF}" \
  "stamina${STAMINA:+==$STAMINA}" "dramatiq${DRAMATIQ:+==$DRAMATIQ}"
cd "$tmp"
python3 - <<'PY'
import logging
import sys
import time
from importlib.metadata import version

import backoff
import dramatiq
import stamina
import tenacity
from dramatiq.brokers.stub import StubBroker

logging.disable(logging.CRITICAL)
print({name: version(name) for name in ("tenacity", "backoff", "stamina", "dramatiq")})
really_sleep, slept = time.sleep, []


class Enough(BaseException):
    """After a thousand calls."""


def calls(decorated) -> tuple[int, float]:
    """How often it ran, and how many seconds the helper wanted to wait in all."""
    ran = 0

    @decorated
    def ask() -> None:
        nonlocal ran
        ran += 1
        if ran == 1000:
            raise Enough
        raise ConnectionError("down")

    slept.clear()
    time.sleep = slept.append
    try:
        ask()
    except (ConnectionError, tenacity.RetryError, Enough):
        pass
    finally:
        time.sleep = really_sleep
    return ran, sum(slept)


def jobs() -> int:
    """How often dramatiq runs a job that fails; its pauses are shortened, their number is not."""
    broker, ran = StubBroker(), 0
    dramatiq.set_broker(broker)

    @dramatiq.actor(min_backoff=1, max_backoff=1)
    def ask() -> None:
        nonlocal ran
        ran += 1
        raise ConnectionError("down")

    ask.send()
    worker = dramatiq.Worker(broker, worker_timeout=20)
    worker.start()
    try:
        broker.join("default", timeout=120_000)
    except ConnectionError:
        pass
    worker.stop()
    return ran


tenacious, paused = calls(tenacity.retry)
seen = {"tenacity": tenacious, "backoff": calls(backoff.on_exception(backoff.expo, ConnectionError))[0]}
seen["stamina"] = calls(stamina.retry(on=ConnectionError))[0]
seen["dramatiq"] = jobs()
print(seen, "(stopped by us at 1,000); seconds that tenacity waited:", paused)
if seen != {"tenacity": 1000, "backoff": 1000, "stamina": 10, "dramatiq": 21} or paused:
    sys.exit("DIFFERENT from the record: 1000 (without a pause), 1000, 10, 21")
PY
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import retry from "async-retry";
import pRetry from "p-retry";

for (const name of ["p-retry", "async-retry"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
// Without their pauses, which grow to more than eight minutes.
const really = globalThis.setTimeout;
globalThis.setTimeout = (call, _, ...more) => really(call, 0, ...more);
const ran = { "p-retry": 0, "async-retry": 0 };
for (const [name, helper] of Object.entries({ "p-retry": pRetry, "async-retry": retry })) {
  await helper(() => { ran[name] += 1; throw new Error("down"); }).catch(() => {});
}
console.log(ran);
if (ran["p-retry"] !== 11 || ran["async-retry"] !== 11) {
  console.log("DIFFERENT from the record: 11 and 11");
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
