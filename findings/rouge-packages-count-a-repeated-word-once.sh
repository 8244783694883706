#!/usr/bin/env bash
# Finding: The packages rouge and rouge-chinese give 模型 模型 模型 模型 a ROUGE-1 precision of 1.0 against
#          模型 压缩: a text that repeats itself loses nothing.
# A good guess says: 0.25: one of four words is in the reference, as in rouge-score.
# What happens: both compare sets of n-grams, so each counts once, however often it stands there.
#          rouge does so in ROUGE-L too (1.0); rouge-chinese doesn't there (0.25). The F1 of the
#          text with eight words that say the cat four times is 0.80, by rouge-score 0.36.
# Versions: rouge-chinese 1.0.3, rouge 1.0.1, rouge-score 0.1.2 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
ROUGE_CHINESE=${ROUGE_CHINESE-1.0.3}
ROUGE=${ROUGE-1.0.1}
ROUGE_SCORE=${ROUGE_SCORE-0.1.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "rouge-chinese${ROUGE_CHINESE:+==$ROUGE_CHINESE}" \
  "rouge${ROUGE:+==$ROUGE}" \
  "rouge-score${ROUGE_SCORE:+==$ROUGE_SCORE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from rouge import Rouge
from rouge_chinese import Rouge as RougeChinese
from rouge_score.rouge_scorer import RougeScorer

print(" ".join(f"{name} {version(name)}" for name in ("rouge-chinese", "rouge", "rouge-score")))
KINDS = ("rouge-1", "rouge-2", "rouge-l")


class Words:
    """Words as they stand between spaces, so that rouge-score reads Chinese."""

    def tokenize(self, text: str) -> list[str]:
        return text.split()


def scores(candidate: str, reference: str) -> dict[str, list[tuple[float, float]]]:
    """Precision and F1 of ROUGE-1, -2, -L by each package."""
    rows = {name: make().get_scores(candidate, reference)[0] for name, make in (("rouge", Rouge), ("rouge-chinese", RougeChinese))}
    made = {name: [(round(row[kind]["p"], 2), round(row[kind]["f"], 2)) for kind in KINDS] for name, row in rows.items()}
    counted = RougeScorer(["rouge1", "rouge2", "rougeL"], tokenizer=Words()).score(reference, candidate)
    return made | {"rouge-score": [(round(one.precision, 2), round(one.fmeasure, 2)) for one in counted.values()]}


seen = []
for candidate, reference in (("模型 模型 模型 模型", "模型 压缩"), ("the cat the cat the cat the cat", "the cat sat")):
    print(f"{candidate} against {reference}: precision and F1 of {', '.join(KINDS)}")
    for name, row in scores(candidate, reference).items():
        seen.append(row)
        print(f"  {name}: {row}")
if [row[0] for row in seen] != [(1.0, 0.67), (1.0, 0.67), (0.25, 0.33), (1.0, 0.8), (1.0, 0.8), (0.25, 0.36)] or [
    row[2][0] for row in seen
] != [1.0, 0.25, 0.25, 1.0, 0.25, 0.25]:
    sys.exit("DIFFERENT from the record: precision 1.0, 1.0, 0.25 (ROUGE-1) and 1.0, 0.25, 0.25 (ROUGE-L)")
print("as recorded")
PY
