import numpy as np


def penalty(length, alpha):
    """长度惩罚。"""
    raise NotImplementedError


def beam_search(log_probs, eos, k, max_len, alpha=0.6):
    """log_probs(前缀元组) 返回 (V,) 的对数概率。返回最好的序列（元组）与归一后的分数。"""
    raise NotImplementedError
