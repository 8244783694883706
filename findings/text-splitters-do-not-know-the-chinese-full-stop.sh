#!/usr/bin/env bash
# Finding: LangChain's RecursiveCharacterTextSplitter and chonkie's SentenceChunker have
#          no 。 among their separators: one cuts in the middle of a sentence, the other
#          not at all.
# A good guess says: sentences are kept whole where they fit, as in English.
# What happens: LangChain falls through to single characters (第一句话不算太长。第 / 二句话也不太长。), and
#          with 。 added the stop goes to the front of the next chunk unless
#          keep_separator='end'; chonkie's sentence chunker of size 20 returns 27
#          characters in one piece.
# Versions: langchain-text-splitters 1.1.3, chonkie 1.7.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
LANGCHAIN_TEXT_SPLITTERS=${LANGCHAIN_TEXT_SPLITTERS-1.1.3}
CHONKIE=${CHONKIE-1.7.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain-text-splitters${LANGCHAIN_TEXT_SPLITTERS:+==$LANGCHAIN_TEXT_SPLITTERS}" \
  "chonkie${CHONKIE:+==$CHONKIE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from chonkie import SentenceChunker
from langchain_text_splitters import RecursiveCharacterTextSplitter

for name in ("langchain-text-splitters", "chonkie"):
    print(name, version(name))
TEXT = "第一句话不算太长。第二句话也不太长。第三句话就到这里。"


def split(**options) -> list[str]:
    return RecursiveCharacterTextSplitter(chunk_size=10, chunk_overlap=0, **options).split_text(TEXT)


seen = {
    "default": split(),
    "with 。": split(separators=["。", ""]),
    "with 。, end": split(separators=["。", ""], keep_separator="end"),
    "chonkie": [chunk.text for chunk in SentenceChunker(chunk_size=20, chunk_overlap=0).chunk(TEXT)],
}
for name, chunks in seen.items():
    print(name, chunks)
recorded = ["第一句话不算太长。第", "第一句话不算太长", "第一句话不算太长。", TEXT]
if [chunks[0] for chunks in seen.values()] != recorded:
    sys.exit(f"DIFFERENT from the record: first chunks {recorded}")
print("as recorded")
PY
