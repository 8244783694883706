#!/usr/bin/env bash
# Finding: After container.seek() to the seventh second of an ordinary video PyAV decodes the frame of second 0
#          first; the same for every second from 1 to 9.
# A good guess says: the first frame after seek() is the one that is seen at that time.
# What happens: seek goes to the nearest key frame before it, and x264 makes one every 250 frames (ten seconds at
#          25 a second) where the picture doesn't change abruptly. Decode on until frame.time reaches what was
#          asked for; OpenCV's CAP_PROP_POS_MSEC does that by itself.
# Versions: av 18.1.0, imageio-ffmpeg 0.8.1, opencv-python-headless 5.0.0.93, numpy 2.4.6 (PyPI) (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
AV=${AV-18.1.0}
IMAGEIO_FFMPEG=${IMAGEIO_FFMPEG-0.8.1}
OPENCV_PYTHON_HEADLESS=${OPENCV_PYTHON_HEADLESS-5.0.0.93}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "av${AV:+==$AV}" "imageio-ffmpeg${IMAGEIO_FFMPEG:+==$IMAGEIO_FFMPEG}" \
  "opencv-python-headless${OPENCV_PYTHON_HEADLESS:+==$OPENCV_PYTHON_HEADLESS}" "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
python3 - <<'PY'
import subprocess
import sys
from importlib.metadata import version

import av
import cv2
import imageio_ffmpeg
import numpy as np

print({name: version(name) for name in ("av", "imageio-ffmpeg", "opencv-python-headless", "numpy")})
RATE, SECONDS = 25, 10
# A bright bar walks to the right over a still picture: where it stands tells the second.
WIDTH, BAR = RATE * SECONDS + 12, 12
still = np.random.default_rng(0).integers(40, 90, (72, WIDTH, 1), dtype=np.uint8).repeat(3, axis=2)
pictures = np.stack([still] * (RATE * SECONDS))
for number, picture in enumerate(pictures):
    picture[:, number : number + BAR] = 230
subprocess.run(
    [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x72", "-r", str(RATE), "-i", "-",
     "-c:v", "libx264", "-pix_fmt", "yuv420p", "talk.mp4"], input=pictures.tobytes(), check=True)  # fmt: skip
ASKED = [*range(1, 10)]


def first_after_seek(second: float) -> float:
    with av.open("talk.mp4") as video:
        video.seek(int(second * av.time_base))
        return next(video.decode(video=0)).time


def decoded_on(second: float) -> float:
    with av.open("talk.mp4") as video:
        video.seek(int(second * av.time_base))
        return next(frame.time for frame in video.decode(video=0) if frame.time >= second - 1e-6)


def opencv(second: float) -> float:
    """By the bar in the frame that it hands over."""
    video = cv2.VideoCapture("talk.mp4")
    video.set(cv2.CAP_PROP_POS_MSEC, second * 1000)
    _, frame = video.read()
    return float(np.argmax(frame.mean(axis=(0, 2)) > 160)) / RATE


seen = {run.__name__: [round(run(second), 2) for second in ASKED] for run in (first_after_seek, decoded_on, opencv)}
print("asked for:", ASKED)
for name, times in seen.items():
    print(name, times)
if seen["first_after_seek"] != [0.0] * len(ASKED) or seen["decoded_on"] != ASKED or not np.allclose(seen["opencv"], ASKED, atol=0.15):
    sys.exit("DIFFERENT from the record: second 0 each time; as asked for when decoded on and in OpenCV")
print("as recorded")
PY
