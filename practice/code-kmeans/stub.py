import numpy as np


def distances(x, c):
    """x: (n, d)，c: (k, d)。平方距离 (n, k)。"""
    raise NotImplementedError


def plus_plus(x, k, rng):
    """k-means++ 的起点 (k, d)。"""
    raise NotImplementedError


def kmeans(x, k, rng, start=None, most=300):
    """返回中心、标签、每轮分配后的目标。"""
    raise NotImplementedError
