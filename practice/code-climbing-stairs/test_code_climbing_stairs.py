from judge import check, equal, peak, raises, steps

FIRST = [1, 1, 2, 3, 5, 8, 13, 21]


def test_first(mine):
    """前几项"""
    equal([mine.climb(n) for n in range(8)], FIRST, "climb(0) 到 climb(7)")


def test_negative(mine):
    """负数"""
    for name in ("climb", "climb_steps", "climb_fast"):
        raises(ValueError, lambda name=name: getattr(mine, name)(-1), f"{name}(-1)")


def test_linear(mine):
    """步数与 n 成正比"""
    few, many = steps(lambda: mine.climb(10)), steps(lambda: mine.climb(20))
    check(many < 4 * few + 50, f"n 从 10 到 20，走的步数从 {few} 到 {many}：同样的子问题算了很多遍")
    equal(mine.climb(90), 4660046610375530309, "climb(90)")


def test_constant_space(mine):
    """空间不随 n 增加"""
    used = peak(lambda: mine.climb(3000))
    check(used < 10_000, f"climb(3000) 用了 {used} 字节：只有前两项要留着")


def test_order_matters(mine):
    """次序不同算不同的走法"""
    equal(mine.climb_steps(3, (1, 2)), 3, "3 阶：1+1+1、1+2、2+1")
    equal(mine.climb_steps(4, (1, 3)), 3, "4 阶、步长 1、3：1+1+1+1、1+3、3+1")


def test_steps(mine):
    """任意步长"""
    equal([mine.climb_steps(n) for n in range(8)], FIRST, "步长 1、2 时的前 8 项")
    equal(mine.climb_steps(5, (1, 2, 3)), 13, "5 阶、步长 1、2、3")
    equal(mine.climb_steps(4, (2,)), 1, "4 阶、步长只有 2")
    equal(mine.climb_steps(3, (2,)), 0, "3 阶、步长只有 2（走不到）")
    equal(mine.climb_steps(2, (1, 5)), 1, "2 阶、步长 1、5（5 太大）")


def test_repeated_steps(mine):
    """重复的步长只算一次"""
    equal(mine.climb_steps(3, (1, 1, 2)), 3, "3 阶、步长写成 1、1、2")


def test_fast(mine):
    """快的写法结果相同，而且精确"""
    equal([mine.climb_fast(n) for n in range(8)], FIRST, "climb_fast(0) 到 climb_fast(7)")
    for n in (45, 71, 100, 300):
        equal(mine.climb_fast(n), mine.climb(n), f"climb_fast({n})（浮点数在这里不精确）")


def test_fast_is_logarithmic(mine):
    """乘法次数是 n 的对数"""
    few, many = steps(lambda: mine.climb_fast(2**8)), steps(lambda: mine.climb_fast(2**16))
    check(many < 3 * few, f"n 从 2⁸ 到 2¹⁶，走的步数从 {few} 到 {many}：应只随 log n 增加")
