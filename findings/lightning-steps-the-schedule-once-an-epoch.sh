#!/usr/bin/env bash
# Finding: a schedule of 100 steps handed to Lightning from configure_optimizers has moved two
#          steps after 300 training steps: the learning rate is 0.00098 of 0.001 instead of 0; in a
#          single epoch it never moves.
# A good guess says: a schedule counts optimizer steps, as in Transformers' Trainer: after 100
#          steps the rate is at its end.
# What happens: the interval is "epoch" unless the schedule is returned as {"scheduler": ...,
#          "interval": "step"}. Pretraining and fine-tuning of one to three epochs then run at the
#          peak (or, with a warm-up, at next to nothing) from beginning to end. Look at the curve
#          of the rate.
# Versions: lightning 2.6.6, torch 2.13.0 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
LIGHTNING=${LIGHTNING-2.6.6}
TORCH=${TORCH-2.13.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "lightning${LIGHTNING:+==$LIGHTNING}" \
  "torch${TORCH:+==$TORCH}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import sys
from importlib.metadata import version

import lightning
import torch
from torch.utils.data import DataLoader, TensorDataset

logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
print("lightning", version("lightning"), "torch", version("torch"))


class Module(lightning.LightningModule):
    def __init__(self, interval: str | None) -> None:
        super().__init__()
        self.layer = torch.nn.Linear(4, 1)
        self.interval, self.rates = interval, []

    def training_step(self, batch, number):
        self.rates.append(self.optimizers().param_groups[0]["lr"])
        return self.layer(batch[0]).mean()

    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), 1e-3)
        schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, 100)
        return [optimizer], [schedule if self.interval is None else {"scheduler": schedule, "interval": self.interval}]


def rates(interval: str | None) -> list[float]:
    """The learning rate at the steps 1, 100, 101 and 300 of three epochs."""
    module = Module(interval)
    data = DataLoader(TensorDataset(torch.zeros(100, 4)), batch_size=1)
    quiet = {"logger": False, "enable_progress_bar": False, "enable_model_summary": False, "enable_checkpointing": False}
    lightning.Trainer(max_epochs=3, accelerator="cpu", **quiet).fit(module, data)
    return [round(module.rates[step - 1], 6) for step in (1, 100, 101, 300)]


seen = {"as it comes": rates(None), "interval: step": rates("step")}
for how, values in seen.items():
    print(f"{how}: at steps 1, 100, 101, 300: {values}")
if seen != {"as it comes": [0.001, 0.001, 0.00099, 0.00098], "interval: step": [0.001, 1e-05, 0.0, 0.0]}:
    sys.exit("DIFFERENT from the record: 0.001, 0.001, 0.00099, 0.00098, and with steps 0.001, 0.00001, 0, 0")
print("as recorded")
PY
