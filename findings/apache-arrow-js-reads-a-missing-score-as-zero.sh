#!/usr/bin/env bash
# Finding: A column of scores with one missing, written by pyarrow: apache-arrow's toArray() in JavaScript gives
#          0 for it, so the mean of 0.9, missing, 0.7 is 0.53; get(1) and a loop over the column give null.
# A good guess says: NaN or null, as everywhere else.
# What happens: toArray() hands over the bytes of the column; what stands in a missing place is up to the
#          writer: pyarrow leaves 0 where a list had None, and the old number where a mask made it
#          missing, which then comes back to life (0.1 in the run). Whole numbers do so too; texts are null. hyparquet, which reads the same column as Parquet, gives null.
# Versions: apache-arrow 21.2.0 (npm), hyparquet 1.33.0 (npm), pyarrow 26.0.1 (PyPI) (Node 20, Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
APACHE_ARROW=${APACHE_ARROW-21.2.0}
HYPARQUET=${HYPARQUET-1.33.0}
PYARROW=${PYARROW-26.0.1}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
. "$tmp/venv/bin/activate"
python3 -m pip install -q "pyarrow${PYARROW:+==$PYARROW}" numpy
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock "apache-arrow@${APACHE_ARROW:-latest}" \
  "hyparquet@${HYPARQUET:-latest}" >/dev/null
cd "$tmp"
cat > write.py <<'PY'
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

print("pyarrow", pa.__version__)
table = pa.table(
    {
        "score": pa.array([0.9, None, 0.7]),
        "masked": pa.array(np.array([0.9, 0.1, 0.7]), mask=np.array([False, True, False])),
        "tokens": pa.array([12, None, 30], pa.int32()),
        "note": pa.array(["a", None, "c"]),
    }
)
with pa.ipc.new_file("scores.arrow", table.schema) as file:
    file.write_table(table)
pq.write_table(table, "scores.parquet")
PY
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";

for (const name of ["apache-arrow", "hyparquet"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const table = tableFromIPC(readFileSync("scores.arrow"));
const seen = {};
for (const name of ["score", "masked", "tokens", "note"]) {
  const column = table.getChild(name);
  seen[name] = { "toArray()": [...column.toArray()], "get(1)": column.get(1), "[...column]": [...column] };
}
const rows = await parquetReadObjects({ file: await asyncBufferFromFile("scores.parquet") });
seen["score, from Parquet"] = rows.map((row) => row.score);
for (const [name, one] of Object.entries(seen)) console.log(name, JSON.stringify(one));
const scores = seen.score["toArray()"];
console.log("mean:", scores.reduce((sum, one) => sum + one, 0) / scores.length);
const recorded = {
  score: { "toArray()": [0.9, 0, 0.7], "get(1)": null, "[...column]": [0.9, null, 0.7] },
  masked: { "toArray()": [0.9, 0.1, 0.7], "get(1)": null, "[...column]": [0.9, null, 0.7] },
  tokens: { "toArray()": [12, 0, 30], "get(1)": null, "[...column]": [12, null, 30] },
  note: { "toArray()": ["a", null, "c"], "get(1)": null, "[...column]": ["a", null, "c"] },
  "score, from Parquet": [0.9, null, 0.7],
};
if (JSON.stringify(seen) !== JSON.stringify(recorded)) {
  console.log(`DIFFERENT from the record: ${JSON.stringify(recorded)}`);
  process.exit(1);
}
console.log("as recorded");
JS
python3 write.py
node run.mjs
