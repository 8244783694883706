#!/usr/bin/env bash
# Finding: A filter for documents that are not English finds those without a language in Chroma
#          ($ne) and Qdrant (must_not), and leaves them out in LanceDB and Milvus (!=).
# A good guess says: the vector stores agree, and within one of them the two ways to say it mean the
#          same.
# What happens: LanceDB and Milvus compare as SQL does. But in Milvus lang not in ["en"] does find
#          the document without a language, and in Qdrant MatchExcept doesn't. So the same rule
#          moved to another store, or written the other way, shows or hides every document whose
#          field was never filled.
# Versions: chromadb 1.5.9, qdrant-client 1.20.0, lancedb 0.40.0, pymilvus 3.0.2, milvus-lite 3.2.2
#          (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
CHROMADB=${CHROMADB-1.5.9}
QDRANT_CLIENT=${QDRANT_CLIENT-1.20.0}
LANCEDB=${LANCEDB-0.40.0}
PYMILVUS=${PYMILVUS-3.0.2}
MILVUS_LITE=${MILVUS_LITE-3.2.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "chromadb${CHROMADB:+==$CHROMADB}" \
  "qdrant-client${QDRANT_CLIENT:+==$QDRANT_CLIENT}" \
  "lancedb${LANCEDB:+==$LANCEDB}" \
  "pymilvus${PYMILVUS:+==$PYMILVUS}" \
  "milvus-lite${MILVUS_LITE:+==$MILVUS_LITE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import sys
from importlib.metadata import version

import chromadb
import lancedb
from pymilvus import MilvusClient
from qdrant_client import QdrantClient, models

print(" ".join(f"{name} {version(name)}" for name in ("chromadb", "qdrant-client", "lancedb", "pymilvus", "milvus-lite")))
logging.disable(logging.WARNING)
LANGUAGES = {1: "en", 2: "zh", 3: None}
VECTORS = {1: [1.0, 0.0], 2: [0.9, 0.1], 3: [0.8, 0.2]}
QUERY = VECTORS[1]


def fields(number: int) -> dict[str, str | int]:
    """What is known about a document; the third has no language."""
    return {"number": number} | ({"lang": LANGUAGES[number]} if LANGUAGES[number] else {})


def chroma(where: dict) -> list[int]:
    found = COLLECTION.query(query_embeddings=[QUERY], n_results=3, where=where)
    return sorted(map(int, found["ids"][0]))


def qdrant(query_filter: models.Filter) -> list[int]:
    return sorted(point.id for point in QDRANT.query_points("docs", query=QUERY, query_filter=query_filter).points)


def lance(where: str) -> list[int]:
    return sorted(row["id"] for row in TABLE.search(QUERY).where(where).to_list())


def milvus(where: str) -> list[int]:
    return sorted(hit["id"] for hit in MILVUS.search("docs", data=[QUERY], filter=where, limit=3)[0])


COLLECTION = chromadb.EphemeralClient().create_collection("docs")
COLLECTION.add(ids=[str(one) for one in VECTORS], embeddings=list(VECTORS.values()), metadatas=[fields(one) for one in VECTORS])
QDRANT = QdrantClient(":memory:")
QDRANT.create_collection("docs", vectors_config=models.VectorParams(size=2, distance=models.Distance.COSINE))
QDRANT.upsert("docs", [models.PointStruct(id=one, vector=VECTORS[one], payload=fields(one)) for one in VECTORS])
TABLE = lancedb.connect("lance").create_table("docs", [{"id": one, "lang": LANGUAGES[one], "vector": VECTORS[one]} for one in VECTORS])
MILVUS = MilvusClient("milvus.db")
MILVUS.create_collection("docs", dimension=2, enable_dynamic_field=True)
MILVUS.insert("docs", [{"id": one, "vector": VECTORS[one], **fields(one)} for one in VECTORS])

english = models.FieldCondition(key="lang", match=models.MatchValue(value="en"))
other = models.FieldCondition(key="lang", match=models.MatchExcept(**{"except": ["en"]}))
seen = {
    "chroma $ne": chroma({"lang": {"$ne": "en"}}),
    "chroma $nin": chroma({"lang": {"$nin": ["en"]}}),
    "qdrant must_not": qdrant(models.Filter(must_not=[english])),
    "qdrant MatchExcept": qdrant(models.Filter(must=[other])),
    "lancedb !=": lance("lang != 'en'"),
    "lancedb NOT": lance("NOT (lang = 'en')"),
    "milvus !=": milvus('lang != "en"'),
    "milvus not in": milvus('lang not in ["en"]'),
}
for what, found in seen.items():
    print(f"{what}: documents {found}")
keep = {what for what, found in seen.items() if found == [2, 3]}
if keep != {"chroma $ne", "chroma $nin", "qdrant must_not", "milvus not in"} or any(seen[what] != [2] for what in seen.keys() - keep):
    sys.exit("DIFFERENT from the record: 2 and 3 by $ne, $nin, must_not and not in; only 2 by the others")
print("as recorded")
PY
