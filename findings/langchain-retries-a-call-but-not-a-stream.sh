#!/usr/bin/env bash
# Finding: LangChain's with_retry() calls a model that fails twice a third time when it is
#          invoked; streamed, the first failure is the end, one try, even though no piece has come
#          yet.
# A good guess says: what fails before its first piece is tried again; with_fallbacks does just
#          that.
# What happens: RunnableRetry leaves stream() and transform() to the runnable inside, where
#          retries of half a stream would repeat text. with_fallbacks switches before the first
#          piece. So a chat that streams has no retry where the same chain in a batch job has
#          three; let the client retry (max_retries) or add a fallback.
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
from collections.abc import Callable, Iterator
from importlib.metadata import version

from langchain_core.runnables import RunnableGenerator, RunnableLambda

print("langchain-core", version("langchain-core"))


class Model:
    """Fails on its first two calls, then answers."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, question: object) -> str:
        self.calls += 1
        if self.calls < 3:
            raise ConnectionError("down")
        return "ok"

    def stream(self, questions: Iterator[str]) -> Iterator[str]:
        for question in questions:
            yield self(question)


def outcome(work: Callable[[], object]) -> object:
    try:
        return work()
    except ConnectionError:
        return "ConnectionError"


called, streamed, backed = Model(), Model(), Model()
quick = {"wait_exponential_jitter": False, "stop_after_attempt": 3}
backup = RunnableLambda(lambda _: "backup")
seen = {
    "invoke": (outcome(lambda: RunnableLambda(called).with_retry(**quick).invoke("?")), called.calls),
    "stream": (outcome(lambda: list(RunnableGenerator(streamed.stream).with_retry(**quick).stream("?"))), streamed.calls),
    "stream with a fallback": (outcome(lambda: list(RunnableGenerator(backed.stream).with_fallbacks([backup]).stream("?"))), backed.calls),
}
for how, (answer, calls) in seen.items():
    print(f"{how}: {answer} after {calls} calls")
if seen != {"invoke": ("ok", 3), "stream": ("ConnectionError", 1), "stream with a fallback": (["backup"], 1)}:
    sys.exit("DIFFERENT from the record: three calls when invoked, one when streamed, the fallback in its place")
print("as recorded")
PY
