"""How a reader's code is judged: what differs is said in a sentence; the solution is not."""

from __future__ import annotations

import importlib.util
import sys
import traceback
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import numpy as np

MINE, ANSWER = "mine.py", "answer.py"
# One that takes more steps than this is not on its way to an end.
_MANY_STEPS = 2_000_000


class DifferenceError(AssertionError):
    """The code does something else than the task asks for; the text says what."""


class Mine:
    """The reader's module: a name that is missing is said, not raised."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        if not hasattr(self._module, name):
            raise DifferenceError(f"{MINE} 里没有 {name}；名字和参数请照 task.md 写")
        return getattr(self._module, name)


def load(path: Path) -> ModuleType:
    """A module from its file, new each time."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def check(holds: Any, otherwise: str) -> None:
    """What has to hold, and what to say where it does not."""
    if not holds:
        raise DifferenceError(otherwise)


def same(got: Any, want: Any, what: str, tolerance: float = 1e-6) -> None:
    """Two values of numbers, alike in shape and within the tolerance (of 1, or of the value where that is larger)."""
    if got is None:
        raise DifferenceError(f"{what}：返回了 None，是不是忘了 return")
    try:
        mine, theirs = _array(got), _array(want)
    except (TypeError, ValueError) as error:
        raise DifferenceError(f"{what}：返回的 {type(got).__name__} 不能当作数组（{error}）") from error
    check(mine.shape == theirs.shape, f"{what}：形状是 {mine.shape}，应是 {theirs.shape}")
    if np.isnan(mine).any() and not np.isnan(theirs).any():
        raise DifferenceError(f"{what}：有 {int(np.isnan(mine).sum())} 个 NaN")
    near = np.isclose(mine, theirs, rtol=tolerance, atol=tolerance, equal_nan=True)
    if near.all():
        return
    if not mine.shape:
        raise DifferenceError(f"{what}：是 {_said(mine)}，应是 {_said(theirs)}")
    place = tuple(int(one) for one in np.argwhere(~near)[0])
    where = f"第 {list(place)} 个是 {_said(mine[place])}，应是 {_said(theirs[place])}"
    raise DifferenceError(f"{what}：{where}（{near.size} 个里有 {int((~near).sum())} 个不同）")


def equal(got: Any, want: Any, what: str) -> None:
    """Two values that are not numbers: lists of bytes, indices, texts."""
    check(got == want, f"{what}：得到 {got!r}，应是 {want!r}")


def raises(kind: type[Exception], call: Callable[[], Any], what: str) -> None:
    """The call refuses with this kind of error."""
    try:
        call()
    except kind:
        return
    raise DifferenceError(f"{what}：应抛出 {kind.__name__}，却照样返回了")


def slope(f: Callable[[np.ndarray], float], at: np.ndarray, step: float = 1e-5) -> np.ndarray:
    """The gradient of f by central differences, in the shape of `at`."""
    found = np.zeros(at.shape)
    for place in np.ndindex(at.shape):
        sides = []
        for sign in (1, -1):
            moved = at.astype(float).copy()
            moved[place] += sign * step
            sides.append(float(f(moved)))
        found[place] = (sides[0] - sides[1]) / (2 * step)
    return found


def frozen(array: Any) -> np.ndarray:
    """A copy that nobody can write into."""
    copy = np.array(array)
    copy.setflags(write=False)
    return copy


def peak(call: Callable[[], Any]) -> int:
    """The bytes that the call holds at most at one time, beyond what was held before."""
    call()
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def steps(call: Callable[[], Any]) -> int:
    """How many lines of the reader's file the call runs."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if Path(frame.f_code.co_filename).name not in (MINE, ANSWER):
            return None
        count += event == "line"
        if count > _MANY_STEPS:
            raise DifferenceError(f"走了 {_MANY_STEPS} 步还没有完，像是停不下来")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


class Counted(np.ndarray):
    """A matrix that counts the multiplications made with it; `counted` makes one."""

    tally: list[int]

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
        """Only matrix products count; results are plain arrays."""
        plain = [np.asarray(one) if isinstance(one, Counted) else one for one in inputs]
        result = getattr(ufunc, method)(*plain, **options)
        if ufunc is np.matmul:
            for one in inputs:
                if isinstance(one, Counted):
                    one.tally.append(int(np.size(result)) * int(np.shape(plain[0])[-1]))
        return result


def counted(array: np.ndarray) -> Counted:
    """The matrix, with its `tally` of multiplications, one entry for each product."""
    view = np.array(array).view(Counted)
    view.tally = []
    return view


def explained(error: BaseException) -> str:
    """What to tell the reader about anything that a test ended with."""
    if isinstance(error, DifferenceError):
        return str(error)
    frames = [one for one in traceback.extract_tb(error.__traceback__) if Path(one.filename).name == MINE]
    if isinstance(error, NotImplementedError) and frames:
        return f"还没有写 {frames[-1].name}（{MINE} 第 {frames[-1].lineno} 行）"
    if isinstance(error, ValueError) and "read-only" in str(error):
        return f"改动了传进来的数组{_at(frames)}；请先复制"
    if isinstance(error, RecursionError):
        return f"递归停不下来{_at(frames)}"
    return f"运行出错{_at(frames)}：{type(error).__name__}: {error}"


def _at(frames: list[traceback.FrameSummary]) -> str:
    return f"（{MINE} 第 {frames[-1].lineno} 行：{(frames[-1].line or '').strip()}）" if frames else ""


def _array(value: Any) -> np.ndarray:
    if hasattr(value, "detach"):
        value = value.detach().cpu().numpy()
    return np.asarray(value, dtype=float)


def _said(number: Any) -> str:
    return f"{float(number):.6g}"
