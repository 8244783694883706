#!/usr/bin/env bash
# Finding: A Python function given to Ollama's client as a tool loses most of its types: the choices
#          of a Literal, the kind of the list's items and the fields of a model are gone (the model
#          is a "string"), int | str becomes the type "integer, string" (or "string, integer"),
#          which JSON Schema does not know, and an argument with a default is required.
# A good guess says: the schema is what pydantic makes of the signature: enum, items, properties,
#          anyOf, and the default is optional.
# What happens: the client makes that schema and then keeps one type and the description from the
#          docstring for each argument. str | None = None is optional. A dict or a Tool with a
#          schema of one's own is sent as it is.
# Versions: ollama 0.6.3, pydantic 2.14.4 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
OLLAMA=${OLLAMA-0.6.3}
PYDANTIC=${PYDANTIC-2.14.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "ollama${OLLAMA:+==$OLLAMA}" \
  "pydantic${PYDANTIC:+==$PYDANTIC}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.metadata import version
from typing import Any, Literal

import ollama
from pydantic import BaseModel, TypeAdapter

print(" ".join(f"{name} {version(name)}" for name in ("ollama", "pydantic")))
ANSWER = json.dumps({"model": "m", "message": {"role": "assistant", "content": "ok"}, "done": True}).encode()


class Server(BaseHTTPRequestHandler):
    asked: dict[str, Any] = {}

    def do_POST(self) -> None:
        Server.asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(ANSWER)))
        self.end_headers()
        self.wfile.write(ANSWER)

    def log_message(self, *_: Any) -> None:
        """Quiet."""


class Room(BaseModel):
    beds: int
    view: str


def book(city: Literal["beijing", "shanghai"], nights: list[int], room: Room, code: int | str, limit: int = 3, note: str | None = None) -> str:
    """Book a room.

    Args:
        city: where to
        nights: which nights
        room: what kind of room
        code: the customer's number or name
        limit: at most so many offers
        note: anything else
    """
    return ""


server = HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
client = ollama.Client(host=f"http://127.0.0.1:{server.server_port}")
client.chat(model="m", messages=[{"role": "user", "content": "hi"}], tools=[book])
sent = Server.asked["tools"][0]["function"]["parameters"]
own = {"type": "function", "function": {"name": "own", "description": "", "parameters": {"type": "object", "properties": {"city": {"type": "string", "enum": ["beijing", "shanghai"]}}}}}
client.chat(model="m", messages=[{"role": "user", "content": "hi"}], tools=[own])
kept = Server.asked["tools"][0]["function"]["parameters"]["properties"]["city"]
server.shutdown()
pydantic = TypeAdapter(book).json_schema()["properties"]
for name, schema in sent["properties"].items():
    print(f"{name}: sent {schema}; pydantic makes {pydantic[name]}")
print("required:", sent["required"], "a schema of one's own:", kept)
types = {name: schema["type"] for name, schema in sent["properties"].items()}
code = types.pop("code")
if types != {"city": "string", "nights": "array", "room": "string", "limit": "integer", "note": "string"}:
    sys.exit("DIFFERENT from the record: string, array, string, integer, string")
if code not in ("integer, string", "string, integer") or any(set(schema) != {"type", "description"} for schema in sent["properties"].values()):
    sys.exit("DIFFERENT from the record: 'integer, string'; nothing but type and description")
if sent["required"] != ["city", "nights", "room", "code", "limit"] or kept.get("enum") != ["beijing", "shanghai"]:
    sys.exit("DIFFERENT from the record: limit is required, a schema of one's own is kept")
print("as recorded")
PY
