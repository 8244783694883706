"""The names behind the numbers of the book: dense models in a few numbers, and what is computed of them.

What a model has, keeps and leaves in memory is counted by `shapes`, `caches` and `training`, as the calculators do;
here stand the names of the answers and the formulas that papers give in letters.

Sizes are in bytes (``GB = 10**9``, ``GiB = 2**30``), lengths in tokens, compute in floating-point operations.
Names follow the symbol table of the book: b batch, s sequence length, h hidden size, a heads, t tensor-parallel size.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from . import caches, training
from .shapes import LayerGroup, Shape

KB, MB, GB, TB = 10**3, 10**6, 10**9, 10**12
KiB, MiB, GiB, TiB = 2**10, 2**20, 2**30, 2**40

BYTES = {"fp32": 4.0, "fp16": 2.0, "bf16": 2.0, "fp8": 1.0, "int8": 1.0, "int4": 0.5, "nf4": 0.5}
"""Bytes per value, without the scales of quantised formats."""


# ---------------------------------------------------------------- parameters


@dataclass(frozen=True)
class DenseTransformer:
    """The shape of a dense Transformer, encoder or decoder, as its configuration file gives it."""

    layers: int
    hidden: int
    heads: int
    ffn: int
    vocab: int
    kv_heads: int = 0  # 0: as many as query heads
    head_dim: int = 0  # 0: hidden / heads
    gated: bool = True  # SwiGLU or GeGLU: three matrices; else two
    tied: bool = False  # the output layer is the embedding matrix
    lm_head: bool = True  # False: an encoder without an output layer
    bias: bool = False  # biases in every linear layer of a block
    qkv_bias: bool = False  # biases in the q, k, v projections only
    norm_bias: bool = False  # LayerNorm (weight and bias); else RMSNorm (weight)
    qk_norm: bool = False  # a norm of head_dim on queries and on keys in each layer
    final_norm: bool = True
    embedding_norm: bool = False
    positions: int = 0  # learned position embeddings
    segments: int = 0  # token type embeddings (BERT)
    pooler: bool = False

    @property
    def d_k(self) -> int:
        """Dimension of one head."""
        return self.head_dim or self.hidden // self.heads

    @property
    def groups(self) -> int:
        """Key-value heads."""
        return self.kv_heads or self.heads

    @property
    def shapes(self) -> dict[str, tuple[int, int]]:
        """(inputs, outputs) of every linear layer of one block, under the names of Llama."""
        q, kv = self.heads * self.d_k, self.groups * self.d_k
        linear = {"q": (self.hidden, q), "k": (self.hidden, kv), "v": (self.hidden, kv), "o": (q, self.hidden)}
        if self.gated:
            linear["gate"] = (self.hidden, self.ffn)
        return linear | {"up": (self.hidden, self.ffn), "down": (self.ffn, self.hidden)}

    @cached_property
    def shape(self) -> Shape:
        """The same model as everything else counts it."""
        kind = "mha" if self.groups == self.heads else "gqa"
        return Shape(
            self.layers,
            self.hidden,
            self.vocab,
            (LayerGroup(self.layers, kind, self.heads, self.groups, self.d_k),),
            ffn=self.ffn,
            gated=self.gated,
            bias="all" if self.bias else "qkv" if self.qkv_bias else "none",
            norm="layer" if self.norm_bias else "rms",
            tied=self.tied,
            output=self.lm_head,
            rows=self.positions + self.segments,
            qk_norm="head" if self.qk_norm else "",
            embedding_norm=self.embedding_norm,
            final_norm=self.final_norm,
            pooler=self.pooler,
        )

    @property
    def norm_params(self) -> int:
        """Parameters of one norm over the hidden size."""
        return self.hidden * (2 if self.norm_bias else 1)

    @property
    def attention_params(self) -> int:
        """Parameters of the attention of one layer: projections, their biases, q and k norms."""
        return self.shape.components["attention"] // self.layers

    @property
    def ffn_params(self) -> int:
        """Parameters of the feed-forward network of one layer."""
        return self.shape.components["dense"] // self.layers

    @property
    def layer_params(self) -> int:
        """Parameters of one layer: attention, feed-forward network, two norms."""
        return self.attention_params + self.ffn_params + 2 * self.norm_params

    @property
    def embedding_params(self) -> int:
        """Parameters of the input embeddings: tokens, learned positions, segments, their norm."""
        return self.shape.components["embedding"] + (self.norm_params if self.embedding_norm else 0)

    @property
    def head_params(self) -> int:
        """Parameters of the output layer that are not shared with the embedding."""
        return self.vocab * self.hidden if self.lm_head and not self.tied else 0

    @property
    def params(self) -> int:
        """All parameters, a shared matrix counted once."""
        return self.shape.params

    @property
    def non_embedding_params(self) -> int:
        """Parameters without input embeddings and without the output layer."""
        return self.params - self.embedding_params - self.head_params


def _bert(
    layers: int, hidden: int, heads: int, vocab: int = 30522, positions: int = 512, segments: int = 2
) -> DenseTransformer:
    return DenseTransformer(
        layers, hidden, heads, 4 * hidden, vocab, gated=False, lm_head=False, bias=True, norm_bias=True,
        final_norm=False, embedding_norm=True, positions=positions, segments=segments, pooler=True,
    )  # fmt: skip


def _gpt(layers: int, hidden: int, heads: int, positions: int) -> DenseTransformer:
    return DenseTransformer(
        layers, hidden, heads, 4 * hidden, 50257, gated=False, tied=True, bias=True, norm_bias=True, positions=positions
    )


bert_base = _bert(12, 768, 12)
bert_large = _bert(24, 1024, 16)
bert_base_chinese = _bert(12, 768, 12, vocab=21128)
roberta_base = _bert(12, 768, 12, vocab=50265, positions=514, segments=1)

gpt2 = _gpt(12, 768, 12, 1024)
gpt2_medium = _gpt(24, 1024, 16, 1024)
gpt2_large = _gpt(36, 1280, 20, 1024)
gpt2_xl = _gpt(48, 1600, 25, 1024)
gpt3_175b = _gpt(96, 12288, 96, 2048)  # 2005.14165 Table 2.1; no weights published, so no exact count

llama_7b = DenseTransformer(32, 4096, 32, 11008, 32000)
llama_13b = DenseTransformer(40, 5120, 40, 13824, 32000)
llama_33b = DenseTransformer(60, 6656, 52, 17920, 32000)
llama_65b = DenseTransformer(80, 8192, 64, 22016, 32000)
llama2_7b = llama_7b
llama2_13b = llama_13b
llama2_70b = DenseTransformer(80, 8192, 64, 28672, 32000, kv_heads=8)
llama3_8b = DenseTransformer(32, 4096, 32, 14336, 128256, kv_heads=8)
llama3_70b = DenseTransformer(80, 8192, 64, 28672, 128256, kv_heads=8)
llama3_405b = DenseTransformer(126, 16384, 128, 53248, 128256, kv_heads=8)
mistral_7b = DenseTransformer(32, 4096, 32, 14336, 32000, kv_heads=8)

qwen2_5_0_5b = DenseTransformer(24, 896, 14, 4864, 151936, kv_heads=2, qkv_bias=True, tied=True)
qwen2_5_1_5b = DenseTransformer(28, 1536, 12, 8960, 151936, kv_heads=2, qkv_bias=True, tied=True)
qwen2_5_7b = DenseTransformer(28, 3584, 28, 18944, 152064, kv_heads=4, qkv_bias=True)
qwen2_5_72b = DenseTransformer(80, 8192, 64, 29568, 152064, kv_heads=8, qkv_bias=True)
qwen3_0_6b = DenseTransformer(28, 1024, 16, 3072, 151936, kv_heads=8, head_dim=128, qk_norm=True, tied=True)
qwen3_8b = DenseTransformer(36, 4096, 32, 12288, 151936, kv_heads=8, head_dim=128, qk_norm=True)

chatglm_6b = DenseTransformer(28, 4096, 32, 16384, 130528, gated=False, tied=True, bias=True, norm_bias=True)
chatglm2_6b = DenseTransformer(28, 4096, 32, 13696, 65024, kv_heads=2, qkv_bias=True)
bloom_7b1 = DenseTransformer(
    30, 4096, 32, 16384, 250880, gated=False, tied=True, bias=True, norm_bias=True, embedding_norm=True
)
bloom_176b = DenseTransformer(
    70, 14336, 112, 57344, 250880, gated=False, tied=True, bias=True, norm_bias=True, embedding_norm=True
)


# ---------------------------------------------------------------- weights, gradients, optimizer state


@dataclass(frozen=True)
class Recipe:
    """Bytes that one trained parameter keeps on the device during training (ZeRO, 1910.02054 §3.1)."""

    weights: float  # the copy used by the forward and backward passes
    gradients: float
    master: float  # fp32 copy that the optimizer updates; 0 when the weights themselves are updated
    moments: float  # first and second moment, or momentum

    @property
    def parts(self) -> dict[str, float]:
        """Bytes by what is divided at a stage of its own."""
        return {"weights": self.weights, "gradients": self.gradients, "optimizer": self.optimizer}

    @property
    def optimizer(self) -> float:
        """Bytes of everything the optimizer keeps: master copy and moments (12 for mixed-precision Adam)."""
        return self.master + self.moments

    @property
    def total(self) -> float:
        """Bytes per parameter in all."""
        return self.weights + self.gradients + self.optimizer


fp32_adamw = Recipe(4, 4, 0, 8)
fp32_sgd = Recipe(4, 4, 0, 0)
fp32_sgd_momentum = Recipe(4, 4, 0, 4)
autocast_adamw = fp32_adamw  # torch.autocast keeps fp32 parameters, gradients, moments; its casts are temporary
mixed_adamw = Recipe(2, 2, 4, 8)  # half-precision weights and gradients, fp32 master copy and moments
mixed_adamw_fp32_grads = Recipe(2, 4, 4, 8)  # gradients accumulated in fp32 (Megatron-LM's main gradients)
mixed_adamw_8bit = Recipe(2, 2, 4, 2)  # 2110.02861: two moments of one byte each, without block scales
mixed_sgd = Recipe(2, 2, 4, 0)
mixed_sgd_momentum = Recipe(2, 2, 4, 4)
pure_bf16_adamw = Recipe(2, 2, 0, 4)
pure_bf16_adamw_8bit = Recipe(2, 2, 0, 2)


def weight_bytes(params: float, dtype: str = "bf16") -> float:
    """Bytes of the weights for inference in a data type of BYTES; KeyError for any other."""
    return params * BYTES[dtype]


def state_bytes(params: float, recipe: Recipe = mixed_adamw) -> float:
    """Bytes of weights, gradients and optimizer state when all parameters are trained on one device."""
    return params * recipe.total


def zero_bytes(params: float, ranks: int, stage: int, recipe: Recipe = mixed_adamw) -> float:
    """Bytes of model state per device under ZeRO stage 0 to 3 (1910.02054 §5); 3 is fully sharded FSDP."""
    ranked = training.divided(stage, ranks)
    return sum(params * recipe_bytes / ranked[name] for name, recipe_bytes in recipe.parts.items())


# ---------------------------------------------------------------- activations


Recompute = Literal["none", "selective", "full"]


def activation_layer_bytes(
    s: int, b: int, h: int, a: int, t: int = 1, recompute: Recompute = "none", sequence_parallel: bool = False
) -> float:
    """Bytes of activations one GPT layer stores for its backward pass (2205.05198 Table 2).

    Half-precision activations, one-byte dropout masks, ffn = 4h, GeLU, multi-head attention with stored s × s scores.
    "selective" recomputes the attention core; a fused kernel such as FlashAttention removes the same term.
    """
    if recompute == "full":
        return 2 * s * b * h / (t if sequence_parallel else 1)
    parallel, replicated = 24.0, 10.0  # bytes per s·b·h that tensor parallelism splits and does not split
    core = 0.0 if recompute == "selective" else 5 * a * s / h
    return s * b * h * (replicated / (t if sequence_parallel else 1) + (parallel + core) / t)


def activation_bytes(
    layers: int,
    s: int,
    b: int,
    h: int,
    a: int,
    t: int = 1,
    recompute: Recompute = "none",
    sequence_parallel: bool = False,
) -> float:
    """Bytes of activations of all layers, without embedding, output layer and logits (2205.05198 §4)."""
    return layers * activation_layer_bytes(s, b, h, a, t, recompute, sequence_parallel)


def gated_activation_layer_bytes(
    model: DenseTransformer, s: int, b: int, flash: bool = True, checkpoint: bool = False
) -> float:
    """Bytes one pre-norm layer with RMSNorm, RoPE, grouped queries and SwiGLU stores, two bytes per value, no dropout.

    The counting of 2205.05198 §4.1 carried over. In values per token: inputs of the two norms and their outputs (4h),
    rotated q and attention output (2·heads·d_k), rotated k and v (2·kv_heads·d_k), gate, up, silu(gate) and the
    product (4·ffn). Without a fused attention kernel the softmax output, heads·s² values per sequence, comes on top.
    """
    if checkpoint:
        return 2.0 * s * b * model.hidden
    plan = training.Plan(tokens=s, batch=b, recompute="flash" if flash else "eager")
    return plan.value * s * b * training.layer_values(model.shape, model.shape.groups[0], plan)


def logits_bytes(tokens: int, vocab: int, dtype: str = "fp32") -> float:
    """Bytes of one copy of the logits, `tokens` × `vocab` of them; KeyError for a data type that is none of BYTES."""
    return tokens * vocab * BYTES[dtype]


# ---------------------------------------------------------------- inference


def kv_cache_bytes(model: DenseTransformer, tokens: int, dtype: str = "bf16") -> float:
    """Bytes of the key-value cache of `tokens` tokens (over all sequences): keys and values of every layer.

    KeyError for a data type that is none of BYTES.
    """
    return caches.sequence_bytes(model.shape, tokens, caches.CacheFormat(value=BYTES[dtype]))


def mla_cache_bytes(layers: int, latent: int, rope_dim: int, tokens: int, dtype: str = "bf16") -> float:
    """Bytes of the cache of multi-head latent attention (2405.04434 §2.1).

    One latent and one rotary key for each token and layer.
    """
    group = LayerGroup(layers, "mla", kv_rank=latent, rope_dim=rope_dim)
    return caches.group_bytes(group, tokens, caches.CacheFormat(value=BYTES[dtype]))


# ---------------------------------------------------------------- compute


def training_flops(params: float, tokens: float) -> float:
    """6·P·D: forward 2, backward 4 operations per parameter and token (2001.08361 §2.1)."""
    return 6 * params * tokens


def gpt_iteration_flops(layers: int, s: int, b: int, h: int, vocab: int, recompute: bool = False) -> float:
    """Matrix-multiplication operations of one GPT iteration, all layers recomputed or none (2205.05198 App. A)."""
    passes = 4 if recompute else 3
    return passes * (24 * layers * b * s * h * h * (1 + s / (6 * h))) + 6 * b * s * h * vocab


# ---------------------------------------------------------------- LoRA


LINEAR = ("q", "k", "v", "o", "gate", "up", "down")


def lora_params(model: DenseTransformer, rank: int, targets: Iterable[str] = ("q", "v")) -> int:
    """Trained parameters of LoRA: rank·(inputs + outputs) for each adapted matrix of each layer (2106.09685 §4)."""
    return model.layers * sum(rank * sum(model.shapes[name]) for name in targets if name in model.shapes)


def lora_state_bytes(
    model: DenseTransformer,
    rank: int,
    targets: Iterable[str] = ("q", "v"),
    base: str = "bf16",
    recipe: Recipe = fp32_adamw,
) -> float:
    """Bytes of a frozen base model in `base` plus LoRA weights with gradients and optimizer state."""
    return weight_bytes(model.params, base) + state_bytes(lora_params(model, rank, targets), recipe)
