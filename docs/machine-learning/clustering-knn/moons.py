import numpy as np
from answerbook.drawing.canvas import Figure

rng = np.random.default_rng(3)
turn = np.linspace(0, np.pi, 34)
upper = np.stack([np.cos(turn), np.sin(turn)], axis=1)
lower = np.stack([1 - np.cos(turn), 0.42 - np.sin(turn)], axis=1)
points = np.concatenate([upper, lower]) + rng.normal(size=(68, 2)) * 0.05
points = np.concatenate([points, [[-1.1, -0.5], [2.1, 0.95], [0.45, -1.0]]])


def kmeans(centres: np.ndarray) -> np.ndarray:
    for _ in range(50):
        label = ((points[:, None] - centres) ** 2).sum(axis=2).argmin(axis=1)
        centres = np.array([points[label == j].mean(axis=0) for j in range(2)])
    return label


def dbscan(eps: float, least: int) -> np.ndarray:
    near = ((points[:, None] - points) ** 2).sum(axis=2) <= eps**2
    core, label, name = near.sum(axis=1) >= least, np.full(len(points), -1), 0
    for i in np.flatnonzero(core):
        if label[i] < 0:
            stack = [i]
            while stack:
                j = stack.pop()
                if label[j] < 0:
                    label[j] = name
                    stack += list(np.flatnonzero(near[j])) if core[j] else []
            name += 1
    return label


f = Figure(
    480,
    270,
    "两弯月牙：k-means 一刀切开，DBSCAN 顺着走",
    "同样的点，两弯交错的月牙，外加三个离群点。左边 k-means 分成左右两半，两弯都被切断，离群点也归了簇；右边 DBSCAN 各认出一弯，三个离群点是空心的，标为噪声。",
)
for left, name, label in (
    (12, "k-means，k = 2", kmeans(points[[0, 67]])),
    (252, "DBSCAN", dbscan(0.3, 4)),
):
    f.text(left + 108, 24, name, anchor="middle", bold=True)
    for (x, y), which in zip(points, label, strict=True):
        at = (left + 14 + 188 * (x + 1.2) / 3.4, 210 - 150 * (y + 1.1) / 2.3)
        f.dot(*at, ("weight", "data")[which] if which >= 0 else "accent", 4, empty=bool(which < 0))
f.text(120, 250, "离群点也归了簇", "muted", anchor="middle")
f.text(360, 250, "空心的是噪声", "accent", anchor="middle")
f.save(__file__)
