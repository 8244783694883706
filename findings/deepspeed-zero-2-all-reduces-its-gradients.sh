#!/usr/bin/env bash
# Finding: DeepSpeed's ZeRO-2 sends gradients with all_reduce unless told; with
#          use_multi_rank_bucket_allreduce off it uses reduce, a call for each owner. Neither is
#          reduce_scatter.
# A good guess says: ZeRO-2 reduce-scatters its gradients (reduce_scatter is on in the
#          configuration).
# What happens: two processes on the CPU, one step of backward in bf16: only all_reduce is called;
#          with the switch off only reduce. Gradients are accumulated in bf16, the type of the
#          model; bf16_master_weights_and_grads is off; the window of the loss scale is 1,000.
# Versions: deepspeed 0.19.8, torch 2.13.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
DEEPSPEED=${DEEPSPEED-0.19.8}
TORCH=${TORCH-2.13.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "deepspeed${DEEPSPEED:+==$DEEPSPEED}" \
  "torch${TORCH:+==$TORCH}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys

rank = 1 if (child := os.fork()) == 0 else 0
os.environ |= {"DS_ACCELERATOR": "cpu", "GLOO_SOCKET_IFNAME": "lo", "RANK": str(rank), "LOCAL_RANK": str(rank)}
os.environ |= {"WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": "29517"}
output = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

import deepspeed
import torch
import torch.distributed as dist
from deepspeed.runtime.precision_config import DeepSpeedBF16Config, DeepSpeedFP16Config
from deepspeed.runtime.zero.config import DeepSpeedZeroConfig

# The shared-memory kernel for the CPU would be compiled; the plain way will do.
sys.modules["deepspeed.comm.torch"].build_shm_op = lambda: None
deepspeed.init_distributed("gloo")
calls: set[str] = set()


def watch(name: str) -> None:
    """Note each call of this collective."""
    real = getattr(dist, name)

    def noted(*arguments, **options):
        calls.add(name)
        return real(*arguments, **options)

    setattr(dist, name, noted)


for name in ("all_reduce", "reduce", "reduce_scatter", "reduce_scatter_tensor"):
    watch(name)


def step(**zero) -> tuple[set[str], tuple]:
    """The collectives of one backward pass, and the types of model and accumulated gradients."""
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.Linear(64, 64)).bfloat16()
    engine, *_ = deepspeed.initialize(
        model=model,
        optimizer=torch.optim.AdamW(model.parameters()),
        config={
            "train_micro_batch_size_per_gpu": 1,
            "bf16": {"enabled": True},
            "zero_optimization": {"stage": 2, **zero},
            "zero_allow_untested_optimizer": True,
            "zero_force_ds_cpu_optimizer": False,
        },
    )
    calls.clear()
    engine.backward(engine(torch.randn(4, 64).bfloat16()).float().square().mean())
    return set(calls), engine.get_data_types()


seen = {"unless told": step(), "switched off": step(use_multi_rank_bucket_allreduce=False)}
dist.destroy_process_group()
if rank:
    os._exit(0)
os.waitpid(child, 0)
os.dup2(output, 1)
print("deepspeed", deepspeed.__version__, "torch", torch.__version__)
settings = {
    "reduce_scatter": DeepSpeedZeroConfig().reduce_scatter,
    "use_multi_rank_bucket_allreduce": DeepSpeedZeroConfig().use_multi_rank_bucket_allreduce,
    "bf16_master_weights_and_grads": DeepSpeedBF16Config().bf16_master_weights_and_grads,
    "loss_scale_window": DeepSpeedFP16Config().loss_scale_window,
}
print(seen, settings)
types = (torch.bfloat16, torch.bfloat16)
if seen != {"unless told": ({"all_reduce"}, types), "switched off": ({"reduce"}, types)} or list(settings.values()) != [True, True, False, 1000]:
    sys.exit("DIFFERENT from the record: all_reduce, reduce, bf16 twice; True, True, False, 1000")
print("as recorded")
PY
