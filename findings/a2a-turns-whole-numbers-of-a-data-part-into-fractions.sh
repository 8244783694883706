#!/usr/bin/env bash
# Finding: A data part of the A2A SDK turns every whole number into a fraction: quantity 3 arrives
#          as 3.0, order 9007199254740993 as 9007199254740992.0, one too small; as JSON on the wire
#          too.
# A good guess says: a data part is JSON: what is sent arrives as it was.
# What happens: since version 1 the part is a protobuf Value, which knows one kind of number, a
#          double. Texts, true, null and lists are kept. Numbers of orders and ids have to be sent
#          as text; int() of the receiver mends only the small ones.
# Versions: a2a-sdk 1.3.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
A2A_SDK=${A2A_SDK-1.3.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "a2a-sdk${A2A_SDK:+==$A2A_SDK}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import sys
from importlib.metadata import version

from a2a.helpers import get_data_parts, new_data_message
from a2a.types import Message
from google.protobuf.json_format import MessageToJson, Parse

print("a2a-sdk", version("a2a-sdk"))
SENT = {"order": 9007199254740993, "quantity": 3, "sizes": [38, 40], "price": 1.1, "paid": True, "note": None, "code": "007"}
wire = MessageToJson(new_data_message(SENT))
print("on the wire:", json.dumps(json.loads(wire)["parts"][0]["data"], sort_keys=True))
received = get_data_parts(Parse(wire, Message()).parts)[0]
for name, value in SENT.items():
    print(f"{name}: sent {value!r}, received {received[name]!r}")
recorded = {"order": "9007199254740992.0", "quantity": "3.0", "sizes": "[38.0, 40.0]", "price": "1.1", "paid": "True", "note": "None", "code": "'007'"}
if {name: repr(value) for name, value in received.items()} != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
try:
    range(received["quantity"])
except TypeError as error:
    print("range(quantity):", error)
else:
    sys.exit("DIFFERENT from the record: range() takes no 3.0")
print("as recorded")
PY
