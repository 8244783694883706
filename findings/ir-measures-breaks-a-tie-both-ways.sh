#!/usr/bin/env bash
# Finding: For the same run with two equal scores, ir-measures says RR 0.5 and RR@10 1.0.
# A good guess says: the same number: the cutoff doesn't matter for two documents.
# What happens: RR is computed by trec_eval, which puts the later name first on a tie;
#          RR@10 by another provider (MS MARCO's script), which puts the earlier first.
#          Name the relevant document b and the two swap. Many equal scores make MRR a
#          matter of document names.
# Versions: ir-measures 0.4.3, pytrec-eval-terrier 0.5.11 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
IR_MEASURES=${IR_MEASURES-0.4.3}
PYTREC_EVAL_TERRIER=${PYTREC_EVAL_TERRIER-0.5.11}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "ir-measures${IR_MEASURES:+==$IR_MEASURES}" \
  "pytrec-eval-terrier${PYTREC_EVAL_TERRIER:+==$PYTREC_EVAL_TERRIER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import ir_measures
from ir_measures import RR, Qrel, ScoredDoc

for name in ("ir-measures", "pytrec-eval-terrier"):
    print(name, version(name))
run = [ScoredDoc("q", "a", 1.0), ScoredDoc("q", "b", 1.0)]
seen = {}
for relevant in "ab":
    results = ir_measures.calc_aggregate([RR, RR @ 10], [Qrel("q", relevant, 1)], run)
    seen[relevant] = (results[RR], results[RR @ 10])
    print(f"relevant {relevant}: RR {seen[relevant][0]}, RR@10 {seen[relevant][1]}")
if seen != {"a": (0.5, 1.0), "b": (1.0, 0.5)}:
    sys.exit("DIFFERENT from the record: 0.5 and 1, then 1 and 0.5")
print("as recorded")
PY
