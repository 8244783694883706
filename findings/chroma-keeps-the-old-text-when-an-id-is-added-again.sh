#!/usr/bin/env bash
# Finding: Chroma's add with an id that is there already leaves the old text and vector in place and
#          says nothing; its upsert keeps metadata keys that the new record lacks; its update of an
#          unknown id does nothing, silently too.
# A good guess says: add of an id that exists is an error, and upsert puts the new record in the
#          place of the old.
# What happens: only two equal ids within one call are an error. After the text changed, add goes on
#          answering from the old one; a key like draft=True survives an upsert until it is
#          overwritten. Qdrant's upsert replaces the record with its whole payload; LanceDB's add
#          makes a second row with the same id, and its merge_insert replaces.
# Versions: chromadb 1.5.9, qdrant-client 1.20.0, lancedb 0.40.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
CHROMADB=${CHROMADB-1.5.9}
QDRANT_CLIENT=${QDRANT_CLIENT-1.20.0}
LANCEDB=${LANCEDB-0.40.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "chromadb${CHROMADB:+==$CHROMADB}" \
  "qdrant-client${QDRANT_CLIENT:+==$QDRANT_CLIENT}" \
  "lancedb${LANCEDB:+==$LANCEDB}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import chromadb
import lancedb
from chromadb.config import Settings
from qdrant_client import QdrantClient, models

print(" ".join(f"{name} {version(name)}" for name in ("chromadb", "qdrant-client", "lancedb")))
OLD, NEW = [1.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0]
client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))


def by_chroma(name: str, method: str) -> list:
    """The texts and the metadata after a record was written a second time in this way."""
    collection = client.create_collection(name)
    collection.add(ids=["1"], embeddings=[OLD], documents=["old"], metadatas=[{"draft": True, "page": 1}])
    getattr(collection, method)(ids=["1"], embeddings=[NEW], documents=["new"], metadatas=[{"page": 2}])
    found = collection.query(query_embeddings=[NEW], n_results=3)
    return [found["documents"][0], found["metadatas"][0]]


def by_qdrant() -> list:
    store = QdrantClient(":memory:")
    store.create_collection("texts", vectors_config=models.VectorParams(size=4, distance=models.Distance.COSINE))
    for vector, payload in ((OLD, {"text": "old", "draft": True, "page": 1}), (NEW, {"text": "new", "page": 2})):
        store.upsert("texts", [models.PointStruct(id=1, vector=vector, payload=payload)])
    return [point.payload for point in store.query_points("texts", query=NEW, limit=3).points]


def by_lancedb() -> list:
    table = lancedb.connect("lance").create_table("texts", [{"id": 1, "vector": OLD, "text": "old"}])
    table.add([{"id": 1, "vector": NEW, "text": "new"}])
    return sorted(row["text"] for row in table.search(NEW).limit(3).to_list())


seen = {f"Chroma {method}": by_chroma(f"texts-{method}", method) for method in ("add", "upsert", "update")}
seen |= {"Qdrant upsert": by_qdrant(), "LanceDB add": by_lancedb()}
empty = client.create_collection("empty")
empty.update(ids=["9"], embeddings=[NEW], documents=["new"])
seen["Chroma update of an unknown id"] = [empty.count()]
for name, found in seen.items():
    print(f"{name}: {found}")
RECORDED = {
    "Chroma add": [["old"], [{"draft": True, "page": 1}]],
    "Chroma upsert": [["new"], [{"draft": True, "page": 2}]],
    "Chroma update": [["new"], [{"draft": True, "page": 2}]],
    "Qdrant upsert": [{"text": "new", "page": 2}],
    "LanceDB add": ["new", "old"],
    "Chroma update of an unknown id": [0],
}
if seen != RECORDED:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
