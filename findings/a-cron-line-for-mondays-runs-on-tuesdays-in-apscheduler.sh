#!/usr/bin/env bash
# Finding: 0 9 * * 1 runs on Tuesdays in APScheduler's CronTrigger.from_crontab, on Mondays in
#          croniter, Celery and Huey (and cron); 1-5 leaves Monday out and takes Saturday in. 0 9
#          1 * 1 is the first of a month or a Monday to croniter (and cron), a first that is a
#          Monday to Celery and Huey: once in many months.
# A good guess says: from_crontab reads the line as cron does: 1 is Monday, 0 and 7 are Sunday; of
#          two day fields one is enough.
# What happens: APScheduler counts the days from Monday, 0 to 6, as Python's weekday() does, in
#          crontab lines too, and refuses 7. Names are safe: mon, mon-fri (Huey knows no names).
#          Only croniter keeps cron's rule for two day fields; the other three want both. Print
#          the next five times.
# Versions: apscheduler 3.11.3, croniter 7.0.0, celery 5.7.0, huey 3.5.4 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
APSCHEDULER=${APSCHEDULER-3.11.3}
CRONITER=${CRONITER-7.0.0}
CELERY=${CELERY-5.7.0}
HUEY=${HUEY-3.5.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "apscheduler${APSCHEDULER:+==$APSCHEDULER}" \
  "croniter${CRONITER:+==$CRONITER}" \
  "celery${CELERY:+==$CELERY}" \
  "huey${HUEY:+==$HUEY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

import celery.schedules
import huey
from apscheduler.triggers.cron import CronTrigger
from croniter import croniter

print(" ".join(f"{name} {version(name)}" for name in ("apscheduler", "croniter", "celery", "huey")))
START = datetime(2026, 11, 29, 12, tzinfo=timezone.utc)  # a Sunday
MORNINGS = [START.replace(hour=9) + timedelta(days=day) for day in range(1, 400)]
LINES = {"0 9 * * 1": 3, "0 9 * * 1-5": 6, "0 9 * * mon": 3, "0 9 1 * 1": 3}


def of_apscheduler(line: str, count: int) -> list[datetime]:
    trigger, now, found = CronTrigger.from_crontab(line, timezone=timezone.utc), START, []
    while len(found) < count:
        found.append(trigger.get_next_fire_time(None, now))
        now = found[-1] + timedelta(minutes=1)
    return found


def of_croniter(line: str, count: int) -> list[datetime]:
    times = croniter(line, START)
    return [times.get_next(datetime) for _ in range(count)]


def of_celery(line: str, count: int) -> list[datetime]:
    plan = celery.schedules.crontab.from_string(line)
    return [day for day in MORNINGS if day.isoweekday() % 7 in plan.day_of_week and day.day in plan.day_of_month][:count]


def of_huey(line: str, count: int) -> list[datetime]:
    minute, hour, day, month, weekday = line.split()
    try:
        due = huey.crontab(minute=minute, hour=hour, day=day, month=month, day_of_week=weekday)
    except ValueError:
        return []
    return [morning for morning in MORNINGS if due(morning)][:count]


READERS = {"apscheduler": of_apscheduler, "croniter": of_croniter, "celery": of_celery, "huey": of_huey}
seen = {line: {name: [time.strftime("%a %d %b") for time in read(line, count)] for name, read in READERS.items()} for line, count in LINES.items()}
for line, times in seen.items():
    print(line)
    for name, days in times.items():
        print(f"  {name}: {', '.join(days) or 'refused'}")
weekdays = {name: " ".join(sorted({day[:3] for day in days})) for name, days in seen["0 9 * * 1"].items()}
week = {name: [day[:3] for day in days[:5]] for name, days in seen["0 9 * * 1-5"].items()}
monday = [days[:1] for days in seen["0 9 * * mon"].values()]
both = {name: days[:2] for name, days in seen["0 9 1 * 1"].items()}
if (
    weekdays != {"apscheduler": "Tue", "croniter": "Mon", "celery": "Mon", "huey": "Mon"}
    or week["apscheduler"] != ["Tue", "Wed", "Thu", "Fri", "Sat"]
    or week["croniter"] != ["Mon", "Tue", "Wed", "Thu", "Fri"]
    or monday != [["Mon 30 Nov"], ["Mon 30 Nov"], ["Mon 30 Nov"], []]
    or both["croniter"] != ["Mon 30 Nov", "Tue 01 Dec"]
    or both["celery"] != ["Mon 01 Feb", "Mon 01 Mar"]
    or both["huey"] != both["celery"]
):
    sys.exit("DIFFERENT from the record: Tuesdays, and Tuesday to Saturday, in APScheduler; either day in croniter only")
print("as recorded")
PY
