#!/usr/bin/env bash
# Finding: With the same 21 parameters and the same reviews, ts-fsrs sets the next review of a card after 11
#          days and py-fsrs after 7, because the second answer came ten minutes early.
# A good guess says: both are FSRS-6 by the same group; without fuzz the days are equal.
# What happens: after the learning steps both ask for the card in 2 days. Answered 10 minutes before that,
#          ts-fsrs counts dates of the calendar (UTC): 2 days; py-fsrs counts whole periods of 24 hours: 1
#          day. Answered 10 minutes later the two agree to 6 digits. So it goes at midnight: two answers 20
#          minutes apart are a day apart in one and none in the other.
# Versions: ts-fsrs 5.4.2 (npm), fsrs 6.3.2 (PyPI) (Node 20, Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TS_FSRS=${TS_FSRS-5.4.2}
FSRS=${FSRS-6.3.2}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
. "$tmp/venv/bin/activate"
python3 -m pip install -q "fsrs${FSRS:+==$FSRS}"
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock "ts-fsrs@${TS_FSRS:-latest}" >/dev/null
cd "$tmp"
cat > reviews.json <<'JSON'
{
  "ten minutes early": [["2026-01-01T08:00:00Z", 3], ["2026-01-01T08:10:00Z", 3], ["2026-01-03T08:00:00Z", 3]],
  "ten minutes late": [["2026-01-01T08:00:00Z", 3], ["2026-01-01T08:10:00Z", 3], ["2026-01-03T08:20:00Z", 3]],
  "across midnight": [["2026-01-01T23:50:00Z", 4], ["2026-01-02T00:10:00Z", 3]]
}
JSON
cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { createEmptyCard, fsrs } from "ts-fsrs";

console.log("ts-fsrs", JSON.parse(readFileSync("node_modules/ts-fsrs/package.json", "utf8")).version);
const scheduler = fsrs({ enable_fuzz: false });
const seen = {};
for (const [when, answers] of Object.entries(JSON.parse(readFileSync("reviews.json", "utf8")))) {
  let card = createEmptyCard(new Date(answers[0][0]));
  for (const [at, rating] of answers) card = scheduler.next(card, new Date(at), rating).card;
  seen[when] = [card.stability, (card.due - new Date(answers.at(-1)[0])) / 86_400_000];
}
writeFileSync("seen.json", JSON.stringify({ parameters: scheduler.parameters.w, seen }));
JS
cat > run.py <<'PY'
import json
import sys
from datetime import datetime
from importlib import metadata
from pathlib import Path

from fsrs import Card, Rating, Scheduler

print("fsrs", metadata.version("fsrs"))
scheduler = Scheduler(enable_fuzzing=False)
other = json.loads(Path("seen.json").read_text("utf-8"))
same = list(scheduler.parameters) == other["parameters"] and scheduler.desired_retention == 0.9
print("the same parameters:", same)
days, stability = {}, {}
for when, answers in json.loads(Path("reviews.json").read_text("utf-8")).items():
    card = Card()
    for at, rating in answers:
        moment = datetime.fromisoformat(at.replace("Z", "+00:00"))
        card, _ = scheduler.review_card(card, Rating(rating), moment)
    stability[when] = (other["seen"][when][0], card.stability)
    days[when] = (round(other["seen"][when][1]), (card.due - moment).days)
    print(f"{when}: stability {stability[when][0]:.6f} and {stability[when][1]:.6f}, next after {days[when][0]} and {days[when][1]} days")
recorded = {"ten minutes early": (11, 7), "ten minutes late": (11, 11), "across midnight": (13, 8)}
if not same or days != recorded or abs(stability["ten minutes late"][0] - stability["ten minutes late"][1]) > 1e-6:
    sys.exit(f"DIFFERENT from the record: days {recorded}, ten minutes late the same stability")
print("as recorded")
PY
node run.mjs
python3 run.py
