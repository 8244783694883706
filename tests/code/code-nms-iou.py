"""手写 IoU 与 NMS：与数格子的面积和逐框的参考对拍。"""

from typing import Any

import numpy as np


def cells(box: Any) -> set[tuple[int, int]]:
    """The unit squares a box with whole-number corners covers."""
    x1, y1, x2, y2 = (int(v) for v in box)
    return {(x, y) for x in range(x1, x2) for y in range(y1, y2)}


def overlap(a: Any, b: Any) -> float:
    both, either = cells(a) & cells(b), cells(a) | cells(b)
    return len(both) / len(either) if either else 0.0


def reference(boxes: Any, scores: Any, classes: Any, threshold: float) -> list[int]:
    kept: list[int] = []
    for i in sorted(range(len(boxes)), key=lambda i: -scores[i]):
        if all(classes[i] != classes[j] or overlap(boxes[i], boxes[j]) <= threshold for j in kept):
            kept.append(i)
    return kept


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(22)
    for _ in range(15):
        n = int(rng.integers(1, 15))
        corner = rng.integers(-4, 6, size=(n, 2))
        boxes = np.concatenate([corner, corner + rng.integers(0, 7, size=(n, 2))], axis=1).astype(float)
        scores, classes = rng.permutation(n) / n, rng.integers(0, 3, n)
        expected = [[overlap(a, b) for b in boxes] for a in boxes]
        np.testing.assert_allclose(ns["iou"](boxes, boxes), expected)
        for threshold in (0.05, 0.35, 0.7):
            assert ns["nms"](boxes, scores, threshold) == reference(boxes, scores, np.zeros(n), threshold)
            assert ns["class_nms"](boxes, scores, classes, threshold) == reference(boxes, scores, classes, threshold)
        soft = ns["soft_nms"](boxes, scores, floor=-1.0)
        assert sorted(i for i, _ in soft) == list(range(n))
        done: list[int] = []
        for i, score in soft:  # each score has been lowered by all that went before it
            decay = np.exp(-sum(overlap(boxes[j], boxes[i]) ** 2 for j in done) / 0.5)
            np.testing.assert_allclose(score, scores[i] * decay)
            done.append(i)
