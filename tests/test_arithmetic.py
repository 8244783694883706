"""The arithmetic behind the book's numbers, against published figures and against counts done another way.

The module works with formulas; here tensors are listed one by one and their sizes added up.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from itertools import accumulate

import pytest
from answerbook.arithmetic import pipelines, sizes
from answerbook.arithmetic.pipelines import Pipeline
from answerbook.arithmetic.sizes import GB, KB, MB, TB, DenseTransformer, GiB, KiB, MiB, Recipe, Recompute, TiB

# Parameters of the published checkpoints, a shared matrix counted once.
PUBLISHED = {
    "bert_base": 109_482_240,
    "bert_large": 335_141_888,
    "bert_base_chinese": 102_267_648,
    "roberta_base": 124_645_632,
    "gpt2": 124_439_808,
    "gpt2_medium": 354_823_168,
    "gpt2_large": 774_030_080,
    "gpt2_xl": 1_557_611_200,
    "llama_7b": 6_738_415_616,
    "llama_13b": 13_015_864_320,
    "llama_33b": 32_528_943_616,
    "llama_65b": 65_285_660_672,
    "llama2_7b": 6_738_415_616,
    "llama2_13b": 13_015_864_320,
    "llama2_70b": 68_976_648_192,
    "llama3_8b": 8_030_261_248,
    "llama3_70b": 70_553_706_496,
    "llama3_405b": 405_853_388_800,
    "mistral_7b": 7_241_732_096,
    "qwen2_5_0_5b": 494_032_768,
    "qwen2_5_1_5b": 1_543_714_304,
    "qwen2_5_7b": 7_615_616_512,
    "qwen2_5_72b": 72_706_203_648,
    "qwen3_0_6b": 596_049_920,
    "qwen3_8b": 8_190_735_360,
    "chatglm_6b": 6_173_286_400,
    "chatglm2_6b": 6_243_584_000,
    "bloom_7b1": 7_069_016_064,
    "bloom_176b": 176_247_271_424,
}
MODELS = {name: value for name, value in vars(sizes).items() if isinstance(value, DenseTransformer)}


def size(shapes: Iterable[tuple[int, ...]]) -> int:
    return sum(math.prod(shape) for shape in shapes)


# ---------------------------------------------------------------- parameters


@pytest.mark.parametrize(("name", "published"), PUBLISHED.items())
def test_parameters_are_as_published(name: str, published: int) -> None:
    assert MODELS[name].params == published


def test_every_model_but_gpt3_has_a_published_count() -> None:
    assert MODELS.keys() - PUBLISHED.keys() == {"gpt3_175b"}
    gpt3 = MODELS["gpt3_175b"]
    assert round(gpt3.params / 1e8) == 1746  # 2005.14165 Table D.1: 174,600M parameters
    assert gpt3.embedding_params == size([(50257, 12288), (2048, 12288)])


def test_a_grouped_query_model_is_the_sum_of_its_tensors() -> None:
    block = [
        *[(4096, 4096), (1024, 4096), (1024, 4096), (4096, 4096)],  # q, k, v, o
        *[(14336, 4096), (14336, 4096), (4096, 14336)],  # gate, up, down
        *[(4096,), (4096,)],
    ]
    model = MODELS["llama3_8b"]
    assert size(block) == model.layer_params
    assert size(block[:4]) == model.attention_params and size(block[4:7]) == model.ffn_params
    outside = [(128256, 4096), (4096,), (128256, 4096)]
    assert 32 * size(block) + size(outside) == model.params
    assert 32 * size(block) + 4096 == model.non_embedding_params


def test_bert_is_the_sum_of_its_tensors() -> None:
    embeddings = [(30522, 768), (512, 768), (2, 768), (768,), (768,)]
    attention = [(768, 768), (768,)] * 4
    ffn = [(3072, 768), (3072,), (768, 3072), (768,)]
    layer = [*attention, *ffn, *[(768,)] * 4]
    pooler = [(768, 768), (768,)]
    model = MODELS["bert_base"]
    assert size(embeddings) == model.embedding_params
    assert size(attention) == model.attention_params and size(ffn) == model.ffn_params
    assert size(layer) == model.layer_params
    assert size([*embeddings, *layer * 12, *pooler]) == model.params


def test_a_model_with_biases_in_qkv_and_norms_of_heads_is_the_sum_of_its_tensors() -> None:
    qwen2_5 = [(896, 896), (896,), (128, 896), (128,), (128, 896), (128,), (896, 896)]
    assert size(qwen2_5) == MODELS["qwen2_5_0_5b"].attention_params
    qwen3 = [(2048, 1024), (1024, 1024), (1024, 1024), (1024, 2048), (128,), (128,)]  # heads · d_k is not hidden
    assert size(qwen3) == MODELS["qwen3_0_6b"].attention_params


# ---------------------------------------------------------------- model states


@pytest.mark.parametrize(
    ("recipe", "optimizer", "total"),
    [  # optimizer: blog.eleuther.ai/transformer-math; 16, 18: also Megatron Core's table of the distributed optimizer
        (sizes.fp32_adamw, 8, 16),
        (sizes.autocast_adamw, 8, 16),
        (sizes.fp32_sgd_momentum, 4, 12),
        (sizes.fp32_sgd, 0, 8),
        (sizes.mixed_adamw, 12, 16),
        (sizes.mixed_adamw_fp32_grads, 12, 18),
        (sizes.mixed_adamw_8bit, 6, 10),
        (sizes.mixed_sgd_momentum, 8, 12),
        (sizes.mixed_sgd, 4, 8),
        (sizes.pure_bf16_adamw, 4, 8),
        (sizes.pure_bf16_adamw_8bit, 2, 6),
    ],
)
def test_bytes_per_parameter(recipe: Recipe, optimizer: float, total: float) -> None:
    assert (recipe.optimizer, recipe.total) == (optimizer, total)
    assert sizes.state_bytes(10, recipe) == 10 * total


@pytest.mark.parametrize(("stage", "published"), [(0, 120), (1, 31.4), (2, 16.6), (3, 1.9)])
def test_zero_is_as_in_figure_1_of_its_paper(stage: int, published: float) -> None:
    assert round(sizes.zero_bytes(7.5e9, 64, stage) / GB, 1) == published


def test_each_stage_of_zero_splits_one_thing_more() -> None:
    recipe = Recipe(weights=100, gradients=1000, master=10, moments=30)
    bytes_of = [sizes.zero_bytes(1, 2, stage, recipe) for stage in range(4)]
    assert bytes_of == [1140, 1120, 620, 570]


# ---------------------------------------------------------------- activations


def gpt_layer(s: int, b: int, h: int, a: int, t: int, recompute: Recompute, sequence_parallel: bool) -> float:
    """The tensors of 2205.05198 §4.1 on one device, one by one."""
    if recompute == "full":
        return 2 * s * b * h / (t if sequence_parallel else 1)
    everywhere = {  # outside of the tensor-parallel part
        "inputs of two norms": 2 * 2 * s * b * h,
        "inputs of attention and MLP": 2 * 2 * s * b * h,
        "masks of two dropouts": 2 * s * b * h,
    }
    split = {
        "q, k, v": 3 * 2 * s * b * h,
        "input of the output projection": 2 * s * b * h,
        "input of GELU": 2 * s * b * 4 * h,
        "input of the second linear layer": 2 * s * b * 4 * h,
    }
    core = {"softmax": 2 * a * s * s * b, "its mask": a * s * s * b, "its dropout": 2 * a * s * s * b}
    if recompute == "none":
        split |= core
    return sum(everywhere.values()) / (t if sequence_parallel else 1) + sum(split.values()) / t


@pytest.mark.parametrize("sequence_parallel", [False, True])
@pytest.mark.parametrize("recompute", ["none", "selective", "full"])
@pytest.mark.parametrize("t", [1, 4])
def test_activations_are_the_sum_of_what_is_kept(t: int, recompute: Recompute, sequence_parallel: bool) -> None:
    s, b, h, a = 512, 3, 1024, 16
    one = sizes.activation_layer_bytes(s, b, h, a, t, recompute, sequence_parallel)
    assert one == pytest.approx(gpt_layer(s, b, h, a, t, recompute, sequence_parallel))
    assert sizes.activation_bytes(7, s, b, h, a, t, recompute, sequence_parallel) == pytest.approx(7 * one)


def test_activations_are_of_one_device_that_recomputes_nothing_unless_said() -> None:
    s, b, h, a = 512, 3, 1024, 16
    one = gpt_layer(s, b, h, a, 1, "none", False)
    assert sizes.activation_layer_bytes(s, b, h, a) == one
    assert sizes.activation_bytes(7, s, b, h, a) == 7 * one
    split = gpt_layer(s, b, h, a, 4, "none", False)
    assert sizes.activation_layer_bytes(s, b, h, a, 4) == split
    assert sizes.activation_bytes(7, s, b, h, a, 4) == 7 * split


@pytest.mark.parametrize(("h", "a", "core", "saved"), [(12288, 96, 80, 70), (20480, 128, 64, 65)])
def test_selective_recomputation_saves_what_its_paper_says(h: int, a: int, core: int, saved: int) -> None:
    """GPT-3 and MT-NLG 530B in 2205.05198 §5."""
    kept, less = (sizes.activation_layer_bytes(2048, 1, h, a, recompute=r) for r in ("none", "selective"))
    assert (kept - less) / (2048 * h) == pytest.approx(core)
    assert round(100 * (1 - less / kept)) == saved


def test_activations_of_a_gated_layer_are_the_sum_of_what_is_kept() -> None:
    s, b = 128, 2
    values = [
        *[(b, s, 4096)] * 4,  # inputs and outputs of two norms
        *[(b, s, 32, 128)] * 2,  # rotated q, attention output
        *[(b, s, 8, 128)] * 2,  # rotated k, v
        *[(b, s, 14336)] * 4,  # gate, up, silu(gate), product
    ]
    model = MODELS["llama3_8b"]
    flash = sizes.gated_activation_layer_bytes(model, s, b)
    assert flash == 2 * size(values)
    scores = sizes.gated_activation_layer_bytes(model, s, b, flash=False)
    assert scores == 2 * size([*values, (b, 32, s, s)])
    assert sizes.gated_activation_layer_bytes(model, s, b, checkpoint=True) == 2 * size([(b, s, 4096)])


# ---------------------------------------------------------------- inference


@pytest.mark.parametrize(
    ("model", "per_token"),
    [  # 2309.06180 §3: 800 KB for OPT-13B; 2505.09343 Table 1 for the others
        (DenseTransformer(40, 5120, 40, 20480, 50272), 800 * KiB),
        (MODELS["qwen2_5_72b"], 327.680 * KB),
        (MODELS["llama3_405b"], 516.096 * KB),
    ],
)
def test_the_cache_of_a_token_is_as_published(model: DenseTransformer, per_token: float) -> None:
    assert sizes.kv_cache_bytes(model, 1) == pytest.approx(per_token)


def test_the_cache_of_latent_attention_is_as_published() -> None:
    assert sizes.mla_cache_bytes(61, 512, 64, 1) == pytest.approx(70.272 * KB)  # DeepSeek-V3, 2505.09343 Table 1


def test_a_cache_is_the_sum_of_its_tensors() -> None:
    keys = [(3, 8, 100, 128)] * 32  # sequences, KV heads, tokens, head dimension
    assert sizes.kv_cache_bytes(MODELS["llama3_8b"], 3 * 100) == 2 * 2 * size(keys)
    assert sizes.kv_cache_bytes(MODELS["llama3_8b"], 3 * 100, "fp8") == 2 * size(keys)


def test_bytes_of_weights_and_logits() -> None:
    by_type = {"fp32": 32, "fp16": 16, "bf16": 16, "fp8": 8, "int8": 8, "int4": 4, "nf4": 4}
    assert {name: 8 * sizes.weight_bytes(1, name) for name in sizes.BYTES} == by_type
    assert sizes.logits_bytes(8, 32000) == 4 * size([(8, 32000)])


def test_units() -> None:
    decimal, binary = (KB, MB, GB, TB), (KiB, MiB, GiB, TiB)
    assert decimal == (1000, 1000**2, 1000**3, 1000**4) and binary == (1024, 1024**2, 1024**3, 1024**4)


# ---------------------------------------------------------------- compute


def test_training_compute_is_as_published() -> None:
    flops = sizes.training_flops(MODELS["gpt3_175b"].params, 300e9)
    assert flops == pytest.approx(3.14e23, rel=2e-3)  # 2005.14165 Table D.1


@pytest.mark.parametrize("recompute", [False, True])
def test_compute_of_an_iteration_is_the_sum_of_its_products(recompute: bool) -> None:
    layers, s, b, h, vocab = 5, 64, 3, 32, 1000
    products = [  # (rows, inner, columns) in one layer, all heads together
        *[(s, h, h)] * 4,
        *[(s, h, s), (s, s, h)],
        *[(s, h, 4 * h), (s, 4 * h, h)],
    ]
    forward = 2 * b * size(products)
    head = 2 * b * size([(s, h, vocab)])
    expected = layers * forward * (4 if recompute else 3) + 3 * head  # backward: twice the forward
    assert sizes.gpt_iteration_flops(layers, s, b, h, vocab, recompute) == pytest.approx(expected)
    if not recompute:
        assert sizes.gpt_iteration_flops(layers, s, b, h, vocab) == pytest.approx(expected)


# ---------------------------------------------------------------- LoRA


@pytest.mark.parametrize(
    ("name", "rank", "targets", "published"),
    [  # GPT-3: 2106.09685 Table 4, in 10^5
        ("llama2_7b", 8, ("q", "v"), 4_194_304),
        ("llama2_7b", 16, sizes.LINEAR, 39_976_960),
        ("gpt3_175b", 1, ("q", "v"), 47e5),
        ("gpt3_175b", 8, ("q", "v"), 377e5),
    ],
)
def test_lora_trains_as_many_parameters_as_published(
    name: str, rank: int, targets: tuple[str, ...], published: float
) -> None:
    trained = sizes.lora_params(MODELS[name], rank, targets)
    assert (round(trained, -5) if published in (47e5, 377e5) else trained) == published


def test_lora_is_the_sum_of_its_tensors() -> None:
    pairs = {"q": (4096, 4096), "v": (1024, 4096), "gate": (14336, 4096), "down": (4096, 14336)}  # outputs, inputs
    tensors = [shape for rows, columns in pairs.values() for shape in ((4, columns), (rows, 4))]
    model = MODELS["llama3_8b"]
    trained = sizes.lora_params(model, 4, pairs)
    assert trained == 32 * size(tensors)
    assert sizes.lora_state_bytes(model, 4, pairs) == 2 * model.params + 16 * trained
    assert sizes.lora_state_bytes(model, 4, pairs, "int4", sizes.mixed_sgd) == model.params / 2 + 8 * trained


# ---------------------------------------------------------------- pipelines

STAGES_AND_MICRO = [(2, 2), (2, 6), (4, 8), (8, 8), (8, 32)]


def length(pipeline: Pipeline, order: Callable[[int], list[pipelines.Piece]], **cost: float) -> float:
    """When the last piece ends; every stage does every piece once."""
    done = [*pipeline.times(order, cost)]
    assert len({one[:4] for one in done}) == len(done) == len(cost) * pipeline.stages * pipeline.micro * pipeline.chunks
    return max(one.end for one in done)


@pytest.mark.parametrize(("stages", "micro"), STAGES_AND_MICRO)
def test_pipelines_wait_as_long_as_their_papers_say(stages: int, micro: int) -> None:
    work, one = 3 * micro, Pipeline(stages, micro)
    assert length(one, one.gpipe, F=1, B=2) == work + 3 * (stages - 1)
    assert length(one, one.one_f_one_b, F=1, B=2) == work + 3 * (stages - 1)
    # F + B − 2W for each stage but one.
    assert length(one, one.zero_bubble, F=1, B=1, W=1) == work + (stages - 1) * (1 + 2 - 2)


@pytest.mark.parametrize("chunks", [2, 4])
@pytest.mark.parametrize(("stages", "micro"), [one for one in STAGES_AND_MICRO if one[1] % one[0] == 0])
def test_chunks_divide_the_bubble(stages: int, micro: int, chunks: int) -> None:
    pipeline = Pipeline(stages, micro, chunks)
    assert length(pipeline, pipeline.one_f_one_b, F=1 / chunks, B=2 / chunks) == pytest.approx(
        3 * micro + 3 * (stages - 1) / chunks
    )


@pytest.mark.parametrize(("stages", "micro"), STAGES_AND_MICRO)
def test_1f1b_keeps_no_more_micro_batches_than_there_are_stages(stages: int, micro: int) -> None:
    def held(order: Callable[[int], list[pipelines.Piece]]) -> int:
        steps = accumulate(1 if kind == "F" else -1 for kind, *_ in order(0))
        return max(steps)

    pipeline = Pipeline(stages, micro)
    assert held(pipeline.gpipe) == micro
    assert held(pipeline.one_f_one_b) == min(stages, micro)
