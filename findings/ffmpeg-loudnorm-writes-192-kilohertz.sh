#!/usr/bin/env bash
# Finding: ffmpeg -i speech.wav -af loudnorm out.wav makes a file of 192 kHz out of one of 16 kHz, twelve times
#          as large.
# A good guess says: the filter changes the loudness and leaves the sampling rate as it was.
# What happens: loudnorm works at 192 kHz to find true peaks and hands that on; without -ar 16000 after it the
#          WAV file has it, too. (An encoder that can't, as MP3, takes 48 kHz instead.) A recogniser that
#          takes the samples for 16 kHz hears a recording twelve times as slow.
# Versions: imageio-ffmpeg 0.8.1 (ffmpeg 9.0.2) (PyPI) (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
IMAGEIO_FFMPEG=${IMAGEIO_FFMPEG-0.8.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "imageio-ffmpeg${IMAGEIO_FFMPEG:+==$IMAGEIO_FFMPEG}"
cd "$tmp"
python3 - <<'PY'
import struct
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import imageio_ffmpeg

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
print("imageio-ffmpeg", version("imageio-ffmpeg"), "ffmpeg", imageio_ffmpeg.get_ffmpeg_version())


def made(name: str, *options: str) -> tuple[int, float, int]:
    """The rate and the seconds of what ffmpeg writes, and its bytes."""
    subprocess.run([FFMPEG, "-v", "error", "-y", *options, name], check=True)
    # The fourth number of the header is the rate, the fifth the bytes a second; module wave reads no 192 kHz before 3.12.
    data = Path(name).read_bytes()
    rate, a_second = struct.unpack_from("<II", data, 24)
    return rate, round(len(data) / a_second, 1), len(data)


seen = {
    "speech": made("speech.wav", "-f", "lavfi", "-i", "sine=frequency=300:sample_rate=16000:duration=6"),
    "loudnorm": made("loud.wav", "-i", "speech.wav", "-af", "loudnorm"),
    "loudnorm and -ar": made("right.wav", "-i", "speech.wav", "-af", "loudnorm", "-ar", "16000"),
    "volume": made("volume.wav", "-i", "speech.wav", "-af", "volume=6dB"),
}
for name, found in seen.items():
    print(f"{name}: {found[0]} Hz, {found[1]} s, {found[2]} bytes")
times = seen["loudnorm"][2] / seen["speech"][2]
if [found[0] for found in seen.values()] != [16000, 192000, 16000, 16000] or not 11.5 < times < 12.5:
    sys.exit("DIFFERENT from the record: 16000, 192000, 16000, 16000 Hz; twelve times as large")
print("as recorded")
PY
