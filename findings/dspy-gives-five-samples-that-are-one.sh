#!/usr/bin/env bash
# Finding: Five calls of a DSPy program with one question and temperature 1 make one request: all
#          five answers are the first one. In the next process there is no request at all.
# A good guess says: five samples, as the temperature asks for: majority voting works by calling
#          five times.
# What happens: dspy.LM caches in memory and on disk by default, and the key is the prompt and the
#          settings. A rollout_id of its own for each call gives five requests. A retry of the same
#          question, or an evaluation that is run again after the server behind the name changed,
#          gets the old answers too.
# Versions: dspy 3.4.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DSPY=${DSPY-3.4.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "dspy${DSPY:+==$DSPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

Path("program.py").write_text("""
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import dspy

requests = 0


class Server(BaseHTTPRequestHandler):
    def log_message(self, *arguments) -> None:
        pass

    def do_POST(self) -> None:
        global requests
        requests += 1
        self.rfile.read(int(self.headers["content-length"]))
        content = f"[[ ## answer ## ]]\\n{requests}\\n\\n[[ ## completed ## ]]"
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        body = json.dumps({"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice], "usage": usage})
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())


server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
dspy.configure(lm=dspy.LM("openai/m", api_base=f"http://127.0.0.1:{server.server_port}/v1", api_key="none", temperature=1.0))
program = dspy.Predict("question -> answer")
plain = [program(question="q").answer for _ in range(5)]
made = requests
named = [program(question="q", config={"rollout_id": one, "temperature": 1.0}).answer for one in range(5)]
print(json.dumps([plain, made, named, requests]))
""")


def ran() -> str:
    """What one process prints: five answers, requests so far, five answers with ids, requests."""
    return subprocess.run(
        [sys.executable, "program.py"], capture_output=True, text=True, check=True, env=os.environ | {"DSPY_CACHEDIR": "cache"}
    ).stdout.splitlines()[-1]


print("dspy", version("dspy"))
seen = [ran(), ran()]
for one in seen:
    print("answers, requests, answers with a rollout_id, requests:", one)
answers = '["1", "1", "1", "1", "1"], {}, ["2", "3", "4", "5", "6"], {}'
if seen != [f"[{answers.format(1, 6)}]", f"[{answers.format(0, 0)}]"]:
    sys.exit("DIFFERENT from the record: five times 1 from one request, then 2 to 6; no request in a second process")
print("as recorded")
PY
