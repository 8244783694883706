import numpy as np


def init(n, h, C, rng):
    raise NotImplementedError


def loss_and_grads(p, X, y):
    """X: (b, n)；y: (b,) 的类别号。返回平均损失与梯度的字典。"""
    raise NotImplementedError


def train(p, X, y, lr=0.5, steps=500):
    raise NotImplementedError


def logistic_step(w, X, y, lr):
    """w: (n,)；y 取 0 或 1。返回新的 w 与更新前的损失。"""
    raise NotImplementedError
