"""The models of docs/models.yml as Transformers builds them, on the meta device: no weights, the real shapes.

    PYTHONPATH=hooks python -m tests.real.transformers_models            compares the table's counts with the real ones
    PYTHONPATH=hooks python -m tests.real.transformers_models --record   writes them down for tests/test_calc_real.py

It needs what requirements-real.txt names. A forward pass on the meta device computes nothing and fills the cache with
tensors of the right sizes, so that whole models of hundreds of billions of parameters can be asked.
"""

from __future__ import annotations

import argparse
import json
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import torch
import transformers
from answerbook import places
from answerbook.arithmetic import caches
from answerbook.content import models
from answerbook.content.models import Model

ROOT = places.ROOT

RECORD = ROOT / "tests" / "calc" / "transformers.json"
CONFIGS = ROOT / "tests" / "calc" / "configs.json"
LONG, SHORT, SHORTEST = 5000, 500, 300
# The rows that a class of Transformers describes, by the class's model_type.
CLASSES = {
    "llama": "llama-7b llama-13b llama-33b llama-65b llama-2-7b llama-2-13b llama-2-70b llama-3-8b llama-3-70b"
    " llama-3.1-8b llama-3.1-70b llama-3.1-405b llama-3.2-1b llama-3.2-3b llama-3.3-70b yi-34b internlm2-20b",
    "gpt2": "gpt-2 gpt-2-medium gpt-2-large gpt-2-xl gpt-3",
    "openai-gpt": "gpt-1",
    "opt": "opt-6.7b opt-175b",
    "bloom": "bloom-7b1 bloom-176b",
    "falcon": "falcon-7b falcon-40b falcon-180b",
    "bert": "bert-base bert-large bert-base-chinese",
    "roberta": "roberta-base",
    "t5": "t5-base t5-11b",
    "mistral": "mistral-7b mistral-large-2 ministral-3-8b",
    "mixtral": "mixtral-8x7b mixtral-8x22b",
    "glm": "glm-4-9b",
    "glm4_moe": "glm-4.5 glm-4.6 glm-4.7 glm-4.5-air",
    "glm4_moe_lite": "glm-4.7-flash",
    "glm_moe_dsa": "glm-5 glm-5.1 glm-5.2 glm-5.3",
    "qwen2": "qwen-7b qwen1.5-7b qwen1.5-72b qwen2-7b qwen2.5-0.5b qwen2.5-1.5b qwen2.5-7b qwen2.5-14b qwen2.5-32b"
    " qwen2.5-72b",
    "qwen2_moe": "qwen1.5-moe-a2.7b",
    "qwen3": "qwen3-0.6b qwen3-1.7b qwen3-4b qwen3-8b qwen3-14b qwen3-32b",
    "qwen3_moe": "qwen3-30b-a3b qwen3-235b-a22b qwen3-coder-480b-a35b",
    "qwen3_next": "qwen3-next-80b-a3b",
    "qwen3_5_text": "qwen3.5-27b qwen3.6-27b qwen3.8-27b",
    "qwen3_5_moe_text": "qwen3.5-35b-a3b qwen3.5-122b-a10b qwen3.5-397b-a17b qwen3.6-35b-a3b",
    "deepseek_v2": "deepseek-v2 deepseek-v2-lite",
    "deepseek_v3": "deepseek-v3 deepseek-r1 deepseek-v3.1 kimi-k2 kimi-k2.5 kimi-k2.6",
    "deepseek_v32": "deepseek-v3.2",
    "deepseek_v4": "deepseek-v4-pro deepseek-v4-flash",
    "kimi_linear": "kimi-linear-48b-a3b",
    "minimax": "minimax-text-01 minimax-m1",
    "minimax_m2": "minimax-m2 minimax-m2.5 minimax-m2.7",
    "minimax_m3_vl_text": "minimax-m3",
    "hunyuan_v1_moe": "hunyuan-large hunyuan-a13b",
    "hy_v3": "hy3",
    "hy_v4": "hy4-preview hy4",
    "ernie4_5_moe": "ernie-4.5-21b-a3b ernie-4.5-300b-a47b",
    "mimo_v2_flash": "mimo-v2-flash",
    "internlm3": "internlm3-8b",
    "seed_oss": "seed-oss-36b",
    "gpt_oss": "gpt-oss-20b gpt-oss-120b",
    "gemma": "gemma-2b gemma-7b",
    "gemma2": "gemma-2-2b gemma-2-9b gemma-2-27b",
    "gemma3_text": "gemma-3-1b gemma-3-4b gemma-3-12b gemma-3-27b",
    "gemma4_text": "gemma-4-31b gemma-4-26b-a4b",
    "phi": "phi-2",
    "phi3": "phi-3-mini phi-4 phi-4-mini",
    "nemotron_h": "nemotron-h-56b nemotron-3-nano-30b-a3b nemotron-3.5-lightning-30b-a3b nemotron-3-super-120b-a12b",
    "jamba": "jamba-v0.1",
    "olmo": "olmo-7b",
    "olmo2": "olmo-2-7b olmo-2-13b",
    "olmo3": "olmo-3-7b olmo-3-32b",
    "inkling_text": "inkling",
    "llama4_text": "llama-4-scout llama-4-maverick",
}
# Classes whose own defaults are tried as a pasted configuration.
DEFAULTS = (
    "arcee aria_text bamba bloom cohere cohere2 cohere2_moe cwm deepseek_v2 deepseek_v3 deepseek_v32 "
    "deepseek_v4 emu3 ernie4_5 ernie4_5_moe exaone exaone4 exaone_moe falcon flex_olmo gemma gemma2 "
    "gemma3_text gemma4_unified gemma4_unified_text glm glm4 glm4_moe glm4_moe_lite glm_moe_dsa gpt-sw3 "
    "gpt2 gpt_bigcode gpt_neox gpt_oss granite granitemoe granitemoehybrid granitemoeshared helium hy_v3 "
    "hyperclovax internlm3 iquestcoder jais2 jamba kimi_linear llama llama4 llama4_text mamba2 mellum "
    "mimo_v2_flash minicpm3 minimax minimax_m2 minimax_m3_vl_text ministral3 mistral mixtral mpt nanochat "
    "nemotron_h olmo olmo2 olmo3 olmoe openai-gpt opt phi phi3 phimoe qwen2 qwen2_moe qwen3 qwen3_5 "
    "qwen3_5_moe qwen3_5_moe_text qwen3_5_text qwen3_moe qwen3_next sarvam_mla seed_oss smollm3 "
    "solar_open stablelm starcoder2 vaultgemma youtu mt5 t5 umt5"
)
# Classes whose models read no further than their learned positions.
_SHORT = ("gpt2", "openai-gpt", "opt", "t5")
# What a configuration holds that decides no shape.
_IDLE = (
    "time_step_limit",
    "no_rope_layers",
    "_name_or_path",
    "output_attentions",
    "output_hidden_states",
    "chunk_size_feed_forward",
    "use_cache",
    "id2label",
    "label2id",
    "transformers_version",
    "dtype",
    "rope_parameters",
    "task_specific_params",
    "return_dict",
)
Settings = dict[str, Any]


