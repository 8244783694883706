import numpy as np
from judge import check, same


def stepped(mine, start, grads, steps=1, **options):
    params = {name: np.array(value, dtype=float) for name, value in start.items()}
    optimizer = mine.AdamW(params, **options)
    for _ in range(steps):
        optimizer.step({name: np.array(value, dtype=float) for name, value in grads.items()})
    return params


def test_in_place(mine):
    """原地更新"""
    got = stepped(mine, {"w": [1.0, -2.0]}, {"w": [0.5, 0.5]})
    check((got["w"] != [1.0, -2.0]).all(), "step 以后参数没有变：要改传进来的那个数组")


def test_first_step(mine):
    """第一步约等于 lr，与梯度的大小无关"""
    for size in (0.1, 100.0):
        got = stepped(mine, {"w": [1.0]}, {"w": [size]}, decay=0.0)
        same(got["w"], [0.999], f"梯度 {size}、不衰减时，走一步以后的参数（看看偏差修正和步数）", 1e-6)


def test_epsilon(mine):
    """eps 加在开方之后"""
    got = stepped(mine, {"w": [1.0]}, {"w": [1e-3]}, decay=0.0, lr=0.1, eps=1e-3)
    same(got["w"], [0.95], "梯度和 eps 都是 1e-3、lr 是 0.1 时，走一步以后的参数（eps 加在开方之后）", 1e-5)


def test_decay_alone(mine):
    """梯度为 0 时只衰减"""
    got = stepped(mine, {"w": [2.0], "b": [2.0]}, {"w": [0.0], "b": [0.0]}, lr=0.1, decay=0.1, skip=("b",))
    same(got["b"], [2.0], "skip 里的参数、梯度为 0 时，走一步以后")
    same(got["w"], [1.98], "lr 0.1、decay 0.1、梯度为 0 时，走一步以后的参数（衰减要乘 lr）")


def test_decay_is_decoupled(mine):
    """衰减不进梯度"""
    got = stepped(mine, {"w": [1.0, 1.0]}, {"w": [1.0, 100.0]}, lr=0.01, decay=0.5)
    same(got["w"], [0.985, 0.985], "梯度是 1 和 100、decay 0.5 时（放进梯度里会被除掉；衰减用更新前的参数）", 1e-5)


def test_two_parameters_do_not_share(mine):
    """每个参数有自己的动量"""
    alone = stepped(mine, {"w": [1.0]}, {"w": [1.0]}, steps=3)
    beside = stepped(mine, {"v": [1.0], "w": [1.0]}, {"v": [-5.0], "w": [1.0]}, steps=3)
    same(beside["w"], alone["w"], "旁边多一个参数时，三步以后的 w")


def test_many_steps(mine, answer):
    """多步，梯度在变"""
    rng = np.random.default_rng(0)
    start, grads = {"w": rng.normal(size=(3, 2)), "b": rng.normal(size=2)}, rng.normal(size=(20, 3, 2))
    params = [{name: value.copy() for name, value in start.items()} for _ in range(2)]
    options = {"lr": 0.05, "betas": (0.8, 0.95), "decay": 0.1, "skip": ("b",)}
    made = [one.AdamW(given, **options) for one, given in zip((mine, answer), params, strict=True)]
    for number, grad in enumerate(grads, 1):
        for one in made:
            one.step({"w": grad, "b": grad[0]})
        same(params[0]["w"], params[1]["w"], f"第 {number} 步以后的参数（betas 是 0.8 和 0.95）", 1e-8)
        same(params[0]["b"], params[1]["b"], f"第 {number} 步以后 skip 里的参数", 1e-8)


def test_gradients_stay(mine):
    """不改动梯度"""
    grad = np.array([1.0, 2.0])
    grad.setflags(write=False)
    mine.AdamW({"w": np.ones(2)}).step({"w": grad})


def test_converges(mine):
    """把二次函数降到底"""
    params = {"w": np.array([3.0, -5.0])}
    optimizer = mine.AdamW(params, lr=0.05, decay=0.0)
    for _ in range(2000):
        optimizer.step({"w": 2 * params["w"] * np.array([1.0, 100.0])})
    check(np.abs(params["w"]).max() < 1e-3, f"2000 步以后离最小值还有 {np.abs(params['w']).max():.3g}")
