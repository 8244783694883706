#!/usr/bin/env bash
# Finding: Faker's Chinese data repeats and does not fit together: 10,000 companies are about 330
#          different ones and 10,000 names about 5,900; of the addresses that name a provincial
#          capital some 3 % put it into its own province; 10,000 sentences use fewer than 400
#          characters.
# A good guess says: nearly all companies and names differ, and an address is a possible one.
# What happens: a company is one of 83 words and one of four endings; province, city and district
#          are drawn without regard to each other; a sentence is a row of words from a short list.
#          Records made of it say nothing about removing duplicates or reading addresses.
# Versions: Faker 40.63.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
FAKER=${FAKER-40.63.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "Faker${FAKER:+==$FAKER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

from faker import VERSION, Faker

print("Faker", VERSION)
CAPITALS = {
    "石家庄": "河北省", "太原": "山西省", "沈阳": "辽宁省", "长春": "吉林省", "哈尔滨": "黑龙江省", "南京": "江苏省",
    "杭州": "浙江省", "合肥": "安徽省", "福州": "福建省", "南昌": "江西省", "济南": "山东省", "郑州": "河南省",
    "武汉": "湖北省", "长沙": "湖南省", "广州": "广东省", "海口": "海南省", "成都": "四川省", "贵阳": "贵州省",
    "昆明": "云南省", "西安": "陕西省", "兰州": "甘肃省", "西宁": "青海省",
}
MANY = 10_000
faker = Faker("zh_CN")
Faker.seed(0)
companies = {faker.company() for _ in range(MANY)}
names = {faker.name() for _ in range(MANY)}
characters = set("".join(faker.sentence() for _ in range(MANY)))
right = named = 0
for _ in range(MANY):
    address = faker.address()
    for capital, province in CAPITALS.items():
        place = address.find(capital)
        if 0 <= place <= 8 and address[place + len(capital)] in "市县":
            named += 1
            right += address.startswith(province)
            break
print(f"{MANY:,} companies: {len(companies)} different; names: {len(names):,}; characters in {MANY:,} sentences: {len(characters)}")
print(f"{named:,} addresses name a provincial capital, {right} of them in its province ({right / named:.1%}), e.g. {faker.address()}")
if not (300 < len(companies) <= 340 and 5_000 < len(names) < 7_000 and len(characters) < 400):
    sys.exit("DIFFERENT from the record: 332, 5,900, fewer than 400")
if named < 1_000 or not 0.015 < right / named < 0.05:
    sys.exit("DIFFERENT from the record: three in a hundred")
print("as recorded")
PY