def settings(model: Model, kind: str) -> Settings:
    """The configuration of a row, under the names of its class."""
    found = _common(model)
    special = _SPECIAL.get(kind)
    return special(model, found) if special else found


def _common(model: Model) -> Settings:
    shape, experts = model.shape, model.experts
    assert shape is not None
    group = next(group for group in model.groups if group.kind != "linear")
    found: Settings = {
        "hidden_size": model.hidden,
        "num_hidden_layers": model.layers,
        "num_attention_heads": group.heads,
        "num_key_value_heads": group.kv_heads or group.heads,
        "vocab_size": model.vocab,
        "intermediate_size": model.ffn,
        "tie_word_embeddings": shape.tied,
    }
    if group.head_dim:
        found["head_dim"] = group.head_dim
    if experts:
        counts = dict.fromkeys(("num_experts", "num_local_experts", "n_routed_experts"), experts.total)
        found |= counts | {"num_experts_per_tok": experts.active, "n_shared_experts": experts.shared}
        found |= {"moe_intermediate_size": experts.width, "first_k_dense_replace": experts.dense}
    if group.kind == "mla":
        found |= {"q_lora_rank": group.q_rank or None, "kv_lora_rank": group.kv_rank, "v_head_dim": group.v_dim}
        found |= {"qk_nope_head_dim": group.nope_dim, "qk_rope_head_dim": group.rope_dim, "head_dim": group.rope_dim}
        found["num_key_value_heads"] = group.heads
    if group.index_heads:
        found |= {"index_n_heads": group.index_heads, "index_head_dim": group.index_dim, "index_topk": group.top_k}
    return found


