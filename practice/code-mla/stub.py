import numpy as np


def rms(x):
    raise NotImplementedError


def rope(x, pos):
    """x: (..., n, r)；pos: (n,)。相邻配对。"""
    raise NotImplementedError


def softmax(z):
    raise NotImplementedError


class MLA:
    def __init__(self, W, a, r):
        """W: dq (h, d_q)、uq (d_q, a·(d+r))、dkv (h, d_c+r)、uk (a, d, d_c)、uv (a, d_v, d_c)、o (a·d_v, h)。"""
        raise NotImplementedError

    def __call__(self, x, absorb):
        """x: (n, h)，新来的位置。返回 (n, h)。"""
        raise NotImplementedError
