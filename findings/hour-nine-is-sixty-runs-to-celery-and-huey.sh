#!/usr/bin/env bash
# Finding: a task planned with crontab(hour=9) runs sixty times a day in Celery and in Huey, each
#          minute from 9:00 to 9:59; APScheduler's CronTrigger(hour=9) runs once, at 9:00.
# A good guess says: hour=9 is nine o'clock, once a day.
# What happens: what is left out is * in Celery and Huey, every minute; APScheduler sets the
#          fields that are finer than the finest one given to their least value. A nightly
#          evaluation that calls a paid model then runs, and pays, sixty times, often at once.
#          Write minute=0 too.
# Versions: celery 5.7.0, huey 3.5.4, apscheduler 3.11.3 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
CELERY=${CELERY-5.7.0}
HUEY=${HUEY-3.5.4}
APSCHEDULER=${APSCHEDULER-3.11.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "celery${CELERY:+==$CELERY}" \
  "huey${HUEY:+==$HUEY}" \
  "apscheduler${APSCHEDULER:+==$APSCHEDULER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

import celery.schedules
import huey
from apscheduler.triggers.cron import CronTrigger

print(" ".join(f"{name} {version(name)}" for name in ("celery", "huey", "apscheduler")))
DAY = datetime(2026, 12, 1, tzinfo=timezone.utc)
MINUTES = [DAY + timedelta(minutes=minute) for minute in range(24 * 60)]


def runs(**when: int) -> dict[str, int]:
    """How often a task runs on one day."""
    plan = celery.schedules.crontab(**when)
    due = huey.crontab(**{name: str(value) for name, value in when.items()})
    trigger, now, times = CronTrigger(**when, timezone=timezone.utc), DAY, 0
    while (now := trigger.get_next_fire_time(None, now)) and now.day == DAY.day:
        now, times = now + timedelta(seconds=1), times + 1
    return {
        "celery": sum(one.hour in plan.hour and one.minute in plan.minute for one in MINUTES),
        "huey": sum(bool(due(one)) for one in MINUTES),
        "apscheduler": times,
    }


seen = {"hour=9": runs(hour=9), "hour=9, minute=0": runs(hour=9, minute=0)}
for when, counts in seen.items():
    print(f"{when}: runs on one day {counts}")
once = {"celery": 1, "huey": 1, "apscheduler": 1}
if seen != {"hour=9": {"celery": 60, "huey": 60, "apscheduler": 1}, "hour=9, minute=0": once}:
    sys.exit("DIFFERENT from the record: 60, 60 and 1; with minute=0 once each")
print("as recorded")
PY