def _kinds(model: Model, *names: str) -> list[str]:
    """The kinds of layers, group after group."""
    pairs = zip(model.groups, names, strict=True)
    return [name for group, name in pairs for _ in range(group.layers)]


def _networks(model: Model) -> list[str]:
    assert model.experts is not None
    dense = model.layers - model.experts.layers
    return ["dense"] * dense + ["sparse"] * model.experts.layers


def _positions(name: str) -> Callable[[Model, Settings], Settings]:
    return lambda model, found: found | {name: model.shape.rows if model.shape else 0}


def _opt(model: Model, found: Settings) -> Settings:
    more = {"ffn_dim": model.ffn, "max_position_embeddings": 2048, "word_embed_proj_dim": model.hidden}
    return found | more


def _t5(model: Model, found: Settings) -> Settings:
    return {
        "d_model": model.hidden,
        "d_kv": model.head_dim,
        "d_ff": model.ffn,
        "num_layers": model.layers // 2,
        "num_heads": model.heads,
        "vocab_size": model.vocab,
        "feed_forward_proj": "relu",
        "tie_word_embeddings": True,
    }


def _falcon(model: Model, found: Settings) -> Settings:
    new = model.id != "falcon-7b"
    kept = {name: found[name] for name in ("hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size")}
    more = {"new_decoder_architecture": new, "multi_query": not new, "num_kv_heads": model.kv_heads}
    return kept | more | {"ffn_hidden_size": model.ffn, "parallel_attn": True, "bias": False}


def _windowed(model: Model, found: Settings) -> Settings:
    return found | {"sliding_window": model.groups[0].window or None}


def _hybrid_windows(model: Model, found: Settings) -> Settings:
    kinds = _kinds(model, "sliding_attention", "full_attention")
    return found | {"sliding_window": model.groups[0].window, "layer_types": kinds}


def _glm4_moe(model: Model, found: Settings) -> Settings:
    return found | {"attention_bias": True, "use_qk_norm": model.qk_norm == "yes"}


def _glm_dsa(model: Model, found: Settings) -> Settings:
    every = round(model.layers / (model.groups[0].index_layers or model.layers))
    return found | {"mlp_layer_types": _networks(model), "index_topk_freq": every}


def _deltanet(model: Model, found: Settings) -> Settings:
    group = model.groups[0]
    found |= {"linear_num_key_heads": group.key_heads, "linear_key_head_dim": group.key_dim}
    found |= {"linear_num_value_heads": group.value_heads, "linear_value_head_dim": group.value_dim}
    if model.experts:
        shared = model.experts.shared * (model.experts.shared_width or model.experts.width)
        found["shared_expert_intermediate_size"] = shared
    return found | {"linear_conv_kernel_dim": group.conv}


def _qwen2_moe(model: Model, found: Settings) -> Settings:
    assert model.experts is not None
    return found | {"shared_expert_intermediate_size": model.experts.shared * model.experts.width}


def _expert_width(model: Model, found: Settings) -> Settings:
    assert model.experts is not None
    return found | {"intermediate_size": model.experts.width}


def _minimax(model: Model, found: Settings) -> Settings:
    return _expert_width(model, found) | {"layer_types": _kinds(model, "linear_attention", "full_attention")}


