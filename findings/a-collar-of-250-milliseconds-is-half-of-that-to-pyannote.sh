#!/usr/bin/env bash
# Finding: pyannote.metrics' DiarizationErrorRate(collar=0.25) forgives a change of speaker that
#          is 0.125 s late and counts one that is 0.2 s late; all that lies within 0.25 s it
#          forgives only with collar=0.5.
# A good guess says: a collar of 0.25 s, the usual one, leaves 0.25 s on either side of each
#          boundary out, as NIST's md-eval does.
# What happens: pyannote's collar is the whole width, half before and half after the boundary;
#          md-eval's -c 0.25 is the width of each side. Error rates of papers with a collar of
#          0.25 s are lower than those of pyannote with the same number; and the default is no
#          collar at all. Say 0.5 to compare, and write both numbers down.
# Versions: pyannote-metrics 4.2.0, pyannote-core 6.1.0 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
PYANNOTE_METRICS=${PYANNOTE_METRICS-4.2.0}
PYANNOTE_CORE=${PYANNOTE_CORE-6.1.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pyannote-metrics${PYANNOTE_METRICS:+==$PYANNOTE_METRICS}" \
  "pyannote-core${PYANNOTE_CORE:+==$PYANNOTE_CORE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from pyannote.core import Annotation, Segment, Timeline
from pyannote.metrics.diarization import DiarizationErrorRate

print("pyannote.metrics", version("pyannote.metrics"), "pyannote.core", version("pyannote.core"))


def talk(change: float) -> Annotation:
    """Two speakers in 20 seconds; the second begins at the given second."""
    found = Annotation()
    found[Segment(0, change)] = "first"
    found[Segment(change, 20)] = "second"
    return found


whole = Timeline([Segment(0, 20)])
seen = {}
for late in (0.1, 0.125, 0.2, 0.25, 0.3):
    seen[late] = [round(float(DiarizationErrorRate(collar=collar)(talk(10), talk(10 + late), uem=whole)), 4) for collar in (0.0, 0.25, 0.5)]
    print(f"{late} s late: error rate {seen[late]} with a collar of 0, 0.25 and 0.5")
forgiven = {collar: [late for late, rates in seen.items() if rates[place] == 0] for place, collar in enumerate((0.0, 0.25, 0.5))}
if forgiven != {0.0: [], 0.25: [0.1, 0.125], 0.5: [0.1, 0.125, 0.2, 0.25]}:
    sys.exit("DIFFERENT from the record: 0.25 forgives up to 0.125 s, 0.5 up to 0.25 s")
print("as recorded")
PY
