#!/usr/bin/env bash
# Finding: A PDF that Skia draws with Noto Sans CJK (Chromium's 'print to PDF' is Skia) shows 用户 and holds
#          U+2F64 and 户: the text in it has a radical in place of each hanzi that is one (208 Kangxi
#          radicals, 用文方大小人一二手口金..., and 54 of the supplement, 见贝车门页风马鱼...), a search
#          for 用户 finds nothing, and NFKC turns back only the Kangxi radicals.
# A good guess says: the text comes out of the PDF as it went in.
# What happens: in that font a hanzi and its radical share one glyph, and the map from glyphs back to
#          characters takes the first, which is the radical. Typst, with the same font, writes the
#          hanzi. Unicode's NFKC turns U+2F64 back into 用 (and full-width marks into half-width ones),
#          but the radicals of the supplement (U+2E80 to U+2EF3, as U+2EC5 for 见) have no
#          decomposition, all but two: they need a table of one's own.
# Versions: skia-python 144.1, cvttf-notosanscjk-regular 1.0, typst 0.15.2, pypdf 7.1.1, pypdfium2 5.15.2
#          (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
SKIA_PYTHON=${SKIA_PYTHON-144.1}
CVTTF_NOTOSANSCJK_REGULAR=${CVTTF_NOTOSANSCJK_REGULAR-1.0}
TYPST=${TYPST-0.15.2}
PYPDF=${PYPDF-7.1.1}
PYPDFIUM2=${PYPDFIUM2-5.15.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "skia-python${SKIA_PYTHON:+==$SKIA_PYTHON}" \
  "cvttf-notosanscjk-regular${CVTTF_NOTOSANSCJK_REGULAR:+==$CVTTF_NOTOSANSCJK_REGULAR}" \
  "typst${TYPST:+==$TYPST}" \
  "pypdf${PYPDF:+==$PYPDF}" \
  "pypdfium2${PYPDFIUM2:+==$PYPDFIUM2}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from unicodedata import normalize

import pypdf
import pypdfium2
import skia
import typst

print(" ".join(f"{name} {version(name)}" for name in ("skia-python", "cvttf-notosanscjk-regular", "typst", "pypdf", "pypdfium2")))
folder = Path(find_spec("cvttf_NotoSansCJK_Regular").origin).parent
font = next(folder.glob("*.otf"))
TEXT = "用户可以比较两个大小不同的文本，方法见第八页。"
stream = skia.FILEWStream("skia.pdf")
with skia.PDF.MakeDocument(stream) as document, document.page(595, 842) as sheet:
    sheet.drawString(TEXT, 30, 60, skia.Font(skia.Typeface.MakeFromFile(str(font)), 16), skia.Paint())
stream.flush()
Path("page.typ").write_text(f'#set page(width: 595pt)\n#set text(font: "Noto Sans CJK TC", size: 16pt)\n{TEXT}', "utf-8")
typst.compile("page.typ", output="typst.pdf", font_paths=[str(folder)])
READERS = {
    "pypdf": lambda name: pypdf.PdfReader(name).pages[0].extract_text(),
    "pypdfium2": lambda name: pypdfium2.PdfDocument(name)[0].get_textpage().get_text_range(),
}
seen = {}
for maker in ("skia", "typst"):
    for reader, read in READERS.items():
        text = "".join(read(f"{maker}.pdf").split())
        texts = (text, normalize("NFKC", text))
        radicals = [[f"{ord(letter):X}" for letter in one if "\u2e80" <= letter <= "\u2fd5"] for one in texts]
        seen[maker, reader] = [radicals, ["用户" in one for one in texts], ["见第" in one for one in texts]]
        print(f"{maker}, read by {reader}, before and after NFKC: radicals {radicals}; 用户 and 见第 found: {seen[maker, reader][1:]}")
supplement = ["2EC5", "2EDA"]
kangxi = ["2F64", "2F50", "2F24", "2F29", "2F42", "2F45", "2EC5", "2F0B", "2EDA"]
recorded = {"skia": [[kangxi, supplement], [False, True], [False, False]], "typst": [[[], []], [True, True], [True, True]]}
if any(found != recorded[maker] for (maker, _), found in seen.items()):
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
