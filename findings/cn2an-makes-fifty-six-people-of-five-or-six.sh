#!/usr/bin/env bash
# Finding: cn2an.transform turns 五六个人 into 56个人, 两三天 into 23天 and 一两句话 into 12句话; 十分感谢 becomes 10分感谢
#          and 一起 1起.
# A good guess says: a range of two digits stays as it is, and so do words in which the digit is no
#          number.
# What happens: digits side by side are read one by one, as in a year. 三四百块, 万一, 三七二十一 are left
#          alone. 一百零五个, 百分之五十, 三分之一, 二〇二六年十一月三十日 are right. Of ten ordinary phrases with a vague
#          number or a fixed word eight come out wrong.
# Versions: cn2an 0.5.24 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
CN2AN=${CN2AN-0.5.24}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "cn2an${CN2AN:+==$CN2AN}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import cn2an

print("cn2an", version("cn2an"))
RECORDED = {
    "五六个人": "56个人",
    "两三天": "23天",
    "一两句话": "12句话",
    "四五月份": "45月份",
    "七八个": "78个",
    "十分感谢": "10分感谢",
    "一起": "1起",
    "一心一意": "1心1意",
    "三四百块": "三四百块",
    "万一": "万一",
    "一百零五个": "105个",
    "百分之五十": "50%",
    "三分之一": "1/3",
    "二〇二六年十一月三十日": "2026年11月30日",
}
seen = {text: cn2an.transform(text, "cn2an") for text in RECORDED}
for text, made in seen.items():
    print(text, "->", made)
if seen != RECORDED:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
