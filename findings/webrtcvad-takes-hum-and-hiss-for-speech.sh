#!/usr/bin/env bash
# Finding: webrtcvad at its strictest (mode 3) calls every frame of a 50 Hz hum, of a 440 Hz tone and of
#          white or pink noise at -20 dB speech, ten seconds long; at -40 dB white noise is 0 or 1 %.
# A good guess says: mode 3 lets no steady tone or noise through.
# What happens: it compares the energy of six bands with what it has learnt of speech and noise, and what is loud
#          from the beginning is never learnt as noise; the modes move thresholds and change nothing here.
#          Beeps of 0.2 s a second are 17 % at mode 3 and 38 % at mode 0. So a fan or a ringing phone cuts
#          the assistant off; ask a model (Silero) or a second sign before stopping.
# Versions: webrtcvad-wheels 2.0.14.post1, numpy 2.4.6 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
WEBRTCVAD_WHEELS=${WEBRTCVAD_WHEELS-2.0.14.post1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "webrtcvad-wheels${WEBRTCVAD_WHEELS:+==$WEBRTCVAD_WHEELS}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import numpy as np
import webrtcvad

print(" ".join(f"{name} {version(name)}" for name in ("webrtcvad-wheels", "numpy")))
RATE, FRAME = 16_000, 480
rng = np.random.default_rng(0)
time = np.arange(10 * RATE) / RATE
white = rng.standard_normal(len(time))
spectrum = np.fft.rfft(white)
spectrum[1:] /= np.sqrt(np.arange(1, len(spectrum)))
pink = np.fft.irfft(spectrum)
sounds = {
    "silence": np.zeros(len(time)),
    "hum of 50 Hz": 0.1 * np.sin(2 * np.pi * 50 * time),
    "tone of 440 Hz": 0.1 * np.sin(2 * np.pi * 440 * time),
    "white noise, -20 dB": 0.1 * white,
    "pink noise, -20 dB": 0.1 * pink / pink.std(),
    "white noise, -40 dB": 0.01 * white,
}


def share(sound: np.ndarray, mode: int) -> float:
    """How many of the frames of 30 ms are called speech."""
    pcm = (np.clip(sound, -1, 1) * 32767).astype("<i2")
    judge = webrtcvad.Vad(mode)
    frames = [judge.is_speech(pcm[at : at + FRAME].tobytes(), RATE) for at in range(0, len(pcm) - FRAME + 1, FRAME)]
    return float(np.mean(frames))


seen = {name: [share(sound, mode) for mode in range(4)] for name, sound in sounds.items()}
for name, shares in seen.items():
    print(name, " ".join(f"{one:.0%}" for one in shares), "at modes 0 to 3")
loud = [name for name in sounds if "hum" in name or "tone" in name or "-20 dB" in name]
if any(min(seen[name]) < 0.95 for name in loud) or max(seen["silence"] + seen["white noise, -40 dB"]) > 0.05:
    sys.exit("DIFFERENT from the record: hum, tone and loud noise over 95 % at every mode, silence and quiet noise under 5 %")
print("as recorded")
PY
