#!/usr/bin/env bash
# Finding: A stream that ends in the middle of the answer (no finish_reason, no [DONE], the
#          connection closed in order) is an answer like any other to the clients of OpenAI,
#          Anthropic, Groq, Mistral and Cohere; only LiteLLM raises an error.
# A good guess says: Anthropic's get_final_message() at least raises an error, since message_stop
#          never came; LiteLLM passes on what it gets.
# What happens: the five end their loop quietly; get_final_message() and OpenAI's
#          get_final_completion() return the half answer, and only finish_reason or stop_reason is
#          None. LiteLLM 1.110 raises "Stream ended before a finish_reason was received" (1.106
#          ended it with finish_reason "stop"). A connection that breaks off (no last chunk of HTTP)
#          is an error in all six.
# Versions: anthropic 2.14.0, openai 2.54.0, groq 1.7.0, mistralai 3.7.0, cohere 7.3.1, litellm
#          1.110.2 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
ANTHROPIC=${ANTHROPIC-2.14.0}
OPENAI=${OPENAI-2.54.0}
GROQ=${GROQ-1.7.0}
MISTRALAI=${MISTRALAI-3.7.0}
COHERE=${COHERE-7.3.1}
LITELLM=${LITELLM-1.110.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "anthropic${ANTHROPIC:+==$ANTHROPIC}" \
  "openai${OPENAI:+==$OPENAI}" \
  "groq${GROQ:+==$GROQ}" \
  "mistralai${MISTRALAI:+==$MISTRALAI}" \
  "cohere${COHERE:+==$COHERE}" \
  "litellm${LITELLM:+==$LITELLM}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
import anthropic
import cohere
import groq
import litellm
import openai
from mistralai.client import Mistral

litellm.suppress_debug_info = True
print(" ".join(f"{name} {version(name)}" for name in ("anthropic", "openai", "groq", "mistralai", "cohere", "litellm")))
TEXT = "退款需要三步：第一"
ENDING = {"in order": True}


def of_openai(delta: dict) -> tuple[str | None, dict]:
    choice = {"index": 0, "delta": delta, "finish_reason": None}
    return None, {"id": "a", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


OPENAI = [of_openai({"role": "assistant", "content": ""}), of_openai({"content": TEXT})]
MESSAGE = {"id": "a", "type": "message", "role": "assistant", "model": "m", "content": [], "stop_reason": None, "stop_sequence": None}
ANTHROPIC = [
    ("message_start", {"type": "message_start", "message": {**MESSAGE, "usage": {"input_tokens": 5, "output_tokens": 1}}}),
    ("content_block_start", {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}),
    ("content_block_delta", {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": TEXT}}),
]
COHERE = [
    ("message-start", {"type": "message-start", "id": "a", "delta": {"message": {"role": "assistant", "content": []}}}),
    ("content-delta", {"type": "content-delta", "index": 0, "delta": {"message": {"content": {"text": TEXT}}}}),
]


class Handler(BaseHTTPRequestHandler):
    """A server that stops in the middle of its answer."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        events = ANTHROPIC if self.path.endswith("/messages") else COHERE if self.path.endswith("/v2/chat") else OPENAI
        for name, data in events:
            event = ((f"event: {name}\n" if name else "") + f"data: {json.dumps(data)}\n\n").encode()
            self.wfile.write(b"%x\r\n%s\r\n" % (len(event), event))
        if ENDING["in order"]:
            self.wfile.write(b"0\r\n\r\n")
        self.close_connection = True


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
ADDRESS = f"http://127.0.0.1:{server.server_port}"
ASKED = [{"role": "user", "content": "怎么退款？"}]


def joined(choices: list) -> tuple[str, str | None]:
    return "".join(choice.delta.content or "" for choice in choices), choices[-1].finish_reason


def by_openai() -> tuple[str, str | None]:
    client = openai.OpenAI(api_key="k", base_url=f"{ADDRESS}/v1", max_retries=0)
    return joined([chunk.choices[0] for chunk in client.chat.completions.create(model="m", messages=ASKED, stream=True)])


def by_openai_helper() -> tuple[str, str | None]:
    client = openai.OpenAI(api_key="k", base_url=f"{ADDRESS}/v1", max_retries=0)
    with client.chat.completions.stream(model="m", messages=ASKED) as stream:
        choice = stream.get_final_completion().choices[0]
    return choice.message.content, choice.finish_reason


def by_anthropic_helper() -> tuple[str, str | None]:
    client = anthropic.Anthropic(api_key="k", base_url=ADDRESS, max_retries=0)
    with client.messages.stream(model="m", max_tokens=99, messages=ASKED) as stream:
        message = stream.get_final_message()
    return message.content[0].text, message.stop_reason


def by_groq() -> tuple[str, str | None]:
    client = groq.Groq(api_key="k", base_url=ADDRESS, max_retries=0)
    return joined([chunk.choices[0] for chunk in client.chat.completions.create(model="m", messages=ASKED, stream=True)])


def by_mistral() -> tuple[str, str | None]:
    return joined([event.data.choices[0] for event in Mistral(api_key="k", server_url=ADDRESS).chat.stream(model="m", messages=ASKED)])


def by_cohere() -> tuple[str, str | None]:
    events = list(cohere.ClientV2(api_key="k", base_url=ADDRESS).chat_stream(model="m", messages=ASKED))
    texts = [event.delta.message.content.text for event in events if event.type == "content-delta"]
    return "".join(texts), next((event.delta.finish_reason for event in events if event.type == "message-end"), None)


def by_litellm(provider: str) -> tuple[str, str | None]:
    base = f"{ADDRESS}/v1" if provider == "openai" else ADDRESS
    answer = litellm.completion(model=f"{provider}/m", api_key="k", api_base=base, messages=ASKED, stream=True, max_retries=0)
    return joined([chunk.choices[0] for chunk in answer])


CLIENTS = {
    "openai": by_openai,
    "openai, get_final_completion()": by_openai_helper,
    "anthropic, get_final_message()": by_anthropic_helper,
    "groq": by_groq,
    "mistralai": by_mistral,
    "cohere": by_cohere,
    "litellm, as OpenAI": lambda: by_litellm("openai"),
    "litellm, as Anthropic": lambda: by_litellm("anthropic"),
}
seen = {}
for in_order in (True, False):
    ENDING["in order"] = in_order
    for name, ask in CLIENTS.items():
        try:
            seen[name, in_order] = ask()
        except Exception as error:
            seen[name, in_order] = type(error).__name__
        print(f"{name}, connection {'closed in order' if in_order else 'broken off'}: {seen[name, in_order]}")
quiet = [name for name in CLIENTS if seen[name, True] == (TEXT, None)]
if quiet != [name for name in CLIENTS if not name.startswith("litellm")] or any(isinstance(seen[name, True], tuple) for name in CLIENTS if name not in quiet):
    sys.exit("DIFFERENT from the record: the half answer with finish_reason None, an error from LiteLLM only")
if any(isinstance(seen[name, False], tuple) for name in CLIENTS):
    sys.exit("DIFFERENT from the record: a connection broken off is an error in all")
print("as recorded")
PY
