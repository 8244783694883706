"""Compresses the files of a built site beside themselves, for servers that send such files as they are.

Standard library only: python3 -m tools.precompress site
"""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Sequence
from pathlib import Path

# Pictures, books and archives are compressed already.
TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".md", ".ipynb"}
# Below this a packet is a packet.
SMALLEST = 1000


def compress(site: Path) -> tuple[int, int, int]:
    """Write the .gz files anew; how many, and the bytes before and after."""
    for old in site.rglob("*.gz"):
        if old.with_suffix("").suffix in TEXT:
            old.unlink()
    count = before = after = 0
    for path in sorted(site.rglob("*")):
        if path.suffix not in TEXT or not path.is_file() or path.stat().st_size < SMALLEST:
            continue
        data = path.read_bytes()
        # Without a time in it: the same site is the same bytes.
        packed = gzip.compress(data, 9, mtime=0)
        beside = path.with_name(path.name + ".gz")
        beside.write_bytes(packed)
        # nginx takes the date that it tells from the file that it sends.
        changed = path.stat().st_mtime_ns
        os.utime(beside, ns=(changed, changed))
        count, before, after = count + 1, before + len(data), after + len(packed)
    return count, before, after


def main(arguments: Sequence[str]) -> int:
    """The command line."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "index.html").is_file():
        print("用法：python3 -m tools.precompress 网站的文件夹（python3 book.py build 的结果）", file=sys.stderr)
        return 2
    count, before, after = compress(Path(arguments[0]))
    print(f"压好 {count} 个文件，{before / 1e6:.1f} MB → {after / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
