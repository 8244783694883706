#!/usr/bin/env bash
# Finding: Triton runs a kernel on the CPU, without any GPU, when TRITON_INTERPRET=1 is set:
#          a softmax kernel agrees with torch to 1e-6. One masked load filled with 0 instead
#          of -inf is enough to be wrong.
# A good guess says: without a GPU neither compiles nor runs.
# What happens: the interpreter executes the body with NumPy, program by program; masks and
#          block sizes behave as on the device, speed does not.
# Versions: torch 2.13.0, triton 3.9.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TORCH=${TORCH-2.13.0}
TRITON=${TRITON-3.9.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torch${TORCH:+==$TORCH}" numpy
# Torch for CUDA asks for a Triton of its own; this is the one that is measured.
"$python" -m pip --python "$tmp/venv" install -q --no-compile --no-deps "triton${TRITON:+==$TRITON}"
cd "$tmp"
cat > kernel.py <<'PY'
import sys
from importlib.metadata import version

import torch
import triton
import triton.language as tl

for name in ("torch", "triton"):
    print(name, version(name))


@triton.jit
def softmax_kernel(out, x, cols, stride, FILL: tl.constexpr, BLOCK: tl.constexpr):
    row, j = tl.program_id(0), tl.arange(0, BLOCK)
    v = tl.load(x + row * stride + j, mask=j < cols, other=FILL)
    e = tl.exp(v - tl.max(v, axis=0))
    tl.store(out + row * stride + j, e / tl.sum(e, axis=0), mask=j < cols)


def error(x, fill):
    out = torch.empty_like(x)
    block = triton.next_power_of_2(x.shape[1])
    softmax_kernel[(len(x),)](out, x, x.shape[1], x.stride(0), FILL=fill, BLOCK=block)
    return (out - x.softmax(-1)).abs().max().item()


torch.manual_seed(0)
worst = 0.0
for cols in (1, 5, 32, 33, 1000):
    x = torch.randn(4, cols) * 5
    x[1] = 2
    if cols > 1:
        x[2, ::2] = -float("inf")
    worst = max(worst, error(x, -float("inf")))
filled = error(-torch.ones(1, 5), 0.0)
print(f"greatest difference from torch {worst:.1e}; with the padding read as 0 {filled:.2f}")
if not (worst < 1e-6 and filled > 0.1):
    sys.exit("DIFFERENT from the record: below 1e-6, and above 0.1 when the padding is 0")
print("as recorded")
PY
TRITON_INTERPRET=1 PYTHONWARNINGS=ignore python3 kernel.py
