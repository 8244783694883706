import numpy as np


def mha(x, W_Q, W_K, W_V, W_O, a, allowed=None):
    """x: (b, s, h)。返回 (y, weights)：(b, s, h) 和 (b, a, s, s)。"""
    raise NotImplementedError
