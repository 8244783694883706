#!/usr/bin/env bash
# Finding: of a .jsonl.zst put together with cat from one of three lines and one of two,
#          zstandard's ZstdDecompressor().decompress() returns three lines, without an error; its
#          stream_reader and open, pandas, Polars and PyArrow return five, and gzip, bz2 and
#          lzma's decompress five of such files too.
# A good guess says: decompress reads all of it, as gzip.decompress does: frames may be put one
#          after the other by the format.
# What happens: decompress() takes one frame and drops what follows; read_across_frames is not
#          implemented there and allow_extra_data is True. Tools that compress in parallel, shards
#          put together with cat and appended logs have many frames, so most of the text is gone
#          and the row count shows nothing wrong. Use zstandard.open or stream_reader.
# Versions: zstandard 0.25.0, pandas 3.0.6, polars 2.1.0, pyarrow 26.0.1 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
ZSTANDARD=${ZSTANDARD-0.25.0}
PANDAS=${PANDAS-3.0.6}
POLARS=${POLARS-2.1.0}
PYARROW=${PYARROW-26.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "zstandard${ZSTANDARD:+==$ZSTANDARD}" \
  "pandas${PANDAS:+==$PANDAS}" \
  "polars${POLARS:+==$POLARS}" \
  "pyarrow${PYARROW:+==$PYARROW}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import bz2
import gzip
import lzma
import sys
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow.json
import zstandard

print(" ".join(f"{name} {version(name)}" for name in ("zstandard", "pandas", "polars", "pyarrow")))
PARTS = [b'{"text": "a"}\n' * 3, b'{"text": "b"}\n' * 2]
joined = b"".join(zstandard.ZstdCompressor().compress(part) for part in PARTS)
Path("rows.jsonl.zst").write_bytes(joined)


def streamed() -> bytes:
    with Path("rows.jsonl.zst").open("rb") as file:
        return zstandard.ZstdDecompressor().stream_reader(file).read()


def opened() -> bytes:
    with zstandard.open("rows.jsonl.zst", "rb") as file:
        return file.read()


seen = {
    "zstandard decompress": zstandard.ZstdDecompressor().decompress(joined).count(b"\n"),
    "zstandard stream_reader": streamed().count(b"\n"),
    "zstandard open": opened().count(b"\n"),
    "pandas": len(pd.read_json("rows.jsonl.zst", lines=True)),
    "polars": pl.read_ndjson("rows.jsonl.zst").height,
    "pyarrow": pyarrow.json.read_json("rows.jsonl.zst").num_rows,
    **{
        f"{one.__name__} decompress": one.decompress(b"".join(map(one.compress, PARTS))).count(b"\n")
        for one in (gzip, bz2, lzma)
    },
}
for name, lines in seen.items():
    print(f"{name}: {lines} of 5 lines")
if seen.pop("zstandard decompress") != 3 or set(seen.values()) != {5}:
    sys.exit("DIFFERENT from the record: 3 lines from zstandard's decompress, 5 from all others")
print("as recorded")
PY
