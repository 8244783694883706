#!/usr/bin/env bash
# Finding: Of three rows, one with a vector of zeros, a cosine search of LanceDB with limit 3
#          returns two; by l2 and dot it returns three.
# A good guess says: the row comes last, with distance 1, 0 or null.
# What happens: No distance can be computed, so the row is not there, without a word. Chroma and
#          usearch give such a row distance 1, as for an orthogonal vector, Qdrant similarity 0.
#          Empty texts and failed embeddings stored as zeros can never be found, and a filtered
#          search returns fewer than asked.
# Versions: lancedb 0.40.0, usearch 2.26.6, qdrant-client 1.20.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
LANCEDB=${LANCEDB-0.40.0}
USEARCH=${USEARCH-2.26.6}
QDRANT_CLIENT=${QDRANT_CLIENT-1.20.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "lancedb${LANCEDB:+==$LANCEDB}" \
  "usearch${USEARCH:+==$USEARCH}" \
  "qdrant-client${QDRANT_CLIENT:+==$QDRANT_CLIENT}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
import tempfile
from importlib.metadata import version

import lancedb
import numpy as np
from qdrant_client import QdrantClient, models
from usearch.index import Index

print(" ".join(f"{name} {version(name)}" for name in ("lancedb", "usearch", "qdrant-client", "numpy")))
VECTORS = [[3.0, 4.0], [0.0, 0.0], [1.0, 0.0]]
QUERY = [1.0, 0.0]
table = lancedb.connect(tempfile.mkdtemp()).create_table("t", [{"id": i, "vector": v} for i, v in enumerate(VECTORS)])
seen = {
    f"lancedb {metric}": [(row["id"], round(row["_distance"], 3)) for row in table.search(QUERY).distance_type(metric).limit(3).to_list()]
    for metric in ("cosine", "l2", "dot")
}
index = Index(ndim=2, metric="cos", dtype="f32")
index.add(np.arange(3), np.array(VECTORS, np.float32))
hits = index.search(np.array(QUERY, np.float32), 3)
seen["usearch cos"] = [(int(key), round(float(distance), 3)) for key, distance in zip(hits.keys, hits.distances)]
client = QdrantClient(":memory:")
client.create_collection("t", vectors_config=models.VectorParams(size=2, distance=models.Distance.COSINE))
client.upsert("t", [models.PointStruct(id=i, vector=v) for i, v in enumerate(VECTORS)])
seen["qdrant cosine"] = [(point.id, round(point.score, 3)) for point in client.query_points("t", query=QUERY, limit=3).points]
for name, rows in seen.items():
    print(name, rows)
recorded = {
    "lancedb cosine": [(2, 0.0), (0, 0.4)],
    "lancedb l2": [(2, 0.0), (1, 1.0), (0, 20.0)],
    "lancedb dot": [(0, -2.0), (2, 0.0), (1, 1.0)],
    "usearch cos": [(2, 0.0), (0, 0.4), (1, 1.0)],
    "qdrant cosine": [(2, 1.0), (0, 0.6), (1, 0.0)],
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
