#!/usr/bin/env bash
# Finding: jiwer.wer gives a perfect transcript of two lines a word error rate of 0.29 where the
#          reference has a line break, a tab or a full-width space and the hypothesis a space; and a clip of silence with two invented words gets
#          2.0, one with a hundred 100.0.
# A good guess says: white space of any kind parts words; an empty reference is an error, infinite
#          or left out.
# What happens: the default transform splits at the ASCII space only, so the last word of a line
#          and the first of the next are one word that was never said. An empty reference is
#          divided by 1: the number of invented words stands in the place of a rate, and a mean
#          over clips follows a single silent one. Join the lines first (" ".join(text.split())),
#          and report silent clips apart, in words.
# Versions: jiwer 4.0.0 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
JIWER=${JIWER-4.0.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "jiwer${JIWER:+==$JIWER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import jiwer

print("jiwer", version("jiwer"))
HEARD = "turn the light on in the small kitchen"
PAIRS = {
    "a line break": (HEARD.replace("on in", "on\nin"), HEARD),
    "a tab": (HEARD.replace("on in", "on\tin"), HEARD),
    "a full-width space": (HEARD.replace("on in", "on\u3000in"), HEARD),
    "joined again": (" ".join(HEARD.replace("on in", "on\nin").split()), HEARD),
    "silence, nothing heard": ("", ""),
    "silence, two words": ("", "thank you"),
    "silence, a hundred words": ("", "thank you " * 50),
}
seen = {name: jiwer.wer(reference, heard) for name, (reference, heard) in PAIRS.items()}
for name, rate in seen.items():
    print(f"{name}: {rate:.3f}")
clips = [("", "thank you"), ("a b c", "a b c")]
means = [sum(jiwer.wer(*clip) for clip in clips) / 2, jiwer.wer([clip[0] for clip in clips], [clip[1] for clip in clips])]
print("a silent clip and a perfect one: mean of the two", means[0], "and both in one call", round(means[1], 3))
recorded = [2 / 7, 2 / 7, 2 / 7, 0.0, 0.0, 2.0, 100.0]
if any(abs(rate - value) > 1e-9 for rate, value in zip(seen.values(), recorded, strict=True)) or round(means[1], 3) != 0.667:
    sys.exit(f"DIFFERENT from the record: {recorded}, and 0.667")
print("as recorded")
PY
