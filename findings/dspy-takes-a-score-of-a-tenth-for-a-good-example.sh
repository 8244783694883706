#!/usr/bin/env bash
# Finding: DSPy's BootstrapFewShot takes answers that the metric scores 0.1 as demonstrations, all
#          four of them wrong; with metric_threshold=0.5 none.
# A good guess says: only answers that the metric finds right become demonstrations; with a metric
#          from 0 to 1 the good ones.
# What happens: without metric_threshold a trace counts as a success where the score is not zero.
#          F1, ROUGE or a judge's mark is hardly ever 0, so every trace is accepted, the first ones
#          found, and the wrong answers of the model end up in its prompt as examples, in place of
#          the labelled ones. Give metric_threshold, or return bool where trace is not None.
# Versions: dspy 3.4.1 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
DSPY=${DSPY-3.4.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "dspy${DSPY:+==$DSPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import contextlib
import io
import logging
import sys
from importlib.metadata import version

import dspy
from dspy.utils import DummyLM

logging.disable(logging.WARNING)
print("dspy", version("dspy"))
TRAIN = [dspy.Example(question=f"question {row}", answer=f"right {row}").with_inputs("question") for row in range(8)]
dspy.configure(lm=DummyLM([{"answer": f"wrong {row}"} for row in range(100)]))


def demonstrations(score: float, threshold: float | None) -> list[str]:
    """The answers of the demonstrations that the program is given where every answer is worth that score."""
    optimizer = dspy.BootstrapFewShot(
        metric=lambda example, answer, trace=None: score, metric_threshold=threshold, max_bootstrapped_demos=4, max_labeled_demos=4
    )
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        program = optimizer.compile(dspy.Predict("question -> answer"), trainset=TRAIN)
    return sorted(demo["answer"].split()[0] for demo in program.demos)


seen = {(score, threshold): demonstrations(score, threshold) for score, threshold in ((0.1, None), (0.1, 0.5), (0.0, None))}
for (score, threshold), answers in seen.items():
    print(f"every answer is worth {score}, metric_threshold {threshold}: demonstrations {answers}")
if seen != {(0.1, None): ["wrong"] * 4, (0.1, 0.5): ["right"] * 4, (0.0, None): ["right"] * 4}:
    sys.exit("DIFFERENT from the record: four wrong answers at 0.1 without a threshold, the labelled ones otherwise")
print("as recorded")
PY
