#!/usr/bin/env bash
# Finding: EventAccumulator of TensorBoard gives 10,000 of 20,000 logged losses, a random sample: of
#          five spikes of one step each three are missing, and nothing says so.
# A good guess says: all 20,000: it reads the file, only the page in the browser thins out the
#          curve.
# What happens: the steps that are left have gaps of up to a dozen; the last point is kept always.
#          TensorBoard's own page keeps 1,000 points a curve (--samples_per_plugin scalars=0 keeps
#          all). size_guidance={"scalars": 0} reads all. The sample has a fixed seed, so it is the
#          same at each reading.
# Versions: tensorboard 2.21.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TENSORBOARD=${TENSORBOARD-2.21.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "tensorboard${TENSORBOARD:+==$TENSORBOARD}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import sys
from importlib.metadata import version

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.event_file_writer import EventFileWriter

print("tensorboard", version("tensorboard"))
logging.disable(logging.WARNING)
STEPS = 20_000
SPIKES = {3_211, 7_654, 11_003, 14_142, 18_999}
writer = EventFileWriter("run")
for step in range(STEPS):
    value = 9.0 if step in SPIKES else 2.0
    writer.add_event(Event(step=step, wall_time=float(step), summary=Summary(value=[Summary.Value(tag="loss", simple_value=value)])))
writer.close()


def read(**options: dict[str, int]) -> list[int]:
    """The steps of the curve as the reader gives them, and how many spikes are among them."""
    reader = EventAccumulator("run", **options)
    reader.Reload()
    return [point.step for point in reader.Scalars("loss")]


default, again, page, everything = read(), read(), read(size_guidance={"scalars": 1000}), read(size_guidance={"scalars": 0})
for name, steps in (("as it is", default), ("1,000 points", page), ("size_guidance 0", everything)):
    gap = max(second - first for first, second in zip(steps, steps[1:]))
    print(f"{name}: {len(steps)} of {STEPS} points, {len(SPIKES & set(steps))} of {len(SPIKES)} spikes, gaps up to {gap} steps, last step {steps[-1]}")
if len(default) != 10_000 or default != again or not 0 < len(SPIKES & set(default)) < 5 or default[-1] != STEPS - 1:
    sys.exit("DIFFERENT from the record: 10,000 points, a part of the five spikes, the same at each reading")
if len(page) != 1000 or len(everything) != STEPS:
    sys.exit("DIFFERENT from the record: size_guidance 1000 and 0 give 1,000 points and all")
print("as recorded")
PY
