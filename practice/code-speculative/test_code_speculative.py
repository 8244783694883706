import numpy as np
from judge import check, equal, same

V = 3
P_ONE, Q_ONE = np.array([0.6, 0.3, 0.1]), np.array([0.3, 0.6, 0.1])


def flat(p):
    return lambda ids: np.tile(p, (len(ids), 1))


def markov(seed):
    """The next token depends on the last two."""
    table = np.random.default_rng(seed).dirichlet(np.ones(V), size=(V, V))
    return table, lambda ids: table[[0, *ids[:-1]], ids]


def counted(model):
    calls = []

    def asked(ids):
        calls.append(list(ids))
        return model(ids)

    return asked, calls


def shares(mine, target, draft, ids, gamma, runs=20_000, seed=0):
    """How often each first token comes."""
    rng = np.random.default_rng(seed)
    first = [mine.one_round(target, draft, list(ids), gamma, rng)[0] for _ in range(runs)]
    return np.bincount(first, minlength=V) / runs


def test_sample(mine):
    """按分布抽"""
    rng = np.random.default_rng(0)
    got = [mine.sample(np.array([1.0, 0.0, 3.0]), rng) for _ in range(8000)]
    same(np.bincount(got, minlength=3) / 8000, [0.25, 0, 0.75], "p = [1, 0, 3] 抽 8000 次的频率（和可以不是 1）", 0.02)


def test_same_models(mine):
    """草稿与大模型相同"""
    _, model = markov(1)
    rng = np.random.default_rng(0)
    ids = [0, 1]
    for gamma in (1, 4):
        got = mine.one_round(model, model, ids, gamma, rng)
        check(
            len(got) == gamma + 1,
            f"草稿与大模型相同、gamma = {gamma}，接上了 {len(got)} 个，应是 {gamma + 1} 个：全接受，再白得一个",
        )
    equal(ids, [0, 1], "一轮以后，外面的 ids")


def test_one_forward(mine):
    """大模型只前向一次"""
    (_, target), (_, draft) = markov(1), markov(2)
    (target, calls), (draft, drafts) = counted(target), counted(draft)
    mine.one_round(target, draft, [0, 1], 4, np.random.default_rng(0))
    check(len(calls) == 1, f"一轮里大模型前向了 {len(calls)} 次，应是 1 次")
    check(len(drafts) == 4, f"gamma = 4，草稿前向了 {len(drafts)} 次，应是 4 次")
    check(len(calls[0]) == 6, f"大模型看了 {len(calls[0])} 个 token，应是 2 个已有的加 4 个草稿")


def test_first_token(mine):
    """第一个 token 的分布"""
    got = shares(mine, flat(P_ONE), flat(Q_ONE), [0], 1)
    same(got, P_ONE, "p = [0.6, 0.3, 0.1]、q = [0.3, 0.6, 0.1] 时第一个 token 的频率（应与大模型的 p 相同）", 0.015)


def test_rejected(mine):
    """拒绝以后抽什么"""
    p, q = np.array([0.5, 0.5, 0.0]), np.array([0.0, 0.5, 0.5])
    got = shares(mine, flat(p), flat(q), [0], 1, runs=4000)
    check(got[2] == 0, "大模型概率是 0 的 token 也出现了：拒绝以后不能留着草稿的")
    same(got, p, "p = [0.5, 0.5, 0]、q = [0, 0.5, 0.5] 时的频率（拒绝以后从 p 比 q 多出来的那部分抽）", 0.03)


def test_joint(mine):
    """几个 token 的联合分布"""
    (table, target), (_, draft) = markov(1), markov(2)
    exact = np.einsum("i,ij->ij", table[0, 1], table[1])
    for gamma, hint in ((1, "全接受时白得的那个从哪一行抽"), (2, "第几行检查第几个草稿")):
        rng, counts, runs = np.random.default_rng(3), np.zeros((V, V)), 10_000
        for _ in range(runs):
            ids = [0, 1]
            while len(ids) < 4:
                ids += mine.one_round(target, draft, ids, gamma, rng)
            counts[ids[2], ids[3]] += 1
        same(counts / runs, exact, f"gamma = {gamma}、前文 [0, 1]，接下来两个 token 的联合频率（看看{hint}）", 0.018)


def test_accepted(mine):
    """平均接上几个"""
    p, q, rng = np.array([0.6, 0.3, 0.1]), np.array([0.4, 0.5, 0.1]), np.random.default_rng(0)
    mean = np.mean([len(mine.one_round(flat(p), flat(q), [0], 4, rng)) for _ in range(10_000)])
    check(abs(mean - 3.36) < 0.06, f"接受率 0.8、gamma = 4，平均接上 {mean:.2f} 个，应约为 3.36 个")


def test_long_output(mine):
    """只看末尾几行"""
    _, model = markov(1)
    got = mine.one_round(model, model, [0, 1, 2, 0, 1, 2], 2, np.random.default_rng(0))
    check(
        len(got) == 3,
        f"前文有 6 个、草稿与大模型相同、gamma = 2，接上了 {len(got)} 个，应是 3 个：大模型返回的行里，只有末尾 gamma + 1 行有用",
    )


def test_greedy(mine):
    """贪心的一轮"""
    target = lambda ids: np.eye(5)[[(one + 1) % 5 for one in ids]]  # noqa: E731
    equal(
        [int(one) for one in mine.greedy_round(target, [0, 1, 2, 3], 3)],
        [1, 2, 3, 4],
        "草稿全对，接上的（再加大模型的一个）",
    )
    equal(
        [int(one) for one in mine.greedy_round(target, [0, 1, 4, 3], 3)],
        [1, 2],
        "草稿第二个错，接上的（对的一个和大模型自己的）",
    )
    equal([int(one) for one in mine.greedy_round(target, [0, 3, 4, 0], 3)], [1], "草稿第一个就错，接上的")


def test_greedy_is_the_same(mine):
    """贪心与只用大模型逐字相同"""
    (_, target), (_, draft) = markov(1), markov(2)
    plain, got = [0], [0]
    for _ in range(12):
        plain.append(int(target(plain)[-1].argmax()))
    while len(got) < 13:
        guess = list(got)
        for _ in range(3):
            guess.append(int(draft(guess)[-1].argmax()))
        got += [int(one) for one in mine.greedy_round(target, guess, 3)]
    equal(got[:13], plain, "12 个 token")
