import numpy as np


def average_ranks(scores):
    """升序名次，从 1 起，并列取平均。"""
    raise NotImplementedError


def auc(scores, labels):
    raise NotImplementedError


def gauc(scores, labels, users):
    raise NotImplementedError
