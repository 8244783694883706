#!/usr/bin/env bash
# Finding: the normalisation that comes with Whisper takes (LLM) out of 大模型(LLM)很大 before the
#          error rate is counted, so a transcript that has GPU or nothing there is perfect; with
#          full-width brackets the word stays. 3.5 and 3 5, -5 and 5, 100% and 100 are the same
#          text.
# A good guess says: punctuation becomes spaces, the words inside brackets stay.
# What happens: BasicTextNormalizer (what one takes for every language but English) deletes
#          whatever stands in (), [] and <>, meant for remarks such as [music], then turns every
#          sign, point and minus into a space. Errors in brackets, in signs and at decimal points
#          are never counted, and texts of mixed brackets are measured by two rules. Normalise
#          numbers and brackets oneself, first.
# Versions: whisper-normalizer 0.1.15, jiwer 4.0.0 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
WHISPER_NORMALIZER=${WHISPER_NORMALIZER-0.1.15}
JIWER=${JIWER-4.0.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "whisper-normalizer${WHISPER_NORMALIZER:+==$WHISPER_NORMALIZER}" \
  "jiwer${JIWER:+==$JIWER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import jiwer
from whisper_normalizer.basic import BasicTextNormalizer

print("whisper-normalizer", version("whisper-normalizer"), "jiwer", version("jiwer"))
normal = BasicTextNormalizer()
PAIRS = [
    ("大模型(LLM)很大", "大模型(GPU)很大"),
    ("大模型(LLM)很大", "大模型很大"),
    ("大模型（LLM）很大", "大模型（GPU）很大"),
    ("今天-5度", "今天 5度"),
    ("涨了3.5%", "涨了3 5"),
    ("涨了3.5%", "涨了35%"),
]
seen = []
for said, heard in PAIRS:
    seen.append((normal(said), jiwer.cer(normal(said), normal(heard))))
    print(f"{said} heard as {heard}: {normal(said)!r}, character error rate {seen[-1][1]:.2f}")
texts = ["大模型很大", "大模型很大", "大模型 llm 很大", "今天 5度", "涨了3 5 ", "涨了3 5 "]
perfect = [rate == 0 for _, rate in seen]
if [text for text, _ in seen] != texts or perfect != [True, True, False, True, True, False]:
    sys.exit(f"DIFFERENT from the record: {texts}, and no error in the first two, the fourth and the fifth")
print("as recorded")
PY
