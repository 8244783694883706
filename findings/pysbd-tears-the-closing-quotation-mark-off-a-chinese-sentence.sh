#!/usr/bin/env bash
# Finding: pysbd for Chinese cuts 他说：“我不去。”然后走了。 into 他说：“我不去。 and ”然后走了。, and
#          “真的吗？！”她问。 into “真的吗？ and ！”她问。; the bracket of （先看。再做。） too. sentencex for
#          Chinese keeps all of them.
# A good guess says: closing quotation marks stay with their sentence in all splitters that know Chinese.
# What happens: pysbd's rules for Chinese know the marks 。！？ but not what may follow them; Blingfire,
#          which has one model for all languages, cuts as pysbd does. The
#          next sentence then begins with ”.
# Versions: pysbd 0.3.4, sentencex 1.0.32, blingfire 0.1.8, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PYSBD=${PYSBD-0.3.4}
SENTENCEX=${SENTENCEX-1.0.32}
BLINGFIRE=${BLINGFIRE-0.1.8}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pysbd${PYSBD:+==$PYSBD}" \
  "sentencex${SENTENCEX:+==$SENTENCEX}" \
  "blingfire${BLINGFIRE:+==$BLINGFIRE}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import blingfire
import pysbd
import sentencex

print(" ".join(f"{name} {version(name)}" for name in ("pysbd", "sentencex", "blingfire", "numpy")))
segmenter = pysbd.Segmenter(language="zh", clean=False)
SPLITTERS = {
    "pysbd": segmenter.segment,
    "sentencex": lambda text: list(sentencex.segment("zh", text)),
    "blingfire": lambda text: blingfire.text_to_sentences(text).split("\n"),
}
seen = {}
for text in ("他说：“我不去。”然后走了。", "“真的吗？！”她问。", "第一步（先看。再做。）很重要。"):
    for name, split in SPLITTERS.items():
        parts = [part for part in split(text) if part.strip()]
        if "".join(parts) != text:
            sys.exit(f"DIFFERENT from the record: {name} does not give back the text")
        seen.setdefault(name, []).append(sum(part[0] in "”！）" for part in parts))
        print(f"{name}: {' | '.join(parts)}")
print("parts that begin with a closing mark:", seen)
recorded = {"pysbd": [1, 1, 1], "sentencex": [0, 0, 0], "blingfire": [1, 2, 1]}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
