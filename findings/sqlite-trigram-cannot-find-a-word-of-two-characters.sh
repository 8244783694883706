#!/usr/bin/env bash
# Finding: SQLite's full-text search with the trigram tokenizer finds no Chinese word of two
#          characters; with the default tokenizer it finds only whole runs.
# A good guess says: the trigram tokenizer is the one for Chinese and finds any part; the default
#          finds words.
# What happens: MATCH '注意' and '低秩' give 0 rows with both; '注意力' gives 1 with trigram, 0 with
#          unicode61. LIKE '%注意%' on the trigram table finds the row (by reading all of them).
# Versions: apsw 3.54.1.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
APSW=${APSW-3.54.1.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "apsw${APSW:+==$APSW}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

import apsw

print("apsw", apsw.apsw_version(), "SQLite", apsw.sqlite_lib_version())
database = apsw.Connection(":memory:")
texts = ("多头注意力机制详解", "LoRA 低秩适配的原理")
words = ("注意", "低秩", "注意力", "低秩适配", "LoRA")
seen = {}
for tokenizer in ("unicode61", "trigram"):
    database.execute(f"CREATE VIRTUAL TABLE {tokenizer} USING fts5(text, tokenize='{tokenizer}')")
    database.executemany(f"INSERT INTO {tokenizer} VALUES (?)", [(text,) for text in texts])
    query = f"SELECT count(*) FROM {tokenizer} WHERE {tokenizer} MATCH ?"
    seen[tokenizer] = {word: database.execute(query, (word,)).get for word in words}
seen["LIKE"] = {word: database.execute("SELECT count(*) FROM trigram WHERE text LIKE ?", (f"%{word}%",)).get for word in words}
for name, counts in seen.items():
    print(name, counts)
recorded = {"unicode61": [0, 0, 0, 0, 1], "trigram": [0, 0, 1, 1, 1], "LIKE": [1] * 5}
if {name: list(counts.values()) for name, counts in seen.items()} != recorded:
    sys.exit(f"DIFFERENT from the record: rows found for {words}: {recorded}")
print("as recorded")
PY
