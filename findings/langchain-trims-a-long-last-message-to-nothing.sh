#!/usr/bin/env bash
# Finding: LangChain's trim_messages(max_tokens=200) turns a conversation whose last message is
#          longer than that into an empty list; with include_system=True only the system message is
#          left, and the question is gone.
# A good guess says: the last message stays, cut or whole, or an error says that it does not fit.
# What happens: strategy "last" adds messages from the end while they fit; the first does not, so
#          none is taken, the short ones before it neither. allow_partial cuts only where a
#          text_splitter finds line breaks; one paragraph is one piece and stays out. A pasted
#          document empties the request without a word; check that the last message is there.
# Versions: langchain-core 1.8.3 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.8.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain-core${LANGCHAIN_CORE:+==$LANGCHAIN_CORE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, trim_messages
from langchain_core.messages.utils import count_tokens_approximately

print("langchain-core", version("langchain-core"))
SYSTEM, PARAGRAPH, LINES = SystemMessage("You help."), "a long document " * 200, "a long document\n" * 200
EARLIER = [SYSTEM, HumanMessage("Hello."), AIMessage("Hello, what can I do?")]


def left(last: str, **how: object) -> list[tuple[str, str]]:
    """The kind and the length (none, short, cut, whole) of the messages that are left."""
    messages = trim_messages([*EARLIER, HumanMessage(last)], max_tokens=200, token_counter=count_tokens_approximately, **how)
    sizes = {len(last): "whole"}
    return [(message.type, sizes.get(len(message.content), "cut" if len(message.content) > 40 else "short")) for message in messages]


seen = {
    "as it comes": left(PARAGRAPH),
    "include_system": left(PARAGRAPH, include_system=True),
    "allow_partial, one paragraph": left(PARAGRAPH, allow_partial=True),
    "allow_partial, lines": left(LINES, allow_partial=True),
}
for how, messages in seen.items():
    print(f"{how}: {messages}")
recorded = {
    "as it comes": [],
    "include_system": [("system", "short")],
    "allow_partial, one paragraph": [],
    "allow_partial, lines": [("human", "cut")],
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
