"""The shape of any Transformer of today, layer group by layer group: its parameters, and what a token leaves behind.

Parameters are counted matrix by matrix as the models' own code makes them: grouped queries (2305.13245), multi-head
latent attention (2405.04434 §2.1), Gated DeltaNet (2412.06464), Kimi Delta Attention (2510.26692), lightning attention
(2501.08313), Mamba (2312.00752) and Mamba-2 (2405.21060), hyper-connections (2409.19606). tests/calc/transformers.json
holds what real models of these kinds have; a test compares. web/calc/shapes.js is the same in JavaScript.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Blocks of so many tokens overlap with the one before when they are compressed: they are that short.
OVERLAPPING = 4


@dataclass(frozen=True)
class LayerGroup:
    """Layers that mix tokens in the same way. What a kind has no use for is 0."""

    layers: int
    kind: str  # mha, gqa, mla, csa or linear
    heads: int = 0
    kv_heads: int = 0
    head_dim: int = 0
    v_dim: int = 0  # 0: as wide as head_dim
    window: int = 0  # 0: every earlier token
    chunked: bool = False  # the window is a block of its own, it does not slide
    top_k: int = 0  # sparse attention: tokens that a query looks at
    compress: int = 0  # tokens that become one before they are cached
    q_rank: int = 0
    kv_rank: int = 0
    nope_dim: int = 0
    rope_dim: int = 0
    o_rank: int = 0
    o_groups: int = 0
    index_heads: int = 0
    index_dim: int = 0
    index_layers: int = 0  # 0: each layer has its own indexer
    gate: str = ""  # of the output: full, low-rank
    shared_kv: bool = False  # keys are values, one projection
    shared_kv_layers: int = 0  # layers that use the keys and values of another
    sinks: bool = False  # a learned score of attending to nothing, one for each head
    part: str = ""  # encoder, decoder or cross
    form: str = ""  # of linear layers: gated-deltanet, kda, lightning, mamba-2, mamba-1
    key_heads: int = 0
    key_dim: int = 0
    value_heads: int = 0
    value_dim: int = 0
    conv: int = 0
    rank: int = 0  # of the step size of mamba-1

    @property
    def cached_values(self) -> float:
        """Values that one token adds to the cache of one of these layers, as long as it stays in the window."""
        if self.kind == "linear":
            return 0
        if self.kind == "mla":
            return self.kv_rank + self.rope_dim
        if self.kind == "csa":
            return self.head_dim / self.compress if self.compress else self.head_dim
        own = (self.layers - self.shared_kv_layers) / self.layers
        return self.kv_heads * (self.head_dim + (self.v_dim or self.head_dim)) * own

    @property
    def state_values(self) -> int:
        """Values that one linear layer keeps for a whole sequence, without its short convolution."""
        return self.value_heads * self.value_dim * self.key_dim if self.kind == "linear" else 0


@dataclass(frozen=True)
class Experts:
    """The experts of the layers that have some."""

    total: int
    active: int
    shared: int
    width: int
    layers: int
    dense: int = 0  # leading layers without
    shared_width: int = 0  # 0: as wide as the others
    latent: int = 0  # 0: they read the hidden state itself
    beside: int = 0  # width of a dense network that runs beside them
    gate: bool = False  # of the shared ones: a score of how much they count
    router_bias: bool = False  # a learned bias of each expert's score
    router_scale: bool = False  # learned scales of the router's inputs and of each expert


@dataclass(frozen=True)
class Shape:
    """A whole model."""

    layers: int
    hidden: int
    vocab: int
    groups: tuple[LayerGroup, ...]
    experts: Experts | None = None
    ffn: int = 0
    ffn_layers: int = 0  # 0: every layer has one
    gated: bool = True
    bias: str = "none"  # none, qkv or all
    norm: str = "rms"  # rms, layer (with biases) or none (without parameters)
    norms: int = 2  # in a layer
    tied: bool = False
    output: bool = True
    rows: int = 0  # learned position and segment embeddings
    qk_norm: str = ""  # of queries and keys: head (each head by itself) or whole (across all heads)
    embedding_norm: bool = False  # behind the embeddings
    final_norm: bool = True  # before the output layer
    head_bias: bool = False  # of the output layer
    pooler: bool = False  # a square layer on the first position
    buckets: int = 0  # learned biases of distances, for each head, shared by all layers
    streams: int = 0  # hyper-connections: residual streams side by side
    mixed: bool = False  # the streams mix with each other, not only with the layer

    @property
    def params(self) -> int:
        """All parameters, a shared matrix counted once."""
        return sum(self.components.values())

    @property
    def components(self) -> Mapping[str, int]:
        """The parameters by what they belong to; the values add up to `params`."""
        attention = sum(group.layers * _KINDS[group.kind](group, self) for group in self.groups)
        return {
            "embedding": (self.vocab + self.rows) * self.hidden,
            "attention": round(attention),
            "dense": self._dense,
            "routed": self.experts.layers * self.experts.total * self._expert(self.experts) if self.experts else 0,
            "shared": self.experts.layers * self._shared(self.experts) if self.experts else 0,
            "router": self.experts.layers * self._router(self.experts) if self.experts else 0,
            "norms": self._norms + self._streams,
            "head": self._head,
        }

    @property
    def active_params(self) -> int:
        """Parameters that work on one token, with both embeddings."""
        if self.experts is None:
            return self.params
        idle = self.experts.total - self.experts.active
        return self.params - self.experts.layers * idle * self._expert(self.experts)

    @property
    def embedding_params(self) -> int:
        """Parameters of one embedding matrix over the vocabulary."""
        return self.vocab * self.hidden

    @property
    def matrix_params(self) -> int:
        """Parameters that a token is multiplied by: those that work on it, without tables that are only looked up."""
        tables = 0 if self.tied and self.output else self.embedding_params
        return self.active_params - tables - self.rows * self.hidden

    @property
    def stacks(self) -> int:
        """2 for an encoder with a decoder, else 1."""
        return 2 if any(group.part == "encoder" for group in self.groups) else 1

    @property
    def _norms(self) -> int:
        width = {"rms": 1, "layer": 2, "none": 0}[self.norm] * self.hidden
        across = sum(group.layers for group in self.groups if group.part == "cross")
        ends = self.stacks * self.final_norm + self.embedding_norm
        return (self.norms * self.layers + across + ends) * width

    @property
    def _streams(self) -> int:
        """The weights of hyper-connections, before and behind each of two parts of a layer, and at the end."""
        wide, rows = self.streams * self.hidden, self.streams * (2 + (self.streams if self.mixed else 0))
        once = rows * wide + rows + (3 if self.mixed else 2)
        return 2 * self.layers * once + self.streams * wide + self.streams + 1 if self.streams else 0

    @property
    def _head(self) -> int:
        found = 0 if self.tied or not self.output else self.embedding_params
        pooler = self.hidden * (self.hidden + 1) if self.pooler else 0
        scores = self.buckets * self.groups[0].heads * self.stacks
        return found + pooler + scores + (self.vocab if self.head_bias else 0)

    @property
    def _dense(self) -> int:
        layers = (self.ffn_layers or self.layers) - (self.experts.layers if self.experts else 0)
        beside = self.experts.layers * self._network(self.experts.beside) if self.experts else 0
        return layers * self._network(self.ffn) + beside

    def _shared(self, experts: Experts) -> int:
        gate = self.hidden if experts.gate else 0
        return self._network(experts.shared * (experts.shared_width or experts.width)) + gate

    def _router(self, experts: Experts) -> int:
        bias = experts.total if experts.router_bias or self.bias == "all" else 0
        scale = self.hidden + experts.total if experts.router_scale else 0
        return self.hidden * (experts.total + 2 * experts.latent) + bias + scale

    def _expert(self, experts: Experts) -> int:
        return self._network(experts.width, experts.latent)

    def _network(self, width: int, inputs: int = 0) -> int:
        """Parameters of a network of this width, 0 for one without any."""
        inputs, matrices = inputs or self.hidden, 3 if self.gated else 2
        biases = width * (matrices - 1) + inputs if self.bias == "all" and width else 0
        return matrices * inputs * width + biases


def _heads(group: LayerGroup, shape: Shape) -> float:
    hidden, queries = shape.hidden, group.heads * group.head_dim
    keys = group.kv_heads * group.head_dim
    values = group.kv_heads * (group.v_dim or group.head_dim)
    outputs = group.heads * (group.v_dim or group.head_dim)
    kv = keys if group.shared_kv else keys + values
    own = (group.layers - group.shared_kv_layers) / group.layers
    asked = group.q_rank * (hidden + queries) if group.q_rank else hidden * queries
    found = asked + hidden * outputs + hidden * kv * own
    if shape.bias in ("qkv", "all"):
        found += queries + kv
    if shape.bias == "all":
        found += hidden
    gate = hidden * outputs if group.gate else 0
    index = hidden * (group.index_heads + bool(group.index_heads)) * group.index_dim
    return found + gate + index + _scores(group, shape, queries, keys, own) + group.q_rank


def _scores(group: LayerGroup, shape: Shape, queries: int, keys: int, own: float) -> float:
    """Norms of queries, keys and the indexer's, and the sinks."""
    sizes = {"head": (group.head_dim, group.head_dim), "whole": (queries, keys)}.get(shape.qk_norm, (0, 0))
    index = 2 * group.index_dim if group.index_heads else 0
    return sizes[0] + sizes[1] * own + index + (group.heads if group.sinks else 0)


