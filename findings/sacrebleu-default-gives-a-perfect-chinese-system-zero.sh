#!/usr/bin/env bash
# Finding: sacreBLEU without an argument gives Chinese sentences that equal their
#          references a BLEU of 0, and TER 100 for one changed character.
# A good guess says: 100 for equal texts; the tokenizer only matters for the details.
# What happens: 13a splits at spaces, so a sentence is one token and has no 4-gram: 0.00,
#          and 100 with tokenize='zh'. For 今天天气很好 against 今天天气真好: BLEU 0 against 53.73;
#          TER 100 against 16.7, which needs normalized=True besides asian_support=True.
# Versions: sacrebleu 2.6.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
SACREBLEU=${SACREBLEU-2.6.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "sacrebleu${SACREBLEU:+==$SACREBLEU}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

import sacrebleu
from sacrebleu.metrics import TER

print("sacrebleu", sacrebleu.__version__)
same = ["今天天气很好。", "注意力机制很重要。"]
seen = {
    "equal texts, default": sacrebleu.corpus_bleu(same, [same]).score,
    "equal texts, zh": sacrebleu.corpus_bleu(same, [same], tokenize="zh").score,
}
pair = ("今天天气很好", ["今天天气真好"])
seen["one character, default"] = sacrebleu.sentence_bleu(*pair).score
seen["one character, zh"] = sacrebleu.sentence_bleu(*pair, tokenize="zh").score
seen["TER, default"] = sacrebleu.sentence_ter(*pair).score
seen["TER, asian_support"] = TER(asian_support=True).sentence_score(*pair).score
seen["TER, normalized, asian_support"] = TER(normalized=True, asian_support=True).sentence_score(*pair).score
seen = {name: round(score, 2) for name, score in seen.items()}
print(seen)
recorded = [0.0, 100.0, 0.0, 53.73, 100.0, 100.0, 16.67]
if list(seen.values()) != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
