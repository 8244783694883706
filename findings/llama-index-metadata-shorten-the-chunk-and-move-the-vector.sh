#!/usr/bin/env bash
# Finding: In LlamaIndex a document's metadata (file name, path, title) go into the text that is
#          embedded, and SentenceSplitter takes their length off the chunk: with chunk_size=150 and
#          four fields the chunks have 70 words instead of 105, 20 chunks instead of 14.
# A good guess says: the text is embedded, metadata serve for filtering and citing; chunk_size is
#          the size of the text.
# What happens: every field is put before the text as "key: value", for the embedding and for the
#          model. excluded_embed_metadata_keys and excluded_llm_metadata_keys take fields out of
#          both; only a field left out of both gives its room back to the chunk.
#          include_metadata=False of the splitter takes the metadata away, but the chunks stay as
#          short.
# Versions: llama-index-core 0.14.25 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LLAMA_INDEX_CORE=${LLAMA_INDEX_CORE-0.14.25}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "llama-index-core${LLAMA_INDEX_CORE:+==$LLAMA_INDEX_CORE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from llama_index.core import Document
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.schema import MetadataMode, TextNode

print("llama-index-core", version("llama-index-core"))
TEXT = " ".join(f"Sentence number {number} says something about attention." for number in range(200))
FIELDS = {
    "file_path": "/data/reports/2026/annual_report_of_the_company.pdf",
    "file_name": "annual_report_of_the_company.pdf",
    "title": "Annual report of the company for the year 2026",
    "author": "The board of the company",
}
KEYS = list(FIELDS)


def chunks(include: bool = True, **settings: object) -> list[TextNode]:
    splitter = SentenceSplitter(chunk_size=150, chunk_overlap=0, include_metadata=include)
    return splitter.get_nodes_from_documents([Document(text=TEXT, **settings)])


CASES = {
    "no metadata": chunks(),
    "four fields": chunks(metadata=FIELDS),
    "left out of the embedding": chunks(metadata=FIELDS, excluded_embed_metadata_keys=KEYS),
    "left out of both": chunks(metadata=FIELDS, excluded_embed_metadata_keys=KEYS, excluded_llm_metadata_keys=KEYS),
    "include_metadata=False": chunks(False, metadata=FIELDS),
}
seen = {}
for name, nodes in CASES.items():
    embedded = nodes[0].get_content(MetadataMode.EMBED)
    seen[name] = (len(nodes), len(nodes[0].text.split()), embedded != nodes[0].text)
    print(f"{name}: {len(nodes)} chunks, {len(nodes[0].text.split())} words in the first, metadata {sorted(nodes[0].metadata)}; embedded text begins {embedded[:60]!r}")
recorded = {
    "no metadata": (14, 105, False),
    "four fields": (20, 70, True),
    "left out of the embedding": (20, 70, False),
    "left out of both": (14, 105, False),
    "include_metadata=False": (20, 70, False),
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
