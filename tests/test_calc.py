"""The calculators: Python and JavaScript give the same for every model; an address says for ever what it said."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from answerbook import node
from answerbook.arithmetic import caches, serving, sizes, texts, training
from answerbook.arithmetic.shapes import Shape
from answerbook.content import accelerators, calculations, models
from answerbook.content.questions import Book
from answerbook.content.settings import Settings
from answerbook.site import calculators, fields

from tests import pages_code

HERE = Path(__file__).parent / "calc"
MODELS, _ = models.read(pages_code.DOCS / models.FILE, models.FILE, pages_code.DOCS)
SHAPES = {model.id: model.shape for model in MODELS.values() if model.shape is not None}
CARDS, CARD_PROBLEMS = accelerators.read(pages_code.DOCS / accelerators.FILE, accelerators.FILE, pages_code.DOCS)
BOOK = Book((), {}, (), (), frozenset(), {}, Settings(), models=MODELS, accelerators=CARDS)
LENGTHS = (1, 2, 127, 129, 1000, 4096, 8192, 131072, 1048576)


def in_javascript(cases: list[tuple[Any, ...]]) -> list[Any]:
    named = [{"id": id, "name": MODELS[id].name, "text": texts.packed(shape)} for id, shape in SHAPES.items()]
    asked = {one.id: fields.as_read(fields.of(one.id, BOOK)) for one in calculators.CALCULATORS}
    cards = "\n".join(calculators.card_rows(BOOK))
    given = {"models": named, "fields": asked, "cards": cards, "cases": cases}
    found: list[Any] = json.loads(node.run(HERE / "run.mjs", json.dumps(given)))
    return found


def same(ours: Any, theirs: Any) -> bool:
    """Equal, or so near that only the order of operations can differ."""
    if isinstance(ours, dict):
        return ours.keys() == theirs.keys() and all(same(ours[name], theirs[name]) for name in ours)
    return bool(ours == theirs or ours == pytest.approx(theirs, rel=1e-12))


def page(id: str, query: str) -> dict[str, Any]:
    """What the calculator at an address shows."""
    [found] = in_javascript([("page", None, id, query)])
    assert isinstance(found, dict)
    return found


# ---------------------------------------------------------------- one arithmetic, two languages


def stored(draw: random.Random) -> caches.CacheFormat:
    return caches.CacheFormat(
        value=draw.choice((2, 1, 1 + 2 / 128, 0.5625, 4)),
        state=draw.choice((0, 2, 4)),
        index=draw.choice((0, 1, 132 / 128)),
        windows=draw.random() < 0.8,
        latent=draw.random() < 0.8,
        block=draw.choice((1, 16, 64)),
        ranks=draw.choice((1, 2, 8, 16)),
    )


def plan(draw: random.Random) -> training.Plan:
    return training.Plan(
        tokens=draw.choice(LENGTHS),
        batch=draw.choice((1, 2, 7)),
        recompute=draw.choice(("eager", "flash", "full")),
        optimizer=draw.choice((12, 8, 4, 6)),
        stage=draw.randrange(4),
        data=draw.choice((1, 8, 64)),
        tensor=draw.choice((1, 2, 8)),
        pipeline=draw.choice((1, 4)),
        experts=draw.choice((1, 8)),
        sequence=draw.random() < 0.5,
        microbatches=draw.choice((1, 3, 16)),
        rank=draw.choice((0, 0, 8, 64)),
        targets=draw.choice(("qv", "attention", "all")),
        frozen=draw.choice((2, 0.515869140625)),
    )


def machine(draw: random.Random) -> serving.Machine:
    return serving.Machine(
        memory=draw.choice((24e9, 80e9, 141e9, 288e9)),
        cards=draw.choice((1, 2, 8, 16)),
        peak=draw.choice((989.4e12, 312e12)),
        bandwidth=draw.choice((3.35e12, 2.039e12, 1.008e12)),
    )


def cases() -> Iterator[tuple[tuple[Any, ...], Any]]:
    """A call in JavaScript, and what Python makes of it."""
    draw = random.Random(17)
    for shape in SHAPES.values():
        text = texts.write(shape)
        yield ("written", text), text
        yield ("written", texts.packed(shape)), text
        counts = {"params": shape.params, "active": shape.active_params, "matrix": shape.matrix_params}
        yield ("components", text), {**shape.components, **counts}
        yield ("known", text), caches.known(shape)
        for _ in range(12):
            yield from _calls(shape, text, draw)


def _calls(shape: Shape, text: str, draw: random.Random) -> Iterator[tuple[tuple[Any, ...], Any]]:
    how, way, cards = stored(draw), plan(draw), machine(draw)
    tokens, encoder, batch = draw.choice(LENGTHS), draw.choice((0, 512)), draw.choice((1, 5, 64, 1000))
    held = serving.WeightFormat(draw.choice((2, 1, 0.53125)), draw.choice((2, 1)))
    kept, ways, set_of = asdict(how), asdict(way), asdict(cards)
    yield ("sequence", text, tokens, kept, encoder), caches.sequence_bytes(shape, tokens, how, encoder)
    yield ("token", text, tokens, kept), caches.token_bytes(shape, tokens, how)
    yield ("memory", text, ways), training.memory(shape, way)
    yield ("lora", text, 16, way.targets), training.lora_params(shape, 16, way.targets)
    yield ("attention", text, tokens, way.sequence), training.attention_flops(shape, tokens, way.sequence)
    run = (1.5e13, tokens, 1024, 989e12, 0.4, 2.0, 4 / 3)
    yield ("run", text, *run), training.run(shape, *run)
    yield ("weights", text, asdict(held)), serving.weight_bytes(shape, held)
    yield ("read", text, asdict(held), batch), serving.read_bytes(shape, held, batch)
    yield ("fit", text, asdict(held), kept, set_of, tokens), serving.fit(shape, held, how, cards, tokens)
    yield ("least", text, asdict(held), kept, set_of, tokens), serving.least_cards(shape, held, how, cards, tokens)
    yield ("prefill", text, set_of, tokens), serving.prefill(shape, cards, tokens)
    decoded = serving.decode(shape, held, how, cards, tokens, batch)
    yield ("decode", text, asdict(held), kept, set_of, tokens, batch), decoded
    yield ("crossing", text, asdict(held), kept, set_of, tokens), serving.crossing(shape, held, how, cards, tokens)
    needed = serving.load(shape, held, how, cards, tokens, 300, 3.5, 0.7)
    yield ("load", text, asdict(held), kept, set_of, tokens, 300, 3.5, 0.7), needed


def test_python_and_javascript_give_the_same() -> None:
    calls, ours = zip(*cases(), strict=True)
    theirs = in_javascript([*calls])
    assert len(ours) > 20_000
    apart = [one for one in zip(calls, ours, theirs, strict=True) if not same(one[1], one[2])]
    assert apart[:5] == []


def test_a_text_holds_a_shape_whole() -> None:
    assert all(texts.read(texts.write(shape)) == shape for shape in SHAPES.values())
    assert all(texts.read(texts.packed(shape)) == shape for shape in SHAPES.values())
    for wrong in ("h4096.gqa_l1_zz3", "h4096.xyz_l1", "l32;DROP"):
        with pytest.raises(ValueError, match=r"."):
            texts.read(wrong)


# ---------------------------------------------------------------- by hand

# What the last step of a calculator comes to, written out from the published configurations: nothing of ours is in it.
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


# ---------------------------------------------------------------- against the objects of Transformers


REAL: dict[str, Any] = json.loads((HERE / "transformers.json").read_text("utf-8"))
SEEN: dict[str, dict[str, Any]] = REAL["models"]
OTHERWISE = {(id, what) for one in calculators.DIFFERENCES for id in one.ids for what in one.what}


def test_the_record_covers_what_the_page_says() -> None:
    assert f"Transformers {REAL['transformers']}" == calculators.LIBRARY
    assert len(SEEN) == calculators.CONFIGURATIONS
    assert len({one["class"] for one in SEEN.values()}) == calculators.CLASSES


def test_parameters_are_those_of_the_real_models() -> None:
    apart = {id for id, one in SEEN.items() if SHAPES[id].params != one["params"]}
    assert apart == {id for id, what in OTHERWISE if what == "params"}


def test_caches_are_those_of_the_real_models() -> None:
    apart = set()
    for id, one in SEEN.items():
        ours = caches.sequence_bytes(SHAPES[id], one["tokens"], encoder=one["tokens"])
        if one["cache"] and ours != pytest.approx(one["cache"], rel=0.01):
            apart.add(id)
    assert apart == {id for id, what in OTHERWISE if what == "cache"}


# What has parts that no other has: it is to be chosen from the table, and says so.
UNREAD = ("inkling_text",)
DEFAULTS: dict[str, dict[str, Any]] = json.loads((HERE / "configs.json").read_text("utf-8"))["models"]


def test_a_configuration_gives_the_parameters_of_the_real_model() -> None:
    ids = [id for id in SEEN if SEEN[id]["config"]["model_type"] not in UNREAD]
    found = in_javascript([("config", None, SEEN[id]["config"]) for id in ids])
    counted = in_javascript([("components", one["text"] or "h1.mha_l1_a1_k1_d1") for one in found])
    pairs = zip(ids, found, counted, strict=True)
    wrong = [(id, one["problem"], real["params"] - SEEN[id]["params"]) for id, one, real in pairs]
    assert [one for one in wrong if one[2]] == []
    assert len(ids) >= 130


def test_a_configuration_gives_the_cache_of_the_real_model() -> None:
    ids = [id for id, one in SEEN.items() if one["cache"] and one["config"]["model_type"] not in UNREAD]
    ids = [id for id in ids if (id, "cache") not in OTHERWISE]
    read = in_javascript([("config", None, SEEN[id]["config"]) for id in ids])
    kept = asdict(caches.CacheFormat())
    asked = [
        ("sequence", one["text"], SEEN[id]["tokens"], kept, SEEN[id]["tokens"])
        for id, one in zip(ids, read, strict=True)
    ]
    found = zip(ids, in_javascript(asked), strict=True)
    assert [
        (id, bytes / SEEN[id]["cache"]) for id, bytes in found if bytes != pytest.approx(SEEN[id]["cache"], rel=0.01)
    ] == []


def test_the_defaults_of_many_classes_are_read_as_they_are_built() -> None:
    """Configurations of the classes of Transformers, as its objects write them: parameters exact, caches within 1 %."""
    read = in_javascript([("config", None, one["config"]) for one in DEFAULTS.values()])
    kept = asdict(caches.CacheFormat())
    counted = in_javascript([("components", one["text"]) for one in read])
    cached = in_javascript(
        [
            ("sequence", one["text"], real["tokens"], kept, real["tokens"])
            for one, real in zip(read, DEFAULTS.values(), strict=True)
        ]
    )
    rows = list(zip(DEFAULTS.items(), counted, cached, strict=True))
    assert [
        (kind, one["params"] - real["params"]) for (kind, real), one, _ in rows if one["params"] != real["params"]
    ] == []
    apart = [
        (kind, bytes / real["cache"])
        for (kind, real), _, bytes in rows
        if real["cache"] and bytes != pytest.approx(real["cache"], rel=0.01)
    ]
    assert apart == []
    assert len(rows) == calculators.READ


# As they lie beside the weights of published models: what a class says of itself is left out.
PUBLISHED: dict[str, tuple[dict[str, Any], str, int]] = {
    "gemma-3-4b-it": (
        {
            "model_type": "gemma3",
            "text_config": {
                "hidden_size": 2560,
                "intermediate_size": 10240,
                "model_type": "gemma3_text",
                "num_hidden_layers": 34,
                "sliding_window": 1024,
            },
            "vision_config": {"model_type": "siglip_vision_model"},
        },
        "gemma-3-4b",
        64 * 2560,  # rows for images
    ),
    "llava-1.5-7b-hf": (
        {
            "model_type": "llava",
            "text_config": {"model_type": "llama", "max_position_embeddings": 4096, "vocab_size": 32064},
            "vision_config": {"model_type": "clip_vision_model"},
        },
        "llama-2-7b",
        2 * 64 * 4096,
    ),
    "Qwen2.5-VL-7B-Instruct": (
        {
            "model_type": "qwen2_5_vl",
            "hidden_size": 3584,
            "intermediate_size": 18944,
            "num_attention_heads": 28,
            "num_hidden_layers": 28,
            "num_key_value_heads": 4,
            "sliding_window": 32768,
            "max_window_layers": 28,
            "use_sliding_window": False,
            "tie_word_embeddings": False,
            "vocab_size": 152064,
            "vision_config": {"depth": 32},
        },
        "qwen2.5-7b",
        0,
    ),
    "DeepSeek-V4-Flash, ratios layer by layer": (
        {
            "model_type": "deepseek_v4",
            "compress_ratios": [0, 0, *([4, 128] * 20), 4],
            "hidden_size": 4096,
            "num_hidden_layers": 43,
            "num_attention_heads": 64,
            "head_dim": 512,
            "q_lora_rank": 1024,
            "o_lora_rank": 1024,
            "o_groups": 8,
            "index_n_heads": 64,
            "index_head_dim": 128,
            "index_topk": 512,
            "sliding_window": 128,
            "hc_mult": 4,
            "n_routed_experts": 256,
            "n_shared_experts": 1,
            "num_experts_per_tok": 6,
            "moe_intermediate_size": 2048,
            "vocab_size": 129280,
        },
        "deepseek-v4-flash",
        0,
    ),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_configuration_is_read_with_what_it_leaves_out(name: str) -> None:
    config, id, more = PUBLISHED[name]
    [found] = in_javascript([("config", None, config)])
    shape = texts.read(found["text"])
    assert shape.params == SHAPES[id].params + more
    assert caches.sequence_bytes(shape, 5000) == caches.sequence_bytes(SHAPES[id], 5000)


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        ({"model_type": "gemma3n_text", "altup_num_inputs": 4, "hidden_size": 2048}, "Gemma 3n"),
        ({"model_type": "bart", "encoder_layers": 12, "d_model": 1024, "is_encoder_decoder": True}, "BART"),
        ({"model_type": "longt5", "num_layers": 12, "d_model": 1024, "is_encoder_decoder": True}, "T5、mT5、UMT5"),
        ({"model_type": "lfm2", "conv_L_cache": 3, "hidden_size": 2048}, "LFM2"),
        ({"model_type": "t5", "d_model": 512}, "缺层数、隐藏维或头数"),
        ({"max_length": 20}, "num_hidden_layers、hidden_size、num_attention_heads"),
    ],
)
def test_what_cannot_be_counted_is_said(config: dict[str, Any], sentence: str) -> None:
    [found] = in_javascript([("config", None, config)])
    assert not found["text"]
    assert sentence in found["problem"]


def test_layers_that_share_keys_and_values_keep_none() -> None:
    """Gemma 4 E2B: the last 20 of 35 layers use the caches of earlier ones and have networks twice as wide."""
    config = {
        "model_type": "gemma4_text",
        "hidden_size": 1536,
        "intermediate_size": 6144,
        "num_hidden_layers": 35,
        "num_attention_heads": 8,
        "num_key_value_heads": 1,
        "head_dim": 256,
        "global_head_dim": 512,
        "sliding_window": 512,
        "num_kv_shared_layers": 20,
        "use_double_wide_mlp": True,
        "hidden_size_per_layer_input": 256,
        "vocab_size": 262144,
        "layer_types": (["sliding_attention"] * 4 + ["full_attention"]) * 7,
    }
    [found] = in_javascript([("config", None, config)])
    shape = texts.read(found["text"])
    # As Transformers builds it on the meta device, but for what the note says is not counted, and its norms.
    tables, products, norms = 262144 * 35 * 256, 3 * 1536 * 35 * 256, 256 + 35 * 1536
    assert shape.params + tables + products + norms == 4_628_569_344
    assert any(f"{tables:,}" in note and f"{products:,}" in note for note in found["notes"])
    assert caches.sequence_bytes(shape, 3000) == pytest.approx(24_711_264, rel=0.01)


def test_every_calculation_of_an_answer_has_a_result() -> None:
    listed, problems = calculations.read(pages_code.DOCS / calculations.FILE, calculations.FILE, pages_code.DOCS)
    assert not problems
    found = in_javascript([("page", None, one.calculator, one.query) for one in listed])
    assert [one.query for one, shown in zip(listed, found, strict=True) if "main" not in shown] == []
    assert (
        {one.calculator for one in listed} == {one.id for one in calculators.CALCULATORS} == {*calculations.CALCULATORS}
    )


# ---------------------------------------------------------------- addresses


ADDRESSES: list[dict[str, Any]] = json.loads((HERE / "addresses.json").read_text("utf-8"))


@pytest.mark.parametrize("one", ADDRESSES, ids=lambda one: f"{one['calculator']}?{one['query']}")
def test_an_address_says_what_it_said_when_it_was_given_away(one: dict[str, Any]) -> None:
    """Lines are added to addresses.json, never changed."""
    found = page(one["calculator"], one["query"])
    assert {label: found["main"][label] for label in one["says"]} == one["says"]


def test_what_an_address_holds_that_this_version_does_not_know_stays() -> None:
    found = page("kv", "m=qwen3-8b&utm_source=chat&s=4096&later=1")
    assert found["again"] == "m=qwen3-8b&s=4096&utm_source=chat&later=1"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("s=abc", "“每条序列的长度”写的是“abc”；请写 1 到 1,000,000,000 之间的整数"),
        ("s=0", "“每条序列的长度”写的是“0”；请写 1 到 1,000,000,000 之间的整数"),
        ("s=1.5", "“每条序列的长度”写的是“1.5”；请写 1 到 1,000,000,000 之间的整数"),
        ("d=int3", "“缓存的精度”写的是“int3”；请用 bf16、fp8、int8、int4、fp32 之一"),
        ("m=gpt-9", "这里没有叫“gpt-9”的模型；请从单子里选一个，或者填自己的数"),
        ("x=h1.gqa", "x 写的是“h1.gqa”，读不出一个模型；请重新填数或贴 config.json"),
        ("m=bert-base", "BERT-base（uncased） 是编码器，一次读完，不留 KV Cache"),
        ("v=9", "这个地址是第 9 版的，这一页只认得第 1 版；请刷新，或者删去 v="),
        ("w=yes", "“窗口层只留窗口里的”写的是“yes”；请写 1（是）或 0（否）"),
    ],
)
def test_bad_input_gets_a_sentence(query: str, sentence: str) -> None:
    assert page("kv", query)["problem"] == sentence


def test_numbers_may_be_written_as_people_write_them() -> None:
    assert page("kv", "s=131,072")["main"] == page("kv", "s=１３１０７２")["main"] == page("kv", "s=131072")["main"]


# ---------------------------------------------------------------- results explain themselves

QUERIES = {
    "kv": ("", "s=131072&b=7", "d=int4&k=16", "w=0&la=0&t=8", "d=int8&qg=32&qb=4&st=2&e=77&s=100"),
    "params": ("", "d=0.5"),
    "memory": (
        "",
        "z=3&n=64&t=8&p=4&e=8&b=2&mb=2",
        "r=full&p=2&t=2&sp=0&lg=0",
        "r=eager&s=100&z=1&n=3",
        "f=lora&g=qv&k=8&z=3&n=4",
        "f=qlora&t=2",
    ),
    "inference": ("", "c=h200-sxm&n=8&wd=fp8&d=fp8&s=131072", "c=own&cm=24&wd=int4&qe=1&oh=1.5", "c=rtx-4090&wd=nvfp4"),
    "flops": ("", "D=15000&n=16384&c=h100-sxm&a=1&s=8192", "c=own&cf=500&d=fp8&u=0.5&y=0"),
    "serving": (
        "",
        "c=h20&n=8&wd=fp8&b=256&i=100000&q=30",
        "c=own&cm=128&cb=1600&cf=300&n=16&b=1&o=1&eb=1&ec=1",
        "c=b200&wd=mxfp4&n=8",
    ),
}


@pytest.mark.parametrize("id", QUERIES)
def test_every_formula_gives_what_is_said_with_the_numbers_in_it(id: str) -> None:
    asked = [(model, query) for model in SHAPES for query in QUERIES[id]]
    found = in_javascript([("page", None, id, f"m={model}&{query}") for model, query in asked])
    wrong = []
    for (model, query), shown in zip(asked, found, strict=True):
        for step in shown.get("steps", ()):
            value = eval(expression(step["formula"]), {"min": min}, names(step["letters"]))
            if value != pytest.approx(step["value"], rel=1e-9):
                wrong.append((model, query, step["title"], step["formula"], value, step["value"]))
    assert wrong[:5] == []
    assert sum("steps" in shown for shown in found) > 0.9 * len(found)


def test_the_cards_are_sound() -> None:
    assert not CARD_PROBLEMS
    assert len(CARDS) >= 15
    assert all(card.fp8 in (0, pytest.approx(2 * card.bf16, rel=0.02)) for card in CARDS.values())
    assert all(card.sources and card.memory and card.bandwidth for card in CARDS.values())


def expression(formula: str) -> str:
    """A formula as Python: letters stay names, · multiplies."""
    return formula.replace("·", "*").replace("−", "-").replace("²", "**2").replace("'", "_")


def names(letters: dict[str, list[Any]]) -> dict[str, float]:
    return {letter.replace("'", "_"): value for letter, (value, _) in letters.items()}


def test_components_add_up() -> None:
    for id in SHAPES:
        found = page("params", f"m={id}") if id in ("deepseek-v3", "t5-base", "qwen3-next-80b-a3b") else None
        if found:
            total = int(re.sub(r"（.*", "", found["main"]["参数"]).replace(",", ""))
            assert sum(step["value"] for step in found["steps"]) == total == SHAPES[id].params
