#!/usr/bin/env bash
# Finding: When the model gives its final answer (the output tool) and asks for another tool in the
#          same reply, Pydantic AI 2 runs that tool too, and only then ends.
# A good guess says: the run ends with the final answer; the other call is skipped ('Tool not
#          executed').
# What happens: that was 1.99 and is end_strategy='early'; the default of 2 is 'graceful', in either
#          order of the calls. So a payment or a deletion named beside the answer is carried out,
#          and nobody, not even the model, sees what came of it.
# Versions: pydantic-ai-slim 2.68.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PYDANTIC_AI_SLIM=${PYDANTIC_AI_SLIM-2.68.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pydantic-ai-slim${PYDANTIC_AI_SLIM:+==$PYDANTIC_AI_SLIM}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from pydantic import BaseModel
from pydantic_ai import Agent
from pydantic_ai.messages import ModelResponse, ToolCallPart
from pydantic_ai.models.function import FunctionModel

print("pydantic-ai-slim", version("pydantic-ai-slim"))
ran = []


class Answer(BaseModel):
    text: str


def refund(order: int) -> str:
    ran.append(order)
    return "refunded"


def run(names: list[str], **options: str) -> list:
    """The final answer and the orders refunded, when the model asks for these tools at once."""
    ran.clear()
    calls = {"final_result": ToolCallPart("final_result", {"text": "done"}, "a"), "refund": ToolCallPart("refund", {"order": 7}, "b")}
    model = FunctionModel(lambda messages, info: ModelResponse(parts=[calls[name] for name in names]))
    agent = Agent(model, output_type=Answer, tools=[refund], **options)
    return [agent.run_sync("Please help.").output.text, list(ran)]


seen = {
    "answer first": run(["final_result", "refund"]),
    "answer last": run(["refund", "final_result"]),
    "early, answer first": run(["final_result", "refund"], end_strategy="early"),
    "early, answer last": run(["refund", "final_result"], end_strategy="early"),
}
for name, found in seen.items():
    print(f"{name}: {found}")
if seen != {name: ["done", [] if name.startswith("early") else [7]] for name in seen}:
    sys.exit("DIFFERENT from the record: order 7 is refunded, under early it is not")
print("as recorded")
PY
