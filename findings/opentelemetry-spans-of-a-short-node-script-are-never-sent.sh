#!/usr/bin/env bash
# Finding: A Node script that makes three spans and ends by itself sends none of them: BatchSpanProcessor of the
#          JavaScript SDK waits five seconds on a timer that keeps nothing alive, and nothing is sent at the end.
#          The same in Python sends all three.
# A good guess says: what has ended is sent before the process ends, in both.
# What happens: the Python TracerProvider registers itself with atexit, the JavaScript one registers nothing;
#          after await provider.shutdown() the three are there. It concerns agents on the command line, jobs of
#          CI and functions that run once.
# Versions: @opentelemetry/sdk-trace-node 2.12.1, @opentelemetry/api 1.10.0 (npm), opentelemetry-sdk 1.45.2 (PyPI) (Node 20, Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
OPENTELEMETRY_API=${OPENTELEMETRY_API-1.10.0}
OPENTELEMETRY_SDK_TRACE_NODE=${OPENTELEMETRY_SDK_TRACE_NODE-2.12.1}
OPENTELEMETRY_SDK=${OPENTELEMETRY_SDK-1.45.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "@opentelemetry/api@${OPENTELEMETRY_API:-latest}" \
  "@opentelemetry/sdk-trace-node@${OPENTELEMETRY_SDK_TRACE_NODE:-latest}" \
  "@opentelemetry/sdk-trace-base@${OPENTELEMETRY_SDK_TRACE_NODE:-latest}" >/dev/null
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "opentelemetry-sdk${OPENTELEMETRY_SDK:+==$OPENTELEMETRY_SDK}"
cd "$tmp"
cat > agent.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { NodeTracerProvider } from "@opentelemetry/sdk-trace-node";

const [, , sent, shutdown] = process.argv;
let count = 0;
const exporter = {
  export(spans, done) { count += spans.length; writeFileSync(sent, String(count)); done({ code: 0 }); },
  shutdown: async () => {},
};
const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
writeFileSync(sent, "0");
for (const name of ["rewrite", "retrieve", "answer"]) provider.getTracer("agent").startSpan(name).end();
if (shutdown) await provider.shutdown();
JS
cat > agent.py <<'PY'
import sys
from pathlib import Path

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult

SENT = Path(sys.argv[1])


class Counts(SpanExporter):
    def export(self, spans):
        SENT.write_text(str(int(SENT.read_text()) + len(spans)))
        return SpanExportResult.SUCCESS


SENT.write_text("0")
provider = TracerProvider()
provider.add_span_processor(BatchSpanProcessor(Counts()))
for name in ("rewrite", "retrieve", "answer"):
    provider.get_tracer("agent").start_span(name).end()
PY
node -p '"sdk-trace-node " + JSON.parse(require("fs").readFileSync("node_modules/@opentelemetry/sdk-trace-node/package.json", "utf8")).version'
python3 -c 'from importlib.metadata import version; print("opentelemetry-sdk", version("opentelemetry-sdk"))'
node agent.mjs node.txt
node agent.mjs shutdown.txt shutdown
python3 agent.py python.txt
seen="$(cat node.txt) $(cat shutdown.txt) $(cat python.txt)"
echo "spans sent of three (Node, Node with shutdown(), Python): $seen"
if [ "$seen" != "0 3 3" ]; then
  echo "DIFFERENT from the record: 0 3 3"
  exit 1
fi
echo "as recorded"
