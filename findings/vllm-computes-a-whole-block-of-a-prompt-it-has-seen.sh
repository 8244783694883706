#!/usr/bin/env bash
# Finding: vLLM's prefix cache gives back 48 of 64 tokens of the very same prompt, 64 of 65; two
#          equal prompts of one step share before anything is computed; asking for prompt_logprobs
#          switches it off.
# A good guess says: 63 of 64 (the last one has to be computed); the second prompt of the same
#          step finds nothing yet; log probabilities make no difference.
# What happens: the hit ends at a full block of 16 before the last token, so a prompt of 64
#          computes 16 again. The blocks of the first prompt are entered when they are handed out,
#          and the second of the same step gets them. With prompt_logprobs=1 nothing is read from
#          the cache.
# Versions: vllm 0.33.0, torch 2.13.0, transformers 5.24.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
VLLM=${VLLM-0.33.0}
TORCH=${TORCH-2.13.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile --no-deps "vllm${VLLM:+==$VLLM}"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torch${TORCH:+==$TORCH}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  aiohttp \
  anthropic \
  blake3 \
  cachetools \
  cbor2 \
  cloudpickle \
  compressed-tensors \
  depyf \
  einops \
  fastapi \
  gguf \
  ijson \
  llguidance \
  lm-format-enforcer \
  mcp \
  model-hosting-container-standards \
  msgspec \
  openai \
  openai-harmony \
  opencv-python-headless \
  opentelemetry-api \
  opentelemetry-sdk \
  orjson \
  oss-harmony \
  outlines_core \
  partial-json-parser \
  pillow \
  prometheus-client \
  prometheus-fastapi-instrumentator \
  psutil \
  py-cpuinfo \
  pybase64 \
  pydantic \
  python-json-logger \
  pyzmq \
  regex \
  requests \
  setproctitle \
  uvicorn \
  uvloop \
  watchfiles \
  xgrammar
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

import torch
import vllm
from vllm.sampling_params import SamplingParams
from vllm.utils.hashing import sha256
from vllm.v1.core.kv_cache_manager import KVCacheManager
from vllm.v1.core.kv_cache_utils import get_request_block_hasher, init_none_hash
from vllm.v1.kv_cache_interface import FullAttentionSpec, KVCacheConfig, KVCacheGroupSpec
from vllm.v1.request import Request

print("vllm", vllm.__version__)
init_none_hash(sha256)
BLOCK = 16
spec = FullAttentionSpec(block_size=BLOCK, num_kv_heads=1, head_size=8, dtype=torch.float16)
config = KVCacheConfig(num_blocks=100, kv_cache_tensors=[], kv_cache_groups=[KVCacheGroupSpec(["layer"], spec)])


def prompt(name: str, length: int, **options) -> Request:
    """The request with tokens 0, 1, 2 and so on."""
    return Request(
        request_id=name,
        prompt_token_ids=list(range(length)),
        sampling_params=SamplingParams(max_tokens=8, **options),
        pooling_params=None,
        block_hasher=get_request_block_hasher(BLOCK, sha256),
    )


def hits(length: int) -> dict[str, int]:
    """How many tokens the same prompt finds: in the same step, later, and with log probabilities asked."""
    manager = KVCacheManager(config, max_model_len=2000, scheduler_block_size=BLOCK, hash_block_size=BLOCK)
    first = prompt("first", length)
    manager.allocate_slots(first, length, 0, manager.get_computed_blocks(first)[0])
    same_step = manager.get_computed_blocks(prompt("beside it", length))[1]
    first.num_computed_tokens = length
    manager.free(first)
    later = manager.get_computed_blocks(prompt("later", length))[1]
    asked = manager.get_computed_blocks(prompt("asked", length, prompt_logprobs=1))[1]
    return {"same step": same_step, "later": later, "prompt_logprobs": asked}


seen = {length: hits(length) for length in (64, 65, 80)}
for length, found in seen.items():
    print(length, found)
if [tuple(found.values()) for found in seen.values()] != [(48, 48, 0), (64, 64, 0), (64, 64, 0)]:
    sys.exit("DIFFERENT from the record: 48, 64, 64; without prompt_logprobs none")
print("as recorded")
PY
