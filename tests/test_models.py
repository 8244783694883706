"""The table of models: it can be read, its configurations add up, and the arithmetic of the book agrees with it."""

from __future__ import annotations

from datetime import date

import pytest
from answerbook.arithmetic import sizes
from answerbook.arithmetic.shapes import LayerGroup
from answerbook.content import models

from tests import pages_code

MODELS, PROBLEMS = models.read(pages_code.DOCS / models.FILE, models.FILE, pages_code.DOCS)
# Shapes of the arithmetic whose row has another name.
_NAMES = {
    "gpt2": "gpt-2",
    "gpt2_medium": "gpt-2-medium",
    "gpt2_large": "gpt-2-large",
    "gpt2_xl": "gpt-2-xl",
    "gpt3_175b": "gpt-3",
    "llama2_7b": "llama-2-7b",
    "llama2_13b": "llama-2-13b",
    "llama2_70b": "llama-2-70b",
    "llama3_8b": "llama-3-8b",
    "llama3_70b": "llama-3-70b",
    "llama3_405b": "llama-3.1-405b",
    "qwen2_5_0_5b": "qwen2.5-0.5b",
    "qwen2_5_1_5b": "qwen2.5-1.5b",
    "qwen2_5_7b": "qwen2.5-7b",
    "qwen2_5_72b": "qwen2.5-72b",
    "qwen3_0_6b": "qwen3-0.6b",
}
SHAPES = {name: shape for name, shape in vars(sizes).items() if isinstance(shape, sizes.DenseTransformer)}


def test_the_table_is_sound_and_large() -> None:
    assert not PROBLEMS
    assert len(MODELS) >= 60
    assert sum(model.shape is not None for model in MODELS.values()) >= 60


def test_every_count_that_is_far_from_the_statement_has_a_reason() -> None:
    """The reader says so too; here the numbers are seen."""
    far = {
        model.id: model.shape.params / model.stated
        for model in MODELS.values()
        if model.shape is not None and model.params and not 0.95 <= model.shape.params / model.stated <= 1.05
    }
    assert far
    assert [id for id in far if not MODELS[id].difference] == []


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_the_arithmetic_has_the_shapes_of_the_table(name: str) -> None:
    shape, row = SHAPES[name], MODELS[_NAMES.get(name, name.replace("_", "-"))]
    seen = (row.layers, row.hidden, row.heads, row.kv_heads, row.head_dim, row.ffn, row.vocab)
    assert seen == (shape.layers, shape.hidden, shape.heads, shape.groups, shape.d_k, shape.ffn, shape.vocab)
    assert row.shape is not None
    assert row.shape.gated == shape.gated
    assert row.shape.tied == shape.tied or not shape.lm_head
    # The table counts no pooler and no norm of heads or embeddings.
    assert row.shape.params == pytest.approx(shape.params, rel=0.006)
    assert sum(group.layers * group.cached_values for group in row.groups) == sizes.kv_cache_bytes(shape, 1) / 2


@pytest.mark.parametrize(
    ("group", "cached", "state"),
    [
        (LayerGroup(10, "gqa", 32, 8, 128), 2 * 8 * 128, 0),
        (LayerGroup(10, "gqa", 64, 4, 192, v_dim=128), 4 * (192 + 128), 0),
        (LayerGroup(61, "mla", 128, kv_rank=512, rope_dim=64, nope_dim=128, v_dim=128), 576, 0),
        (LayerGroup(30, "csa", 128, 1, 512, compress=4), 128, 0),
        (LayerGroup(64, "gqa", 80, 8, 80, shared_kv_layers=32), 8 * 80, 0),
        (LayerGroup(36, "linear", form="gated-deltanet", key_heads=16, key_dim=128, value_heads=32, value_dim=128),
         0, 32 * 128 * 128),
    ],
)  # fmt: skip
def test_what_a_token_leaves_behind(group: LayerGroup, cached: float, state: int) -> None:
    assert (group.cached_values, group.state_values) == (cached, state)


def test_rows_grow_old() -> None:
    assert not models.older_than(MODELS, date(2026, 11, 29), 60)
    assert len(models.older_than(MODELS, date(2027, 3, 1), 60)) == len(MODELS)
