from itertools import product

import numpy as np
from judge import check, equal, same

EOS = 0


def model(prefix):
    """A random model of three tokens, the same for the same prefix."""
    seed = sum((token + 1) * 7**place for place, token in enumerate(prefix))
    z = np.random.default_rng(seed).normal(size=3) * 1.5
    return z - np.log(np.exp(z).sum())


def table(rows):
    """A model that is written down; 0 where a probability is missing."""

    def log_probs(prefix):
        with np.errstate(divide="ignore"):
            return np.log(np.array(rows[prefix], dtype=float))

    return log_probs


def whole(alpha, longest):
    """The best of all finished sequences, all of them looked at."""
    every = [(*words, EOS) for n in range(longest) for words in product((1, 2), repeat=n)]
    score = lambda one: sum(model(one[:t])[one[t]] for t in range(len(one))) / ((5 + len(one)) / 6) ** alpha  # noqa: E731
    return max(((one, score(one)) for one in every), key=lambda pair: pair[1])


def found(mine, *given):
    with np.errstate(all="ignore"):
        sequence, score = mine.beam_search(*given)
    return tuple(int(token) for token in sequence), score


def test_penalty(mine):
    """长度惩罚"""
    same(mine.penalty(1, 0.6), 1.0, "长度 1 的 penalty")
    same(mine.penalty(7, 1.0), 2.0, "长度 7、alpha 1 的 penalty")
    same(mine.penalty(7, 0.0), 1.0, "alpha 0 的 penalty")


def test_greedy(mine):
    """k = 1、不惩罚就是贪心"""
    greedy = ()
    while len(greedy) < 4 and EOS not in greedy:
        greedy += (int(model(greedy).argmax()),)
    equal(found(mine, model, EOS, 1, 4, 0.0)[0], greedy, "k = 1 的结果")
    early = table({(): [0.4, 0.6, 0], (1,): [0.5, 0.3, 0.2]})
    equal(found(mine, early, EOS, 1, 2, 0.0)[0], (1, 0), "k = 1、eos 排第二时的结果（没有排进前 k 的 eos 不算写完）")


def test_wider_is_better(mine):
    """宽了能找到贪心错过的"""
    toy = table({(): [0.6, 0.4, 0], (0,): [0.5, 0.5, 0], (1,): [0.1, 0.9, 0]})
    sequence, score = found(mine, toy, 2, 2, 2, 0.0)
    equal(sequence, (1, 1), "两步、k = 2 的结果（0.4 × 0.9 比 0.6 × 0.5 大）")
    same(np.exp(score), 0.36, "它的概率")


def test_length_penalty(mine):
    """长度惩罚"""
    rows = {(): [0.4, 0.6, 0], (1,): [0.1, 0.9, 0], (1, 1): [0.6, 0.4, 0]}
    equal(found(mine, table(rows), EOS, 2, 3, 0.0)[0], (0,), "alpha = 0 的结果")
    equal(
        found(mine, table(rows), EOS, 2, 3, 2.0)[0],
        (1, 1, 0),
        "alpha = 2 的结果（除以 penalty 以后长的更好；有一条写完不能就停）",
    )


def test_finished_take_no_place(mine):
    """写完的不占名额"""
    rows = {
        (): [0.5, 0.3, 0.2],
        (1,): [0.02, 0.49, 0.49],
        (2,): [0.0, 0.0, 1.0],
        (2, 2): [1.0, 0.0, 0.0],
        (1, 1): [1.0, 0.0, 0.0],
        (1, 2): [1.0, 0.0, 0.0],
    }
    sequence, _ = found(mine, table(rows), EOS, 2, 3, 3.0)
    equal(sequence, (2, 2, 0), "k = 2、第一步就有一条写完时的结果（没写完的仍要有 2 条）")


def test_does_not_stop_too_early(mine):
    """没写完的还可能更好就不停"""
    later = {(): [0.55, 0.45, 0], (1,): [0, 1.0, 0], (1, 1): [1.0, 0, 0]}
    equal(
        found(mine, table(later), EOS, 1, 3, 2.0)[0],
        (1, 1, 0),
        "第一步就写完一条、没写完的除以最大长度的 penalty 还可能更好时的结果（停得太早）",
    )


def test_impossible(mine):
    """概率是 0 的接法不要"""
    only = table({(): [0.0, 1.0, 0.0], (1,): [0.0, 0.0, 1.0], (1, 2): [1.0, 0.0, 0.0]})
    sequence, score = found(mine, only, EOS, 3, 5, 0.6)
    equal(sequence, (1, 2, 0), "只有一条路走得通、k = 3 的结果")
    same(score, 0.0, "它的分数")


def test_exhaustive(mine):
    """k 够大就是穷举"""
    for alpha in (0.0, 0.6, 1.0, 3.0):
        want, score = whole(alpha, 4)
        sequence, got = found(mine, model, EOS, 81, 4, alpha)
        equal(sequence, want, f"k = 81、alpha = {alpha} 的结果（穷举）")
        same(got, score, f"alpha = {alpha} 的分数")


def test_unfinished(mine):
    """到最大长度也没有写完"""
    never = table({(): [0, 0.7, 0.3], (1,): [0, 0.4, 0.6], (2,): [0, 1.0, 0]})
    sequence, score = found(mine, never, EOS, 2, 2, 1.0)
    equal(sequence, (1, 2), "一条也没写完时的结果")
    same(score, np.log(0.42) / (7 / 6), "它归一后的分数")


def test_stops_early(mine):
    """不会再好就停"""
    asked = []

    def sure(prefix):
        asked.append(prefix)
        return np.log(np.array([0.98, 0.01, 0.01]))

    found(mine, sure, EOS, 1, 50, 0.6)
    check(len(asked) <= 3, f"第一步就写完、后面不会更好，却问了 {len(asked)} 次模型")


def test_each_prefix_is_asked_once(mine):
    """同一步里每个前缀只问一次"""
    asked = []

    def counted(prefix):
        asked.append(prefix)
        return model(prefix)

    found(mine, counted, EOS, 4, 6, 0.6)
    check(len(asked) == len(set(asked)), f"问了模型 {len(asked)} 次，其中不同的前缀只有 {len(set(asked))} 个")
    asked.clear()

    def endless(prefix):
        asked.append(prefix)
        return np.log(np.array([1e-9, 0.5, 0.5]))

    found(mine, endless, EOS, 2, 5, 0.6)
    check(len(asked) == 1 + 2 * 4, f"k = 2、写 5 步也不结束，问了 {len(asked)} 次模型，应是 9 次：没写完的要正好 2 条")
