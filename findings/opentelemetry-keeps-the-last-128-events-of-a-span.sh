#!/usr/bin/env bash
# Finding: An OpenTelemetry span that gets one event for each of 1,000 streamed tokens keeps the
#          last 128: the first token, and with it the time to the first token, is gone.
# A good guess says: all of them, or the first 128: what is over the limit is left out.
# What happens: events 872 to 999 are exported and dropped_events says 872. Attributes have the same
#          limit of 128 and lose their oldest too, with a warning for each; messages as a list of
#          dicts, which older releases refused, are kept. SpanLimits(max_events=...) raises the
#          limit.
# Versions: opentelemetry-sdk 1.45.2 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
OPENTELEMETRY_SDK=${OPENTELEMETRY_SDK-1.45.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "opentelemetry-sdk${OPENTELEMETRY_SDK:+==$OPENTELEMETRY_SDK}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import sys
from importlib.metadata import version

from opentelemetry.sdk.trace import ReadableSpan, SpanLimits, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

print("opentelemetry-sdk", version("opentelemetry-sdk"))
logging.disable(logging.WARNING)


def streamed(**limits: int) -> ReadableSpan:
    """The exported span of an answer of 1,000 tokens, with an event and an attribute for each."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider(span_limits=SpanLimits(**limits))
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    with provider.get_tracer("example").start_as_current_span("chat") as span:
        for number in range(1000):
            span.add_event("token", {"number": number})
            span.set_attribute(f"token.{number}", number)
        span.set_attribute("messages", [{"role": "user", "content": "你好"}])
    return exporter.get_finished_spans()[0]


seen = []
for limits in ({}, {"max_events": 2000, "max_span_attributes": 2000}):
    span = streamed(**limits)
    numbers = [event.attributes["number"] for event in span.events]
    first = next(iter(span.attributes))
    seen.append((len(numbers), numbers[0], numbers[-1], span.dropped_events, len(span.attributes), first))
    print(f"{limits or 'no limits given'}: {len(numbers)} events, {numbers[0]} to {numbers[-1]}, {span.dropped_events} dropped;", end=" ")
    print(f"{len(span.attributes)} attributes, the first {first}; messages: {span.attributes['messages']}")
if seen != [(128, 872, 999, 872, 128, "token.873"), (1000, 0, 999, 0, 1001, "token.0")]:
    sys.exit("DIFFERENT from the record: 128 events, 872 to 999, 128 attributes; all of them with higher limits")
print("as recorded")
PY
