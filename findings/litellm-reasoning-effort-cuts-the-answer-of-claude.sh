#!/usr/bin/env bash
# Finding: LiteLLM asks claude-sonnet-4-5 for up to 64,000 tokens; with reasoning_effort='low' or
#          'high' for 5,120 or 8,192, thinking included. response_format={'type': 'json_object'} is
#          left out of the request.
# A good guess says: reasoning_effort sets the thinking only; json_object becomes a tool, a prefill
#          or an error.
# What happens: max_tokens becomes the thinking budget plus 4,096, so long answers end early. With
#          max_tokens=1000 and 'high' the budget of 4,096 stays, more than the whole. For the models
#          from 4.6 on (adaptive thinking) 128,000 stay. A json_schema is passed on; n, seed and
#          frequency_penalty are refused by name.
# Versions: litellm 1.110.2 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LITELLM=${LITELLM-1.110.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "litellm${LITELLM:+==$LITELLM}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.metadata import version

os.environ |= {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_LOG": "ERROR"}
import litellm

print("litellm", version("litellm"))
sent = []


class Claude(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        sent.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
        reply = {"id": "1", "type": "message", "role": "assistant", "model": "m", "content": [{"type": "text", "text": "hi"}], "stop_reason": "end_turn"}
        body = json.dumps(reply | {"usage": {"input_tokens": 1, "output_tokens": 1}}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


server = HTTPServer(("127.0.0.1", 0), Claude)
threading.Thread(target=server.serve_forever, daemon=True).start()


def asked(model: str = "claude-sonnet-4-5", **options: object) -> list:
    """max_tokens, the thinking budget, and the further fields of the request."""
    litellm.completion(f"anthropic/{model}", [{"role": "user", "content": "hi"}], api_base=f"http://127.0.0.1:{server.server_port}", api_key="k", **options)
    body = sent.pop()
    return [body["max_tokens"], body.get("thinking", {}).get("budget_tokens"), sorted(set(body) - {"model", "messages", "max_tokens", "thinking"})]


seen = {
    "nothing": asked(),
    "low": asked(reasoning_effort="low"),
    "high": asked(reasoning_effort="high"),
    "high, max_tokens 1000": asked(reasoning_effort="high", max_tokens=1000),
    "high, claude-sonnet-4-6": asked("claude-sonnet-4-6", reasoning_effort="high"),
    "json_object": asked(response_format={"type": "json_object"}),
    "json_schema": asked(response_format={"type": "json_schema", "json_schema": {"name": "x", "schema": {"type": "object", "properties": {}}}}),
}
for name, found in seen.items():
    print(f"{name}: max_tokens {found[0]}, thinking {found[1]}, other fields {found[2]}")
RECORDED = [[64000, None, []], [5120, 1024, []], [8192, 4096, []], [1000, 4096, []], [128000, None, ["output_config"]], [64000, None, []], [64000, None, ["output_format"]]]
if list(seen.values()) != RECORDED:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
