#!/usr/bin/env bash
# Finding: a model that pays one nat for each character gets a word_perplexity of 26 thousand
#          million for a Chinese sentence of 24 characters from lm-eval and 170 for an English one;
#          and acc_norm picks an answer of two letters over one hanzi that is likelier, acc_bytes
#          the hanzi.
# A good guess says: words, or characters, of Chinese are counted; acc_norm divides by bytes, as
#          its authors wrote.
# What happens: words are what stands between white space, so a Chinese sentence, and often a
#          whole page, is one word and the perplexity e to the power of its whole loss. acc_norm
#          divides by len() of the answer, characters; a hanzi says as much as several letters, so
#          between answers in two scripts it prefers Latin letters. Report bits_per_byte, and
#          acc_bytes where the answers mix scripts.
# Versions: lm-eval 0.4.13, datasets 5.2.0 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
LM_EVAL=${LM_EVAL-0.4.13}
DATASETS=${DATASETS-5.2.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "lm-eval${LM_EVAL:+==$LM_EVAL}" \
  "datasets${DATASETS:+==$DATASETS}"
cd "$tmp"
HF_HUB_OFFLINE=1 PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import logging
import sys
from importlib.metadata import version
from pathlib import Path

from lm_eval import simple_evaluate
from lm_eval.api.model import LM
from lm_eval.api.task import ConfigurableTask

logging.disable(logging.ERROR)
print("lm-eval", version("lm-eval"))
CHOICES = {"是": -1.5, "no": -2.0}


class OneNat(LM):
    """One nat for each character; the two answers have log-likelihoods of their own."""

    def loglikelihood(self, requests):
        return [(CHOICES[request.args[1].strip()], False) for request in requests]

    def loglikelihood_rolling(self, requests):
        return [-float(len(request.args[0])) for request in requests]

    def generate_until(self, requests):
        return [""] * len(requests)


def results(row: dict[str, object], metrics: list[str], **task: object) -> dict[str, float]:
    """What the harness says of one row."""
    Path("row.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    data = {"task": "task", "dataset_path": "json", "dataset_kwargs": {"data_files": {"test": "row.jsonl"}}, "test_split": "test"}
    listed = [{"metric": metric} for metric in metrics]
    found = simple_evaluate(OneNat(), tasks=[ConfigurableTask(config={**data, "metric_list": listed, **task})], log_samples=False)
    return {metric: float(found["results"]["task"][f"{metric},none"]) for metric in metrics}


rolling = {"output_type": "loglikelihood_rolling", "doc_to_text": "", "doc_to_target": "{{text}}"}
TEXTS = {"zh": "大模型的困惑度是每个词的平均惊讶程度，越低越好。", "en": "The perplexity of a model is the mean surprise per word, and lower is better."}
seen = {name: results({"text": text}, ["word_perplexity", "bits_per_byte"], **rolling) for name, text in TEXTS.items()}
choice = {"output_type": "multiple_choice", "doc_to_text": "{{q}}", "doc_to_choice": "{{c}}", "doc_to_target": "{{l}}"}
picked = results({"q": "?", "c": list(CHOICES), "l": 0}, ["acc", "acc_norm", "acc_bytes"], **choice)
for name, text in TEXTS.items():
    print(f"{name}, {len(text)} characters: {seen[name]}")
print(f"{CHOICES}, right is 是: {picked}")
words = [round(seen[name]["word_perplexity"]) for name in TEXTS]
bits = [round(seen[name]["bits_per_byte"], 2) for name in TEXTS]
if words != [26489122130, 170] or bits != [0.48, 1.44] or picked != {"acc": 1.0, "acc_norm": 0.0, "acc_bytes": 1.0}:
    sys.exit("DIFFERENT from the record: 26489122130 and 170, 0.48 and 1.44 bits; acc 1, acc_norm 0, acc_bytes 1")
print("as recorded")
PY
