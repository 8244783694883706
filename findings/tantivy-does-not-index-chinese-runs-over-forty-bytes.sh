#!/usr/bin/env bash
# Finding: tantivy's default tokenizer drops a run of 14 or more Chinese characters
#          altogether.
# A good guess says: Chinese is one token from punctuation to punctuation: 注意力 finds
#          nothing, the whole sentence finds itself.
# What happens: a token of 40 bytes or more is removed, and 14 Han characters are 42
#          bytes: the sentence can't be found even by itself. 13 characters (39 bytes)
#          can. Most Chinese clauses of a document are simply not in the index.
# Versions: tantivy 0.27.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TANTIVY=${TANTIVY-0.27.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "tantivy${TANTIVY:+==$TANTIVY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import tantivy

print("tantivy", version("tantivy"))
builder = tantivy.SchemaBuilder()
builder.add_text_field("text", stored=True)
index = tantivy.Index(builder.build())
writer = index.writer()
texts = ["多头注意力机制", "一二三四五六七八九十一二三", "一二三四五六七八九十一二三四", "多头潜在注意力把键值压缩成低维向量"]
for text in texts:
    writer.add_document(tantivy.Document(text=text))
writer.commit()
index.reload()
searcher = index.searcher()
seen = {}
for query in ["注意力", *texts]:
    seen[query] = searcher.search(index.parse_query(query, ["text"]), 10).count
    print(f"{query} ({len(query)} characters): {seen[query]} found")
recorded = [0, 1, 1, 0, 0]
if list(seen.values()) != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
