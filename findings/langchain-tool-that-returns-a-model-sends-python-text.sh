#!/usr/bin/env bash
# Finding: What a LangChain tool returns becomes JSON if it is a plain dict; a pydantic model
#          becomes id=7 paid=True, a dict with a date {'day': datetime.date(2024, 5, 1)}; a list of
#          texts is not written out at all.
# A good guess says: all of it is written as JSON.
# What happens: json.dumps is tried and str taken where it fails, without a word; a list of texts
#          goes into the message as it is, as content blocks. Pydantic AI writes JSON for all of
#          these. Returning model_dump(mode='json') helps.
# Versions: langchain-core 1.8.3, pydantic-ai-slim 2.68.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.8.3}
PYDANTIC_AI_SLIM=${PYDANTIC_AI_SLIM-2.68.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain-core${LANGCHAIN_CORE:+==$LANGCHAIN_CORE}" \
  "pydantic-ai-slim${PYDANTIC_AI_SLIM:+==$PYDANTIC_AI_SLIM}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from datetime import date
from importlib.metadata import version

from langchain_core.tools import StructuredTool
from pydantic import BaseModel
from pydantic_ai import Agent
from pydantic_ai.messages import ModelResponse, TextPart, ToolCallPart
from pydantic_ai.models.function import FunctionModel

print(" ".join(f"{name} {version(name)}" for name in ("langchain-core", "pydantic-ai-slim")))


class Order(BaseModel):
    id: int
    paid: bool


def by_langchain(value: object) -> object:
    tool = StructuredTool.from_function(lambda: value, name="look", description="Look.")
    return tool.invoke({"type": "tool_call", "name": "look", "args": {}, "id": "1"}).content


def by_pydantic_ai(value: object) -> str:
    def model(messages: list, info: object) -> ModelResponse:
        return ModelResponse(parts=[ToolCallPart("look", {}) if len(messages) == 1 else TextPart(messages[-1].parts[0].model_response_str())])

    def look() -> object:
        return value

    return Agent(FunctionModel(model), tools=[look]).run_sync("Look.").output


order, day = Order(id=7, paid=True), {"day": date(2024, 5, 1)}
VALUES = {"dict": {"id": 7}, "model": order, "list of models": [order], "dict with a date": day, "list of texts": ["a", "b"]}
seen = {name: [by_langchain(value), by_pydantic_ai(value)] for name, value in VALUES.items()}
for name, (first, second) in seen.items():
    print(f"{name}: LangChain {first!r}, Pydantic AI {second!r}")
RECORDED = {
    "dict": ['{"id": 7}', '{"id":7}'],
    "model": ["id=7 paid=True", '{"id":7,"paid":true}'],
    "list of models": ["[Order(id=7, paid=True)]", '[{"id":7,"paid":true}]'],
    "dict with a date": ["{'day': datetime.date(2024, 5, 1)}", '{"day":"2024-05-01"}'],
    "list of texts": [["a", "b"], '["a","b"]'],
}
if seen != RECORDED:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
