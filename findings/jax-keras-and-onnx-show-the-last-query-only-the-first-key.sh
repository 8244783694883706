#!/usr/bin/env bash
# Finding: With causal attention and fewer queries than keys (a step of decoding with a KV cache),
#          JAX, Flax, Keras (on JAX) and ONNX line the mask up at the upper left, as PyTorch does: one query
#          sees the first of ten keys only. MLX lines it up at the lower right: it sees all ten.
# A good guess says: PyTorch is the odd one out; JAX and the others line the last query up with the
#          last key, as FlashAttention does.
# What happens: is_causal of jax.nn, flax.nnx, keras.ops and of the ONNX operator (ONNX Runtime and
#          the reference evaluator) give the value of key 0; MLX with mask="causal" gives the mean
#          of all. Three queries see keys 0, 0-1 and 0-2 against 0-7, 0-8 and 0-9. Nothing warns,
#          the shapes fit. So code ported between them needs a mask of its own in decoding.
# Versions: jax 0.10.2, mlx 0.32.4, keras 3.15.1, flax 0.12.8, onnxruntime 1.32.0, onnx 1.23.2,
#          numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
JAX=${JAX-0.10.2}
MLX=${MLX-0.32.4}
KERAS=${KERAS-3.15.1}
FLAX=${FLAX-0.12.8}
ONNXRUNTIME=${ONNXRUNTIME-1.32.0}
ONNX=${ONNX-1.23.2}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "jax${JAX:+==$JAX}" \
  "mlx[cpu]${MLX:+==$MLX}" \
  "keras${KERAS:+==$KERAS}" \
  "flax${FLAX:+==$FLAX}" \
  "onnxruntime${ONNXRUNTIME:+==$ONNXRUNTIME}" \
  "onnx${ONNX:+==$ONNX}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys
from collections.abc import Callable
from importlib.metadata import version

os.environ["KERAS_BACKEND"] = "jax"
import jax
import keras
import mlx.core as mx
import numpy as np
import onnx
import onnxruntime
from flax import nnx
from onnx.reference import ReferenceEvaluator

print(" ".join(f"{name} {version(name)}" for name in ("jax", "flax", "keras", "mlx", "onnxruntime", "onnx")))
KEYS, WIDTH = 10, 8


def inputs(queries: int) -> list[np.ndarray]:
    """Queries, keys and values of one head, head second: equal scores, and the value of a key is its number."""
    value = np.zeros((1, 1, KEYS, WIDTH), np.float32)
    value[..., 0] = np.arange(KEYS)
    return [np.zeros((1, 1, queries, WIDTH), np.float32), np.zeros((1, 1, KEYS, WIDTH), np.float32), value]


def head_third(attention: Callable) -> Callable[[int], np.ndarray]:
    """The attention of a library that wants the heads third."""
    return lambda queries: np.asarray(attention(*(array.transpose(0, 2, 1, 3) for array in inputs(queries)), is_causal=True))[0, :, 0, 0]


def by_mlx(queries: int) -> np.ndarray:
    arrays = [mx.array(array) for array in inputs(queries)]
    return np.array(mx.fast.scaled_dot_product_attention(*arrays, scale=1.0, mask="causal"))[0, 0, :, 0]


def by_onnx(run: Callable[[onnx.ModelProto, dict], list]) -> Callable[[int], np.ndarray]:
    def attention(queries: int) -> np.ndarray:
        feeds = dict(zip("qkv", inputs(queries), strict=True))
        typed = [onnx.helper.make_tensor_value_info(name, 1, array.shape) for name, array in feeds.items()]
        node = onnx.helper.make_node("Attention", list("qkv"), ["y"], is_causal=1)
        graph = onnx.helper.make_graph([node], "g", typed, [onnx.helper.make_tensor_value_info("y", 1, [1, 1, queries, WIDTH])])
        return run(onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 23)], ir_version=10), feeds)[0][0, 0, :, 0]

    return attention


LIBRARIES = {
    "jax": head_third(jax.nn.dot_product_attention),
    "flax": head_third(nnx.dot_product_attention),
    "keras": head_third(keras.ops.dot_product_attention),
    "onnxruntime": by_onnx(lambda model, feeds: onnxruntime.InferenceSession(model.SerializeToString()).run(None, feeds)),
    "onnx": by_onnx(lambda model, feeds: ReferenceEvaluator(model).run(None, feeds)),
    "mlx": by_mlx,
}
seen = {}
for name, attention in LIBRARIES.items():
    seen[name] = [[round(float(mean), 2) for mean in attention(queries)] for queries in (1, 3)]
    print(f"{name}: mean number of the keys seen by one query {seen[name][0]}, by three {seen[name][1]}")
upper_left, lower_right = [[0.0], [0.0, 0.5, 1.0]], [[4.5], [3.5, 4.0, 4.5]]
if seen != {name: lower_right if name == "mlx" else upper_left for name in LIBRARIES}:
    sys.exit(f"DIFFERENT from the record: {lower_right} from mlx, {upper_left} from the others")
print("as recorded")
PY
