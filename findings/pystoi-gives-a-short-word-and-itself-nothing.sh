#!/usr/bin/env bash
# Finding: pystoi calls a recording of 0.3 seconds unintelligible beside itself: 0.00001; from half
#          a second on the same recording gets 1.0.
# A good guess says: a recording and itself: 1.0, however short.
# What happens: STOI looks at windows of 30 frames, 384 ms at 10 kHz; what is shorter after the
#          silence is cut gets 1e-5 and a warning. So commands of one word, digits and cut-up speech
#          pull the mean of a test set down. A word with silence around it falls below as well,
#          since the silence is cut first.
# Versions: pystoi 0.4.1, numpy 2.4.6, scipy 1.17.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PYSTOI=${PYSTOI-0.4.1}
NUMPY=${NUMPY-2.4.6}
SCIPY=${SCIPY-1.17.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pystoi${PYSTOI:+==$PYSTOI}" \
  "numpy${NUMPY:+==$NUMPY}" \
  "scipy${SCIPY:+==$SCIPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import numpy as np
from pystoi import stoi

print("pystoi", version("pystoi"))
RATE = 16_000
rng = np.random.default_rng(0)
silence = np.zeros(RATE)
seen = {}
for seconds in (0.2, 0.3, 0.5, 1.0):
    word = rng.normal(0, 0.1, int(RATE * seconds))
    padded = np.concatenate([silence, word, silence])
    seen[seconds] = (round(float(stoi(word, word, RATE)), 5), round(float(stoi(padded, padded, RATE)), 5))
    print(f"{seconds} s and itself: {seen[seconds][0]}; with a second of silence before and after: {seen[seconds][1]}")
if seen != {0.2: (1e-05, 1e-05), 0.3: (1e-05, 1e-05), 0.5: (1.0, 1.0), 1.0: (1.0, 1.0)}:
    sys.exit("DIFFERENT from the record: 1e-05 up to 0.3 s, 1.0 from 0.5 s")
print("as recorded")
PY