def _minimax_m3(model: Model, found: Settings) -> Settings:
    assert model.experts is not None
    shared = model.experts.shared * model.experts.width
    more = {"dense_intermediate_size": model.ffn, "shared_intermediate_size": shared}
    kinds = {"layer_types": _kinds(model, "full_attention", "minimax_m3_sparse"), "mlp_layer_types": _networks(model)}
    return _expert_width(model, found) | more | kinds


def _kimi(model: Model, found: Settings) -> Settings:
    group = model.groups[0]
    more = {"linear_head_dim": group.key_dim, "linear_num_heads": group.key_heads}
    kinds = {"layer_types": _kinds(model, "linear_attention", "full_attention"), "mlp_layer_types": _networks(model)}
    return found | more | kinds | {"linear_conv_kernel_dim": group.conv}


def _jamba(model: Model, found: Settings) -> Settings:
    more = {"mamba_d_state": 16, "mamba_d_conv": 4, "mamba_expand": 2, "mamba_dt_rank": 256}
    return found | more | {"attn_layer_period": 8, "attn_layer_offset": 4}


def _nemotron(model: Model, found: Settings) -> Settings:
    group, attention = model.groups
    assert model.shape is not None
    experts = model.experts
    last = ["moe"] * experts.layers if experts else ["mlp"] * model.shape.ffn_layers
    found |= {"layers_block_type": ["mamba"] * group.layers + ["attention"] * attention.layers + last}
    found |= {"ssm_state_size": group.key_dim, "mamba_num_heads": group.value_heads, "n_groups": group.key_heads}
    if experts:
        found |= {
            "moe_latent_size": experts.latent or None,
            "moe_shared_expert_intermediate_size": experts.shared_width,
        }
    return found | {"mamba_head_dim": group.value_dim, "conv_kernel": group.conv}


def _gemma4(model: Model, found: Settings) -> Settings:
    near, far = model.groups
    found.pop("num_experts_per_tok", None)
    found |= {"num_key_value_heads": near.kv_heads, "head_dim": near.head_dim, "attention_k_eq_v": True}
    found |= {"global_head_dim": far.head_dim, "num_global_key_value_heads": far.kv_heads}
    found |= {"hidden_size_per_layer_input": 0, "enable_moe_block": bool(model.experts)}
    return _hybrid_windows(model, found) | {"top_k_experts": model.experts.active if model.experts else None}


