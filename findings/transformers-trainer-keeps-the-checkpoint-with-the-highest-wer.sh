#!/usr/bin/env bash
# Finding: with metric_for_best_model="wer" (or "perplexity", "eval_cer") Transformers' Trainer
#          loads the checkpoint with the highest error at the end: 0.9 of 0.9, 0.5 and 0.2.
#          Lightning's ModelCheckpoint(monitor="val_acc") keeps the lowest accuracy: 0.5 of 0.5,
#          0.6, 0.7. Neither says a word.
# A good guess says: wer, cer and perplexity are error measures and acc is none: the direction
#          follows the name, or it must be given.
# What happens: greater_is_better is True for every name that does not end in "loss"; Lightning's
#          mode is "min" for every name. Early stopping follows the same rule and stops a run that
#          gets better. Write greater_is_better=False and mode="max" always.
# Versions: transformers 5.24.0, lightning 2.6.6, torch 2.13.0, accelerate 1.15.0 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
TRANSFORMERS=${TRANSFORMERS-5.24.0}
LIGHTNING=${LIGHTNING-2.6.6}
TORCH=${TORCH-2.13.0}
ACCELERATE=${ACCELERATE-1.15.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "lightning${LIGHTNING:+==$LIGHTNING}" \
  "torch${TORCH:+==$TORCH}" \
  "accelerate${ACCELERATE:+==$ACCELERATE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import lightning
import torch
from lightning.pytorch.callbacks import ModelCheckpoint
from torch.utils.data import DataLoader, TensorDataset
from transformers import LlamaConfig, LlamaForCausalLM, Trainer, TrainingArguments

logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
print(" ".join(f"{name} {version(name)}" for name in ("transformers", "lightning", "torch")))
SIZES = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 1}
ROWS = [{"input_ids": torch.arange(8), "labels": torch.arange(8)}] * 8


def best_of_trainer(metric: str) -> tuple[bool, float]:
    """What three epochs whose error falls leave as the best: greater_is_better and the error of that checkpoint."""
    errors = iter([0.9, 0.5, 0.2, 0.2])
    model = LlamaForCausalLM(LlamaConfig(**SIZES, num_attention_heads=2, num_key_value_heads=2))
    arguments = TrainingArguments(
        tempfile.mkdtemp(dir="."),
        num_train_epochs=3,
        eval_strategy="epoch",
        save_strategy="epoch",
        load_best_model_at_end=True,
        metric_for_best_model=metric,
        report_to="none",
        use_cpu=True,
        disable_tqdm=True,
    )
    name = metric.removeprefix("eval_")
    trainer = Trainer(model, arguments, train_dataset=ROWS, eval_dataset=ROWS, compute_metrics=lambda _: {name: next(errors)})
    trainer.train()
    return bool(arguments.greater_is_better), float(trainer.state.best_metric)


class Module(lightning.LightningModule):
    def __init__(self) -> None:
        super().__init__()
        self.layer = torch.nn.Linear(4, 1)

    def training_step(self, batch, number):
        return self.layer(batch[0]).mean()

    def validation_step(self, batch, number):
        self.log("val_acc", 0.5 + 0.1 * self.current_epoch)

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), 1e-3)


def best_of_lightning() -> tuple[str, float]:
    data = DataLoader(TensorDataset(torch.zeros(4, 4)), batch_size=1)
    best = ModelCheckpoint(Path.cwd(), monitor="val_acc")
    quiet = {"logger": False, "enable_progress_bar": False, "enable_model_summary": False}
    lightning.Trainer(max_epochs=3, accelerator="cpu", callbacks=[best], **quiet).fit(Module(), data, data)
    return best.mode, round(float(best.best_model_score), 1)


trainer = {metric: best_of_trainer(metric) for metric in ("wer", "perplexity", "eval_cer")}
module = best_of_lightning()
for metric, (greater, error) in trainer.items():
    print(f"Trainer, {metric} of 0.9, 0.5, 0.2: greater_is_better {greater}, the best is {error}")
print(f"Lightning, val_acc of 0.5, 0.6, 0.7: mode {module[0]}, the best is {module[1]}")
if set(trainer.values()) != {(True, 0.9)} or module != ("min", 0.5):
    sys.exit("DIFFERENT from the record: the highest error of all, (True, 0.9), and the lowest accuracy, ('min', 0.5)")
print("as recorded")
PY
