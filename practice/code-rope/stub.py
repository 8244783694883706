import numpy as np


def rope_tables(positions, d, base=10000.0):
    """positions: (s,)。返回 cos、sin，各 (s, d/2)。"""
    raise NotImplementedError


def rope(x, cos, sin):
    """x: (..., s, d)，前后半配对。"""
    raise NotImplementedError


def rope_adjacent(x, cos, sin):
    """x: (..., s, d)，相邻配对。"""
    raise NotImplementedError
