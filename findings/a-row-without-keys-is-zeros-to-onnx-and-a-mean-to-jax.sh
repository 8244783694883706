#!/usr/bin/env bash
# Finding: For a query whose mask leaves no key, the Attention operator of ONNX gives zeros, in
#          onnxruntime as in the reference; jax.nn.dot_product_attention gives the mean of all
#          values, those masked away included.
# A good guess says: NaN from ONNX, whose definition is a softmax over minus infinity; JAX gives the
#          mean.
# What happens: JAX fills in the lowest finite number, so that all scores are equal and the softmax
#          is even; ONNX is guarded. Both are free of NaN, so the difference shows only in the
#          numbers, and only where padded rows are read: after an export compare them by the mask.
# Versions: jax 0.10.2, onnx 1.23.2, onnxruntime 1.32.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
JAX=${JAX-0.10.2}
ONNX=${ONNX-1.23.2}
ONNXRUNTIME=${ONNXRUNTIME-1.32.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "jax${JAX:+==$JAX}" \
  "onnx${ONNX:+==$ONNX}" \
  "onnxruntime${ONNXRUNTIME:+==$ONNXRUNTIME}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import jax
import numpy as np
import onnxruntime
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

print(" ".join(f"{name} {version(name)}" for name in ("jax", "onnx", "onnxruntime", "numpy")))
rng = np.random.default_rng(0)
feed = {name: rng.standard_normal((1, 2, 4, 8)).astype(np.float32) for name in "QKV"}  # batch, heads, length, width
feed["M"] = np.tril(np.ones((4, 4), bool))
feed["M"][0] = False
inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 2, 4, 8]) for name in "QKV"]
inputs.append(helper.make_tensor_value_info("M", TensorProto.BOOL, [4, 4]))
outputs = [helper.make_tensor_value_info("Y", TensorProto.FLOAT, [1, 2, 4, 8])]
graph = helper.make_graph([helper.make_node("Attention", list("QKVM"), ["Y"])], "attention", inputs, outputs)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 23)], ir_version=10)
session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
q, k, v = (feed[name].transpose(0, 2, 1, 3) for name in "QKV")  # JAX: batch, length, heads, width
rows = {
    "onnx reference": ReferenceEvaluator(model).run(None, feed)[0],
    "onnxruntime": session.run(None, feed)[0],
    "jax": np.asarray(jax.nn.dot_product_attention(q, k, v, mask=feed["M"][None, None])).transpose(0, 2, 1, 3),
}
mean = feed["V"].mean(2)
seen = {}
for name, output in rows.items():
    row = output[:, :, 0]
    seen[name] = "zeros" if not row.any() else "mean of the values" if np.allclose(row, mean, atol=1e-5) else "something else"
    same = np.allclose(output[:, :, 1:], rows["onnxruntime"][:, :, 1:], atol=1e-4)
    print(f"{name}: {seen[name]} {row[0, 0, :3]}, the other rows equal onnxruntime's: {same}")
if seen != {"onnx reference": "zeros", "onnxruntime": "zeros", "jax": "mean of the values"}:
    sys.exit("DIFFERENT from the record: zeros, zeros, mean of the values")
print("as recorded")
PY
