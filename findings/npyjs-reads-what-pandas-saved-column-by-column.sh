#!/usr/bin/env bash
# Finding: np.save of a pandas frame's to_numpy(), four rows of three, read by npyjs: the shape is [4, 3],
#          and the first row comes out as 0, 3, 6 instead of 0, 1, 2: columns and rows are mixed.
# A good guess says: the reader turns it, or refuses.
# What happens: a frame keeps columns together, so its array is in Fortran order, and np.save writes it so, with
#          a flag in the header. npyjs reports fortranOrder: true and leaves the numbers as they lie.
#          np.save(path, np.ascontiguousarray(x)) writes rows; a list of vectors is in rows anyway.
# Versions: pandas 3.1.1, numpy 2.4.6 (PyPI), npyjs 1.2.0 (npm) (Python 3.11, Node 20)
# Seen: 2026-11-30
set -euo pipefail
NPYJS=${NPYJS-1.2.0}
PANDAS=${PANDAS-3.1.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pandas${PANDAS:+==$PANDAS}" \
  "numpy${NUMPY:+==$NUMPY}"
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "npyjs@${NPYJS:-latest}" >/dev/null
cd "$tmp"
python3 - <<'PY'
from importlib.metadata import version

import numpy as np
import pandas as pd

print(" ".join(f"{name} {version(name)}" for name in ("pandas", "numpy")))
frame = pd.DataFrame({"x": [0.0, 3, 6, 9], "y": [1.0, 4, 7, 10], "z": [2.0, 5, 8, 11]})
np.save("frame.npy", frame.to_numpy())
np.save("rows.npy", np.ascontiguousarray(frame.to_numpy()))
print("Fortran order:", frame.to_numpy().flags.f_contiguous)
PY
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { load } from "npyjs";

console.log("npyjs", JSON.parse(readFileSync("node_modules/npyjs/package.json", "utf8")).version);
const seen = {};
for (const name of ["frame", "rows"]) {
  const bytes = readFileSync(`${name}.npy`);
  const { data, shape, fortranOrder } = await load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  seen[name] = { shape, fortranOrder, first: [...data.slice(0, 3)] };
  console.log(name, JSON.stringify(seen[name]));
}
const recorded = { frame: { shape: [4, 3], fortranOrder: true, first: [0, 3, 6] }, rows: { shape: [4, 3], fortranOrder: false, first: [0, 1, 2] } };
if (JSON.stringify(seen) !== JSON.stringify(recorded)) {
  console.log(`DIFFERENT from the record: ${JSON.stringify(recorded)}`);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
