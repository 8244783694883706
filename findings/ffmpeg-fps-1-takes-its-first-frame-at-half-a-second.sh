#!/usr/bin/env bash
# Finding: ffmpeg -vf fps=1 on 250 frames of 30 per second gives frames 14, 44, 74, … 224: the picture
#          called second 0 is from 0.47 s, and the last 0.8 s give none.
# A good guess says: frames 0, 30, 60, … 240: the first of every second.
# What happens: a picture is put at the nearest whole second, and of all that fall there the last is kept;
#          round=down makes it worse (29, 59, …). At 0.5 per second the pictures lag by a second less a
#          frame (29, 89, …). fps=1:round=up and select='not(mod(n,30))' give 0, 30, … 240.
# Versions: imageio-ffmpeg 0.8.1, numpy 2.4.6 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
IMAGEIO_FFMPEG=${IMAGEIO_FFMPEG-0.8.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "imageio-ffmpeg${IMAGEIO_FFMPEG:+==$IMAGEIO_FFMPEG}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import subprocess
import sys
from importlib.metadata import version

import imageio_ffmpeg
import numpy as np

program = imageio_ffmpeg.get_ffmpeg_exe()
print(" ".join(f"{name} {version(name)}" for name in ("imageio-ffmpeg", "numpy")))
print(subprocess.run([program, "-version"], capture_output=True, text=True, check=True).stdout.split(" Copyright")[0])
# 250 small grey pictures, each as bright as its number, 30 per second
PICTURES = b"".join(np.full((16, 16), number, np.uint8).tobytes() for number in range(250))
GREY = ["-f", "rawvideo", "-pix_fmt", "gray"]


def kept(wanted: str) -> list[int]:
    """The numbers of the pictures that come out."""
    command = [program, "-v", "error", *GREY, "-s", "16x16", "-r", "30", "-i", "-", "-vf", wanted, "-fps_mode", "passthrough", *GREY, "-"]
    out = subprocess.run(command, input=PICTURES, capture_output=True, check=True).stdout
    return np.frombuffer(out, np.uint8).reshape(-1, 256)[:, 0].tolist()


seen = {wanted: kept(wanted) for wanted in ("fps=1", "fps=2", "fps=0.5", "fps=1:round=down", "fps=1:round=up", "select=not(mod(n\\,30))")}
for wanted, numbers in seen.items():
    print(wanted, numbers)
recorded = {
    "fps=1": list(range(14, 225, 30)),
    "fps=0.5": [29, 89, 149, 209],
    "fps=1:round=down": list(range(29, 240, 30)),
    "fps=1:round=up": list(range(0, 241, 30)),
    "select=not(mod(n\\,30))": list(range(0, 241, 30)),
}
if any(seen[wanted] != numbers for wanted, numbers in recorded.items()):
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
