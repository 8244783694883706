#!/usr/bin/env bash
# Finding: A field quantities: dict[str, int] in the output_format of Anthropic's client becomes an
#          object without properties and additionalProperties false: the one answer that fits is {}.
# A good guess says: the schema of the values goes along (additionalProperties: integer), or the
#          client refuses the model.
# What happens: transform_schema gives every object additionalProperties false and has no place for
#          keys that are not known beforehand; a plain dict fares the same, and nothing is said.
#          pydantic accepts the {} that comes back. OpenAI's client sends additionalProperties
#          integer with strict true (for the service to judge), Google's raises a ValueError. A list
#          of key and value pairs is passed on whole by all three.
# Versions: anthropic 2.14.0, openai 2.54.0, google-genai 3.6.1, pydantic 2.14.4, jsonschema 4.26.0
#          (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
ANTHROPIC=${ANTHROPIC-2.14.0}
OPENAI=${OPENAI-2.54.0}
GOOGLE_GENAI=${GOOGLE_GENAI-3.6.1}
PYDANTIC=${PYDANTIC-2.14.4}
JSONSCHEMA=${JSONSCHEMA-4.26.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "anthropic${ANTHROPIC:+==$ANTHROPIC}" \
  "openai${OPENAI:+==$OPENAI}" \
  "google-genai${GOOGLE_GENAI:+==$GOOGLE_GENAI}" \
  "pydantic${PYDANTIC:+==$PYDANTIC}" \
  "jsonschema${JSONSCHEMA:+==$JSONSCHEMA}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version

import anthropic
import jsonschema
import openai
from google import genai
from pydantic import BaseModel

print(" ".join(f"{name} {version(name)}" for name in ("anthropic", "openai", "google-genai", "pydantic", "jsonschema")))


class Order(BaseModel):
    quantities: dict[str, int]


class Line(BaseModel):
    name: str
    number: int


class Listed(BaseModel):
    quantities: list[Line]


ASKED = [{"role": "user", "content": "两本书、三支笔。"}]
sent: list[dict] = []


class Keeper(BaseHTTPRequestHandler):
    """A server that keeps what it is sent and refuses it."""

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        sent.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(400)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")


server = ThreadingHTTPServer(("127.0.0.1", 0), Keeper)
threading.Thread(target=server.serve_forever, daemon=True).start()
BASE = f"http://127.0.0.1:{server.server_port}"


def by_anthropic(kind: type[BaseModel]) -> dict:
    try:
        anthropic.Anthropic(api_key="k", base_url=BASE).messages.parse(model="m", max_tokens=99, messages=ASKED, output_format=kind)
    except anthropic.BadRequestError:
        return sent[-1]["output_config"]["format"]["schema"]


def by_openai(kind: type[BaseModel]) -> dict:
    try:
        openai.OpenAI(api_key="k", base_url=BASE).chat.completions.parse(model="m", messages=ASKED, response_format=kind)
    except openai.BadRequestError:
        return sent[-1]["response_format"]["json_schema"]["schema"]


def by_google(kind: type[BaseModel]) -> dict | str:
    config = {"response_mime_type": "application/json", "response_schema": kind}
    client = genai.Client(api_key="k", http_options={"base_url": BASE})
    try:
        client.models.generate_content(model="m", contents="两本书、三支笔。", config=config)
    except ValueError as error:
        return f"ValueError: {error}"
    except genai.errors.ClientError:
        return sent[-1]["generationConfig"]["responseSchema"]


schemas = {"anthropic": by_anthropic(Order), "openai": by_openai(Order), "google-genai": by_google(Order)}
for name, schema in schemas.items():
    print(f"{name}: {json.dumps(schema if isinstance(schema, str) else schema['properties']['quantities'])}")
ANSWERS = [{"quantities": {}}, {"quantities": {"书": 2, "笔": 3}}]
fits = {name: [jsonschema.Draft202012Validator(schemas[name]).is_valid(answer) for answer in ANSWERS] for name in ("anthropic", "openai")}
print("{} fits, {书: 2, 笔: 3} fits:", fits)
print("pydantic of {}:", Order.model_validate(ANSWERS[0]))
LINES = {"quantities": [{"name": "书", "number": 2}]}
listed = [jsonschema.Draft202012Validator(reader(Listed)).is_valid(LINES) for reader in (by_anthropic, by_openai)]
print("a list of pairs fits:", listed, "| google-genai:", json.dumps(by_google(Listed)))
if fits != {"anthropic": [True, False], "openai": [True, True]} or not str(schemas["google-genai"]).startswith("ValueError"):
    sys.exit("DIFFERENT from the record: only {} fits Anthropic's schema, both fit OpenAI's, google-genai raises a ValueError")
if listed != [True, True] or "number" not in json.dumps(by_google(Listed)):
    sys.exit("DIFFERENT from the record: a list of pairs is passed on whole")
print("as recorded")
PY
