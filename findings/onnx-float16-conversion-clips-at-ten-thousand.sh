#!/usr/bin/env bash
# Finding: convert_float_to_float16 of onnxconverter-common turns the weights 15,000 and -65,504 of
#          a model into 10,000 and -10,000; the function of the same name in onnxruntime leaves
#          them.
# A good guess says: they stay: float16 holds up to 65,504. Only what is larger is clipped, or
#          becomes inf.
# What happens: min_positive_val is 1e-7 and max_finite_val 1e4 unless told otherwise: a mask of
#          -65,504 or -3.4e38 is -10,000 afterwards (exp of it is still 0), a weight of 15,000 loses
#          a third, and 1e-9 grows to 1e-7. -inf stays. A warning names one value of each kind.
#          onnxruntime's copy of the function clips at 65,504 and 6e-8, without a warning; with
#          max_finite_val=65504 the first does too.
# Versions: onnxconverter-common 1.16.0, onnxruntime 1.32.0, onnx 1.23.2, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
ONNXCONVERTER_COMMON=${ONNXCONVERTER_COMMON-1.16.0}
ONNXRUNTIME=${ONNXRUNTIME-1.32.0}
ONNX=${ONNX-1.23.2}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "onnxconverter-common${ONNXCONVERTER_COMMON:+==$ONNXCONVERTER_COMMON}" \
  "onnxruntime${ONNXRUNTIME:+==$ONNXRUNTIME}" \
  "onnx${ONNX:+==$ONNX}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
import warnings
from importlib.metadata import version

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxconverter_common import float16 as common
from onnxruntime.transformers import float16 as of_onnxruntime

print(" ".join(f"{name} {version(name)}" for name in ("onnxconverter-common", "onnxruntime", "onnx", "numpy")))
VALUES = np.array([-np.inf, -3.4e38, -65504, -15000, 1e-9, 0.1, 15000, 70000], np.float32)


def model() -> onnx.ModelProto:
    """y = x + the values."""
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [len(VALUES)]) for name in "xy"]
    node = helper.make_node("Add", ["x", "c"], ["y"])
    graph = helper.make_graph([node], "g", ends[:1], ends[1:], [numpy_helper.from_array(VALUES, "c")])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=10)


seen = {}
for name, convert, options in (
    ("onnxconverter-common", common.convert_float_to_float16, {}),
    ("onnxruntime", of_onnxruntime.convert_float_to_float16, {}),
    ("onnxconverter-common, max_finite_val=65504", common.convert_float_to_float16, {"max_finite_val": 65504.0}),
):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        made = convert(model(), **options)
    stored = numpy_helper.to_array(made.graph.initializer[0])
    seen[name] = [float(f"{value:.3g}") for value in stored.astype(float)]
    print(f"{name}: {stored.dtype} {seen[name]}, {len(caught)} warnings")
clipped = [-np.inf, -1e4, -1e4, -1e4, 1.19e-7, 0.1, 1e4, 1e4]
kept = [-np.inf, -65500.0, -65500.0, -15000.0, 5.96e-8, 0.1, 15000.0, 65500.0]
if list(seen.values()) != [clipped, kept, [*kept[:4], 1.19e-7, *kept[5:]]]:
    sys.exit(f"DIFFERENT from the record: {clipped}, {kept}, and the latter with 1.19e-7")
print("as recorded")
PY
