#!/usr/bin/env bash
# Finding: transformers' load_image turns black writing on a transparent ground (a formula or a logo
#          as PNG) into a picture that is black all over; mistral-common puts it on white. datasets
#          hands out four channels, Image(mode="RGB") black as well.
# A good guess says: a transparent picture is put on white, as it looks in a browser.
# What happens: load_image (and with it pipelines and chat templates with image URLs) calls
#          convert("RGB"), which drops the alpha channel and keeps the colour below it: usually
#          black. Every pixel is 0; the model sees nothing and says so or makes something up. Paste
#          onto white before: Image.alpha_composite.
# Versions: transformers 5.24.0, mistral-common 1.13.1, datasets 5.2.0, pillow 13.0.0, numpy 2.3.5
#          (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TRANSFORMERS=${TRANSFORMERS-5.24.0}
MISTRAL_COMMON=${MISTRAL_COMMON-1.13.1}
DATASETS=${DATASETS-5.2.0}
PILLOW=${PILLOW-13.0.0}
NUMPY=${NUMPY-2.3.5}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "mistral-common[opencv]${MISTRAL_COMMON:+==$MISTRAL_COMMON}" \
  "datasets${DATASETS:+==$DATASETS}" \
  "pillow${PILLOW:+==$PILLOW}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import base64
import io
import sys
from importlib.metadata import version

import datasets
import numpy as np
from mistral_common.protocol.instruct.chunk import ImageChunk
from mistral_common.tokens.tokenizers.image import ImageConfig, ImageEncoder, SpecialImageIDs
from PIL import Image, ImageDraw
from transformers.image_utils import load_image

print(" ".join(f"{name} {version(name)}" for name in ("transformers", "mistral-common", "datasets", "pillow")))
picture = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
ImageDraw.Draw(picture).text((8, 24), "E = mc2", fill=(0, 0, 0, 255))
picture.save("formula.png")
ink = np.asarray(picture)[..., 3] > 0
print(f"written: {ink.mean():.1%} of the pixels")


def shades(image: Image.Image) -> int:
    """How many grey values the picture has."""
    return len(np.unique(np.asarray(image)[..., :3]))


def by_mistral() -> int:
    encoder = ImageEncoder(ImageConfig(image_patch_size=16, max_image_size=64), SpecialImageIDs(img=10, img_break=12, img_end=13))
    return len(np.unique(encoder(ImageChunk(image=picture)).image.round(3)))


def by_datasets(mode: str | None) -> Image.Image:
    column = datasets.Dataset.from_dict({"image": ["formula.png"]}).cast_column("image", datasets.Image(mode=mode))
    return column[0]["image"]


data = io.BytesIO()
picture.save(data, "PNG")
seen = {
    "transformers, file": shades(load_image("formula.png")),
    "transformers, data URL": shades(load_image("data:image/png;base64," + base64.b64encode(data.getvalue()).decode())),
    "datasets, RGB": shades(by_datasets("RGB")),
    "mistral-common": by_mistral(),
}
for name, number in seen.items():
    print(f"{name}: {number} different values")
darkest = int(np.asarray(load_image("formula.png")).max())
print("brightest pixel of load_image:", darkest, "; bands of datasets without a mode:", by_datasets(None).mode)
single = [name for name, number in seen.items() if number == 1]
if single != ["transformers, file", "transformers, data URL", "datasets, RGB"] or darkest != 0 or by_datasets(None).mode != "RGBA":
    sys.exit("DIFFERENT from the record: one value, black, from transformers and datasets, more from mistral-common")
print("as recorded")
PY
