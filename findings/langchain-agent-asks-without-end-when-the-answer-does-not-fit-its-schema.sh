#!/usr/bin/env bash
# Finding: create_agent(response_format=Model) of LangChain, where the structured answer goes through a
#          tool: a model whose answer never fits the schema is asked again and again until
#          recursion_limit, which is 9,999 by default; 80 questions send 16 times the text of 20.
# A good guess says: two or three tries, then an error.
# What happens: each misfit goes back to the model as a tool message with the reason, without a
#          limit of its own; the history grows, so the cost grows with the square. The tool is the
#          default where LangChain does not know that the model has structured output of its own; there
#          (ProviderStrategy) the first misfit raises.
#          ToolStrategy(Model, handle_errors=False) raises after the first,
#          ModelCallLimitMiddleware(run_limit=3) ends after the third (structured_response is then
#          missing). Pydantic AI asks twice.
# Versions: langchain 1.5.2, langchain-core 1.8.3, pydantic-ai-slim 2.68.0, pydantic 2.14.4 (Python
#          3.11)
# Seen: 2026-11-30
set -euo pipefail
LANGCHAIN=${LANGCHAIN-1.5.2}
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.8.3}
PYDANTIC_AI_SLIM=${PYDANTIC_AI_SLIM-2.68.0}
PYDANTIC=${PYDANTIC-2.14.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain${LANGCHAIN:+==$LANGCHAIN}" \
  "langchain-core${LANGCHAIN_CORE:+==$LANGCHAIN_CORE}" \
  "pydantic-ai-slim${PYDANTIC_AI_SLIM:+==$PYDANTIC_AI_SLIM}" \
  "pydantic${PYDANTIC:+==$PYDANTIC}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import sys
from importlib.metadata import version

from langchain.agents import create_agent
from langchain.agents.middleware import ModelCallLimitMiddleware
from langchain.agents.structured_output import ProviderStrategy, StructuredOutputValidationError, ToolStrategy
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langgraph.errors import GraphRecursionError
from pydantic import BaseModel
from pydantic_ai import Agent
from pydantic_ai.exceptions import UnexpectedModelBehavior
from pydantic_ai.messages import ModelResponse, ToolCallPart
from pydantic_ai.models.function import FunctionModel

print(" ".join(f"{name} {version(name)}" for name in ("langchain", "langchain-core", "pydantic-ai-slim", "pydantic")))
WRONG = {"nights": "many"}


class Stay(BaseModel):
    nights: int


class Stubborn(BaseChatModel):
    """A model that always gives the same wrong answer and counts what it is sent."""

    asked: int = 0
    sent: int = 0

    @property
    def _llm_type(self) -> str:
        return "stubborn"

    def bind_tools(self, tools: list, **options: object) -> object:
        return self.bind(**options)

    def _generate(self, messages: list, stop: object = None, run_manager: object = None, **options: object) -> ChatResult:
        self.asked += 1
        self.sent += sum(len(message.text) for message in messages)
        if "response_format" in options:
            return ChatResult(generations=[ChatGeneration(message=AIMessage(content=json.dumps(WRONG)))])
        call = {"name": "Stay", "args": WRONG, "id": f"call-{self.asked}"}
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content="", tool_calls=[call]))])


def by_langchain(form: object, config: dict | None = None, **options: object) -> tuple[int, int, str]:
    """How often the model is asked, the characters it is sent, and how it ends."""
    model = Stubborn()
    agent = create_agent(model, [], response_format=form, **options)
    try:
        ended = f"structured_response: {agent.invoke({'messages': [('user', '几晚？')]}, config).get('structured_response')}"
    except (GraphRecursionError, StructuredOutputValidationError) as error:
        ended = type(error).__name__
    return model.asked, model.sent, ended


asked_of_pydantic = []


def stubborn(messages: list, info: object) -> ModelResponse:
    asked_of_pydantic.append(len(messages))
    return ModelResponse(parts=[ToolCallPart("final_result", WRONG)])


try:
    Agent(FunctionModel(stubborn), output_type=Stay).run_sync("几晚？")
except UnexpectedModelBehavior as error:
    print(f"Pydantic AI asks {len(asked_of_pydantic)} times: {error}")
seen = {
    "recursion_limit 20": by_langchain(Stay, {"recursion_limit": 20}),
    "recursion_limit 80": by_langchain(Stay, {"recursion_limit": 80}),
    "handle_errors=False": by_langchain(ToolStrategy(Stay, handle_errors=False)),
    "ProviderStrategy": by_langchain(ProviderStrategy(Stay)),
    "run_limit=3": by_langchain(Stay, middleware=[ModelCallLimitMiddleware(run_limit=3)]),
}
for name, (asked, sent, ended) in seen.items():
    print(f"LangChain, {name}: asked {asked} times, {sent:,} characters sent, {ended}")
limit = create_agent(Stubborn(), [], response_format=Stay).config["recursion_limit"]
print("recursion_limit by default:", limit)
if [asked for asked, _, _ in seen.values()] != [20, 80, 1, 1, 3] or len(asked_of_pydantic) != 2 or limit != 9_999:
    sys.exit("DIFFERENT from the record: 20, 80, 1, 1 and 3 times, Pydantic AI 2; recursion_limit 9,999")
if not 14 < seen["recursion_limit 80"][1] / seen["recursion_limit 20"][1] < 18:
    sys.exit("DIFFERENT from the record: 80 questions send 16 times the text of 20")
print("as recorded")
PY
