#!/usr/bin/env bash
# Finding: A load test with Locust of an endpoint that streams its answer over two seconds reports some
#          milliseconds: with stream=True the clock stops at the headers, although the user's code reads on to the end.
# A good guess says: the time that stands in the report ends when the answer has been read.
# What happens: HttpUser measures until requests hands the response over, which with stream=True is before the
#          body; FastHttpUser does the same. catch_response=True changes nothing. Fire an event of one's own
#          (request.fire) for the first token and for the end. Without stream=True the two seconds are there.
# Versions: locust 2.47.0 (PyPI) (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
LOCUST=${LOCUST-2.47.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "locust${LOCUST:+==$LOCUST}"
cd "$tmp"
cat > server.py <<'PY'
"""Streams ten events over two seconds."""
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Answer(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        for number in range(10):
            time.sleep(0.2)
            self.wfile.write(f"data: {number}\n\n".encode())


server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
Path("port.txt").write_text(str(server.server_port))
server.serve_forever()
PY
python3 server.py 2>/dev/null &
trap 'kill $!; rm -rf "$tmp"' EXIT
for _ in $(seq 100); do [ -s port.txt ] && break; sleep 0.1; done
cat > load.py <<'PY'
from gevent import monkey

monkey.patch_all()

import logging
import sys
import time
from importlib.metadata import version
from pathlib import Path

import gevent
from locust import FastHttpUser, HttpUser, constant, task
from locust.env import Environment

logging.disable(logging.CRITICAL)
print("locust", version("locust"))
HOST = f"http://127.0.0.1:{Path('port.txt').read_text()}"


def reported(kind: type, stream: bool) -> tuple[float, float]:
    """Seconds that the report says, and seconds that the user saw."""
    saw = []

    class Reader(kind):
        host, wait_time = HOST, constant(60)

        @task
        def ask(self):
            start = time.monotonic()
            with self.client.get("/chat", stream=stream, catch_response=True) as response:
                lines = response.iter_lines() if hasattr(response, "iter_lines") else response.text.splitlines()
                if sum(bool(line) for line in lines) == 10:
                    response.success()
            saw.append(time.monotonic() - start)

    environment = Environment(user_classes=[Reader])
    runner = environment.create_local_runner()
    runner.start(1, spawn_rate=1)
    while not saw:
        gevent.sleep(0.1)
    gevent.sleep(0.2)
    said = environment.stats.total.avg_response_time / 1000
    runner.quit()
    return said, saw[0]


seen = {f"{kind.__name__}, stream={stream}": reported(kind, stream) for kind, stream in ((HttpUser, True), (FastHttpUser, True), (HttpUser, False))}
for name, (said, saw) in seen.items():
    print(f"{name}: the report says {said:.3f} s, the user waited {saw:.3f} s")
(http, fast, whole) = seen.values()
if not all(said < 0.5 and saw > 1.9 for said, saw in (http, fast)) or whole[0] < 1.9:
    sys.exit("DIFFERENT from the record: under half a second of two with stream=True, two seconds without")
print("as recorded")
PY
python3 load.py
