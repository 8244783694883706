#!/usr/bin/env bash
# Finding: Of 105 tasks of reasoning-gym, 100 give the right answer full marks, but only 9 of them
#          if a full stop follows, and 5 for "The answer is ...": the mean mark falls from 0.95 to
#          0.42 and 0.18.
# A good guess says: a full stop costs nothing in 70 %, the sentence in 40 % of the tasks: the
#          scorers look for the answer.
# What happens: most compare the whole text; if the answer is only contained they give the share of
#          its length, so "4." has 0.5 and "4" in a sentence of 16 characters 0.06; the others give
#          0. extract_answer with tags has to come first, and what stands inside must be bare. A
#          wrong answer has 0 nearly everywhere.
# Versions: reasoning-gym 0.1.25 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
REASONING_GYM=${REASONING_GYM-0.1.25}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "reasoning-gym${REASONING_GYM:+==$REASONING_GYM}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import contextlib
import io
import sys
import warnings
from importlib.metadata import version

warnings.simplefilter("ignore")
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    import reasoning_gym
    from reasoning_gym.factory import DATASETS

print("reasoning-gym", version("reasoning-gym"), "tasks", len(DATASETS))
FORMS = {"bare": "{}", "full stop": "{}.", "sentence": "The answer is {}.", "other": "I do not know."}
marks: dict[str, list[float]] = {form: [] for form in FORMS}
for name in sorted(set(DATASETS) - {"composite"}):
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        dataset = reasoning_gym.create_dataset(name, size=3, seed=1)
        entries = [dataset[number] for number in range(3)]
        for form, pattern in FORMS.items():
            try:
                given = [dataset.score_answer(pattern.format(entry["answer"]), entry) for entry in entries]
            except Exception:
                given = [0.0]
            marks[form].append(sum(map(float, given)) / len(given))
full = {form: sum(mark > 0.999 for mark in row) for form, row in marks.items()}
mean = {form: sum(row) / len(row) for form, row in marks.items()}
for form, pattern in FORMS.items():
    print(f"{pattern.format('<answer>')!r}: full marks in {full[form]} of {len(marks[form])} tasks, mean mark {mean[form]:.2f}")
if full["bare"] < 95 or not 3 <= full["full stop"] <= 15 or full["sentence"] > 12 or full["other"] > 2:
    sys.exit("DIFFERENT from the record: full marks in 100, 9, 5 and 1 of 105 tasks")
if not 0.35 < mean["full stop"] < 0.5 or mean["sentence"] > 0.25:
    sys.exit("DIFFERENT from the record: mean marks 0.95, 0.42, 0.18")
print("as recorded")
PY
