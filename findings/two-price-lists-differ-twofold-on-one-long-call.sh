#!/usr/bin/env bash
# Finding: One call of 250,000 tokens to Claude Sonnet 4.5 costs 0.77 dollars by LiteLLM and 1.52 by
#          genai-prices.
# A good guess says: two maintained price lists give the same for well-known models.
# What happens: genai-prices doubles the price of Claude Sonnet's prompts over 200,000 tokens, LiteLLM
#          has one price for all lengths. Of seven models and four calls each the other 26 prices
#          agree. A bill is checked against the provider, not against a library.
# Versions: litellm 1.110.2, genai-prices 0.2.3 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LITELLM=${LITELLM-1.110.2}
GENAI_PRICES=${GENAI_PRICES-0.2.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "litellm${LITELLM:+==$LITELLM}" \
  "genai-prices${GENAI_PRICES:+==$GENAI_PRICES}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys
from importlib.metadata import version

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
from genai_prices import Usage, calc_price
from litellm.cost_calculator import cost_per_token
from litellm.types.utils import PromptTokensDetailsWrapper
from litellm.types.utils import Usage as Used

print("litellm", version("litellm"), "genai-prices", version("genai-prices"))
MODELS = {
    "gpt-4o": ("openai", "gpt-4o"),
    "gpt-5": ("openai", "gpt-5"),
    "gpt-4.1-mini": ("openai", "gpt-4.1-mini"),
    "claude-sonnet-4-5": ("anthropic", "claude-sonnet-4-5"),
    "claude-haiku-4-5": ("anthropic", "claude-haiku-4-5"),
    "gemini-2.5-pro": ("google", "gemini/gemini-2.5-pro"),
    "gemini-2.5-flash": ("google", "gemini/gemini-2.5-flash"),
}
CALLS = [(100_000, 0), (100_000, 90_000), (250_000, 0), (300_000, 200_000)]
ANSWER = 1_000


def by_litellm(name: str, tokens: int, cached: int) -> float:
    used = Used(
        prompt_tokens=tokens,
        completion_tokens=ANSWER,
        total_tokens=tokens + ANSWER,
        prompt_tokens_details=PromptTokensDetailsWrapper(cached_tokens=cached),
        **({"cache_read_input_tokens": cached} if name.startswith("claude") else {}),
    )
    return sum(cost_per_token(model=name, usage_object=used))


def by_genai_prices(provider: str, name: str, tokens: int, cached: int) -> float:
    usage = Usage(input_tokens=tokens, cache_read_tokens=cached, output_tokens=ANSWER)
    return float(calc_price(usage, model_ref=name, provider_id=provider).total_price)


seen = {}
for name, (provider, known_as) in MODELS.items():
    for tokens, cached in CALLS:
        prices = by_litellm(known_as, tokens, cached), by_genai_prices(provider, name, tokens, cached)
        seen[name, tokens, cached] = prices[1] / prices[0]
        print(f"{name}, {tokens:,} tokens, {cached:,} of them cached: {prices[0]:.4f} and {prices[1]:.4f} dollars")
apart = sorted(key for key, ratio in seen.items() if abs(ratio - 1) > 0.005)
print("apart by more than half a percent:", apart)
recorded = [("claude-sonnet-4-5", 250_000, 0), ("claude-sonnet-4-5", 300_000, 200_000)]
if apart != recorded or not 1.9 < seen["claude-sonnet-4-5", 250_000, 0] < 2:
    sys.exit(f"DIFFERENT from the record: {recorded}; 1.99 times")
print("as recorded")
PY
