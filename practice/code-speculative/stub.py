import numpy as np


def sample(p, rng):
    """按 p（和可以不是 1）抽一个下标。"""
    raise NotImplementedError


def one_round(target, draft, ids, gamma, rng):
    """target、draft：ids → (新位置数, V) 的分布。返回这一轮接上的 token。"""
    raise NotImplementedError


def greedy_round(target, guess, gamma):
    """guess 的末 gamma 个是草稿；返回接上的 token。"""
    raise NotImplementedError
