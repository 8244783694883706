#!/usr/bin/env bash
# Finding: sentence_bleu gives a sentence without one matching pair of words 6.57, not 0.
# A good guess says: 0, as the formula has it: one factor is 0, so is the geometric mean.
# What happens: the default is smooth_method='exp': the first order without a match counts as
#          half a match, the next as a quarter, then an eighth. corpus_bleu of this one
#          sentence gives the same; smooth_method='none' gives 0.
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

print("sacrebleu", sacrebleu.__version__)
reference = "他 昨天 坐 高铁 去 北京 开会"
paraphrase = "前一天 他 乘 火车 赴京 参加 会议"
seen = {
    "sentence_bleu": sacrebleu.sentence_bleu(paraphrase, [reference]).score,
    "corpus_bleu": sacrebleu.corpus_bleu([paraphrase], [[reference]]).score,
    "sentence_bleu, none": sacrebleu.sentence_bleu(paraphrase, [reference], smooth_method="none").score,
}
seen = {name: round(score, 2) for name, score in seen.items()}
print(seen)
recorded = [6.57, 6.57, 0.0]
if list(seen.values()) != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
