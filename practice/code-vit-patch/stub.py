import numpy as np


def patchify(x, P):
    """(b, C, H, W) → (b, N, C·P·P)"""
    raise NotImplementedError


def unpatchify(tokens, P, C, H, W):
    """(b, N, C·P·P) → (b, C, H, W)"""
    raise NotImplementedError


def embed(x, P, kernel, bias, cls, pos):
    """kernel: (h, C, P, P)；cls: (h,)；pos: (N+1, h)。返回 (b, N+1, h)。"""
    raise NotImplementedError


def random_mask(z, keep, rng):
    """z: (b, N, h)。返回留下的、掩码（1 是遮住）、还原次序的下标。"""
    raise NotImplementedError
