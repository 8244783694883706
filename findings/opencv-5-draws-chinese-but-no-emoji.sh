#!/usr/bin/env bash
# Finding: cv2.putText of OpenCV 5.0 draws Chinese: all 6,763 characters of GB 2312, traditional
#          ones and kana too, none of them twice the same picture; an emoji is a question mark.
#          OpenCV 4.14 draws three question marks for each, 大 and 模 look the same.
# A good guess says: question marks, as ever; labels of boxes in Chinese go through Pillow and a
#          font file.
# What happens: OpenCV 5 brings its own TrueType fonts and reads the text as UTF-8; the old
#          Hershey numbers (FONT_HERSHEY_SIMPLEX) choose among them. Latin letters look different
#          and are of another width, so boxes measured with OpenCV 4 no longer fit, and pictures
#          for regression tests change. Emoji still need Pillow.
# Versions: opencv-python-headless 5.0.0.93, numpy 2.4.6 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
OPENCV_PYTHON_HEADLESS=${OPENCV_PYTHON_HEADLESS-5.0.0.93}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "opencv-python-headless${OPENCV_PYTHON_HEADLESS:+==$OPENCV_PYTHON_HEADLESS}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

import cv2
import numpy as np

print("opencv", cv2.__version__, "numpy", np.__version__)


def drawn(text: str) -> bytes:
    """The picture of a text, as bytes."""
    page = np.zeros((60, 100), np.uint8)
    cv2.putText(page, text, (10, 40), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 255, 2)
    return page.tobytes()


codes = [bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
hanzi = [text for text in (code.decode("gb2312", "ignore") for code in codes) if text]
pictures = {drawn(text) for text in hanzi}
seen = {
    "hanzi of GB 2312": len(hanzi),
    "different pictures": len(pictures),
    "like question marks": [text for text in [*hanzi, "😀", "👍"] if drawn(text) in {drawn("?"), drawn("???")}],
    "traditional and kana": len({drawn(text) for text in "體學習訓練あいうカキク"} - {drawn("?"), drawn(" ")}),
}
for name, value in seen.items():
    print(f"{name}: {value}")
recorded = {
    "hanzi of GB 2312": 6763,
    "different pictures": 6763,
    "like question marks": ["😀", "👍"],
    "traditional and kana": 11,
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
