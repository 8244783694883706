#!/usr/bin/env bash
# Finding: A filter MatchText(text='模型') of qdrant-client's local mode does not find 微调大模型; 微调大模型
#          does, and lora finds LoRA.
# A good guess says: without a text index MatchText is a search for a substring, as the client did
#          it for years (1.19 still does): 模型 is found.
# What happens: Since 1.20 the client does as its server: both sides are split at everything but
#          letters and digits, a run of hanzi is one word, and the words must be equal.
#          MatchSubstring is the substring search, with upper and lower case kept apart.
# Versions: qdrant-client 1.20.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
QDRANT_CLIENT=${QDRANT_CLIENT-1.20.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "qdrant-client${QDRANT_CLIENT:+==$QDRANT_CLIENT}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from qdrant_client import QdrantClient, models

print("qdrant-client", version("qdrant-client"))
TEXTS = ["LoRA 微调大模型", "低秩适配（LoRA）只训练两个小矩阵"]
client = QdrantClient(":memory:")
client.create_collection("texts", vectors_config=models.VectorParams(size=2, distance=models.Distance.DOT))
client.upsert("texts", [models.PointStruct(id=i, vector=[1.0, 0.0], payload={"text": text}) for i, text in enumerate(TEXTS)])


def found(match: object) -> list[int]:
    condition = models.FieldCondition(key="text", match=match)
    return [point.id for point in client.scroll("texts", scroll_filter=models.Filter(must=[condition]))[0]]


seen = {}
for word in ("模型", "微调大模型", "lora", "LoRA"):
    seen[word] = (found(models.MatchText(text=word)), found(models.MatchSubstring(substring=word)))
    print(f"{word}: MatchText {seen[word][0]}, MatchSubstring {seen[word][1]}")
recorded = {"模型": ([], [0]), "微调大模型": ([0], [0]), "lora": ([0, 1], []), "LoRA": ([0, 1], [0, 1])}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
