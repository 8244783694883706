#!/usr/bin/env bash
# Finding: InMemoryDocumentStore's BM25 finds 微调 in 大模型微调的方法 without any segmentation, and gives
#          海上日出 the very score of 上海日出 for the query 上海.
# A good guess says: a run of hanzi is one word, as in rank-bm25, tantivy and SQLite: nothing is
#          found.
# What happens: its regular expression lets each hanzi stand alone and keeps words of other letters
#          whole (top_p, 7B; Qwen2.5 becomes Qwen2 and 5). A stopword like 的 counts as a word of its
#          own.
# Versions: haystack-ai 3.4.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
HAYSTACK_AI=${HAYSTACK_AI-3.4.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "haystack-ai${HAYSTACK_AI:+==$HAYSTACK_AI}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys
from importlib.metadata import version

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"
from haystack import Document
from haystack.document_stores.in_memory import InMemoryDocumentStore

print("haystack-ai", version("haystack-ai"))
store = InMemoryDocumentStore()
store.write_documents([Document(content=text) for text in ("大模型微调的方法", "显存不够怎么办", "上海日出", "海上日出", "Qwen2.5-7B top_p")])


def found(query: str) -> dict[str, float]:
    return {document.content: round(document.score, 4) for document in store.bm25_retrieval(query)}


seen = {query: found(query) for query in ("微调", "显存", "上海", "top")}
for query, hits in seen.items():
    print(f"{query}: {hits}")
words = store.tokenizer("大模型微调 Qwen2.5-7B top_p")
print("words:", words)
if [list(hits) for hits in (seen["微调"], seen["显存"], seen["top"])] != [["大模型微调的方法"], ["显存不够怎么办"], []]:
    sys.exit("DIFFERENT from the record: one text each for 微调 and 显存, none for top")
if len(seen["上海"]) != 2 or len(set(seen["上海"].values())) != 1 or words != ["大", "模", "型", "微", "调", "Qwen2", "5", "7B", "top_p"]:
    sys.exit("DIFFERENT from the record: 上海日出 and 海上日出 score alike; each hanzi is a word")
print("as recorded")
PY
