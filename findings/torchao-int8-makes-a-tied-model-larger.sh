#!/usr/bin/env bash
# Finding: torchao's Int8WeightOnlyConfig makes a model with a tied embedding larger: 21 %
#          more bytes in a small model that is mostly vocabulary.
# A good guess says: less than half: the shared matrix is quantised once.
# What happens: only the nn.Linear is replaced: the head gets an int8 copy, the embedding
#          keeps its float32 weight, and the tie is gone. Untied, the same model shrinks
#          to 62 %.
# Versions: torch 2.13.0, torchao 0.18.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TORCH=${TORCH-2.13.0}
TORCHAO=${TORCHAO-0.18.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torch${TORCH:+==$TORCH}" \
  "torchao${TORCHAO:+==$TORCHAO}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import sys
from importlib.metadata import version

logging.disable(logging.CRITICAL)
import torch
from torchao.quantization import Int8WeightOnlyConfig, quantize_

for name in ("torch", "torchao"):
    print(name, version(name))


class Model(torch.nn.Module):
    def __init__(self, tied: bool) -> None:
        super().__init__()
        self.embedding = torch.nn.Embedding(8000, 64)
        self.layers = torch.nn.Sequential(torch.nn.Linear(64, 256), torch.nn.Linear(256, 64))
        self.head = torch.nn.Linear(64, 8000, bias=False)
        if tied:
            self.head.weight = self.embedding.weight


def storages(tensor):
    if hasattr(tensor, "__tensor_flatten__") and type(tensor) is not torch.nn.Parameter:
        for name in tensor.__tensor_flatten__()[0]:
            yield from storages(getattr(tensor, name))
    else:
        yield tensor.untyped_storage().data_ptr(), tensor.untyped_storage().nbytes()


def size(model) -> int:
    return sum(dict(s for p in model.parameters() for s in storages(p)).values())


seen = {}
for tied in (True, False):
    model = Model(tied)
    before = size(model)
    quantize_(model, Int8WeightOnlyConfig())
    seen[tied] = round(size(model) / before, 2)
    print("tied" if tied else "untied", before, "->", size(model), f"bytes, {seen[tied]} times")
if not (1.1 < seen[True] < 1.3 and 0.55 < seen[False] < 0.7):
    sys.exit("DIFFERENT from the record: about 1.2 times tied, 0.6 times untied")
print("as recorded")
PY
