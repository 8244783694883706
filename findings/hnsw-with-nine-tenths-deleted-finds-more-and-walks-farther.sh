#!/usr/bin/env bash
# Finding: Of 20,000 vectors in an HNSW index 90 % are deleted: recall@10 among the rest rises from
#          73 % to 99 %, in hnswlib and usearch alike; a query of usearch
#          then walks over more than eight times as many vectors and computes 5.6 times as many distances;
#          at 99.9 % deleted it walks over all 20,000.
# A good guess says: recall falls to 60 %, as deleted vectors take up the search width.
# What happens: deleted vectors stay in the graph as steps and take no place among the candidates (64);
#          the search ends only when 64 living ones are found, so it goes on longer. What deletions
#          cost is time and memory, not recall: rebuild for speed. (FAISS, which filters the search
#          instead, loses recall: hidden vectors do take places there.)
# Versions: hnswlib 0.8.0, usearch 2.26.6, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
HNSWLIB=${HNSWLIB-0.8.0}
USEARCH=${USEARCH-2.26.6}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "hnswlib${HNSWLIB:+==$HNSWLIB}" \
  "usearch${USEARCH:+==$USEARCH}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import hnswlib
import numpy as np
from usearch.index import Index

print(" ".join(f"{name} {version(name)}" for name in ("hnswlib", "usearch", "numpy")))
COUNT, DIMENSIONS, QUERIES, WIDTH = 20_000, 64, 200, 64
rng = np.random.default_rng(0)
vectors = rng.standard_normal((COUNT, DIMENSIONS)).astype("float32")
queries = rng.standard_normal((QUERIES, DIMENSIONS)).astype("float32")
vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
queries /= np.linalg.norm(queries, axis=1, keepdims=True)
order = rng.permutation(COUNT)
hnsw = hnswlib.Index("cosine", DIMENSIONS)
hnsw.init_index(COUNT, M=16, ef_construction=200, random_seed=1)
hnsw.set_num_threads(1)
hnsw.add_items(vectors, np.arange(COUNT))
hnsw.set_ef(WIDTH)
usearch = Index(ndim=DIMENSIONS, metric="cos", dtype="f32", connectivity=16, expansion_add=200, expansion_search=WIDTH)
usearch.add(np.arange(COUNT), vectors, threads=1)


def recall(found: list[set[int]], living: np.ndarray) -> float:
    nearest = np.argsort(-(queries @ vectors[living].T), axis=1)[:, :10]
    return float(np.mean([len(one & set(living[best].tolist())) / 10 for one, best in zip(found, nearest, strict=True)]))


seen, gone = {}, 0
for share in (0, 0.5, 0.9, 0.999):
    for number in order[gone : int(COUNT * share)].tolist():
        hnsw.mark_deleted(number)
        usearch.remove(number)
    gone = int(COUNT * share)
    living = np.sort(order[gone:])
    labels, _ = hnsw.knn_query(queries, k=10)
    matches = usearch.search(queries, 10, threads=1)
    mine = recall([set(row.tolist()) for row in labels], living)
    other = recall([set(matches.keys[row].tolist()) for row in range(QUERIES)], living)
    seen[share] = (mine, other, matches.computed_distances / QUERIES, matches.visited_members / QUERIES)
    print(f"{share:.1%} deleted: recall@10 hnswlib {mine:.3f}, usearch {other:.3f}, which visits {seen[share][3]:.0f} and computes {seen[share][2]:.0f} distances a query")
recorded = {0: 0.73, 0.5: 0.86, 0.9: 0.99, 0.999: 1.0}
right = all(abs(one - recorded[share]) < 0.03 for share, found in seen.items() for one in found[:2])
walked = [visited for *_, visited in seen.values()]
computed = seen[0.9][2] / seen[0][2]
if not (right and walked == sorted(walked) and 7 < walked[2] / walked[0] < 10 and 4.5 < computed < 7 and walked[3] > 0.95 * COUNT):
    sys.exit(f"DIFFERENT from the record: recall {recorded} in both, and 8.5 times as many vectors visited and 5.6 times as many distances at 90 %, all visited at 99.9 %")
print("as recorded")
PY
