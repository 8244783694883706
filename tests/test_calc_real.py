"""The calculators against the objects of Transformers: parameters, caches, what a config.json is read as."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest
from answerbook.arithmetic import caches, texts
from answerbook.site import calculators

from tests.calc_runs import HERE, SHAPES, in_javascript

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


@pytest.mark.parametrize("kind", ["gemma3_text", "llama", "mistral"])
def test_what_an_inner_configuration_leaves_out_is_the_default_of_its_class(kind: str) -> None:
    """With its kind alone it is read as the whole default configuration of Transformers; a note names each value."""
    cut = {"model_type": "of_two_parts", "text_config": {"model_type": kind}}
    whole = {"model_type": "of_two_parts", "text_config": DEFAULTS[kind]["config"]}
    short, full = in_javascript([("config", None, cut), ("config", None, whole)])
    assert short["text"] and short["text"] == full["text"]
    assert any(f"{kind} 类的缺省" in note and "hidden_size" in note for note in short["notes"])
    assert not any("类的缺省" in note for note in full["notes"])


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
        ({"hidden_size": 64, "per_layer_config": {"0": None, "1": "x"}}, "没有 num_hidden_layers、num_attention_heads"),
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


def test_fields_that_mean_something_else_in_one_class_are_read_as_that_class_does() -> None:
    qwen = {
        "model_type": "qwen",
        "hidden_size": 4096,
        "intermediate_size": 22016,  # of both halves of the gate together
        "num_hidden_layers": 32,
        "num_attention_heads": 32,
        "vocab_size": 151936,
        "tie_word_embeddings": False,
    }
    falcon = {
        "model_type": "falcon",
        "hidden_size": 8192,
        "num_hidden_layers": 60,
        "num_attention_heads": 128,
        "num_kv_heads": 8,
        "multi_query": True,  # means nothing in the new architecture
        "new_decoder_architecture": True,
        "vocab_size": 65024,
    }
    without = qwen | {"model_type": "qwen3", "use_qk_norm": False}
    configs = [qwen, falcon, falcon | {"new_decoder_architecture": False}, without, without | {"use_qk_norm": True}]
    found = [texts.read(one["text"]) for one in in_javascript([("config", None, config) for config in configs])]
    assert found[0].params == 7_721_324_544
    assert [shape.groups[0].kv_heads for shape in found] == [32, 8, 1, 32, 32]
    assert [shape.qk_norm for shape in found[3:]] == ["", "head"]


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
