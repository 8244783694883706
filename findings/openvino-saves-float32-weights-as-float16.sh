#!/usr/bin/env bash
# Finding: openvino.save_model writes a float32 model's weights as float16 unless told otherwise:
#          70,000 becomes 65,504, 1e-9 becomes 0, and a mask of -inf becomes -65,504.
# A good guess says: a saved model holds the numbers of the model in memory; half precision has to
#          be asked for.
# What happens: compress_to_fp16 is True by default: 262,144 bytes of weights are 131,072 on disk,
#          and the output of the loaded model differs from that of the one in memory. No word is
#          said. With compress_to_fp16=False all values come back.
# Versions: openvino 2026.4.1, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
OPENVINO=${OPENVINO-2026.4.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "openvino${OPENVINO:+==$OPENVINO}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
import openvino as ov
from openvino import opset13 as ops

print(" ".join(f"{name} {version(name)}" for name in ("openvino", "numpy")))
VALUES = np.array([1.2345678, 1e-9, 70000, -3.4e38, -np.inf, 15000], np.float32)


def added(values: np.ndarray) -> ov.Model:
    """x + the values."""
    x = ops.parameter(list(values.shape), np.float32)
    return ov.Model([ops.add(x, ops.constant(values))], [x])


def constant(path: str) -> list[float]:
    """The values as a reader of the saved file meets them, in float32."""
    model = ov.Core().compile_model(path, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    return [float(f"{one:.8g}") for one in next(iter(model(np.zeros(len(VALUES), np.float32)).values()))]


ov.save_model(added(VALUES), "default.xml")
ov.save_model(added(VALUES), "asked.xml", compress_to_fp16=False)
ov.save_model(added(np.ones((256, 256), np.float32)), "square.xml")
size = Path("square.bin").stat().st_size
default, asked = constant("default.xml"), constant("asked.xml")
print("by default", default, "; 256 x 256 float32:", size, "bytes")
print("compress_to_fp16=False", asked)
if default != [1.234375, 0, 65504, -65504, -65504, 15000] or asked != [float(f"{one:.8g}") for one in VALUES] or size != 131_072:
    sys.exit("DIFFERENT from the record: 1.234375, 0, 65504, -65504, -65504, 15000 by default; unchanged when asked")
print("as recorded")
PY
