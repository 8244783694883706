import numpy as np


def route(x, W_r, k):
    """x: (n, h)。返回全部概率 (n, E)、选中的专家 (n, k)、归一后的权重 (n, k)。"""
    raise NotImplementedError


def moe(x, W_r, experts, k):
    """experts: E 个函数。返回输出 (n, h) 与均衡损失。"""
    raise NotImplementedError


def balance_loss(probs, chosen):
    raise NotImplementedError
