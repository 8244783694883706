#!/usr/bin/env bash
# Finding: JAX makes -1,294,967,296 of a NumPy count of 3,000,000,000, without a warning; sums of
#          int32 that go over 2.1 billion turn negative too.
# A good guess says: JAX has 32 bits only, so it raises an error or at least warns, as it does for
#          an int64 that is asked for.
# What happens: jnp.asarray, jnp.array and a jitted function all keep the low 32 bits of what NumPy
#          hands over, quietly. A Python integer as large raises OverflowError, and dtype=jnp.int64
#          warns: only NumPy's numbers slip through. Token counts, offsets into a large file and
#          hashes are of that size. JAX_ENABLE_X64 keeps them.
# Versions: jax 0.10.2, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
JAX=${JAX-0.10.2}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "jax${JAX:+==$JAX}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
import warnings
from importlib.metadata import version

import jax
import jax.numpy as jnp
import numpy as np

print("jax", version("jax"), "numpy", version("numpy"))
TOKENS = 3_000_000_000
WAYS = {
    "asarray of a NumPy array": lambda: jnp.asarray(np.array([TOKENS]))[0],
    "array of a NumPy number": lambda: jnp.array(np.int64(TOKENS)),
    "argument of a jitted function": lambda: jax.jit(lambda count: count)(np.array(TOKENS)),
    "sum of 3,000 millions": lambda: jnp.full(3000, 1_000_000).sum(),
    "a Python integer": lambda: jnp.asarray(TOKENS),
    "dtype int64 asked for": lambda: jnp.asarray(np.array(TOKENS), dtype=jnp.int64),
}
seen = {}
for name, way in WAYS.items():
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            seen[name] = (int(way()), len(said))
        except OverflowError as error:
            seen[name] = (type(error).__name__, 0)
    print(f"{name}: {seen[name][0]}, {seen[name][1]} warnings")
quiet = (TOKENS - 2**32, 0)
if list(seen.values()) != [quiet, quiet, quiet, quiet, ("OverflowError", 0), (TOKENS - 2**32, 1)]:
    sys.exit("DIFFERENT from the record: -1294967296 quietly four times, OverflowError, a warning")
print("as recorded")
PY
