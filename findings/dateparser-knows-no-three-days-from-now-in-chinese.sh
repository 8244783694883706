#!/usr/bin/env bash
# Finding: dateparser reads 3天后, 明天, 大后天, 下个月, and gives None for 三天后, 两周前, 下周三, 明天下午3点; 11月30日
#          becomes 30 November 2011, and 周五, said on a Monday, is last Friday.
# A good guess says: of twelve ordinary expressions eight come out right, two wrong, two as None.
# What happens: numbers must be digits, words for a time of day are not joined to a day, and a
#          weekday lies in the past (PREFER_DATES_FROM='future' turns it round). Without a language
#          given, 11月30日 is read as something else: 11 as the year; with languages=['zh'] it is
#          None, 2026年11月30日 is right. 10/11/2026 is October 11 without a language, November 10 with
#          zh.
# Versions: dateparser 1.5.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DATEPARSER=${DATEPARSER-1.5.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "dateparser${DATEPARSER:+==$DATEPARSER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from datetime import datetime
from importlib.metadata import version

import dateparser

print("dateparser", version("dateparser"))
MONDAY = datetime(2026, 11, 30, 8)
RECORDED = {
    "明天": ["2026-12-01"] * 2,
    "大后天": ["2026-12-03"] * 2,
    "下个月": ["2026-12-30"] * 2,
    "3天后": ["2026-12-03"] * 2,
    "2026年11月30日": ["2026-11-30"] * 2,
    "三天后": [None] * 2,
    "两周前": [None] * 2,
    "下周三": [None] * 2,
    "明天下午3点": [None] * 2,
    "下午3点半": [None] * 2,
    "半年前": [None] * 2,
    "月底": [None] * 2,
    "周五": ["2026-11-27"] * 2,
    "11月30日": ["2011-11-30", None],
    "10/11/2026": ["2026-10-11", "2026-11-10"],
}


def read(text: str, **options: list[str]) -> str | None:
    """The day that this expression, said on Monday 2026-11-30, is taken for."""
    moment = dateparser.parse(text, settings={"RELATIVE_BASE": MONDAY}, **options)
    return moment.date().isoformat() if moment else None


seen = {text: [read(text), read(text, languages=["zh"])] for text in RECORDED}
for text, (free, chinese) in seen.items():
    print(f"{text} -> {free}, with languages=['zh'] {chinese}")
if seen != RECORDED:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
