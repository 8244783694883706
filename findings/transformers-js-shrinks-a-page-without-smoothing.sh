#!/usr/bin/env bash
# Finding: Transformers.js in Node shrinks a picture by bilinear and bicubic without smoothing first: of a
#          fine grey pattern the image processor of CLIP makes a wholly black picture, and a page of text
#          shrunk to a quarter differs from Pillow's by 30 levels of 255 on average.
# A good guess says: its comment says that it matches Pillow; the pixels agree to a level or two.
# What happens: it calls sharp's affine(), which reads only the points next to the target pixel; Pillow (and
#          the processors in Python) average all that a pixel covers. Only resample: 1 (lanczos) takes
#          another way and is 2 levels apart. Smooth pictures show nothing; text, tables and screenshots do.
# Versions: huggingface-transformers 4.3.2 (npm @huggingface/transformers), pillow 12.3.0 (Node 20, Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
HUGGINGFACE_TRANSFORMERS=${HUGGINGFACE_TRANSFORMERS-4.3.2}
PILLOW=${PILLOW-12.3.0}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
. "$tmp/venv/bin/activate"
python3 -m pip install -q "pillow${PILLOW:+==$PILLOW}" numpy
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps \
  "@huggingface/transformers@${HUGGINGFACE_TRANSFORMERS:-latest}" >/dev/null
cd "$tmp"
cat > draw.py <<'PY'
import math

import numpy as np
from PIL import Image, ImageDraw, ImageFont

SIDE = 896
x, y = np.meshgrid(np.arange(SIDE), np.arange(SIDE))
Image.fromarray(np.where(x % 4 < 2, 0, 255).astype(np.uint8)).convert("RGB").save("pattern.png")
wave = 128 + 100 * np.sin(x / 60) * np.cos(y / 80)
Image.fromarray(wave.astype(np.uint8)).convert("RGB").save("smooth.png")
page = Image.new("RGB", (SIDE, SIDE), "white")
pen = ImageDraw.Draw(page)
font = ImageFont.load_default(size=20)
for line in range(math.floor(SIDE / 28)):
    pen.text((16, 28 * line + 4), f"{line}. The total of the invoice is {1234 * line} and is to be paid within {line} days, as agreed.", "black", font)
page.save("page.png")
PY
cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { CLIPImageProcessor, RawImage } from "@huggingface/transformers";

console.log("huggingface-transformers", JSON.parse(readFileSync("node_modules/@huggingface/transformers/package.json", "utf8")).version);
for (const resample of [1, 2, 3]) {
  const processor = new CLIPImageProcessor({
    do_resize: true,
    size: { shortest_edge: 224 },
    resample,
    do_center_crop: true,
    crop_size: { height: 224, width: 224 },
    do_rescale: true,
    rescale_factor: 1 / 255,
    do_normalize: false,
  });
  for (const name of ["pattern", "page", "smooth"]) {
    const { pixel_values } = await processor(await RawImage.read(`${name}.png`));
    writeFileSync(`${name}.${resample}`, Buffer.from(new Float32Array(pixel_values.data).buffer));
  }
}
JS
cat > compare.py <<'PY'
import sys

import numpy as np
import PIL
from PIL import Image

print("pillow", PIL.__version__)
WAYS = {1: ("lanczos", Image.Resampling.LANCZOS), 2: ("bilinear", Image.Resampling.BILINEAR), 3: ("bicubic", Image.Resampling.BICUBIC)}
apart, spread = {}, {}
for resample, (way, filter) in WAYS.items():
    for name in ("pattern", "page", "smooth"):
        python = np.asarray(Image.open(f"{name}.png").resize((224, 224), filter)).astype(float)
        script = np.fromfile(f"{name}.{resample}", np.float32).reshape(3, 224, 224).transpose(1, 2, 0) * 255
        apart[way, name] = float(abs(python - script).mean())
        spread[way, name] = (round(float(python[112, 112, 0])), round(float(script.min())), round(float(script.max())))
        print(f"{way}, {name}: {apart[way, name]:.1f} of 255 apart on average; Pillow {spread[way, name][0]} in the middle, JavaScript {spread[way, name][1:]} at the ends")
black = all(spread[way, "pattern"][1:] in ((0, 0), (255, 255)) for way in ("bilinear", "bicubic"))
rough = all(apart[way, "page"] > 10 and apart[way, "smooth"] < 2 for way in ("bilinear", "bicubic"))
close = all(apart["lanczos", name] < 3 for name in ("pattern", "page", "smooth"))
if not (black and rough and close):
    sys.exit("DIFFERENT from the record: the pattern of one colour, the page more than 10 apart with bilinear and bicubic, lanczos as Pillow")
print("as recorded")
PY
python3 draw.py
node run.mjs
python3 compare.py
