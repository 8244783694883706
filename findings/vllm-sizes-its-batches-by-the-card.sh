#!/usr/bin/env bash
# Finding: vLLM's server takes 2,048 tokens a step and 256 requests on an A100 with 80 GB, but
#          8,192 and 1,024 on an H100 with 80 GB; it takes 92 % of the memory.
# A good guess says: one default for all cards, or one by memory: the same on two cards of 80 GB;
#          90 % of the memory.
# What happens: the numbers are chosen by memory and by the card's name: A100, L40S 2,048 and 256;
#          H100 8,192 and 1,024; B200 16,384 and 1,024. The class LLM for offline use takes 8,192,
#          16,384, 16,384. Blocks of 16 tokens, prefix caching with sha256, chunked prefill, CUDA
#          graphs FULL_AND_PIECEWISE are on everywhere. The cards are described to the code by
#          name and memory; none is needed.
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
  watchfiles
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from types import SimpleNamespace

import vllm
from vllm.config.cache import CacheConfig
from vllm.config.scheduler import SchedulerConfig
from vllm.config.vllm import OPTIMIZATION_LEVEL_02
from vllm.engine import arg_utils
from vllm.usage.usage_lib import UsageContext

print("vllm", vllm.__version__)
CARDS = {
    "NVIDIA A100-SXM4-80GB": 80.0,
    "NVIDIA L40S": 45.0,
    "NVIDIA H100 80GB HBM3": 79.6,
    "NVIDIA B200": 179.0,
}
WHERE = (UsageContext.OPENAI_API_SERVER, UsageContext.LLM_CLASS)


def sizes(name: str, memory: float) -> tuple[int, ...]:
    """Tokens a step and requests of the server, tokens a step of the class LLM, on such a card."""
    arg_utils.current_platform = SimpleNamespace(
        get_device_total_memory=lambda: int(memory * 2**30),
        get_device_name=lambda: name,
        is_device_capability=lambda capability: False,
        is_tpu=lambda: False,
        is_cpu=lambda: False,
    )
    tokens, requests = arg_utils.EngineArgs.get_batch_defaults(1)
    return tokens[WHERE[0]], requests[WHERE[0]], tokens[WHERE[1]]


cache = CacheConfig()
seen = {name: sizes(name, memory) for name, memory in CARDS.items()}
seen["memory"] = cache.gpu_memory_utilization
seen["cache"] = (cache.block_size, cache.enable_prefix_caching, cache.prefix_caching_hash_algo)
seen["steps"] = (
    SchedulerConfig.__dataclass_fields__["enable_chunked_prefill"].default,
    OPTIMIZATION_LEVEL_02["compilation_config"]["cudagraph_mode"].name,
)
for name, values in seen.items():
    print(name, values)
recorded = {
    "NVIDIA A100-SXM4-80GB": (2048, 256, 8192),
    "NVIDIA L40S": (2048, 256, 8192),
    "NVIDIA H100 80GB HBM3": (8192, 1024, 16384),
    "NVIDIA B200": (16384, 1024, 16384),
    "memory": 0.92,
    "cache": (16, True, "sha256"),
    "steps": (True, "FULL_AND_PIECEWISE"),
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
