#!/usr/bin/env bash
# Finding: DataFrame.to_json of pandas 3 writes the probability 1e-12 as 0.0, 3.2e-11 as 0.0 and
#          -13.815510557964274 as -13.815510558.
# A good guess says: floats are written so that they come back as they were, as json.dumps and
#          Polars do it.
# What happens: double_precision is 10 decimals after the point unless told, and nothing is said;
#          yet 1e-16 is kept, as numbers that small are written with an exponent. With 15, the most
#          that is allowed, the small ones come back, but 0.1 + 0.2 is 0.3. Teachers' probabilities
#          or learning rates that are small are gone: log of the zeros is minus infinity. Polars,
#          to_csv and to_parquet keep all digits.
# Versions: pandas 3.1.1, polars 2.1.0, pyarrow 26.0.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PANDAS=${PANDAS-3.1.1}
POLARS=${POLARS-2.1.0}
PYARROW=${PYARROW-26.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pandas${PANDAS:+==$PANDAS}" \
  "polars${POLARS:+==$POLARS}" \
  "pyarrow${PYARROW:+==$PYARROW}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import io
import sys
from importlib.metadata import version

import pandas as pd
import polars as pl

print(" ".join(f"{name} {version(name)}" for name in ("pandas", "polars", "pyarrow")))
VALUES = [0.1 + 0.2, 1e-12, 3.2e-11, -13.815510557964274, 1e-16, 12345.678901234567]
frame = pd.DataFrame({"p": VALUES})


def back(**options: int) -> list[float]:
    """The values after to_json and read_json."""
    text = frame.to_json(orient="records", lines=True, **options)
    return pd.read_json(io.StringIO(text), lines=True, precise_float=True)["p"].tolist()


def through(write: str, read: str) -> list[float]:
    """The values after a file of another format."""
    getattr(frame, f"to_{write}")("file", index=False)
    return getattr(pd, f"read_{read}")("file")["p"].tolist()


print(frame.to_json(orient="records", lines=True))
seen = {
    "to_json": back(),
    "to_json, double_precision=15": back(double_precision=15),
    "to_csv": through("csv", "csv"),
    "to_parquet": through("parquet", "parquet"),
    "Polars write_ndjson": pl.read_ndjson(io.StringIO(pl.DataFrame({"p": VALUES}).write_ndjson()))["p"].to_list(),
}
for way, values in seen.items():
    print(f"{way}: {values}, all as they were: {values == VALUES}")
short = [0.3, 0.0, 0.0, -13.815510558, 1e-16, 12345.6789012346]
fifteen = seen["to_json, double_precision=15"]
if seen["to_json"] != short or fifteen != [0.3, *VALUES[1:]] or any(seen[way] != VALUES for way in list(seen)[2:]):
    sys.exit(f"DIFFERENT from the record: to_json {short}, with 15 only 0.30000000000000004 is short, the other ways keep all")
print("as recorded")
PY
