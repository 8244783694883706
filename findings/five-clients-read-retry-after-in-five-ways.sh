#!/usr/bin/env bash
# Finding: A 429 with Retry-After 600: Anthropic's client sleeps ten minutes and asks again, twice;
#          OpenAI's gives up at once; Groq's asks again after half a second; Cohere's after a
#          minute; Google's never reads the header.
# A good guess says: those with one origin (OpenAI, Anthropic, Groq) do the same: up to 60 s is
#          waited for, above that the usual half second; Cohere and Google wait as they are told.
# What happens: 20 s is kept by four of them, 120 s by OpenAI and Anthropic only. Google's client
#          retries only if told to, here three attempts, after 1 to 3 s. So a timeout of one request
#          is no limit for the call: two retries at Anthropic may take twenty minutes, at Groq they
#          burn the quota in two seconds.
# Versions: openai 3.57.0, anthropic 2.14.0, groq 1.7.0, cohere 7.3.1, google-genai 3.6.1 (Python
#          3.11)
# Seen: 2026-11-30
set -euo pipefail
OPENAI=${OPENAI-3.57.0}
ANTHROPIC=${ANTHROPIC-2.14.0}
GROQ=${GROQ-1.7.0}
COHERE=${COHERE-7.3.1}
GOOGLE_GENAI=${GOOGLE_GENAI-3.6.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "openai${OPENAI:+==$OPENAI}" \
  "anthropic${ANTHROPIC:+==$ANTHROPIC}" \
  "groq${GROQ:+==$GROQ}" \
  "cohere${COHERE:+==$COHERE}" \
  "google-genai${GOOGLE_GENAI:+==$GOOGLE_GENAI}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import contextlib
import json
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version

import anthropic
import cohere
import groq
import openai
from google import genai

print(" ".join(f"{name} {version(name)}" for name in ("openai", "anthropic", "groq", "cohere", "google-genai")))
MESSAGES = [{"role": "user", "content": "q"}]
asked = {"wait": "0", "requests": 0}
slept: list[float] = []


class Busy(BaseHTTPRequestHandler):
    """A server that is always busy and says when to come back."""

    def log_message(self, *arguments: object) -> None:
        pass

    def do_POST(self) -> None:
        asked["requests"] += 1
        self.rfile.read(int(self.headers.get("content-length") or 0))
        body = json.dumps({"error": {"message": "busy", "code": 429}, "message": "busy"}).encode()
        self.send_response(429)
        for name, value in (("content-type", "application/json"), ("content-length", str(len(body))), ("retry-after", asked["wait"])):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


server = ThreadingHTTPServer(("127.0.0.1", 0), Busy)
threading.Thread(target=server.serve_forever, daemon=True).start()
URL = f"http://127.0.0.1:{server.server_port}"
OPTIONS = {"base_url": URL, "retry_options": {"attempts": 3}}
google = genai.Client(api_key="none", http_options=OPTIONS)
clients: dict[str, Callable[[], object]] = {
    "openai": lambda: openai.OpenAI(api_key="none", base_url=URL).chat.completions.create(model="m", messages=MESSAGES),
    "anthropic": lambda: anthropic.Anthropic(api_key="none", base_url=URL).messages.create(model="m", max_tokens=5, messages=MESSAGES),
    "groq": lambda: groq.Groq(api_key="none", base_url=URL).chat.completions.create(model="m", messages=MESSAGES),
    "cohere": lambda: cohere.ClientV2(api_key="none", base_url=URL).chat(model="m", messages=MESSAGES),
    "google-genai": lambda: google.models.generate_content(model="m", contents="q"),
}
# The clients sleep between two requests; here they only say for how long.
wait = time.sleep
time.sleep = lambda seconds: slept.append(seconds) if threading.current_thread() is threading.main_thread() else wait(seconds)


def waits(call: Callable[[], object], seconds: int) -> list[float]:
    """The pauses that a client makes after a 429 with this Retry-After, rounded to tenths."""
    asked.update(wait=str(seconds), requests=0)
    slept.clear()
    with contextlib.suppress(Exception):
        call()
    pauses = [round(one, 1) for one in slept]
    print(f"  Retry-After {seconds}: {asked['requests']} requests, pauses {pauses}")
    return pauses


seen = {}
for name, call in clients.items():
    print(name)
    seen[name] = [waits(call, seconds) for seconds in (20, 120, 600)]
recorded = {"openai": [[20, 20], [120, 120], []], "anthropic": [[20, 20], [120, 120], [600, 600]], "cohere": [[20, 20], [60, 60], [60, 60]]}
groq_waits, google_waits = seen["groq"], seen["google-genai"]
if {name: seen[name] for name in recorded} != recorded or groq_waits[0] != [20, 20]:
    sys.exit(f"DIFFERENT from the record: {recorded}; groq 20 at first")
if not all(len(row) == 2 and max(row) < 2 for row in groq_waits[1:]) or not all(len(row) == 2 and max(row) < 5 for row in google_waits):
    sys.exit("DIFFERENT from the record: groq under 2 s for 120 and 600, google-genai under 5 s always")
print("as recorded")
PY
