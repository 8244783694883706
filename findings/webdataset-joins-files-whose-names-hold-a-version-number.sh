#!/usr/bin/env bash
# Finding: To webdataset qwen2.5-7b.txt and qwen2.5-72b.txt are one sample, qwen2, with the fields
#          5-7b.txt and 5-72b.txt.
# A good guess says: two samples: the ending is what follows the last point of a name.
# What happens: the key of a sample ends at the first point after the last slash. Files that are
#          neighbours in the archive and share that key become fields of one sample, without a word;
#          to_tuple('txt') then finds no field txt and raises. Names without a point in them (or a _
#          in its place) are needed.
# Versions: webdataset 1.0.2 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
WEBDATASET=${WEBDATASET-1.0.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "webdataset${WEBDATASET:+==$WEBDATASET}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import io
import sys
import tarfile
from importlib.metadata import version

import webdataset

print("webdataset", version("webdataset"))
with tarfile.open("shard.tar", "w") as archive:
    for name in ("qwen2.5-7b.txt", "qwen2.5-72b.txt", "llama3.txt", "llama3.json"):
        entry = tarfile.TarInfo(name)
        entry.size = 2
        archive.addfile(entry, io.BytesIO(b"{}"))
samples = [
    (sample["__key__"], sorted(field for field in sample if not field.startswith("__")))
    for sample in webdataset.WebDataset("shard.tar", shardshuffle=False)
]
for key, fields in samples:
    print(key, fields)
if samples != [("qwen2", ["5-72b.txt", "5-7b.txt"]), ("llama3", ["json", "txt"])]:
    sys.exit("DIFFERENT from the record: two samples of four files, qwen2 with both sizes of Qwen2.5")
print("as recorded")
PY
