"""Schedules of pipeline parallelism: in which order each stage does its work, and when each piece starts and ends.

A piece of work is its kind, its micro-batch and its chunk of the stage: F is a forward pass, B a backward one, or only
that of the inputs where W, that of the weights, stands by itself. Schedules: GPipe (Huang et al. 2019), 1F1B and its
interleaved form (Narayanan et al. 2021), ZB-H1 (Qi et al. 2023).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

Piece = tuple[str, int, int]


class ScheduledPass(NamedTuple):
    """A piece on its stage, with its start and end in the unit of the costs."""

    stage: int
    kind: str
    micro: int
    chunk: int
    start: float
    end: float


@dataclass(frozen=True)
class Pipeline:
    """So many stages, each with so many chunks of the model, and the micro-batches of one step.

    A schedule (`gpipe`, `one_f_one_b`, `zero_bubble`) gives the pieces of one stage, counted from 0, in order.
    """

    stages: int
    micro: int
    chunks: int = 1

    def gpipe(self, stage: int) -> list[Piece]:
        """All forward, then all backward."""
        return [*self._forward(), *self._backward()]

    def one_f_one_b(self, stage: int) -> list[Piece]:
        """As few forward as fill the pipeline, then one forward and one backward in turn."""
        forward, backward = self._forward(), iter(self._backward())
        warm = self.stages - stage - 1
        if self.chunks > 1:
            warm = 2 * warm + (self.chunks - 1) * self.stages
        turns = forward[:warm]
        for one in forward[warm:]:
            turns += [one, next(backward)]
        return [*turns, *backward]

    def zero_bubble(self, stage: int) -> list[Piece]:
        """The W of a micro-batch comes `stage` turns after its B: the room that is left fills itself."""
        turns: list[Piece] = []
        weights = 0
        for kind, micro, chunk in self.one_f_one_b(stage):
            turns.append((kind, micro, chunk))
            if kind == "B" and micro >= stage:
                turns.append(("W", weights, chunk))
                weights += 1
        return turns + [("W", micro, 0) for micro in range(weights, self.micro)]

    def times(self, order: Callable[[int], list[Piece]], cost: Mapping[str, float]) -> Iterator[ScheduledPass]:
        """When each piece starts and ends: as early as its stage and what it waits for allow.

        `order` gives the pieces of a stage, `cost` how long a piece of each kind takes. Pieces come as they are known:
        those of a stage in their order, the stages mixed.
        """
        ends: dict[tuple[str, int, int, int], float] = {}
        free, left = [0.0] * self.stages, [order(stage) for stage in range(self.stages)]
        while any(left):
            for stage in range(self.stages):
                while left[stage]:
                    kind, micro, chunk = left[stage][0]
                    before = self._waits_for(kind, micro, chunk, stage)
                    if before is not None and before not in ends:
                        break
                    start = max(free[stage], ends[before] if before is not None else 0.0)
                    free[stage] = ends[kind, micro, chunk, stage] = start + cost[kind]
                    left[stage].pop(0)
                    yield ScheduledPass(stage, kind, micro, chunk, start, free[stage])

    def _forward(self) -> list[Piece]:
        """With several chunks, micro-batches go through the first by as many as there are stages, then the next."""
        group = self.stages * self.chunks
        numbers = range(self.micro * self.chunks)
        return [("F", k // group * self.stages + k % self.stages, k // self.stages % self.chunks) for k in numbers]

    def _backward(self) -> list[Piece]:
        return [("B", micro, self.chunks - 1 - chunk) for _, micro, chunk in self._forward()]

    def _waits_for(self, kind: str, micro: int, chunk: int, stage: int) -> tuple[str, int, int, int] | None:
        if kind == "W":
            return "B", micro, chunk, stage
        if kind == "F":
            if stage:
                return "F", micro, chunk, stage - 1
            return ("F", micro, chunk - 1, self.stages - 1) if chunk else None
        if stage < self.stages - 1:
            return "B", micro, chunk, stage + 1
        return ("B", micro, chunk + 1, 0) if chunk < self.chunks - 1 else ("F", micro, chunk, stage)
