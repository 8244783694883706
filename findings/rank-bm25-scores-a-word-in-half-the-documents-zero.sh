#!/usr/bin/env bash
# Finding: rank-bm25's BM25Okapi gives a word that stands in one of two documents the
#          score 0, and one that stands in both a negative score.
# A good guess says: 0.1 to 0.7 for the word, 0 for the word in both.
# What happens: its idf is ln((N−n+0.5)/(n+0.5)) without the 1 + of Lucene: 0 at half the
#          documents, and the floor for negative ones is a quarter of the mean idf, itself
#          negative here. bm25s (Lucene's formula) gives 0.35 and 0.09. In small
#          collections the ranking is upside down.
# Versions: rank-bm25 0.2.2, bm25s 0.3.16, numpy 2.3.5 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
RANK_BM25=${RANK_BM25-0.2.2}
BM25S=${BM25S-0.3.16}
NUMPY=${NUMPY-2.3.5}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "rank-bm25${RANK_BM25:+==$RANK_BM25}" \
  "bm25s${BM25S:+==$BM25S}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import bm25s
from rank_bm25 import BM25Okapi

for name in ("rank-bm25", "bm25s"):
    print(name, version(name))
documents = [["大", "模型"], ["小", "模型"]]
okapi = BM25Okapi(documents)
lucene = bm25s.BM25()
lucene.index(documents, show_progress=False)
seen = {}
for word in ("大", "模型"):
    seen[word] = (round(float(okapi.get_scores([word])[0]), 3), round(float(lucene.get_scores([word])[0]), 3))
    print(f"{word}: rank-bm25 {seen[word][0]}, bm25s {seen[word][1]}")
if seen["大"][0] != 0 or seen["模型"][0] >= 0 or min(seen["大"][1], seen["模型"][1]) <= 0:
    sys.exit("DIFFERENT from the record: 0, below 0; both above 0 with bm25s")
print("as recorded")
PY