def _llama4(model: Model, found: Settings) -> Settings:
    assert model.experts is not None
    more = {"intermediate_size_mlp": model.ffn, "interleave_moe_layer_step": model.layers // model.experts.layers}
    return _expert_width(model, found) | more | {"use_qk_norm": model.qk_norm == "plain"}


def _deepseek_v4(model: Model, found: Settings) -> Settings:
    names = {0: "sliding_attention", 4: "compressed_sparse_attention", 128: "heavily_compressed_attention"}
    group = model.groups[0]
    index = next(group for group in model.groups if group.index_heads)
    del found["first_k_dense_replace"], found["intermediate_size"]
    found |= {"layer_types": _kinds(model, *(names[one.compress] for one in model.groups))}
    found |= {"o_groups": group.o_groups, "o_lora_rank": group.o_rank, "q_lora_rank": group.q_rank}
    return found | {"index_n_heads": index.index_heads, "index_head_dim": index.index_dim, "index_topk": index.top_k}


def _hy4(model: Model, found: Settings) -> Settings:
    return found | {"mlp_layer_types": _networks(model), "head_dim": 256}


def _ernie(model: Model, found: Settings) -> Settings:
    assert model.experts is not None
    counts = {"moe_num_experts": model.experts.total, "moe_k": model.experts.active}
    more = {"moe_num_shared_experts": model.experts.shared, "moe_layer_start_index": model.experts.dense}
    return found | counts | more


def _mimo(model: Model, found: Settings) -> Settings:
    far, near = model.groups
    more = {
        "swa_num_key_value_heads": near.kv_heads,
        "sliding_window": near.window,
        "num_key_value_heads": far.kv_heads,
    }
    return found | more | {"v_head_dim": far.v_dim}


def _inkling(model: Model, found: Settings) -> Settings:
    del found["tie_word_embeddings"]
    return found | {"num_key_value_heads": 8, "mlp_layer_types": ["sparse"] * model.layers}


_SPECIAL: dict[str, Callable[[Model, Settings], Settings]] = {
    "gpt2": _positions("n_positions"),
    "openai-gpt": _positions("n_positions"),
    "roberta": lambda model, found: found | {"max_position_embeddings": 514, "type_vocab_size": 1},
    "opt": _opt,
    "t5": _t5,
    "falcon": _falcon,
    "mistral": _windowed,
    "phi3": _windowed,
    "gemma2": lambda model, found: found | {"sliding_window": model.groups[0].window},
    "gemma3_text": _hybrid_windows,
    "gemma4_text": _gemma4,
    "olmo3": _hybrid_windows,
    "glm4_moe": _glm4_moe,
    "glm_moe_dsa": _glm_dsa,
    "qwen2_moe": _qwen2_moe,
    "qwen3_next": _deltanet,
    "qwen3_5_text": _deltanet,
    "qwen3_5_moe_text": _deltanet,
    "gpt_oss": _expert_width,
    "minimax_m2": _expert_width,
    "minimax": _minimax,
    "minimax_m3_vl_text": _minimax_m3,
    "kimi_linear": _kimi,
    "jamba": _jamba,
    "nemotron_h": _nemotron,
    "llama4_text": _llama4,
    "deepseek_v4": _deepseek_v4,
    "hy_v4": _hy4,
    "hy_v3": lambda model, found: found | {"mlp_layer_types": _networks(model)},
    "ernie4_5_moe": _ernie,
    "mimo_v2_flash": _mimo,
    "inkling_text": _inkling,
}


def built(model: Model, kind: str) -> tuple[Any, Any]:
    """The configuration and the model, in bf16, without memory."""
    config = transformers.AutoConfig.for_model(kind, **settings(model, kind))
    auto = {"bert": transformers.AutoModel, "roberta": transformers.AutoModel, "t5": transformers.AutoModelForSeq2SeqLM}
    with torch.device("meta"):
        made = auto.get(kind, transformers.AutoModelForCausalLM).from_config(config)
    return config, made.to(torch.bfloat16)


def parameters(made: Any) -> int:
    """All parameters, a shared matrix counted once."""
    return sum({id(one): one.numel() for one in made.parameters()}.values())


def cache_bytes(made: Any, tokens: int) -> int:
    """Bytes of everything that the cache holds after so many tokens; 0 for a model that keeps none."""
    ids = torch.zeros((1, tokens), dtype=torch.long, device="meta")
    more = {"decoder_input_ids": ids} if made.config.is_encoder_decoder else {}
    found = getattr(made(input_ids=ids, use_cache=True, **more), "past_key_values", None)
    return sum(one.numel() * one.element_size() for one in _tensors(found, set()))


def _tensors(value: Any, seen: set[int], depth: int = 0) -> Iterator[torch.Tensor]:
    if isinstance(value, torch.Tensor):
        if id(value) not in seen:
            seen.add(id(value))
            yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _tensors(one, seen, depth + 1)
    elif depth < 6 and type(value).__module__.startswith("transformers"):
        yield from _tensors(vars(value), seen, depth + 1)


def real(model: Model, kind: str) -> dict[str, Any]:
    """What the real object says of itself."""
    config, made = built(model, kind)
    kept = kind not in ("bert", "roberta", "openai-gpt")
    tokens = SHORT if kind in _SHORT else LONG
    return _seen(config, made, tokens, cache_bytes(made, tokens) if kept else 0)


def default(kind: str) -> dict[str, Any]:
    """What a class says of itself when nothing is said to it."""
    config = transformers.AutoConfig.for_model(kind)
    auto = transformers.AutoModelForSeq2SeqLM if config.is_encoder_decoder else transformers.AutoModelForCausalLM
    with torch.device("meta"):
        made = auto.from_config(config).to(torch.bfloat16).eval()
    try:
        kept = cache_bytes(made, SHORTEST)
    except (RuntimeError, TypeError, ValueError, NotImplementedError):
        # Some ask for the values of a tensor, which has none here; DeepSeek-V2 has no number of experts a token takes.
        kept = 0
    return _seen(config, made, SHORTEST, kept)


def _seen(config: Any, made: Any, tokens: int, cache: int) -> dict[str, Any]:
    written = {name: value for name, value in config.to_dict().items() if value is not None and name not in _IDLE}
    written = {name: value for name, value in written.items() if not name.endswith("token_id")}
    return {
        "class": type(made).__name__,
        "params": parameters(made),
        "tokens": tokens,
        "cache": cache,
        "config": written,
    }


def main(arguments: Iterable[str]) -> int:
    """Compare, or write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="write what is seen to tests/calc/transformers.json")
    given = parser.parse_args([*arguments])
    warnings.filterwarnings("ignore")
    transformers.logging.set_verbosity_error()
    table, _ = models.read(ROOT / "docs" / models.FILE, models.FILE, ROOT / "docs")
    known = {} if given.record else json.loads(RECORD.read_text("utf-8"))["models"]
    found, changed = {}, 0
    for kind, ids in CLASSES.items():
        for id in ids.split():
            try:
                found[id] = real(table[id], kind)
            except Exception as error:  # noqa: BLE001 (whatever a class of another version does)
                print(f"{id}：{kind} {_failed(error)}")
                changed += 1
                continue
            changed += _told(table[id], found[id], known.get(id))
    if given.record:
        _write(RECORD, found)
        _write(CONFIGS, {kind: default(kind) for kind in DEFAULTS.split()})
    else:
        changed += _changed_defaults()
    print(f"{len(found)} 个配置、{len({one['class'] for one in found.values()})} 种类；{changed} 处与记录不同")
    return 1 if changed else 0


def _write(path: Path, found: dict[str, Any]) -> None:
    lines = ",\n".join(f"{json.dumps(id)}: {json.dumps(one)}" for id, one in found.items())
    version = json.dumps(transformers.__version__)
    path.write_text(f'{{"transformers": {version}, "models": {{\n{lines}\n}}}}\n', "utf-8")


def _failed(error: Exception) -> str:
    return f"建不成（{type(error).__name__}：{str(error)[:120]}）"


def _changed_defaults() -> int:
    """Say which classes are others than before; how many."""
    changed = 0
    for kind, before in json.loads(CONFIGS.read_text("utf-8"))["models"].items():
        try:
            seen = default(kind)
        except Exception as error:  # noqa: BLE001 (whatever a class of another version does)
            print(f"{kind} 的缺省：{_failed(error)}")
            changed += 1
            continue
        if any(before[name] != seen[name] for name in ("params", "cache")):
            old, new = (f"{one['params']} 个参数、缓存 {one['cache']}" for one in (before, seen))
            print(f"{kind} 的缺省：原来 {old}，现在 {new}")
            changed += 1
    return changed


def _told(model: Model, seen: dict[str, Any], before: dict[str, Any] | None) -> int:
    """Say how the table differs from the real object; whether the real object is another than before."""
    assert model.shape is not None
    tokens = seen["tokens"]
    cached = caches.sequence_bytes(model.shape, tokens, encoder=tokens) if model.shape.output else 0
    if model.shape.params != seen["params"]:
        print(f"{model.id}：参数 {seen['params']}，按表 {model.shape.params}")
    if seen["cache"] and abs(cached / seen["cache"] - 1) > 0.01:
        print(f"{model.id}：缓存 {seen['cache']}，按表 {cached:.0f}")
    if before and any(before[name] != seen[name] for name in ("params", "cache")):
        old, new = (f"{one['params']} 个参数、缓存 {one['cache']}" for one in (before, seen))
        print(f"{model.id}：原来 {old}，现在 {new}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
