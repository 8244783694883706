#!/usr/bin/env bash
# Finding: The Agents SDK tells the model only “An error occurred while running the tool.
#          Please try again.”, and hands a dict over as Python text.
# A good guess says: the error's own message follows (“Error: …”), and a dict becomes
#          JSON.
# What happens: the message of the exception is left out; {'词': '注意力', '数': None} reaches
#          the model with single quotes and None, which is no JSON. Two plain tools of one
#          turn run at the same time, in threads.
# Versions: openai-agents 0.24.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
OPENAI_AGENTS=${OPENAI_AGENTS-0.24.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "openai-agents${OPENAI_AGENTS:+==$OPENAI_AGENTS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import asyncio
import json
import logging
import os
import sys
import time
from importlib.metadata import version

os.environ["OPENAI_AGENTS_DISABLE_TRACING"] = "1"
from agents import Agent, Runner, function_tool
from agents.items import ModelResponse
from agents.models.interface import Model
from agents.usage import Usage
from openai.types.responses import ResponseFunctionToolCall, ResponseOutputMessage, ResponseOutputText

logging.disable(logging.CRITICAL)
print("openai-agents", version("openai-agents"))


class Scripted(Model):
    """Says what it was given, one item a turn, and keeps what it was offered."""

    def __init__(self, *turns):
        self.turns, self.offered, self.inputs = list(turns), [], []

    async def get_response(self, system_instructions, input, model_settings, tools, output_schema, handoffs, tracing, **rest):
        self.offered.append([h.tool_name for h in handoffs])
        self.inputs.append(list(input) if not isinstance(input, str) else input)
        return ModelResponse(output=self.turns.pop(0), usage=Usage(), response_id=None)

    def stream_response(self, *args, **kwargs):
        raise NotImplementedError


def say(text):
    part = ResponseOutputText(text=text, type="output_text", annotations=[])
    return [ResponseOutputMessage(id="m", type="message", role="assistant", status="completed", content=[part])]


def call(name, **arguments):
    return ResponseFunctionToolCall(id=name, call_id=name, type="function_call", name=name, arguments=json.dumps(arguments))


@function_tool
def lookup(word: str) -> str:
    raise ValueError("没有这个词")


@function_tool
def info() -> dict:
    return {"词": "注意力", "数": None}


@function_tool
def slow(n: int) -> int:
    time.sleep(0.5)
    return n


both = [call("slow", n=1), ResponseFunctionToolCall(id="b", call_id="b", type="function_call", name="slow", arguments='{"n": 2}')]
model = Scripted([call("lookup", word="甲")], [call("info")], both, say("好"))
result = asyncio.run(Runner.run(Agent(name="a", tools=[lookup, info, slow], model=model), "你好"))
outputs = [item["output"] for item in result.to_input_list() if item.get("type") == "function_call_output"]
for output in outputs:
    print(repr(output))
if outputs[:2] != ["An error occurred while running the tool. Please try again.", "{'词': '注意力', '数': None}"]:
    sys.exit("DIFFERENT from the record: no message, Python's repr")
print("as recorded")
PY
