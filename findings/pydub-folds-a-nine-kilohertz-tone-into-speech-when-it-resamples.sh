#!/usr/bin/env bash
# Finding: A tone of 9 kHz, recorded at 44.1 kHz, must vanish at 16 kHz, which holds nothing above 8: after
#          pydub's set_frame_rate(16000) it is there at 7 kHz, 1.2 dB weaker than before. ffmpeg leaves -62
#          dB, soxr nothing.
# A good guess says: it is filtered out, by 60 dB or so.
# What happens: pydub draws straight lines between the samples (audioop.ratecv) and filters nothing, like
#          np.interp; so hiss and s sounds above 8 kHz come down among the sounds of speech. scipy's
#          resample_poly leaves -31 dB, soxr's QQ setting -0.3. Load with ffmpeg or soxr.
# Versions: pydub 0.25.1, soxr 1.1.0, scipy 1.17.1, imageio-ffmpeg 0.8.1, numpy 2.4.6 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PYDUB=${PYDUB-0.25.1}
SOXR=${SOXR-1.1.0}
SCIPY=${SCIPY-1.17.1}
IMAGEIO_FFMPEG=${IMAGEIO_FFMPEG-0.8.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pydub${PYDUB:+==$PYDUB}" \
  "soxr${SOXR:+==$SOXR}" \
  "scipy${SCIPY:+==$SCIPY}" \
  "imageio-ffmpeg${IMAGEIO_FFMPEG:+==$IMAGEIO_FFMPEG}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import subprocess
import sys
from importlib.metadata import version

import imageio_ffmpeg
import numpy as np
import scipy.signal
import soxr
from pydub import AudioSegment

print(" ".join(f"{name} {version(name)}" for name in ("pydub", "soxr", "scipy", "imageio-ffmpeg", "numpy")))
FROM, TO = 44_100, 16_000
tone = 0.5 * np.sin(2 * np.pi * 9000 * np.arange(2 * FROM) / FROM)
pcm = (tone * 32767).astype("<i2").tobytes()


def by_pydub() -> np.ndarray:
    audio = AudioSegment(pcm, sample_width=2, frame_rate=FROM, channels=1).set_frame_rate(TO)
    return np.array(audio.get_array_of_samples()) / 32767


def by_ffmpeg() -> np.ndarray:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "s16le", "-ar", str(FROM), "-ac", "1", "-i", "-", "-ar", str(TO), "-f", "s16le", "-"]
    return np.frombuffer(subprocess.run(command, input=pcm, capture_output=True, check=True).stdout, "<i2") / 32767


heard = {
    "pydub": by_pydub(),
    "np.interp": np.interp(np.arange(2 * TO) / TO, np.arange(2 * FROM) / FROM, tone),
    "scipy resample_poly": scipy.signal.resample_poly(tone, 160, 441),
    "ffmpeg": by_ffmpeg(),
    "soxr": soxr.resample(tone, FROM, TO),
    "soxr QQ": soxr.resample(tone, FROM, TO, "QQ"),
}
level = {}
for name, samples in heard.items():
    middle = samples[2000:-2000]
    level[name] = 20 * np.log10(np.sqrt((middle**2).mean()) / (0.5 / np.sqrt(2)) + 1e-12)
    where = np.abs(np.fft.rfft(middle * np.hanning(len(middle)))).argmax() * TO / len(middle)
    print(f"{name}: {level[name]:.1f} dB, loudest at {where:.0f} Hz")
recorded = {"pydub": (-1.5, -1), "np.interp": (-1.5, -1), "scipy resample_poly": (-35, -25), "ffmpeg": (-200, -55), "soxr": (-300, -100), "soxr QQ": (-1, 0)}
if any(not low <= level[name] <= high for name, (low, high) in recorded.items()):
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
