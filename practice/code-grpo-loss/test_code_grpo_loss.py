import numpy as np
from judge import check, frozen, same, slope

RNG = np.random.default_rng(0)
G, N = 4, 5
LOGP = frozen(-RNG.random((G, N)))
OLD, REF = (frozen(LOGP + RNG.normal(size=(G, N)) * 0.3) for _ in range(2))
ADV = frozen(RNG.normal(size=G))
MASK = frozen((np.arange(N) < np.array([5, 3, 1, 4])[:, None]).astype(float))


def test_advantages(mine):
    """组内优势"""
    got = mine.group_advantages(np.array([[1.0, 0, 0, 0], [1, 1, 1, 1], [1, 1, 0, 0]]))
    same(got[0], [1.7320, -0.5773, -0.5773, -0.5773], "奖励 [1, 0, 0, 0] 的优势（每题内减均值、除以标准差）", 1e-4)
    same(got[1], np.zeros(4), "全对的一题的优势（不能除以 0）")
    same(got[2], [1, 1, -1, -1], "奖励 [1, 1, 0, 0] 的优势", 1e-4)


def test_clip_cases(mine):
    """裁剪的四种情形"""
    for ratio, adv, value, grad in ((1.5, 1, 1.2, 0), (1.5, -1, -1.5, -1.5), (0.5, 1, 0.5, 0.5), (0.5, -1, -0.8, 0)):
        got = mine.ppo_clip(np.array([np.log(ratio)]), np.zeros(1), np.array([adv]))
        same(got[0], [value], f"比值 {ratio}、优势 {adv} 的目标（两项取小）")
        same(got[1], [grad], f"比值 {ratio}、优势 {adv} 的梯度")
    got = mine.ppo_clip(np.zeros(1), np.zeros(1), np.array([2.0]))
    same(got[1], [2.0], "比值是 1、优势 2 的梯度（首步就是策略梯度）")


def test_first_step(mine):
    """首步：损失 0，梯度不是 0"""
    adv = np.array([1.5, -0.5, -0.5, -0.5])
    loss, grad = mine.grpo_loss(LOGP, LOGP, LOGP, adv, np.ones((G, N)))
    same(loss, 0.0, "新旧、参考都相同，优势之和是 0 时的损失")
    same(
        grad,
        np.repeat(-adv[:, None] / N / G, N, axis=1),
        "这时的梯度（要取负：优势为正的 token，损失对它的梯度是负的）",
    )


def test_kl(mine):
    """k3"""
    logp, ref, none = np.array([[-1.0]]), np.array([[-1.5]]), np.zeros(1)
    loss, grad = mine.grpo_loss(logp, logp, ref, none, np.ones((1, 1)), beta=1.0)
    same(loss, np.exp(-0.5) + 0.5 - 1, "优势 0、beta 1、新策略 −1、参考 −1.5 时的损失（Δ 是参考减新策略）")
    same(grad, [[1 - np.exp(-0.5)]], "这时的梯度")


def test_mask(mine):
    """填充不影响"""
    for by_token in (False, True):
        loss, grad = mine.grpo_loss(LOGP, OLD, REF, ADV, MASK, by_token=by_token)
        check(not np.asarray(grad)[MASK == 0].any(), "填充处有梯度")
        dirty = [np.where(MASK > 0, one, -9.0) for one in (LOGP, OLD, REF)]
        same(
            mine.grpo_loss(*dirty, ADV, MASK, by_token=by_token)[0],
            loss,
            f"改了填充里的数以后的损失（by_token = {by_token}）",
        )


def test_means(mine):
    """两种平均"""
    zero, mask = np.zeros((2, 100)), np.array([[1.0] * 10 + [0] * 90, [1.0] * 100])
    share = [
        np.abs(mine.grpo_loss(zero, zero, zero, np.ones(2), mask, by_token=one)[1]).sum(axis=1) for one in (False, True)
    ]
    same(share[0], [0.5, 0.5], "10 个和 100 个 token 的两条、每条内先平均时，各条的权重")
    same(share[1], [10 / 110, 100 / 110], "10 个和 100 个 token 的两条、全部 token 平均时，各条的权重")


def test_values(mine, answer):
    """损失的值"""
    for by_token in (False, True):
        got, want = (one.grpo_loss(LOGP, OLD, REF, ADV, MASK, by_token=by_token)[0] for one in (mine, answer))
        same(got, want, f"随机的一组、by_token = {by_token} 的损失")


def test_gradient(mine):
    """梯度等于中心差分"""
    for by_token in (False, True):
        f = lambda z: mine.grpo_loss(z, OLD, REF, ADV, MASK, beta=0.3, by_token=by_token)  # noqa: B023, E731
        same(f(LOGP)[1], slope(lambda z: f(z)[0], LOGP), f"by_token = {by_token} 时梯度与中心差分", 1e-5)  # noqa: B023


def test_empty_answer(mine):
    """一条里没有有效 token"""
    mask = np.array(MASK)
    mask[2] = 0
    with np.errstate(all="ignore"):
        loss, grad = mine.grpo_loss(LOGP, OLD, REF, ADV, mask)
    check(np.isfinite(loss) and np.isfinite(grad).all(), "有一条没有有效 token 时出现 NaN")
