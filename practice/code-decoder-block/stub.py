import numpy as np


def rms_norm(x, gain, eps=1e-5):
    raise NotImplementedError


def rope(x, base=10000.0):
    """x: (..., s, d)，前后半配对。"""
    raise NotImplementedError


def attention(x, p, a, g):
    """x: (s, h)；a 个查询头，g 个键值头。"""
    raise NotImplementedError


def ffn(x, p):
    raise NotImplementedError


def decoder_block(x, p, a, g):
    raise NotImplementedError
