#!/usr/bin/env bash
# Finding: pycocotools gives a detector that finds all 150 text lines of a page, each box exact, an
#          AP of 0.66; with 300 lines 0.34.
# A good guess says: all boxes right, none too many: AP 1.0 (and the detector is bad if it says
#          0.66).
# What happens: only the 100 surest boxes of an image and class are looked at (maxDets 1, 10, 100),
#          so recall ends at 100 / 150. COCO's photos hold fewer; pages, shelves, crowds and cells
#          hold more. Setting params.maxDets to [1, 10, 1000] gives the right AP, but summarize()
#          then still looks for 100 and prints -1 for it.
# Versions: pycocotools 2.0.11, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PYCOCOTOOLS=${PYCOCOTOOLS-2.0.11}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pycocotools${PYCOCOTOOLS:+==$PYCOCOTOOLS}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import contextlib
import io
import sys
from importlib.metadata import version

from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

print("pycocotools", version("pycocotools"))


def average_precision(lines: int, most: int) -> float:
    """The AP of a detector that finds every line of one page."""
    boxes = [[20, 10 * row, 500, 8] for row in range(lines)]
    truth = [
        {"id": row + 1, "image_id": 1, "category_id": 1, "bbox": box, "area": 4000, "iscrowd": 0} for row, box in enumerate(boxes)
    ]
    page = {"images": [{"id": 1, "width": 600, "height": 4000}], "annotations": truth, "categories": [{"id": 1, "name": "line"}]}
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO()
        coco.dataset = {"info": {}, **page}
        coco.createIndex()
        found = coco.loadRes([{"image_id": 1, "category_id": 1, "bbox": box, "score": 0.9} for box in boxes])
        evaluation = COCOeval(coco, found, "bbox")
        evaluation.params.maxDets = [1, 10, most]
        evaluation.evaluate()
        evaluation.accumulate()
    precision = evaluation.eval["precision"][:, :, :, 0, -1]
    return round(float(precision[precision > -1].mean()), 2)


seen = {(lines, most): average_precision(lines, most) for lines in (100, 150, 300) for most in (100, 1000)}
for (lines, most), ap in seen.items():
    print(f"{lines} lines, all found, maxDets {most}: AP {ap}")
if seen != {(100, 100): 1.0, (100, 1000): 1.0, (150, 100): 0.66, (150, 1000): 1.0, (300, 100): 0.34, (300, 1000): 1.0}:
    sys.exit("DIFFERENT from the record: 1.0, 0.66 and 0.34 with 100, 1.0 with 1,000")
print("as recorded")
PY
