import numpy as np


def iou(a, b):
    """a: (n, 4)，b: (m, 4)。返回 (n, m)。"""
    raise NotImplementedError


def nms(boxes, scores, threshold):
    """返回留下的下标，分高的在前。"""
    raise NotImplementedError


def class_nms(boxes, scores, classes, threshold):
    raise NotImplementedError


def soft_nms(boxes, scores, sigma=0.5, floor=1e-3):
    """返回 [(下标, 分), …]。"""
    raise NotImplementedError
