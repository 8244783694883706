#!/usr/bin/env bash
# Finding: Payloads that come out of a pandas table with a gap in the column year hold 2024.0; a filter for year 2024
#          then finds none of them in Qdrant (its local mode), while Chroma finds them all. Vectors come back
#          from a cosine collection of Qdrant with length one: [0.6, 0.8] for the [3, 4] that was stored.
# A good guess says: 2024 and 2024.0 are the same number, and a vector comes back as it went in.
# What happens: pandas makes floats of whole numbers beside a gap; MatchValue compares the type, too. A Range from 2024
#          to 2024 finds both, and so does writing int(year). Cosine is stored normalised; take Dot where the
#          length is wanted.
# Versions: qdrant-client 1.20.0, chromadb 1.5.9, pandas 3.1.1 (PyPI) (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
QDRANT_CLIENT=${QDRANT_CLIENT-1.20.0}
CHROMADB=${CHROMADB-1.5.9}
PANDAS=${PANDAS-3.1.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "qdrant-client${QDRANT_CLIENT:+==$QDRANT_CLIENT}" \
  "chromadb${CHROMADB:+==$CHROMADB}" "pandas${PANDAS:+==$PANDAS}"
cd "$tmp"
python3 - <<'PY'
import io
import sys
from importlib.metadata import version

import chromadb
import pandas as pd
from qdrant_client import QdrantClient, models

print({name: version(name) for name in ("qdrant-client", "chromadb", "pandas")})
rows = pd.read_csv(io.StringIO("id,year\n1,2024\n2,2024\n3,\n4,2023\n")).dropna().to_dict("records")
payloads = {int(row["id"]): {"year": row["year"]} for row in rows}
payloads[5] = {"year": 2024}
print(payloads)
VECTOR = [3.0, 4.0]
qdrant = QdrantClient(":memory:")
qdrant.create_collection("laws", vectors_config=models.VectorParams(size=2, distance=models.Distance.COSINE))
qdrant.upsert("laws", [models.PointStruct(id=id, vector=VECTOR, payload=payload) for id, payload in payloads.items()])


def by_qdrant(**condition) -> list[int]:
    wanted = models.Filter(must=[models.FieldCondition(key="year", **condition)])
    return sorted(point.id for point in qdrant.query_points("laws", query=VECTOR, query_filter=wanted).points)


chroma = chromadb.EphemeralClient(chromadb.Settings(anonymized_telemetry=False)).create_collection("laws", embedding_function=None)
ids = [str(id) for id in payloads]
chroma.add(ids=ids, embeddings=[VECTOR] * len(ids), metadatas=[*payloads.values()])
seen = {
    "Qdrant, MatchValue": by_qdrant(match=models.MatchValue(value=2024)),
    "Qdrant, Range": by_qdrant(range=models.Range(gte=2024, lte=2024)),
    "Chroma": sorted(map(int, chroma.get(where={"year": 2024})["ids"])),
}
back = [round(float(one), 3) for one in qdrant.retrieve("laws", [1], with_vectors=True)[0].vector]
kept = [float(one) for one in chroma.get(ids=["1"], include=["embeddings"])["embeddings"][0]]
print(seen, "; vectors back from Qdrant and Chroma:", back, kept)
if [*seen.values()] != [[5], [1, 2, 5], [1, 2, 5]] or back != [0.6, 0.8] or kept != VECTOR:
    sys.exit("DIFFERENT from the record: [5], [1, 2, 5], [1, 2, 5]; [0.6, 0.8] and [3, 4]")
print("as recorded")
PY
