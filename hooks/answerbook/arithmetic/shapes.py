"""The shape of any Transformer of today, layer group by layer group: its parameters, and what a token leaves behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType


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

    @property
    def params(self) -> int:
        """All parameters, a shared matrix counted once; small things such as norms within attention are left out."""
        mixing = sum(group.layers * _mixing(group, self) for group in self.groups)
        return round(self._tables + mixing + self._networks + self._norms)

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
    def _tables(self) -> int:
        heads = 0 if self.tied or not self.output else 1
        return (self.vocab * (1 + heads) + self.rows) * self.hidden

    @property
    def _norms(self) -> int:
        width = {"rms": 1, "layer": 2, "none": 0}[self.norm] * self.hidden
        return (self.norms * self.layers + 1) * width

    @property
    def _networks(self) -> int:
        layers = self.ffn_layers or self.layers
        dense = self._network(self.hidden, self.ffn)
        if self.experts is None:
            return layers * dense
        return self.experts.layers * self._moe(self.experts) + (layers - self.experts.layers) * dense

    def _moe(self, experts: Experts) -> int:
        shared = self._network(self.hidden, experts.shared * (experts.shared_width or experts.width))
        beside = self._network(self.hidden, experts.beside) if experts.beside else 0
        router = self.hidden * (experts.total + 2 * experts.latent)
        return experts.total * self._expert(experts) + (shared if experts.shared else 0) + beside + router

    def _expert(self, experts: Experts) -> int:
        return self._network(experts.latent or self.hidden, experts.width)

    def _network(self, inputs: int, width: int) -> int:
        matrices = 3 if self.gated else 2
        biases = width * (matrices - 1) + inputs if self.bias == "all" else 0
        return matrices * inputs * width + biases


def _mixing(group: LayerGroup, shape: Shape) -> float:
    """Parameters with which one layer of the group mixes tokens."""
    return _KINDS[group.kind](group, shape)


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
    return found + gate + hidden * (group.index_heads + bool(group.index_heads)) * group.index_dim


def _latent(group: LayerGroup, shape: Shape) -> float:
    hidden, heads, query = shape.hidden, group.heads, group.nope_dim + group.rope_dim
    queries = group.q_rank * (hidden + heads * query) if group.q_rank else hidden * heads * query
    kv = hidden * (group.kv_rank + group.rope_dim) + group.kv_rank * heads * (group.nope_dim + group.v_dim)
    outputs = heads * group.v_dim * hidden * (2 if group.gate else 1)
    source = group.q_rank or hidden
    index = group.index_heads * (source * group.index_dim + hidden) + hidden * group.index_dim
    share = (group.index_layers or group.layers) / group.layers
    return queries + kv + outputs + (index * share if group.index_heads else 0)


def _compressed(group: LayerGroup, shape: Shape) -> float:
    hidden, inner = shape.hidden, group.heads * group.head_dim
    queries = group.q_rank * (hidden + inner)
    outputs = inner * group.o_rank + group.o_groups * group.o_rank * hidden
    # Neighbouring blocks overlap where they are short, so each is compressed twice.
    compressor = 2 * hidden * group.head_dim * (2 if group.compress == 4 else 1) if group.compress else 0
    index = group.index_heads * (group.q_rank * group.index_dim + hidden) + 4 * hidden * group.index_dim
    return queries + hidden * group.head_dim + outputs + compressor + (index if group.index_heads else 0)


def _linear(group: LayerGroup, shape: Shape) -> float:
    keys, values = group.key_heads * group.key_dim, group.value_heads * group.value_dim
    return _FORMS[group.form](group, shape.hidden, keys, values)


def _gated_deltanet(group: LayerGroup, hidden: int, keys: int, values: int) -> int:
    return hidden * (2 * keys + 3 * values + 2 * group.value_heads) + group.conv * (2 * keys + values)


def _kda(group: LayerGroup, hidden: int, keys: int, values: int) -> int:
    low_rank = group.key_dim * (hidden + keys)
    gate = hidden * values if group.gate == "full" else low_rank
    return hidden * (2 * keys + 2 * values + group.key_heads) + group.conv * (2 * keys + values) + low_rank + gate


def _lightning(_: LayerGroup, hidden: int, keys: int, values: int) -> int:
    return hidden * (2 * keys + 3 * values)


def _mamba_2(group: LayerGroup, hidden: int, keys: int, values: int) -> int:
    return hidden * (3 * values + 2 * keys + group.value_heads) + group.conv * (values + 2 * keys)


def _mamba_1(group: LayerGroup, hidden: int, _: int, values: int) -> int:
    return values * (3 * hidden + group.conv + 2 * group.rank + 3 * group.key_dim)


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
