import numpy as np


class CachedGQA:
    def __init__(self, W, a, g, max_len):
        """W: q (h, a·d)、k 与 v (h, g·d)、o (a·d, h)。"""
        raise NotImplementedError

    def __call__(self, x):
        """x: (q, h)，新来的 q 个位置。返回 (q, h)。"""
        raise NotImplementedError
