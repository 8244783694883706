"""What training keeps on one card, what it computes, and what that costs.

Sizes are in bytes, lengths in tokens, compute in floating-point operations. web/calc/training.js is the same in
JavaScript, and a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .shapes import Experts, LayerGroup, Shape


@dataclass(frozen=True)
class Plan:
    """How a model is trained: lengths, what is recomputed, on how many cards in which way."""

    tokens: int = 4096  # in a sequence
    batch: int = 1  # sequences in a micro-batch
    recompute: str = "flash"  # eager: scores are stored; flash: they are not; full: each layer is computed again
    weights: float = 2  # bytes per parameter, as are the next two
    gradients: float = 2
    optimizer: float = 12
    stage: int = 0  # of ZeRO; 3 is fully sharded FSDP
    data: int = 1  # data-parallel ranks
    tensor: int = 1
    pipeline: int = 1
    experts: int = 1  # expert-parallel ranks, among the data-parallel ones
    sequence: bool = True  # sequence parallelism beside tensor parallelism
    microbatches: int = 1  # on their way at the same time, up to the number of stages
    value: float = 2  # bytes per activation
    logits: float = 8  # bytes per logit: fp32 logits and their gradient
    rank: int = 0  # of LoRA; 0: everything is trained
    targets: str = "all"  # that LoRA adapts: qv, attention, all
    frozen: float = 2  # bytes per frozen parameter of a matrix
    adapter: float = 16  # bytes per trained parameter of LoRA


def memory(shape: Shape, plan: Plan) -> dict[str, float]:
    """Bytes on the card that holds most of it: of `weights`, `activations` and `logits`, and in `total`.

    Where everything is trained there are `gradients` and `optimizer`, with LoRA `adapter`, which holds both of its own.
    """
    found = _adapted(shape, plan) if plan.rank else _states(shape, plan)
    found["activations"] = activations(shape, plan)
    found["logits"] = plan.tokens * plan.batch * shape.vocab * plan.logits / plan.tensor
    found["total"] = sum(found.values())
    return found


def activations(shape: Shape, plan: Plan) -> float:
    """Bytes of activations on the first pipeline stage (the counting of 2205.05198 §4, carried over to any shape)."""
    on_the_way = min(plan.pipeline, plan.microbatches) / plan.pipeline
    tokens = plan.tokens * plan.batch * plan.value
    kept = [group for group in shape.groups if group.part != "cross"]
    if plan.recompute != "full":
        return on_the_way * tokens * sum(group.layers * layer_values(shape, group, plan) for group in kept)
    once = shape.layers * shape.hidden / (plan.tensor if plan.sequence else 1)
    return tokens * (on_the_way * once + max(layer_values(shape, group, plan) for group in kept))


def layer_values(shape: Shape, group: LayerGroup, plan: Plan) -> float:
    """Values that one layer of the group keeps for each token, on one of the cards that share it."""
    whole, split = _mixed(group)
    if plan.recompute == "eager" and group.kind != "linear":
        split += group.heads * plan.tokens
    network_whole, network_split = _network(shape)
    whole += 2 * shape.norms * shape.hidden + network_whole
    return whole / (plan.tensor if plan.sequence else 1) + (split + network_split) / plan.tensor


def lora_params(shape: Shape, rank: int, targets: str = "all") -> int:
    """Trained parameters of LoRA: rank·(inputs + outputs) of each adapted matrix (2106.09685 §4).

    `targets` is one of Plan's; routed experts are never adapted.
    """
    return rank * sum(layers * (inputs + outputs) for layers, inputs, outputs in _matrices(shape, targets))


def attention_flops(shape: Shape, tokens: int, causal: bool = True) -> float:
    """Forward operations per token on scores and their sums, averaged over a sequence of so many tokens.

    A product with a key or a value counts 2 operations for each of its dimensions, as in 2205.05198 App. A; where it is
    causal, half of the keys are still to come.
    """
    return sum(group.layers * pair_flops(group) * _seen(group, tokens, causal) for group in shape.groups)


def pair_flops(group: LayerGroup, absorbed: bool = False) -> float:
    """Operations on one query and one key in one layer; of a linear layer those on its state for one token.

    MLA that works on the latent itself, as engines do when they write, has absorbed its expansion into the query.
    """
    if group.kind == "linear":
        return 4 * group.state_values
    if group.kind == "mla" and absorbed:
        return 2 * group.heads * (2 * group.kv_rank + group.rope_dim)
    query = group.nope_dim + group.rope_dim if group.kind == "mla" else group.head_dim
    return 2 * group.heads * (query + (group.v_dim or group.head_dim))


def reach(group: LayerGroup, tokens: int) -> float:
    """Keys that the last query of a sequence looks at."""
    if group.kind == "linear":
        return 1
    if group.part == "encoder":
        return 0
    if group.kind == "csa":
        blocks = tokens / group.compress if group.compress else 0
        return min(tokens, group.window) + (min(blocks, group.top_k) if group.top_k else blocks)
    return min(tokens, group.window or group.top_k or tokens)


def run(
    shape: Shape, tokens: float, length: int, cards: float, peak: float, used: float, price: float, again: float = 1
) -> dict[str, float]:
    """A training run over `tokens` tokens on cards of `peak` operations a second, a share `used` of which is reached.

    `length` is that of a sequence, `price` that of a card for an hour. Operations of `matrices` and `attention`, of the
    model in `total`, of the `hardware`; `seconds`; `hours` of all cards together; `cost` in the unit of the price.
    `again` is 4/3 where everything is computed twice in the forward direction; the share is of the operations of the
    model alone (MFU), so it makes the run no longer.
    """
    matrices = 6 * shape.matrix_params * tokens
    attention = 3 * attention_flops(shape, length) * tokens
    total = matrices + attention
    seconds = total / (cards * peak * used)
    hours = seconds / 3600 * cards
    return {
        "matrices": matrices,
        "attention": attention,
        "total": total,
        "hardware": total * again,
        "seconds": seconds,
        "hours": hours,
        "cost": hours * price,
    }


def divided(stage: int, ranks: float) -> dict[str, float]:
    """Among how many ranks ZeRO of this stage (1910.02054 §5) divides weights, gradients and optimizer state."""
    least = {"weights": 3, "gradients": 2, "optimizer": 1}
    return {name: ranks if stage >= from_stage else 1 for name, from_stage in least.items()}


def _states(shape: Shape, plan: Plan) -> dict[str, float]:
    parts = shape.components
    shared = (shape.params - parts["routed"]) / (plan.tensor * plan.pipeline)
    routed = parts["routed"] / (plan.tensor * plan.pipeline * plan.experts)
    few = max(1, plan.data / plan.experts)
    apart = zip(divided(plan.stage, plan.data).items(), divided(plan.stage, few).values(), strict=True)
    return {name: getattr(plan, name) * (shared / ranks + routed / copies) for (name, ranks), copies in apart}


def _adapted(shape: Shape, plan: Plan) -> dict[str, float]:
    parts, cut = shape.components, plan.tensor * plan.pipeline
    matrices = parts["attention"] + parts["dense"] + parts["shared"]
    others = shape.params - matrices - parts["routed"]
    frozen = (plan.frozen * matrices + plan.weights * others + plan.frozen * parts["routed"] / plan.experts) / cut
    trained = plan.adapter * lora_params(shape, plan.rank, plan.targets) / cut
    ranks = plan.data if plan.stage >= 3 else 1
    return {"weights": frozen / ranks, "adapter": trained / ranks}


def _mixed(group: LayerGroup) -> tuple[float, float]:
    """Values per token of what mixes tokens: those that every tensor-parallel card has, those that are divided."""
    value = group.v_dim or group.head_dim
    if group.kind == "mla":
        query = group.nope_dim + group.rope_dim
        return 2 * (group.q_rank + group.kv_rank) + group.rope_dim, 2 * group.heads * (query + group.v_dim)
    if group.kind == "csa":
        split = 2 * group.heads * group.head_dim + group.o_groups * group.o_rank
        return 2 * (group.q_rank + group.head_dim), split
    if group.kind == "linear":
        keys, values = group.key_heads * group.key_dim, group.value_heads * group.value_dim
        return 0, 4 * keys + 4 * values
    gate = group.heads * value if group.gate else 0
    split = group.heads * (group.head_dim + value) + group.kv_heads * (group.head_dim + value) + gate
    return 2 * group.q_rank, split


def _network(shape: Shape) -> tuple[float, float]:
    """The same of the networks, averaged over the layers."""
    each, layers = (4 if shape.gated else 2), shape.layers
    experts = shape.experts
    dense = (shape.ffn_layers or layers) - (experts.layers if experts else 0)
    split = dense * each * shape.ffn / layers
    if experts is None:
        return 0, split
    width = experts.active * experts.width + experts.shared * (experts.shared_width or experts.width) + experts.beside
    whole = experts.layers * experts.active * (experts.latent or shape.hidden) / layers
    return whole, split + experts.layers * each * width / layers


def _matrices(shape: Shape, targets: str) -> Iterator[tuple[int, int, int]]:
    for group in shape.groups:
        for inputs, outputs in _projections(group, shape.hidden, targets):
            yield group.layers, inputs, outputs
    if targets == "all":
        experts = shape.experts
        dense = (shape.ffn_layers or shape.layers) - (experts.layers if experts else 0)
        matrices = 3 if shape.gated else 2
        yield dense * matrices, shape.hidden if shape.ffn else 0, shape.ffn
        if experts and (width := _always(experts)):
            yield experts.layers * matrices, shape.hidden, width


def _always(experts: Experts) -> int:
    return experts.shared * (experts.shared_width or experts.width) + experts.beside


def _projections(group: LayerGroup, hidden: int, targets: str) -> list[tuple[int, int]]:
    """Inputs and outputs of the matrices that LoRA adapts in one layer."""
    value = group.v_dim or group.head_dim
    if group.kind == "mla":
        query = group.heads * (group.nope_dim + group.rope_dim)
        asked = [(hidden, group.q_rank), (group.q_rank, query)] if group.q_rank else [(hidden, query)]
        up = (group.kv_rank, group.heads * (group.nope_dim + group.v_dim))
        found = [*asked, (hidden, group.kv_rank + group.rope_dim), up]
        return found if targets == "qv" else [*found, (group.heads * group.v_dim, hidden)]
    if group.kind == "csa":
        found = [(hidden, group.q_rank), (group.q_rank, group.heads * group.head_dim), (hidden, group.head_dim)]
        return found if targets == "qv" else [*found, (group.o_groups * group.o_rank, hidden)]
    if group.kind == "linear":
        keys, values = group.key_heads * group.key_dim, group.value_heads * group.value_dim
        found = [(hidden, keys), (hidden, values)]
        return found if targets == "qv" else [*found, (hidden, keys), (values, hidden)]
    found = [(hidden, group.heads * group.head_dim), (hidden, group.kv_heads * value)]
    more = [(hidden, group.kv_heads * group.head_dim), (group.heads * value, hidden)]
    return found if targets == "qv" else [*found, *more]


def _seen(group: LayerGroup, tokens: int, causal: bool) -> float:
    """Keys that a query looks at, on average."""
    if group.kind == "linear":
        return 1
    if group.part == "encoder" or not causal:
        return tokens
    if group.part == "cross":
        return tokens
    if group.kind == "csa":
        blocks = tokens / group.compress / 2 if group.compress else 0
        return _within(tokens, group.window) + (min(blocks, group.top_k) if group.top_k else blocks)
    if group.window and group.chunked:
        return min(tokens, group.window) / 2
    return _within(tokens, group.window or group.top_k or tokens)


def _within(tokens: int, window: int) -> float:
    """Keys within a window before a query, itself one of them: half of it while the sequence is shorter."""
    reach = min(tokens, window)
    return reach - reach * reach / (2 * tokens) if tokens else 0
