import numpy as np
from judge import check, equal, frozen, same

BOXES = frozen([[0, 0, 2, 2], [0, 0, 2, 1.8], [1, 1, 3, 3]])
SCORES = frozen([0.9, 0.8, 0.7])


def numbers(found):
    return [int(one) for one in found]


def test_iou(mine):
    """IoU"""
    got = mine.iou(BOXES, BOXES)
    check(np.shape(got) == (3, 3), f"形状是 {np.shape(got)}，应是 (n, m)，即 (3, 3)")
    same(got[0, 1], 0.9, "[0, 0, 2, 2] 与 [0, 0, 2, 1.8] 的 IoU（并集要减去交集）")
    wide = mine.iou(np.array([[0.0, 1, 4, 3]]), np.array([[2.0, 0, 6, 2]]))
    same(wide, [[1 / 7]], "[0, 1, 4, 3] 与 [2, 0, 6, 2] 的 IoU（宽是 x2 − x1，高是 y2 − y1）")
    same(np.diagonal(got), np.ones(3), "自己与自己的 IoU")
    same(got[0, 2], 1 / 7, "[0, 0, 2, 2] 与 [1, 1, 3, 3] 的 IoU")
    same(mine.iou(BOXES[:1], BOXES), got[:1], "1 个框对 3 个框")
    same(mine.iou(BOXES[:1], np.array([[0.5, 0.5, 1.5, 1.5]])), [[0.25]], "里面套着的框")


def test_apart(mine):
    """不相交"""
    same(mine.iou(BOXES[:1], np.array([[5.0, 0, 6, 2]])), [[0.0]], "左右分开的两个框的 IoU")
    same(mine.iou(BOXES[:1], np.array([[5.0, 5, 6, 6]])), [[0.0]], "两个方向都分开的两个框的 IoU（负乘负会得正）")
    same(mine.iou(BOXES[:1], np.array([[2.0, 0, 4, 2]])), [[0.0]], "只有边挨着的两个框的 IoU")


def test_no_area(mine):
    """没有面积"""
    with np.errstate(all="ignore"):
        got = mine.iou(np.zeros((1, 4)), np.zeros((1, 4)))
    same(got, [[0.0]], "两个都是一个点的框的 IoU")


def test_nms(mine):
    """NMS"""
    equal(numbers(mine.nms(BOXES, SCORES, 0.5)), [0, 2], "阈值 0.5 留下的")
    equal(numbers(mine.nms(BOXES, SCORES, 0.95)), [0, 1, 2], "阈值 0.95 留下的")
    equal(numbers(mine.nms(BOXES, SCORES, 0.1)), [0], "阈值 0.1 留下的")
    equal(numbers(mine.nms(np.zeros((0, 4)), np.zeros(0), 0.5)), [], "没有框时留下的")


def test_threshold(mine):
    """IoU 等于阈值的留下"""
    equal(
        numbers(mine.nms(np.array([[0.0, 0, 2, 2], [0, 0, 2, 1]]), np.array([0.9, 0.8]), 0.5)),
        [0, 1],
        "IoU 正好是阈值 0.5 时留下的（大于才去掉）",
    )


def test_order(mine):
    """按分的次序"""
    equal(numbers(mine.nms(BOXES, SCORES[::-1], 0.5)), [2, 1], "分倒过来以后留下的（返回原来的下标，分高的在前）")


def test_suppressed_do_not_suppress(mine):
    """被去掉的不再压制别人"""
    row = np.array([[0.0, 0, 10, 1], [4, 0, 14, 1], [8, 0, 18, 1]])
    equal(
        numbers(mine.nms(row, np.array([0.9, 0.8, 0.7]), 0.3)),
        [0, 2],
        "三个框依次重叠，第二个被第一个去掉以后，第三个应留下",
    )


def test_classes(mine):
    """每类各做各的"""
    equal(
        numbers(mine.class_nms(BOXES, SCORES, np.array([0, 1, 0]), 0.1)),
        [0, 1],
        "第 0、2 个是一类、第 1 个是另一类，阈值 0.1 留下的",
    )
    equal(numbers(mine.class_nms(BOXES, SCORES, np.zeros(3, dtype=int), 0.5)), [0, 2], "都是一类时留下的")
    negative = np.array([[-5.0, -5, -1, -1], [-5, -5, -1, -1], [1, 1, 5, 5], [1, 1, 5, 5]])
    got = numbers(mine.class_nms(negative, np.array([0.9, 0.8, 0.7, 0.6]), np.array([0, 1, 0, 1]), 0.0))
    equal(got, [0, 1, 2, 3], "坐标有负的、两类各两个不相交的框、阈值 0 时留下的（平移的距离要够大）")
    equal(numbers(mine.class_nms(np.zeros((0, 4)), np.zeros(0), np.zeros(0, dtype=int), 0.5)), [], "没有框时留下的")


def test_soft(mine):
    """Soft-NMS"""
    found = mine.soft_nms(BOXES, SCORES)
    equal(numbers(one for one, _ in found), [0, 2, 1], "取出的次序（每次重新找最高的）")
    want = [0.9, 0.7 * np.exp(-((1 / 7) ** 2) / 0.5), 0]
    same([score for _, score in found][:2], want[:2], "前两个取出时的分（乘 exp(−IoU² / sigma)）")
    second = 0.8 * np.exp(-(0.9**2) / 0.5) * np.exp(-(mine.iou(BOXES[1:2], BOXES[2:])[0, 0] ** 2) / 0.5)
    same(found[2][1], second, "第三个的分（前两个各降了一次）")


def test_soft_floor(mine):
    """Soft-NMS 的下限"""
    equal(numbers(one for one, _ in mine.soft_nms(BOXES, SCORES, 0.5, 0.2)), [0, 2], "下限 0.2 时取出的")


def test_scores_stay(mine):
    """不改动传进来的分"""
    scores = np.array(SCORES)
    mine.soft_nms(np.array(BOXES), scores)
    same(scores, SCORES, "soft_nms 以后，外面的 scores")
