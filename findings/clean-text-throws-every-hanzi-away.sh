#!/usr/bin/env bash
# Finding: clean(text) of the package clean-text makes 'cafe 85.5%' of '大模型的 Café 成绩是 85.5%': all hanzi are
#          gone. With unidecode installed beside it they become 'da mo xing de'.
# A good guess says: it tidies spaces and quotation marks and leaves the Chinese.
# What happens: to_ascii is on unless told otherwise, and so is lower; what ASCII has no sign for is dropped,
#          with a warning only that unidecode is missing. clean(text, to_ascii=False, lower=False) leaves
#          the hanzi.
# Versions: clean-text 0.7.1, unidecode 1.4.0 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
CLEAN_TEXT=${CLEAN_TEXT-0.7.1}
UNIDECODE=${UNIDECODE-1.4.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "clean-text${CLEAN_TEXT:+==$CLEAN_TEXT}" \
  "unidecode${UNIDECODE:+==$UNIDECODE}"
cd "$tmp"
cat > run.py <<'PY'
import json
import sys
import warnings

warnings.simplefilter("ignore")
from cleantext import clean

TEXT = "大模型的 Café 成绩是 85.5%。"
print(json.dumps([clean(TEXT), clean(TEXT, to_ascii=False, lower=False)], ensure_ascii=False), file=sys.stdout)
PY
python3 -c 'from importlib.metadata import version; print("clean-text", version("clean-text"), "unidecode", version("unidecode"))'
# Once with unidecode, once without.
python3 run.py >with.json 2>/dev/null
"$python" -m pip --python "$tmp/venv" uninstall -q -y unidecode 2>/dev/null
python3 run.py >without.json 2>/dev/null
python3 - <<'PY'
import json
import sys
from pathlib import Path

seen = {name: json.loads(Path(f"{name}.json").read_text("utf-8")) for name in ("without", "with")}
for name, (plain, kept) in seen.items():
    print(f"{name} unidecode: {plain!r}; to_ascii=False, lower=False: {kept!r}")
KEPT = "大模型的 Café 成绩是 85.5%。"
plain, spelled = seen["without"][0], seen["with"][0]
hanzi = [sign for sign in plain + spelled if "一" <= sign <= "鿿"]
if hanzi or not plain.startswith("cafe 85.5%") or not spelled.startswith("da mo xing de cafe") or any(one != KEPT for _, one in seen.values()):
    sys.exit("DIFFERENT from the record: 'cafe 85.5%' without unidecode, 'da mo xing de cafe …' with it, all kept with to_ascii=False, lower=False")
print("as recorded")
PY