def _latent(group: LayerGroup, shape: Shape) -> float:
    hidden, heads, query = shape.hidden, group.heads, group.nope_dim + group.rope_dim
    queries = group.q_rank * (hidden + heads * query) if group.q_rank else hidden * heads * query
    kv = hidden * (group.kv_rank + group.rope_dim) + group.kv_rank * heads * (group.nope_dim + group.v_dim)
    outputs = heads * group.v_dim * hidden * (2 if group.gate else 1)
    source = group.q_rank or hidden
    index = group.index_heads * (source * group.index_dim + hidden) + (hidden + 2) * group.index_dim
    small = group.q_rank + group.kv_rank + (heads if group.sinks else 0)
    share = (group.index_layers or group.layers) / group.layers
    return queries + kv + outputs + small + (index * share if group.index_heads else 0)


def _compressed(group: LayerGroup, shape: Shape) -> float:
    hidden, inner = shape.hidden, group.heads * group.head_dim
    queries = group.q_rank * (hidden + inner)
    outputs = inner * group.o_rank + group.o_groups * group.o_rank * hidden
    twice = 2 if group.compress == OVERLAPPING else 1
    compressor = ((2 * hidden + group.compress) * twice + 1) * group.head_dim if group.compress else 0
    index = group.index_heads * (group.q_rank * group.index_dim + hidden)
    index += ((2 * hidden + group.compress) * twice + 1) * group.index_dim
    small = group.q_rank + group.head_dim + group.heads
    return queries + hidden * group.head_dim + outputs + small + compressor + (index if group.index_heads else 0)


