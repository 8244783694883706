#!/usr/bin/env bash
# Finding: index(cleanup='incremental') on one unchanged document of 250 chunks deletes and embeds
#          150 of them again at every run.
# A good guess says: the second run skips all 250: nothing has changed.
# What happens: after each batch of 100 it deletes what the same source has besides the batches seen
#          so far; the chunks of later batches are deleted, then added anew. cleanup='full' or
#          'scoped_full', or a batch_size above the longest document, skips all.
# Versions: langchain-core 1.8.3, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.8.3}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain-core${LANGCHAIN_CORE:+==$LANGCHAIN_CORE}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from langchain_core.documents import Document
from langchain_core.embeddings import DeterministicFakeEmbedding
from langchain_core.indexing import InMemoryRecordManager, index
from langchain_core.vectorstores import InMemoryVectorStore

print("langchain-core", version("langchain-core"), "numpy", version("numpy"))


class Counting(DeterministicFakeEmbedding):
    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        embedded.extend(texts)
        return super().embed_documents(texts)


embedded: list[str] = []


def runs(sizes: list[int], **options: object) -> list[int]:
    """How many chunks each of three runs over the same documents of these sizes embeds."""
    store, records = InMemoryVectorStore(Counting(size=8)), InMemoryRecordManager("texts")
    records.create_schema()
    chunks = [Document(f"{source}-{n}", metadata={"source": str(source)}) for source, size in enumerate(sizes) for n in range(size)]
    counts = []
    for _ in range(3):
        embedded.clear()
        index(chunks, records, store, source_id_key="source", key_encoder="sha256", **options)
        counts.append(len(embedded))
    return [*counts, len(store.store)]


seen = {
    "incremental, one of 250": runs([250], cleanup="incremental"),
    "incremental, five of 50": runs([50] * 5, cleanup="incremental"),
    "incremental, batch_size 300": runs([250], cleanup="incremental", batch_size=300),
    "full": runs([250], cleanup="full"),
    "scoped_full": runs([250], cleanup="scoped_full"),
}
for name, counts in seen.items():
    print(f"{name}: embedded in three runs {counts[:3]}, in the store {counts[3]}")
if seen != {name: [250, 150, 150, 250] if name == "incremental, one of 250" else [250, 0, 0, 250] for name in seen}:
    sys.exit("DIFFERENT from the record: 150 again for one document of 250 chunks, else 0")
print("as recorded")
PY
