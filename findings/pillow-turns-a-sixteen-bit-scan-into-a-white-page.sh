#!/usr/bin/env bash
# Finding: Image.open(scan).convert('RGB') of a 16-bit grey PNG or TIFF, with text at 8,000 and
#          paper at 60,000, is 255 everywhere; OpenCV gives 31 and 234.
# A good guess says: the values are scaled to 8 bits, as OpenCV does it.
# What happens: everything above 255 is cut off to 255; convert('L') does the same, and nothing is
#          said. A 16-bit colour PNG, though, is scaled. So a grey scan from a scanner or a
#          microscope reaches the vision model as an empty page. Dividing by 256 in NumPy first
#          helps. Another way to lose a page: resize of a black-and-white (mode '1') or palette
#          image takes the nearest pixel although BICUBIC was asked for: lines of one pixel in four,
#          a quarter of the page, are all gone at a quarter of the size; converted to L first they
#          are grey.
# Versions: pillow 13.0.0, opencv-python-headless 5.0.0.93, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PILLOW=${PILLOW-13.0.0}
OPENCV_PYTHON_HEADLESS=${OPENCV_PYTHON_HEADLESS-5.0.0.93}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pillow${PILLOW:+==$PILLOW}" \
  "opencv-python-headless${OPENCV_PYTHON_HEADLESS:+==$OPENCV_PYTHON_HEADLESS}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import cv2
import numpy as np
from PIL import Image, ImageDraw

print(" ".join(f"{name} {version(name)}" for name in ("pillow", "opencv-python-headless", "numpy")))


def values(array: object) -> list[int]:
    return np.unique(np.asarray(array)).tolist()


page = np.full((64, 64), 60_000, np.uint16)
page[20:40, 20:40] = 8_000
seen = {}
for name in ("scan.png", "scan.tif"):
    Image.fromarray(page).save(name)
    opened = Image.open(name)
    seen[name] = [opened.mode, values(opened.convert("RGB")), values(opened.convert("L")), values(cv2.imread(name))]
    print(f"{name}: mode {seen[name][0]}, as RGB {seen[name][1]}, as L {seen[name][2]}, OpenCV {seen[name][3]}, divided by 256 {values(page // 256)}")
cv2.imwrite("colour.png", np.full((8, 8, 3), 30_000, np.uint16))
colour = values(Image.open("colour.png"))
print("16-bit colour PNG of 30,000:", colour)

fax = Image.new("1", (400, 400), 1)
draw = ImageDraw.Draw(fax)
for row in range(0, 400, 4):
    draw.line((0, row, 400, row), fill=0)
small = {mode: float(np.asarray(fax.convert(mode).resize((100, 100), Image.Resampling.BICUBIC).convert("L")).mean()) for mode in ("1", "P", "L", "RGB")}
print("mean of the lined page at a quarter of its size:", small, "; of the page itself", float(np.asarray(fax.convert("L")).mean()))
if any(row[0] != "I;16" or row[1] != [255] or row[2] != [255] or row[3] != [31, 234] for row in seen.values()) or colour != [117]:
    sys.exit("DIFFERENT from the record: Pillow [255] as RGB and L, OpenCV [31, 234]; the colour PNG is scaled to 117")
if small["1"] != 255.0 or small["P"] != 255.0 or not 185 < small["L"] < 197 or small["RGB"] != small["L"]:
    sys.exit("DIFFERENT from the record: 255 for modes 1 and P, 191 for L and RGB")
print("as recorded")
PY
