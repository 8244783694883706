import numpy as np
from judge import check, equal, frozen, raises, same, slope

RNG = np.random.default_rng(0)
G, N = 4, 5
LOGP, ADV = frozen(-RNG.random((G, N))), frozen(RNG.normal(size=G))
OLD = frozen(LOGP + RNG.normal(size=(G, N)) * 0.3)
MASK = frozen((np.arange(N) < np.array([5, 3, 1, 4])[:, None]).astype(float))
DIFF = frozen([[4e-4, 2e-4, 0, 0], [2e-3, -1e-3, 1e-3, 0]])
SHORT, ZERO, UP = frozen([[1.0, 1, 0, 0], [1, 1, 1, 1]]), frozen(np.zeros((2, 4))), np.ones(2)


def test_first_step(mine):
    """首步"""
    loss, grad = mine.gspo_loss(LOGP, LOGP, ADV, MASK)
    same(loss, -ADV.mean(), "新旧相同时 GSPO 的损失（负的平均优势）")
    same(
        grad,
        -(ADV / MASK.sum(axis=1) / G)[:, None] * MASK,
        "新旧相同时 GSPO 的梯度（每个 token 分到 1/有效长度，再除以 G）",
    )
    _, grad = mine.dapo_loss(LOGP, LOGP, ADV, MASK)
    same(grad, -ADV[:, None] * MASK / MASK.sum(), "新旧相同时 DAPO 的梯度（除以全部有效 token 数）")


def test_clip_is_not_symmetric(mine):
    """DAPO：上下界不同"""
    for ratio, adv, value, grad in (
        (1.25, 1, 1.25, 1.25),
        (1.5, 1, 1.28, 0),
        (0.7, 1, 0.7, 0.7),
        (0.7, -1, -0.8, 0),
        (1.5, -1, -1.5, -1.5),
    ):
        got = mine.dapo_loss(np.array([[np.log(ratio)]]), np.zeros((1, 1)), np.array([adv]), np.ones((1, 1)))
        same(-np.asarray(got[0]), value, f"DAPO：比值 {ratio}、优势 {adv} 的目标（裁到 0.8 和 1.28，两项取小）")
        same(-np.asarray(got[1]), [[grad]], f"DAPO：比值 {ratio}、优势 {adv} 的梯度")


def test_one_ratio(mine):
    """GSPO：一条一个比"""
    loss, grad = mine.gspo_loss(DIFF, ZERO, UP, SHORT)
    same(
        loss,
        -(np.exp(3e-4) + 1.0004) / 2,
        "两条的对数比平均是 3e-4 和 5e-4 时的损失（先平均再取指数，填充不算；第二条被裁到 1.0004）",
        1e-8,
    )
    same(grad[1], np.zeros(4), "第二条被裁，整条的梯度")
    same(grad[0], [-np.exp(3e-4) / 4, -np.exp(3e-4) / 4, 0, 0], "第一条的梯度", 1e-8)


def test_lower_bound(mine):
    """GSPO：下界"""
    one = np.ones((1, 1))
    loss, grad = mine.gspo_loss(-1e-3 * one, 0 * one, np.array([-1.0]), one)
    same(loss, 1 - 3e-4, "比值约 0.999、优势 −1 时 GSPO 的损失（裁到 1 − 3e-4）", 1e-8)
    same(grad, 0 * one, "这时的梯度")


def test_long_answers(mine):
    """GSPO：长回答不爆炸"""
    n = 1000
    loss, _ = mine.gspo_loss(np.full((1, n), 1e-4), np.zeros((1, n)), np.array([-1.0]), np.ones((1, n)))
    same(loss, np.exp(1e-4), "1000 个 token、每个的对数比是 1e-4、优势 −1 时的损失（比值是 1.0001，不是 1.105）", 1e-8)


def test_tokens_weigh_the_same(mine):
    """DAPO：各 token 的权重相同"""
    _, grad = mine.dapo_loss(DIFF, ZERO, UP, SHORT)
    same(grad, -np.exp(DIFF) * SHORT / 6, "2 个和 4 个 token 的两条，各 token 的梯度（除以 6）")


