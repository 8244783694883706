#!/usr/bin/env bash
# Finding: Two handoffs to agents named 退款 and 发票 become one: both tools are called
#          transfer_to___, and the last agent gets every call.
# A good guess says: two tools with the Chinese names in them, or an error about the
#          names.
# What happens: each Han character is replaced by _, equal lengths collide, only a warning
#          is logged; the model is offered one handoff, and a customer who wants 退款 lands
#          at 发票. Give tool_name_override.
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
from importlib.metadata import version

os.environ["OPENAI_AGENTS_DISABLE_TRACING"] = "1"
from agents import Agent, Runner
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


refund = Agent(name="退款", model=Scripted(say("退款处理")))
invoice = Agent(name="发票", model=Scripted(say("发票处理")))
model = Scripted([call("transfer_to___")])
desk = Agent(name="前台", handoffs=[refund, invoice], model=model)
result = asyncio.run(Runner.run(desk, "我要退款"))
print("handoffs offered to the model:", model.offered[0])
print("who answered:", result.last_agent.name, result.final_output)
if model.offered[0] != ["transfer_to___"] or result.last_agent.name != "发票":
    sys.exit("DIFFERENT from the record: one handoff transfer_to___, 发票 answers")
print("as recorded")
PY