def _linear(group: LayerGroup, shape: Shape) -> float:
    keys, values = group.key_heads * group.key_dim, group.value_heads * group.value_dim
    return _FORMS[group.form](group, shape.hidden, keys, values)


def _gated_deltanet(group: LayerGroup, hidden: int, keys: int, values: int) -> int:
    small = 2 * group.value_heads + group.value_dim
    return hidden * (2 * keys + 3 * values + 2 * group.value_heads) + group.conv * (2 * keys + values) + small


def _kda(group: LayerGroup, hidden: int, keys: int, values: int) -> int:
    low_rank = group.key_dim * (hidden + keys)
    gate = hidden * values if group.gate == "full" else low_rank
    small = keys + group.key_heads + group.value_dim
    projected = hidden * (2 * keys + 2 * values + group.key_heads)
    return projected + group.conv * (2 * keys + values) + low_rank + gate + small


def _lightning(_: LayerGroup, hidden: int, keys: int, values: int) -> int:
    return hidden * (2 * keys + 3 * values) + values


def _mamba_2(group: LayerGroup, hidden: int, keys: int, values: int) -> int:
    small = 3 * group.value_heads + values
    return hidden * (3 * values + 2 * keys + group.value_heads) + (group.conv + 1) * (values + 2 * keys) + small


def _mamba_1(group: LayerGroup, hidden: int, _: int, values: int) -> int:
    # The biases of convolution and step size, D, and three small norms.
    small = 3 * values + group.rank + 2 * group.key_dim
    return values * (3 * hidden + group.conv + 2 * group.rank + 3 * group.key_dim) + small


_KINDS: Mapping[str, Callable[[LayerGroup, Shape], float]] = MappingProxyType(
    {"mha": _heads, "gqa": _heads, "mla": _latent, "csa": _compressed, "linear": _linear}
)
_FORMS: Mapping[str, Callable[[LayerGroup, int, int, int], int]] = MappingProxyType(
    {
        "gated-deltanet": _gated_deltanet,
        "kda": _kda,
        "lightning": _lightning,
        "mamba-2": _mamba_2,
        "mamba-1": _mamba_1,
    }
)
KINDS, FORMS = tuple(_KINDS), tuple(_FORMS)
