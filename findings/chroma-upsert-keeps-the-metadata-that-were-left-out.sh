#!/usr/bin/env bash
# Finding: Chroma's upsert puts new metadata on top of the old: a chunk stored with secret: True and
#          stored again with dept only is still secret; Qdrant's upsert replaces the payload.
# A good guess says: upsert replaces the record with what is given, as in Qdrant or in SQL; what is
#          left out is gone.
# What happens: keys not named stay (with upsert and update alike), so a filter still finds the
#          chunk under its old department, expiry or marker; only None as the value takes a key
#          away. In the same way an upsert without a text keeps the old text beside the new vector.
#          Delete the id first, or name every key.
# Versions: chromadb 1.5.9, qdrant-client 1.20.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
CHROMADB=${CHROMADB-1.5.9}
QDRANT_CLIENT=${QDRANT_CLIENT-1.20.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "chromadb${CHROMADB:+==$CHROMADB}" \
  "qdrant-client${QDRANT_CLIENT:+==$QDRANT_CLIENT}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import chromadb
from qdrant_client import QdrantClient, models

print("chromadb", version("chromadb"), "qdrant-client", version("qdrant-client"))
chroma = chromadb.EphemeralClient().create_collection("chunks", embedding_function=None)


def stored() -> tuple[str, dict[str, object]]:
    """The text and the metadata of the one chunk."""
    record = chroma.get(ids=["1"])
    return record["documents"][0], dict(record["metadatas"][0])


seen = {}
chroma.add(ids=["1"], embeddings=[[1.0, 0.0]], documents=["旧"], metadatas=[{"dept": "hr", "secret": True}])
chroma.upsert(ids=["1"], embeddings=[[0.0, 1.0]], documents=["新"], metadatas=[{"dept": "all"}])
seen["upsert"] = stored()
chroma.upsert(ids=["1"], embeddings=[[1.0, 1.0]], metadatas=[{"dept": "sales"}])
seen["upsert without a text"] = stored()
chroma.update(ids=["1"], metadatas=[{"secret": None}])
seen["update to None"] = stored()
for name, (text, metadata) in seen.items():
    print(f"chroma, {name}: {text} {metadata}")
found = chroma.get(where={"dept": "sales"})["ids"]

qdrant = QdrantClient(":memory:")
qdrant.create_collection("chunks", vectors_config=models.VectorParams(size=2, distance=models.Distance.COSINE))
for payload in ({"dept": "hr", "secret": True}, {"dept": "all"}):
    qdrant.upsert("chunks", [models.PointStruct(id=1, vector=[1.0, 0.0], payload=payload)])
replaced = qdrant.retrieve("chunks", [1])[0].payload
print("qdrant, upsert:", replaced)
recorded = {
    "upsert": ("新", {"dept": "all", "secret": True}),
    "upsert without a text": ("新", {"dept": "sales", "secret": True}),
    "update to None": ("新", {"dept": "sales"}),
}
if seen != recorded or found != ["1"] or replaced != {"dept": "all"}:
    sys.exit(f"DIFFERENT from the record: {recorded}, qdrant only dept")
print("as recorded")
PY
