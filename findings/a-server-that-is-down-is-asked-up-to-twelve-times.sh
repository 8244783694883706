#!/usr/bin/env bash
# Finding: A server that always answers 500 gets 3 requests for one question through OpenAI's
#          client, 4 through DSPy, 6 through Haystack and 12 through LlamaIndex;
#          litellm.completion(num_retries=2) sends 5.
# A good guess says: three everywhere, from OpenAI's client underneath; nine where a library tries
#          three times itself.
# What happens: Haystack sets the client's retries to 5. LlamaIndex sets them to 3 and tries three
#          times around that (4 times 3). LiteLLM sends 3 on its own; num_retries=2 adds two. DSPy
#          has three retries of its own and none underneath. max_retries=0 at LlamaIndex and
#          Haystack leaves one.
# Versions: llama-index-llms-openai 0.8.3, haystack-ai 3.4.1, dspy 3.4.1, litellm 1.110.2, openai
#          2.54.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LLAMA_INDEX_LLMS_OPENAI=${LLAMA_INDEX_LLMS_OPENAI-0.8.3}
HAYSTACK_AI=${HAYSTACK_AI-3.4.1}
DSPY=${DSPY-3.4.1}
LITELLM=${LITELLM-1.110.2}
OPENAI=${OPENAI-2.54.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "llama-index-llms-openai${LLAMA_INDEX_LLMS_OPENAI:+==$LLAMA_INDEX_LLMS_OPENAI}" \
  "haystack-ai${HAYSTACK_AI:+==$HAYSTACK_AI}" \
  "dspy${DSPY:+==$DSPY}" \
  "litellm${LITELLM:+==$LITELLM}" \
  "openai${OPENAI:+==$OPENAI}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import asyncio
import json
import logging
import os
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version

os.environ.update(LITELLM_LOCAL_MODEL_COST_MAP="True", OPENAI_API_KEY="k", HAYSTACK_TELEMETRY_ENABLED="False")
logging.disable(logging.CRITICAL)
import dspy
import litellm
import openai
from haystack.components.generators.chat import OpenAIChatGenerator
from haystack.dataclasses import ChatMessage
from llama_index.llms.openai import OpenAI

litellm.suppress_debug_info = True
print(" ".join(f"{name} {version(name)}" for name in ("llama-index-llms-openai", "haystack-ai", "dspy", "litellm", "openai")))
asked = 0


class Down(BaseHTTPRequestHandler):
    """A server that counts what it is asked and always answers 500."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        global asked
        asked += 1
        self.rfile.read(int(self.headers["Content-Length"]))
        body = json.dumps({"error": {"message": "down", "type": "server_error"}}).encode()
        self.send_response(500)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = ThreadingHTTPServer(("127.0.0.1", 0), Down)
threading.Thread(target=server.serve_forever, daemon=True).start()
BASE = f"http://127.0.0.1:{server.server_port}/v1"
MESSAGES = [{"role": "user", "content": "在吗？"}]
wait, wait_async = time.sleep, asyncio.sleep
time.sleep = lambda seconds: wait(min(seconds, 0.01))  # the number of requests matters, not the time between them
asyncio.sleep = lambda seconds, *rest: wait_async(min(seconds, 0.01), *rest)


def by_litellm(**options: int) -> object:
    return litellm.completion(model="openai/m", api_base=BASE, api_key="k", messages=MESSAGES, **options)


def by_haystack(**options: int) -> object:
    return OpenAIChatGenerator(model="m", api_base_url=BASE, **options).run([ChatMessage.from_user("在吗？")])


CALLS = {
    "openai": lambda: openai.OpenAI(base_url=BASE).chat.completions.create(model="m", messages=MESSAGES),
    "dspy": lambda: dspy.LM("openai/m", api_base=BASE, api_key="k", cache=False)("在吗？"),
    "haystack": by_haystack,
    "haystack, max_retries=0": lambda: by_haystack(max_retries=0),
    "llama-index": lambda: OpenAI(model="gpt-4o", api_base=BASE).complete("在吗？"),
    "llama-index, max_retries=0": lambda: OpenAI(model="gpt-4o", api_base=BASE, max_retries=0).complete("在吗？"),
    "litellm": by_litellm,
    "litellm, num_retries=2": lambda: by_litellm(num_retries=2),
}
seen = {}
for name, call in CALLS.items():
    asked, ended = 0, "an answer"
    try:
        call()
    except Exception as error:
        ended = type(error).__name__
    seen[name] = asked
    print(f"{name}: {asked} requests, then {ended}")
recorded = dict(zip(CALLS, (3, 4, 6, 1, 12, 1, 3, 5)))
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
