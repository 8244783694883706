#!/usr/bin/env bash
# Finding: A job of APScheduler whose time was five seconds ago when the scheduler starts (the server was being
#          restarted, the thread was busy) never runs: "was missed by 0:00:05" is a line in the log, and the job is gone.
# A good guess says: what is late by seconds runs at once.
# What happens: misfire_grace_time is one second unless told; a daily job waits for the next day, one of a single
#          date is deleted. misfire_grace_time=3600 (or None for ever) runs it. A job that takes longer than its
#          interval is skipped in the meantime, too: max_instances is one.
# Versions: apscheduler 3.11.3 (PyPI) (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
APSCHEDULER=${APSCHEDULER-3.11.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "apscheduler${APSCHEDULER:+==$APSCHEDULER}"
cd "$tmp"
python3 - <<'PY'
import logging
import sys
import time
from datetime import datetime, timedelta
from importlib.metadata import version

from apscheduler.schedulers.background import BackgroundScheduler

print("apscheduler", version("apscheduler"))
said = []


class Keeps(logging.Handler):
    def emit(self, record):
        said.append(record.getMessage())


logging.getLogger("apscheduler").addHandler(Keeps(logging.WARNING))


def ran(**options) -> tuple[bool, int]:
    """Whether the evaluation of tonight ran, five seconds late, and how many jobs are left."""
    runs = []
    scheduler = BackgroundScheduler()
    scheduler.add_job(lambda: runs.append(1), "date", run_date=datetime.now() - timedelta(seconds=5), **options)
    scheduler.start()
    time.sleep(1)
    left = len(scheduler.get_jobs())
    scheduler.shutdown()
    return bool(runs), left


def skipped() -> int:
    """How often a job of three seconds, every second, starts within 2.5 seconds after its first start."""
    starts = []
    scheduler = BackgroundScheduler()
    scheduler.add_job(lambda: (starts.append(1), time.sleep(3)), "interval", seconds=1)
    scheduler.start()
    time.sleep(3.5)
    scheduler.shutdown(wait=False)
    return len(starts)


seen = {"default": ran(), "misfire_grace_time=3600": ran(misfire_grace_time=3600), "starts": skipped()}
print(seen)
print(*(line for line in said if "missed" in line or "skipped" in line), sep="\n")
if seen != {"default": (False, 0), "misfire_grace_time=3600": (True, 0), "starts": 1} or "was missed by" not in said[0]:
    sys.exit("DIFFERENT from the record: not run and gone, run with the grace, one start")
print("as recorded")
PY
