"""One arithmetic in two languages: Python and JavaScript give the same for every model."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest
from answerbook.arithmetic import caches, serving, texts, training
from answerbook.arithmetic.shapes import Shape

from tests.calc_runs import SHAPES, in_javascript

LENGTHS = (1, 2, 127, 129, 1000, 4096, 8192, 131072, 1048576)


def same(ours: Any, theirs: Any) -> bool:
    """Equal, or so near that only the order of operations can differ."""
    if isinstance(ours, dict):
        return ours.keys() == theirs.keys() and all(same(ours[name], theirs[name]) for name in ours)
    return bool(ours == theirs or ours == pytest.approx(theirs, rel=1e-12))


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
