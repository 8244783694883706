import numpy as np


class LoRALinear:
    def __init__(self, W0, r, alpha, rng):
        """W0: (n, m)。"""
        raise NotImplementedError

    def forward(self, x):
        """x: (b, n) → (b, m)"""
        raise NotImplementedError

    def backward(self, g):
        """g: (b, m)。返回 ({"A": (n, r), "B": (r, m)}, dx (b, n))。"""
        raise NotImplementedError

    def merge(self, on=True):
        """并进去，或拆出来。"""
        raise NotImplementedError
