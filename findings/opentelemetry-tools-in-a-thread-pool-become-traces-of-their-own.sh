#!/usr/bin/env bash
# Finding: Tools that an agent runs at once in a ThreadPoolExecutor leave its trace: each span becomes the root of a
#          trace of its own. loop.run_in_executor does the same; asyncio.to_thread keeps them under the agent.
# A good guess says: a span that starts inside the agent's span is its child, in a thread, too.
# What happens: the current span is a context variable; a thread of a pool starts without it. asyncio.to_thread
#          and tasks copy it. contextvars.copy_context().run handed to the pool puts the tools back into the tree.
# Versions: opentelemetry-sdk 1.45.2 (PyPI) (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
OPENTELEMETRY_SDK=${OPENTELEMETRY_SDK-1.45.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "opentelemetry-sdk${OPENTELEMETRY_SDK:+==$OPENTELEMETRY_SDK}"
cd "$tmp"
python3 - <<'PY'
import asyncio
import contextvars
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version

from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

print("opentelemetry-sdk", version("opentelemetry-sdk"))
exporter = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(exporter))
trace.set_tracer_provider(provider)
tracer = trace.get_tracer("agent")


def tool(city: str) -> None:
    with tracer.start_as_current_span(f"tool {city}"):
        pass


def in_a_pool() -> None:
    with ThreadPoolExecutor() as pool:
        [*pool.map(tool, ["北京", "上海"])]


def in_a_pool_with_the_context() -> None:
    with ThreadPoolExecutor() as pool:
        for task in [pool.submit(contextvars.copy_context().run, tool, city) for city in ("北京", "上海")]:
            task.result()


async def by_run_in_executor() -> None:
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(loop.run_in_executor(None, tool, city) for city in ("北京", "上海")))


async def by_to_thread() -> None:
    await asyncio.gather(*(asyncio.to_thread(tool, city) for city in ("北京", "上海")))


def traces(run) -> int:
    """Into how many traces one run of the agent with two tools falls."""
    exporter.clear()
    with tracer.start_as_current_span("agent"):
        made = run()
        if made is not None:
            asyncio.run(made)
    return len({span.context.trace_id for span in exporter.get_finished_spans()})


seen = {run.__name__: traces(run) for run in (in_a_pool, in_a_pool_with_the_context, by_run_in_executor, by_to_thread)}
print("traces of one run with two tools:", seen)
if [*seen.values()] != [3, 1, 3, 1]:
    sys.exit("DIFFERENT from the record: 3, 1, 3, 1")
print("as recorded")
PY
