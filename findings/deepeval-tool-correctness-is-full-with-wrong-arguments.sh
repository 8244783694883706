#!/usr/bin/env bash
# Finding: DeepEval's ToolCorrectnessMetric is 1.0 when the city in the call is wrong, when the
#          order is reversed, and when the agent makes ten calls nobody asked for; agentevals in its
#          strict mode says no to all three.
# A good guess says: wrong arguments may pass, as only names are compared, but calls too many lower
#          the mark.
# What happens: by default it counts how many of the expected names were called.
#          evaluation_params=[ToolCallParams.INPUT_PARAMETERS] makes the wrong city cost a half,
#          should_consider_ordering the order; the extra calls still cost nothing, only
#          should_exact_match sees them. agentevals compares arguments in all modes, and strict also
#          says no if two calls stand in one message instead of two.
# Versions: deepeval 4.3.1, agentevals 0.0.9 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DEEPEVAL=${DEEPEVAL-4.3.1}
AGENTEVALS=${AGENTEVALS-0.0.9}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "deepeval${DEEPEVAL:+==$DEEPEVAL}" \
  "agentevals${AGENTEVALS:+==$AGENTEVALS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import os
import sys
from importlib.metadata import version

os.environ |= {"DEEPEVAL_TELEMETRY_OPT_OUT": "YES", "OPENAI_API_KEY": "none"}
from agentevals.trajectory.match import create_trajectory_match_evaluator
from deepeval.metrics import ToolCorrectnessMetric
from deepeval.test_case import LLMTestCase, ToolCall, ToolCallParams

print(" ".join(f"{name} {version(name)}" for name in ("deepeval", "agentevals")))
WEATHER, NEWS, OTHER = ("weather", {"city": "北京"}), ("news", {"topic": "AI"}), ("search", {"text": "AI"})
RUNS = {
    "as expected": [WEATHER, NEWS],
    "wrong city": [("weather", {"city": "上海"}), NEWS],
    "other order": [NEWS, WEATHER],
    "ten calls more": [WEATHER, NEWS, *[OTHER] * 10],
    "one call less": [WEATHER],
}


def deepeval(run: list, **options: object) -> float:
    """The mark of a run whose expected calls are weather and news."""
    called, expected = ([ToolCall(name=name, input_parameters=given) for name, given in calls] for calls in (run, RUNS["as expected"]))
    metric = ToolCorrectnessMetric(include_reason=False, **options)
    case = LLMTestCase(input="q", actual_output="a", tools_called=called, expected_tools=expected)
    metric.measure(case, _show_indicator=False)
    return round(metric.score, 2)


def messages(groups: list[list]) -> list[dict]:
    """A conversation with one assistant message for each group of calls."""
    made = [{"role": "user", "content": "q"}]
    for group in groups:
        calls = [{"function": {"name": name, "arguments": json.dumps(given)}} for name, given in group]
        made += [{"role": "assistant", "content": "", "tool_calls": calls}, *[{"role": "tool", "content": "ok"}] * len(group)]
    return [*made, {"role": "assistant", "content": "a"}]


def agentevals(groups: list[list]) -> bool:
    evaluator = create_trajectory_match_evaluator(trajectory_match_mode="strict")
    return bool(evaluator(outputs=messages(groups), reference_outputs=messages([[WEATHER], [NEWS]]))["score"])


seen = {}
for what, run in RUNS.items():
    with_arguments = deepeval(run, evaluation_params=[ToolCallParams.INPUT_PARAMETERS])
    seen[what] = (deepeval(run), with_arguments, deepeval(run, should_exact_match=True), agentevals([[call] for call in run]))
    print(f"{what}: DeepEval {seen[what][0]}, with arguments {with_arguments}, exact {seen[what][2]}, agentevals strict {seen[what][3]}")
together = agentevals([[WEATHER, NEWS]])
print("both calls in one message, agentevals strict:", together)
RECORDED = {"as expected": 1.0, "wrong city": 1.0, "other order": 1.0, "ten calls more": 1.0, "one call less": 0.5}
if {what: row[0] for what, row in seen.items()} != RECORDED or [row[3] for row in seen.values()] != [True] + [False] * 4 or together:
    sys.exit(f"DIFFERENT from the record: {RECORDED}; agentevals strict only the first")
if seen["wrong city"][1] != 0.5 or seen["ten calls more"][1] != 1.0 or seen["ten calls more"][2] != 0.0:
    sys.exit("DIFFERENT from the record: with arguments 0.5 for the wrong city and 1.0 for ten calls more, which only should_exact_match sees")
print("as recorded")
PY
