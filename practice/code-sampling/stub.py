import numpy as np


def filtered_probs(logits, temperature=1.0, top_k=0, top_p=1.0):
    """logits: (b, V)。返回截断并重新归一的概率 (b, V)。"""
    raise NotImplementedError


def sample(logits, rng, temperature=1.0, **cut):
    """每行抽一个词表下标，返回 (b,)；温度为 0 取最大。"""
    raise NotImplementedError
