"""What a model needs where it answers: memory, requests at the same time, and the bounds of its speed.

A step takes the longer of what it reads and what it computes: the roofline (Williams, Waterman & Patterson 2009).
Sizes are in bytes, lengths in tokens, times in seconds. web/calc/serving.js is the same in JavaScript, and a test
compares the two.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from . import caches, training
from .caches import CacheFormat
from .shapes import Shape

MOST = 65536


@dataclass(frozen=True)
class Machine:
    """Cards that hold one copy of the model together."""

    memory: float  # bytes of one card
    cards: int = 1
    share: float = 0.9  # of the memory that the engine may take
    overhead: float = 2 * 2**30  # bytes of one card for the runtime, graphs and activations
    peak: float = 0  # operations a second of one card
    bandwidth: float = 0  # bytes a second of one card
    computing: float = 0.6  # share of the peak that matrix products reach
    reading: float = 0.8  # share of the bandwidth that reading reaches


@dataclass(frozen=True)
class WeightFormat:
    """How weights are kept: bytes per parameter of the matrices with their scales, and of everything else."""

    matrix: float = 2
    other: float = 2  # embeddings, output layer and norms


def weight_bytes(shape: Shape, held: WeightFormat) -> float:
    """Bytes of all weights."""
    parts = shape.components
    matrices = parts["attention"] + parts["dense"] + parts["routed"] + parts["shared"]
    return held.matrix * matrices + held.other * (shape.params - matrices)


def fit(
    shape: Shape, held: WeightFormat, stored: CacheFormat, machine: Machine, tokens: int, encoder: int = 0
) -> dict[str, float]:
    """What is left of the cards for caches, and how many sequences of so many tokens fit; 0 where the weights do not.

    `weights`, `free` and `sequence` are bytes of one card, `requests` sequences and `tokens` those of them all. Weights
    are divided evenly among the cards; caches as the heads are, so that some are held more than once.
    """
    weights = weight_bytes(shape, held) / machine.cards
    free = machine.memory * machine.share - machine.overhead - weights
    sequence = caches.sequence_bytes(shape, tokens, stored, encoder)
    fits = math.floor(free / sequence) if free > 0 and sequence else 0
    return {"weights": weights, "free": free, "sequence": sequence, "requests": fits, "tokens": fits * tokens}


def least_cards(
    shape: Shape, held: WeightFormat, stored: CacheFormat, machine: Machine, tokens: int, encoder: int = 0
) -> int:
    """How many cards, a power of two, hold the weights and one sequence; 0 for more than 64."""
    for cards in (1, 2, 4, 8, 16, 32, 64):
        more = Machine(machine.memory, cards, machine.share, machine.overhead)
        shared = CacheFormat(**(vars(stored) | {"ranks": cards}))
        if fit(shape, held, shared, more, tokens, encoder)["requests"] >= 1:
            return cards
    return 0


def read_bytes(shape: Shape, held: WeightFormat, batch: int) -> float:
    """Bytes of weights that one step of so many sequences reads: of the experts those that anybody chose.

    Experts are taken to be chosen evenly and independently: one is idle with (1 − active / total)^batch.
    """
    found = weight_bytes(shape, held) - held.other * (0 if shape.tied else shape.embedding_params)
    if shape.experts is None:
        return found
    idle = math.pow(1 - shape.experts.active / shape.experts.total, batch)
    return found - held.matrix * shape.components["routed"] * idle


def prefill(shape: Shape, machine: Machine, tokens: int) -> dict[str, float]:
    """Reading a prompt of so many tokens: `operations`, and the least `seconds`, bound by computing."""
    operations = (2 * shape.matrix_params + training.attention_flops(shape, tokens)) * tokens
    return {"operations": operations, "seconds": operations / (machine.cards * machine.peak * machine.computing)}


def decode(
    shape: Shape, held: WeightFormat, stored: CacheFormat, machine: Machine, tokens: int, batch: int
) -> dict[str, float]:
    """One step of so many sequences of that length: `bytes` and `operations` of all cards, and how long either takes.

    `reading` and `computing` are seconds, `step` the longer of them; `each` is tokens a second of one sequence, `all`
    of the whole batch.
    """
    cached = caches.sequence_bytes(shape, tokens, stored) * machine.cards
    moved = read_bytes(shape, held, batch) + batch * cached
    operations = batch * (2 * shape.matrix_params + _decode_attention(shape, tokens, stored))
    reading = moved / (machine.cards * machine.bandwidth * machine.reading)
    computing = operations / (machine.cards * machine.peak * machine.computing)
    step = max(reading, computing)
    return {
        "bytes": moved,
        "operations": operations,
        "reading": reading,
        "computing": computing,
        "step": step,
        "each": 1 / step,
        "all": batch / step,
    }


def crossing(shape: Shape, held: WeightFormat, stored: CacheFormat, machine: Machine, tokens: int) -> int:
    """The least number of sequences whose step computes for as long as it reads; 0 where none up to MOST does."""
    batch = 1
    while batch <= MOST:
        step = decode(shape, held, stored, machine, tokens, batch)
        if step["computing"] >= step["reading"]:
            return _first(shape, held, stored, machine, tokens, batch // 2, batch)
        batch *= 2
    return 0


def load(
    shape: Shape,
    held: WeightFormat,
    stored: CacheFormat,
    machine: Machine,
    given: int,
    written: int,
    rate: float,
    busy: float,
) -> dict[str, float]:
    """Cards for `rate` requests a second, each of `given` tokens read and `written` tokens written.

    Every copy of the model runs as many sequences at once as fit (`batch`); it is kept busy for a share of its time.
    `seconds` are those of a copy that one request takes up; all is 0 where not one sequence fits.
    """
    batch = min(int(fit(shape, held, stored, machine, given + written)["requests"]), MOST)
    if not batch:
        return {"batch": 0, "seconds": 0, "copies": 0, "cards": 0}
    step = decode(shape, held, stored, machine, given + math.floor(written / 2), batch)["step"]
    seconds = prefill(shape, machine, given)["seconds"] + written * step / batch
    copies = math.ceil(rate * seconds / busy)
    return {"batch": batch, "seconds": seconds, "copies": copies, "cards": copies * machine.cards}


def _first(
    shape: Shape, held: WeightFormat, stored: CacheFormat, machine: Machine, tokens: int, low: int, high: int
) -> int:
    while high - low > 1:
        middle = (low + high) // 2
        step = decode(shape, held, stored, machine, tokens, middle)
        if step["computing"] >= step["reading"]:
            high = middle
        else:
            low = middle
    return high


def _decode_attention(shape: Shape, tokens: int, stored: CacheFormat) -> float:
    """Operations of one new token on all that it looks at."""
    pairs = ((group.layers * training.pair_flops(group, stored.latent), group) for group in shape.groups)
    return sum(each * training.reach(group, tokens) for each, group in pairs)
