"""What a sequence leaves in memory while a model writes: keys and values, latents, compressed blocks, states.

Lengths are in tokens, sizes in bytes. web/calc/caches.js is the same in JavaScript, and a test compares the two.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .shapes import OVERLAPPING, LayerGroup, Shape


@dataclass(frozen=True)
class CacheFormat:
    """How a cache is kept: bytes per value with their scales, and what an engine may do otherwise than it could."""

    value: float = 2
    state: float = 0  # bytes per value of a linear layer's state; 0: fp32, for lightning attention 2
    conv: float = 2  # the inputs that a short convolution still needs
    index: float = 0  # the keys of an indexer; 0: as the others
    windows: bool = True  # layers with a window forget what lies before it
    latent: bool = True  # MLA keeps the latent, not the keys and values that it expands to
    block: int = 1  # tokens that are allocated at once
    ranks: int = 1  # cards that share the heads: tensor parallelism


DEFAULT = CacheFormat()


def sequence_bytes(shape: Shape, tokens: int, stored: CacheFormat = DEFAULT, encoder: int = 0) -> float:
    """Bytes that one sequence of so many tokens keeps on one card; `encoder` is the length of what was encoded."""
    return sum(group_bytes(group, tokens, stored, encoder) for group in shape.groups)


def token_bytes(shape: Shape, tokens: int, stored: CacheFormat = DEFAULT) -> float:
    """Bytes that each further token of a sequence of this length adds, averaged over blocks."""
    return sum(_growth(group, tokens, stored) for group in shape.groups)


def group_bytes(group: LayerGroup, tokens: int, stored: CacheFormat = DEFAULT, encoder: int = 0) -> float:
    """The same for the layers of one group."""
    if group.part == "encoder":
        return 0
    if group.kind == "linear":
        return group.layers * _state(group, stored)
    if group.part == "cross":
        return values(group, stored) * group.layers * stored.value * _blocks(encoder, stored)
    kept = _blocks(_kept(group, tokens, stored), stored)
    compressed = math.floor(tokens / group.compress) if group.compress else 0
    own = group.layers - group.shared_kv_layers
    found = own * values(group, stored) * stored.value * (kept + compressed)
    keys = compressed if group.compress else _blocks(tokens, stored)
    found += _indexers(group) * group.index_dim * (stored.index or stored.value) * keys
    return found + own * _waiting(group, tokens) * stored.value


def _waiting(group: LayerGroup, tokens: int) -> int:
    """Values and gates of tokens that still wait to be compressed, and of the block before where blocks overlap."""
    if not group.compress:
        return 0
    width = group.head_dim + (group.index_dim if group.index_heads else 0)
    overlap = group.compress == OVERLAPPING
    return 2 * width * ((tokens % group.compress) * (2 if overlap else 1) + (group.compress if overlap else 0))


def known(shape: Shape) -> bool:
    """Whether the model writes with a cache, and enough is known of it."""
    return shape.output and all(group.kind != "csa" or group.window or group.compress for group in shape.groups)


def values(group: LayerGroup, stored: CacheFormat = DEFAULT) -> int:
    """Values that a token, or a compressed block, takes in one layer that has a cache of its own."""
    if group.kind == "csa":
        return group.head_dim
    if group.kind == "mla" and stored.latent:
        return group.kv_rank + group.rope_dim
    if group.kind == "mla":
        return math.ceil(group.heads / stored.ranks) * (group.nope_dim + group.rope_dim + group.v_dim)
    return math.ceil(group.kv_heads / stored.ranks) * (group.head_dim + (group.v_dim or group.head_dim))


def channels(group: LayerGroup) -> int:
    """Channels of the short convolution of a linear layer."""
    keys, wide = group.key_heads * group.key_dim, group.value_heads * group.value_dim
    return _CHANNELS[group.form](keys, wide) if group.conv else 0


def _state(group: LayerGroup, stored: CacheFormat) -> float:
    own = math.ceil(group.value_heads / stored.ranks) / group.value_heads
    state = stored.state or (2 if group.form == "lightning" else 4)
    return own * (group.state_values * state + channels(group) * group.conv * stored.conv)


def _kept(group: LayerGroup, tokens: int, stored: CacheFormat) -> int:
    """Tokens that a layer keeps as they are."""
    if group.kind == "csa":
        return min(tokens, group.window)
    return min(tokens, group.window) if group.window and stored.windows else tokens


def _blocks(tokens: int, stored: CacheFormat) -> int:
    return math.ceil(tokens / stored.block) * stored.block


def _indexers(group: LayerGroup) -> int:
    return (group.index_layers or group.layers) if group.index_heads else 0


def _growth(group: LayerGroup, tokens: int, stored: CacheFormat) -> float:
    if group.part in ("encoder", "cross") or group.kind == "linear":
        return 0
    grows = 1 if _kept(group, tokens + 1, stored) > _kept(group, tokens, stored) else 0
    each = 1 / group.compress if group.compress else 0
    own = group.layers - group.shared_kv_layers
    found = own * values(group, stored) * stored.value * (grows + each)
    return found + _indexers(group) * group.index_dim * (stored.index or stored.value) * (each or 1)


_CHANNELS: Mapping[str, Callable[[int, int], int]] = MappingProxyType(
    {
        "gated-deltanet": lambda keys, wide: 2 * keys + wide,
        "kda": lambda keys, wide: 2 * keys + wide,
        "lightning": lambda keys, wide: 0,
        "mamba-2": lambda keys, wide: 2 * keys + wide,
        "mamba-1": lambda keys, wide: wide,
    }
)
