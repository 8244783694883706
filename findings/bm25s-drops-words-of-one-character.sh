#!/usr/bin/env bash
# Finding: bm25s.tokenize drops every word of one character, so Chinese text cut into words and
#          joined by blanks loses 大, 小, 是 and every text cut into characters is empty.
# A good guess says: words between blanks are kept as they are.
# What happens: the default pattern is \\b\\w\\w+\\b: 大 / 模型 / 是 / 什么 leaves 模型 / 什么; 显 存 不 够
#          leaves nothing. An uncut sentence is one word. token_pattern=r'\\S+' keeps all.
# Versions: bm25s 0.3.16 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
BM25S=${BM25S-0.3.16}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "bm25s${BM25S:+==$BM25S}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

import bm25s

print("bm25s", bm25s.__version__)
texts = {"words": "大 模型 是 什么", "characters": "显 存 不 够", "uncut": "大模型显存不够"}


def words(text: str, **options) -> list[str]:
    """What the library makes of the text."""
    return list(bm25s.tokenize([text], return_ids=False, show_progress=False, **options)[0])


seen = {name: words(text) for name, text in texts.items()}
seen["words, \\S+"] = words(texts["words"], token_pattern=r"\S+")
for name, found in seen.items():
    print(name, found)
if list(seen.values()) != [["模型", "什么"], [], ["大模型显存不够"], ["大", "模型", "是", "什么"]]:
    sys.exit("DIFFERENT from the record: two of four words, none, one, four")
print("as recorded")
PY
