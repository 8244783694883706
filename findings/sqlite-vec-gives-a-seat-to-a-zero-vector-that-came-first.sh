#!/usr/bin/env bash
# Finding: In a sqlite-vec table with cosine distance, three all-zero vectors among 1,000 take three of
#          the ten places of every answer when they were inserted first, and none when they came later.
#          Among 3,000 they are not seen, but at the head of the first block of 1,024 rows they cost a
#          third of the true neighbours, at the head of the second two thirds.
# A good guess says: a zero vector comes last, or never: its distance is NULL either way.
# What happens: the search goes block by block and takes the first row of each for the best until a
#          nearer one is met; nothing is nearer than a distance that is no number, so a zero vector at
#          the head of a block is never driven out. In the last block it is listed before the nearest;
#          in an earlier one it goes, when the blocks are merged, together with what was found up to
#          there. Anywhere else in a block it does no harm. Refuse empty texts.
# Versions: sqlite-vec 0.1.9, apsw 3.54.1.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
SQLITE_VEC=${SQLITE_VEC-0.1.9}
APSW=${APSW-3.54.1.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "sqlite-vec${SQLITE_VEC:+==$SQLITE_VEC}" \
  "apsw${APSW:+==$APSW}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import apsw
import numpy as np
import sqlite_vec

print(" ".join(f"{name} {version(name)}" for name in ("sqlite-vec", "apsw", "numpy")))
DIMENSIONS, QUERIES = 64, 100


def ask(count: int, zeros: list[int]) -> tuple[float, float]:
    """Zero vectors in an answer of ten, and recall, when these rows are empty."""
    rng = np.random.default_rng(0)
    vectors = rng.standard_normal((count, DIMENSIONS)).astype("float32")
    vectors[zeros] = 0
    base = apsw.Connection(":memory:")
    base.enable_load_extension(True)
    base.load_extension(sqlite_vec.loadable_path())
    base.execute(f"CREATE VIRTUAL TABLE t USING vec0(v float[{DIMENSIONS}] distance_metric=cosine)")
    base.execute("BEGIN")
    for row, one in enumerate(vectors):
        base.execute("INSERT INTO t(rowid, v) VALUES (?, ?)", (row, one.tobytes()))
    base.execute("COMMIT")
    lengths = np.linalg.norm(vectors, axis=1)
    empty = hits = 0
    for query in rng.standard_normal((QUERIES, DIMENSIONS)).astype("float32"):
        rows = base.execute("SELECT rowid, distance FROM t WHERE v MATCH ? AND k = 10", (query.tobytes(),)).fetchall()
        likeness = np.where(lengths > 0, vectors @ query / np.maximum(lengths, 1e-9), -9)
        empty += sum(distance is None for _, distance in rows)
        hits += len({row for row, _ in rows} & set(np.argsort(-likeness)[:10].tolist()))
    return empty / QUERIES, round(hits / QUERIES / 10, 2)


seen = {
    "first of 1,000": ask(1_000, [0, 1, 2]),
    "in the middle of 1,000": ask(1_000, [100, 500, 900]),
    "last of 1,000": ask(1_000, [997, 998, 999]),
    "first of 3,000": ask(3_000, [0, 1, 2]),
    "first of the second block of 3,000": ask(3_000, [1024, 1025, 1026]),
    "in the middle of the second block of 3,000": ask(3_000, [1500, 1501, 1502]),
    "first of the last block of 3,000": ask(3_000, [2048, 2049, 2050]),
}
for where, (empty, recall) in seen.items():
    print(f"zero vectors inserted {where}: {empty:g} of ten places, recall@10 {recall}")
recorded = dict(zip(seen, ((3, 0.7), (0, 1), (0, 1), (0, 0.66), (0, 0.32), (0, 1), (3, 0.7)), strict=True))
if any(seen[where][0] != empty or abs(seen[where][1] - recall) > 0.05 for where, (empty, recall) in recorded.items()):
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
