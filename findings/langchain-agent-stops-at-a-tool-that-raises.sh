#!/usr/bin/env bash
# Finding: In create_agent of langchain 1.x a tool that raises ValueError ends the whole
#          run.
# A good guess says: the error becomes a ToolMessage and the model goes on, as with wrong
#          arguments.
# What happens: the exception comes out of invoke; wrong or missing arguments and unknown
#          tools do become ToolMessages. wrap_tool_call or a try in the tool is needed.
# Versions: langchain 1.5.2, langgraph 1.2.24 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
LANGCHAIN=${LANGCHAIN-1.5.2}
LANGGRAPH=${LANGGRAPH-1.2.24}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain${LANGCHAIN:+==$LANGCHAIN}" \
  "langgraph${LANGGRAPH:+==$LANGGRAPH}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from langchain.agents import create_agent
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage
from langchain_core.tools import tool

for name in ("langchain", "langgraph"):
    print(name, version(name))


class Scripted(GenericFakeChatModel):
    def bind_tools(self, tools, **kwargs):
        return self


@tool
def lookup(n: int) -> str:
    """Look a word up."""
    raise ValueError("没有这个词")


def run(name: str, arguments: dict[str, object]) -> str:
    turns = [AIMessage("", tool_calls=[{"name": name, "args": arguments, "id": "1"}]), AIMessage("好")]
    agent = create_agent(Scripted(messages=iter(turns)), [lookup])
    try:
        messages = agent.invoke({"messages": [("user", "你好")]})["messages"]
    except ValueError as error:
        return f"raised: {error}"
    return f"{messages[2].type} message, {messages[2].status}"


seen = [run("lookup", {"n": 1}), run("lookup", {"n": "三"}), run("unknown", {})]
print(seen)
recorded = ["raised: 没有这个词", "tool message, error", "tool message, error"]
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
