"""What the calculators say is what comes out by hand, from published configurations: nothing of ours is in it."""

from __future__ import annotations

import pytest
from answerbook.arithmetic import caches, sizes

from tests.calc_runs import SHAPES, page

# What the last step of a calculator comes to, written out.
BY_HAND: list[tuple[str, str, float]] = [
    ("kv", "m=llama-3-8b&s=8192&b=4", 4 * 8192 * 2 * 32 * 8 * 128 * 2),
    ("kv", "m=llama-3-8b&s=100&k=16", 112 * 2 * 32 * 8 * 128 * 2),
    ("kv", "m=llama-3-8b&s=8192&d=int4", 8192 * 2 * 32 * 8 * 128 * (0.5 + 4 / 64)),
    ("kv", "m=llama-2-7b&s=4096&d=int8", 4096 * 2 * 32 * 32 * 128 * (1 + 2 / 128)),
    ("kv", "m=llama-3-70b&s=8192&t=8", 8192 * 2 * 80 * 1 * 128 * 2),
    ("kv", "m=llama-3-70b&s=8192&t=16", 8192 * 2 * 80 * 1 * 128 * 2),
    ("kv", "m=qwen2.5-7b&s=32768&d=fp8", 32768 * 2 * 28 * 4 * 128),
    ("kv", "m=falcon-7b&s=2048", 2048 * 2 * 32 * 1 * 64 * 2),
    ("kv", "m=mistral-7b&s=32768", 4096 * 2 * 32 * 8 * 128 * 2),
    ("kv", "m=mistral-7b&s=32768&w=0", 32768 * 2 * 32 * 8 * 128 * 2),
    ("kv", "m=gpt-oss-120b&s=131072", (131072 + 128) * 2 * 18 * 8 * 64 * 2),
    ("kv", "m=gemma-3-27b&s=131072", (10 * 131072 + 52 * 1024) * 2 * 16 * 128 * 2),
    ("kv", "m=deepseek-v3&s=131072", 131072 * 61 * (512 + 64) * 2),
    ("kv", "m=deepseek-v3&s=131072&la=0", 131072 * 61 * 128 * (128 + 64 + 128) * 2),
    ("kv", "m=deepseek-v3.2&s=131072", 131072 * 61 * (512 + 64 + 128) * 2),
    (
        "kv",
        "m=qwen3.6-27b&s=32768",
        32768 * 2 * 16 * 4 * 256 * 2 + 48 * (48 * 128 * 128 * 4 + 4 * (2 * 16 * 128 + 48 * 128) * 2),
    ),
    ("kv", "m=minimax-text-01&s=131072", 131072 * 2 * 10 * 8 * 128 * 2 + 70 * 64 * 128 * 128 * 2),
    ("kv", "m=jamba-v0.1&s=262144", 262144 * 2 * 4 * 8 * 128 * 2 + 28 * 8192 * (16 * 4 + 4 * 2)),
    (
        "kv",
        "m=kimi-linear-48b-a3b&s=131072",
        131072 * 7 * (512 + 64) * 2 + 20 * (32 * 128 * 128 * 4 + 4 * 3 * 32 * 128 * 2),
    ),
    ("kv", "m=t5-base&s=100&e=512", (100 + 512) * 2 * 12 * 12 * 64 * 2),
]
# As their makers or the Hub say of the weights.
PARAMETERS = {
    "llama-3-8b": 8_030_261_248,
    "llama-2-70b": 68_976_648_192,
    "qwen2.5-7b": 7_615_616_512,
    "mistral-7b": 7_241_732_096,
    "mixtral-8x7b": 46_702_792_704,
    "gemma-2-9b": 9_241_705_984,
    "gpt-2-xl": 1_557_611_200,
    "bert-base": 109_482_240,
    "t5-base": 222_903_552,
    "deepseek-v3": 671_026_404_352,
}


@pytest.mark.parametrize(("id", "query", "expected"), BY_HAND, ids=lambda one: one if isinstance(one, str) else "")
def test_what_is_said_is_what_is_computed_by_hand(id: str, query: str, expected: float) -> None:
    assert page(id, query)["steps"][-1]["value"] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("id", PARAMETERS)
def test_parameters_are_those_that_are_published(id: str) -> None:
    assert SHAPES[id].params == PARAMETERS[id]


def test_training_is_what_is_computed_by_hand() -> None:
    """Llama 2 7B: 16 bytes for each parameter, an eighth of them on each of eight cards; LoRA on every matrix."""
    P = 6_738_415_616
    alone = page("memory", "m=llama-2-7b&s=4096&b=2")["steps"]
    assert [step["value"] for step in alone[:3]] == [2 * P, 2 * P, 12 * P]
    shared = page("memory", "m=llama-2-7b&z=3&n=8")["steps"]
    assert [step["value"] for step in shared[:3]] == [2 * P / 8, 2 * P / 8, 12 * P / 8]
    kept = 4 * 4096 + 2 * 4096 + 2 * 4096 + 4 * 11008  # norms; q and what attention gives; k and v; the network
    assert alone[3]["value"] == 2 * 4096 * 2 * 32 * kept
    adapted = page("memory", "m=llama-2-7b&f=lora&k=16")["steps"][1]["value"]
    assert adapted == 16 * 32 * 16 * (4 * (4096 + 4096) + 3 * (4096 + 11008))


def test_speed_is_what_is_computed_by_hand() -> None:
    """Llama 3 8B on one H100: reading 2000 tokens and writing one, alone, are bound by computing and by reading."""
    steps = {step["title"]: step["value"] for step in page("serving", "m=llama-3-8b&i=2000&o=500&b=1")["steps"]}
    worked = 8_030_261_248 - 128256 * 4096
    attention = 4 * 32 * 32 * 128 * (2000 / 2)
    assert steps["读输入：算力的界"] == pytest.approx((2 * worked + attention) * 2000 / (989.4e12 * 0.6))
    bytes = 2 * worked + 2250 * 2 * 32 * 8 * 128 * 2
    assert steps["写一步：带宽的界"] == pytest.approx(bytes / (3350e9 * 0.8))


def test_what_public_calculators_get_wrong() -> None:
    """Heads of queries for those of keys, whole lengths for windows, MLA expanded, linear layers with a cache."""
    gib = {id: caches.sequence_bytes(SHAPES[id], 8192) / sizes.GiB for id in SHAPES}
    assert gib["llama-3-8b"] == 1  # 25.6 GB where the cache is a share of the weights
    assert gib["deepseek-v3"] == pytest.approx(0.536, abs=1e-3)
    assert caches.sequence_bytes(SHAPES["gpt-oss-120b"], 131072) / sizes.GiB == pytest.approx(4.5 + 4.5 / 1024)
    qwen = SHAPES["qwen3.6-27b"]
    assert caches.sequence_bytes(qwen, 32768) < 0.3 * 64 * 2 * 4 * 256 * 2 * 32768
    assert caches.token_bytes(qwen, 32768) == 16 * 2 * 4 * 256 * 2
    # Gemma 4: all but the global layers stop growing (80.8 KiB a token is what the global ones alone add).
    assert caches.token_bytes(SHAPES["gemma-4-31b"], 100_000) / sizes.KiB == pytest.approx(80, rel=0.01)
