#!/usr/bin/env bash
# Finding: A datetime field of pydantic takes "2024" for 1970-01-01 00:33:44 UTC and 20240501 for
#          1970-08-23 06:21:41, without an error; a date field refuses both.
# A good guess says: both are refused: neither is a date and a time.
# What happens: numbers, and texts that consist of digits, are seconds since 1970, above some 2e10
#          milliseconds; so a model that writes only the year, or the day without hyphens, gives a
#          valid record of 1970. "2024-05" and "2024/05/01" are refused. Field(strict=True) refuses
#          the number, not the text; a pattern with two hyphens before it, or a date field, helps.
# Versions: pydantic 2.14.4 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PYDANTIC=${PYDANTIC-2.14.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pydantic${PYDANTIC:+==$PYDANTIC}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from datetime import date, datetime
from importlib.metadata import version

from pydantic import BaseModel, TypeAdapter, ValidationError

print("pydantic", version("pydantic"))


class Paper(BaseModel):
    title: str
    published: datetime


def read(kind: type, text: str, **options: bool) -> str:
    """What the type makes of this piece of JSON."""
    try:
        return str(TypeAdapter(kind).validate_json(text, **options))
    except ValidationError:
        return "refused"


TEXTS = ['"2024"', "2024", '"20240501"', "20240501", '"2024-05"', '"2024/05/01"', '"2024-05-01"']
RECORDED = {
    "datetime": ["1970-01-01 00:33:44+00:00"] * 2 + ["1970-08-23 06:21:41+00:00"] * 2 + ["refused"] * 2 + ["2024-05-01 00:00:00"],
    "date": ["refused"] * 6 + ["2024-05-01"],
}
seen = {kind.__name__: [read(kind, text) for text in TEXTS] for kind in (datetime, date)}
strict = [read(datetime, text, strict=True) for text in TEXTS[:4]]
for place, text in enumerate(TEXTS):
    print(f"{text}: datetime {seen['datetime'][place]}, date {seen['date'][place]}")
print("strict:", dict(zip(TEXTS, strict)))
paper = Paper.model_validate_json('{"title": "A survey", "published": "2024"}')
print("a paper of 2024:", paper)
if seen != RECORDED or paper.published.year != 1970:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
