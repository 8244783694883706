#!/usr/bin/env bash
# Finding: seqeval gives full marks to entities whose first tag is I instead of B: F1 is 1.0 where
#          every B of the answer is missing; only mode="strict" with a scheme says 0.
# A good guess says: B-PER I-PER and I-PER I-PER are not the same tags, so the entity counts as
#          missed: F1 0.
# What happens: the default mode follows the old conlleval script: a change of type or a gap begins
#          an entity, whatever the prefix. Two neighbouring entities of one type do melt together
#          (F1 0 in both modes). mode="strict", scheme=IOB2 is what the tags say.
# Versions: seqeval 1.2.2, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
SEQEVAL=${SEQEVAL-1.2.2}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "seqeval${SEQEVAL:+==$SEQEVAL}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from seqeval.metrics import f1_score
from seqeval.scheme import IOB2

print("seqeval", version("seqeval"))
CASES = {
    "apart": (["B-PER", "I-PER", "O", "B-LOC", "I-LOC"], ["I-PER", "I-PER", "O", "I-LOC", "I-LOC"]),
    "side by side": (["B-PER", "I-PER", "B-PER", "I-PER"], ["B-PER", "I-PER", "I-PER", "I-PER"]),
}
seen = {}
for name, (gold, guess) in CASES.items():
    seen[name] = (float(f1_score([gold], [guess])), float(f1_score([gold], [guess], mode="strict", scheme=IOB2)))
    print(f"{name}: {guess} for {gold}: F1 {seen[name][0]}, strict {seen[name][1]}")
if seen != {"apart": (1.0, 0.0), "side by side": (0.0, 0.0)}:
    sys.exit("DIFFERENT from the record: apart 1.0 and strict 0.0; side by side 0.0 in both")
print("as recorded")
PY
