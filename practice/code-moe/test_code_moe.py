import numpy as np
from judge import check, frozen, same

N, H, E = 20, 6, 4
RNG = np.random.default_rng(0)
X, W_R, W = frozen(RNG.normal(size=(N, H))), frozen(RNG.normal(size=(H, E))), RNG.normal(size=(E, H, H))
EXPERTS = [lambda z, w=w: np.tanh(z @ w) for w in W]


def test_route(mine, answer):
    """路由"""
    got, want = mine.route(X, W_R, 2), answer.route(X, W_R, 2)
    same(got[0], want[0], "全部概率")
    same(got[0].sum(axis=1), np.ones(N), "每个 token 的概率之和")
    same(got[1], want[1], "选中的专家（概率最大的 2 个，从大到小）")
    same(got[2].sum(axis=1), np.ones(N), "选中的权重之和（要重新归一）")
    same(got[2], want[2], "选中的权重")


def test_route_large(mine):
    """路由的 logits 很大"""
    with np.errstate(all="ignore"):
        got = mine.route(X * 1000, W_R, 2)
    check(all(np.isfinite(one).all() for one in got), "路由的 logits 上千时出现 NaN：softmax 先减每行的最大值")


def test_one(mine):
    """k = 1"""
    probs = mine.route(X, W_R, 1)[0]
    y, _ = mine.moe(X, W_R, EXPERTS, 1)
    want = np.array([EXPERTS[e](X[i : i + 1])[0] for i, e in enumerate(probs.argmax(axis=1))])
    same(y, want, "k = 1 的输出（归一以后权重是 1）")


def test_all(mine):
    """k = E 是全体加权"""
    probs = mine.route(X, W_R, E)[0]
    same(
        mine.moe(X, W_R, EXPERTS, E)[0],
        sum(probs[:, [e]] * EXPERTS[e](X) for e in range(E)),
        "k = E 的输出（各专家按概率累加）",
    )


def test_two(mine, answer):
    """k = 2"""
    same(mine.moe(X, W_R, EXPERTS, 2)[0], answer.moe(X, W_R, EXPERTS, 2)[0], "k = 2 的输出")


def test_same_experts(mine):
    """专家都一样时等于稠密"""
    for k in (1, 2, 4):
        same(
            mine.moe(X, W_R, EXPERTS[:1] * E, k)[0],
            EXPERTS[0](X),
            f"专家都一样、k = {k} 的输出（输出的尺度不该随 k 变）",
        )


def test_order(mine):
    """打乱 token，输出跟着打乱"""
    order = RNG.permutation(N)
    same(mine.moe(X[order], W_R, EXPERTS, 2)[0], mine.moe(X, W_R, EXPERTS, 2)[0][order], "打乱 token 以后的输出")


def test_work(mine):
    """只算选了它的 token"""
    seen = {}

    def watched(e):
        def expert(z):
            seen.setdefault(e, []).append(len(z))
            return EXPERTS[e](z)

        return expert

    mine.moe(X, W_R, [watched(e) for e in range(E)], 2)
    total = sum(map(sum, seen.values()))
    check(total == 2 * N, f"{N} 个 token、k = 2，专家一共算了 {total} 个，应是 {2 * N} 个")
    check(
        all(len(calls) == 1 for calls in seen.values()),
        f"各专家调用了 {[len(one) for one in seen.values()]} 次：应各至多一次，一次算完选了它的",
    )
    seen.clear()
    lonely = np.zeros((H, E))
    lonely[:, 0] = 1
    mine.moe(np.abs(X), lonely, [watched(e) for e in range(E)], 1)
    check(set(seen) == {0}, f"全都选了第 0 个专家，却调用了 {sorted(seen)}：没有人选的不调用")


def test_balance(mine):
    """均衡损失"""
    probs = np.array([[0.8, 0.2], [0.6, 0.4], [0.3, 0.7]])
    same(mine.balance_loss(probs, probs.argmax(axis=1)[:, None]), 1.0444444, "算例的均衡损失", 1e-5)
    even = np.full((8, 4), 0.25)
    same(mine.balance_loss(even, np.arange(8)[:, None] % 4), 1.0, "完全均匀时（乘专家数）")
    same(mine.balance_loss(np.eye(4)[[0] * 8], np.zeros((8, 1), dtype=int)), 4.0, "全挤在第 0 个专家时")
    same(mine.balance_loss(np.eye(4)[[1] * 8], np.ones((8, 1), dtype=int)), 4.0, "全挤在第 1 个专家时")
    pairs = np.stack([np.arange(8) % 4, (np.arange(8) + 1) % 4], axis=1)
    same(mine.balance_loss(even, pairs), 1.0, "k = 2、完全均匀时（比例除以 n·k）")


def test_loss_of_the_layer(mine, answer):
    """moe 返回的均衡损失"""
    same(mine.moe(X, W_R, EXPERTS, 2)[1], answer.moe(X, W_R, EXPERTS, 2)[1], "moe 返回的均衡损失")
