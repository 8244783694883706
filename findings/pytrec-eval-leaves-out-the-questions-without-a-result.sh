#!/usr/bin/env bash
# Finding: a retriever that finds the right document for five of ten questions and nothing for the
#          others has a mean reciprocal rank of 1.0 by pytrec_eval, 0.5 by ir-measures; ranx
#          refuses the run. With an empty list for the five pytrec_eval says 0.5.
# A good guess says: a question without a result counts 0.
# What happens: pytrec_eval returns scores for the questions that stand in both, and the mean is
#          left to its user (BEIR divides by what came back). A filter, a timeout or a query in a
#          language that the index cuts to nothing takes the hardest questions out of the test,
#          and the mean rises. Divide by the number of questions of the qrels, or write an empty
#          list for each.
# Versions: pytrec-eval-terrier 0.5.11, ir-measures 0.4.3, ranx 0.3.21 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
PYTREC_EVAL_TERRIER=${PYTREC_EVAL_TERRIER-0.5.11}
IR_MEASURES=${IR_MEASURES-0.4.3}
RANX=${RANX-0.3.21}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pytrec-eval-terrier${PYTREC_EVAL_TERRIER:+==$PYTREC_EVAL_TERRIER}" \
  "ir-measures${IR_MEASURES:+==$IR_MEASURES}" \
  "ranx${RANX:+==$RANX}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import ir_measures
import pytrec_eval
import ranx

print(" ".join(f"{name} {version(name)}" for name in ("pytrec-eval-terrier", "ir-measures", "ranx")))
QRELS = {f"q{number}": {"right": 1} for number in range(10)}
FOUND = {f"q{number}": {"right": 1.0, "other": 0.5} for number in range(5)}
EMPTY = {question: FOUND.get(question, {}) for question in QRELS}


def mean(run: dict[str, dict[str, float]]) -> tuple[int, float]:
    scores = pytrec_eval.RelevanceEvaluator(QRELS, {"recip_rank"}).evaluate(run)
    return len(scores), sum(one["recip_rank"] for one in scores.values()) / len(scores)


try:
    of_ranx = float(ranx.evaluate(ranx.Qrels(QRELS), ranx.Run(FOUND), "mrr"))
except AssertionError:
    of_ranx = "refused"
seen = {
    "pytrec_eval": mean(FOUND),
    "pytrec_eval, with empty lists": mean(EMPTY),
    "ir-measures": float(ir_measures.calc_aggregate([ir_measures.RR], QRELS, FOUND)[ir_measures.RR]),
    "ranx": of_ranx,
    "ranx, make_comparable": float(ranx.evaluate(ranx.Qrels(QRELS), ranx.Run(FOUND), "mrr", make_comparable=True)),
}
for name, value in seen.items():
    print(f"{name}: {value}")
if list(seen.values()) != [(5, 1.0), (10, 0.5), 0.5, "refused", 0.5]:
    sys.exit("DIFFERENT from the record: 1.0 over five questions, 0.5 over ten, 0.5, refused, 0.5")
print("as recorded")
PY
