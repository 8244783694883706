#!/usr/bin/env bash
# Finding: rouge-score gives two identical Chinese texts 0, and LoRA 注意力 against LoRA 低秩
#          1.
# A good guess says: identical texts score 1 whatever the language.
# What happens: its tokenizer replaces everything but a–z and 0–9 by a space: Chinese
#          texts are empty, mixed ones are compared by their Latin words alone. A filter
#          “ROUGE-L below 0.7” (Self-Instruct) lets every Chinese copy through. A
#          tokenizer of single characters gives 1.
# Versions: rouge-score 0.1.2 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
ROUGE_SCORE=${ROUGE_SCORE-0.1.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "rouge-score${ROUGE_SCORE:+==$ROUGE_SCORE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from rouge_score.rouge_scorer import RougeScorer

print("rouge-score", version("rouge-score"))


class Characters:
    def tokenize(self, text: str) -> list[str]:
        return list(text)


pairs = [("注意力机制", "注意力机制"), ("LoRA 注意力", "LoRA 低秩")]
seen = [RougeScorer(["rougeL"]).score(*pair)["rougeL"].fmeasure for pair in pairs]
own = RougeScorer(["rougeL"], tokenizer=Characters()).score(*pairs[0])["rougeL"].fmeasure
print(dict(zip(pairs, seen, strict=True)), "by characters:", own)
if seen != [0.0, 1.0] or own != 1.0:
    sys.exit("DIFFERENT from the record: 0, 1, and 1 by characters")
print("as recorded")
PY