def test_values(mine, answer):
    """值"""
    for name, options in (("gspo_loss", (0.05, 0.05)), ("dapo_loss", ())):
        got, want = (getattr(one, name)(LOGP, OLD, ADV, MASK, *options)[0] for one in (mine, answer))
        same(got, want, f"随机一组的 {name}")


def test_padding(mine):
    """填充不影响"""
    dirty = [np.where(MASK > 0, one, value) for one, value in ((LOGP, 3.0), (OLD, -3.0))]
    for name in ("gspo_loss", "dapo_loss"):
        loss, grad = getattr(mine, name)(LOGP, OLD, ADV, MASK)
        check(not np.asarray(grad)[MASK == 0].any(), f"{name} 在填充处有梯度")
        same(getattr(mine, name)(*dirty, ADV, MASK)[0], loss, f"改了填充里的数以后的 {name}")


def test_gradients(mine):
    """梯度等于中心差分"""
    for name, options in (("gspo_loss", (0.05, 0.05)), ("dapo_loss", ())):
        f = lambda z: getattr(mine, name)(z, OLD, ADV, MASK, *options)  # noqa: B023, E731
        same(f(LOGP)[1], slope(lambda z: f(z)[0], LOGP), f"{name} 的梯度与中心差分", 1e-5)  # noqa: B023


def test_micro_batches(mine):
    """DAPO：分小批累积"""
    whole = mine.dapo_loss(LOGP, OLD, ADV, MASK)[1]
    parts = [mine.dapo_loss(LOGP[s], OLD[s], ADV[s], MASK[s], total=MASK.sum())[1] for s in (slice(0, 2), slice(2, 4))]
    same(np.vstack(parts), whole, "分两个小批、传进整批的 total，接起来的梯度")


def test_overlong(mine):
    """超长软惩罚"""
    same(
        mine.overlong(np.array([100, 16384, 18432, 20480, 30000])),
        [0, 0, -0.5, -1, -1],
        "长度 100、16384、18432、20480、30000 的惩罚",
    )
    same(mine.overlong(np.array([6, 8]), 8, 4), [-0.5, -1], "limit 8、buffer 4 时，长度 6、8 的惩罚")


def scripted(*groups):
    left = list(groups)
    return lambda: left.pop(0)


def test_dynamic(mine):
    """动态采样"""
    none, some, every = ([False] * 4, [True, False, False, False], [True] * 4)
    groups = [(np.array(one), np.full(4, 100)) for one in (every, some, none, some, some)]
    adv, tried = mine.dynamic_batch(scripted(*groups), 2, 10)
    equal(int(tried), 4, "全对、有对有错、全错、有对有错，凑 2 组采了几组")
    same(adv, [[1.732049, -0.577350, -0.577350, -0.577350]] * 2, "留下的两组的优势", 1e-4)


def test_dynamic_looks_at_correctness(mine):
    """动态采样看对错，不看总奖励"""
    some = np.array([True, False, False, False])
    groups = [(np.zeros(4, dtype=bool), np.array([100, 20480, 30000, 18432])), (some, np.full(4, 100))]
    _, tried = mine.dynamic_batch(scripted(*groups), 1, 10)
    equal(int(tried), 2, "第一组全错、长度惩罚却不同，凑 1 组采了几组")


def test_dynamic_punishes_length(mine):
    """奖励里有长度惩罚"""
    group = np.array([True, True, False, False]), np.array([100, 20480, 100, 100])
    adv, _ = mine.dynamic_batch(scripted(group), 1, 10)
    r = np.array([1.0, 0.0, -1.0, -1.0])
    same(adv, [(r - r.mean()) / (r.std() + 1e-6)], "两对两错、其中一条对的到了上限时的优势")


def test_dynamic_gives_up(mine):
    """凑不满"""
    hopeless = lambda: (np.zeros(4, dtype=bool), np.arange(4) * 7000)  # noqa: E731
    raises(RuntimeError, lambda: mine.dynamic_batch(hopeless, 2, 30), "采了 30 组全是错的")
