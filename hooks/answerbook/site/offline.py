"""The site as a folder that opens from disk: one archive, with a few words on how to use it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .. import outputs
from ..content.imprint import Imprint

FOLDER = "answerbook"
README = "说明.txt"


def make(site: Path, imprint: Imprint, output: Path) -> None:
    """Pack a site that was built with the names of files in its addresses."""
    outputs.put(output, outputs.archive(_files(site, imprint)), imprint.updated)


def _files(site: Path, imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    # With a mark in front, Windows' Notepad of old reads it as UTF-8; its line ends are Windows', too.
    yield f"{FOLDER}/{README}", _readme(imprint).replace("\n", "\r\n").encode("utf-8-sig")
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        yield f"{FOLDER}/{path.relative_to(site).as_posix()}", path.read_bytes()


def _readme(imprint: Imprint) -> str:
    lines = [
        f"{imprint.title}，离线版",
        f"{imprint.size}，更新至 {imprint.updated}" + (f"，版本 {imprint.version}" if imprint.version else ""),
        "",
        "1. 先把压缩包整个解压，不要在压缩软件里直接打开。",
        "2. 用浏览器打开文件夹里的 index.html。不用联网，也不用安装任何东西；搜索、面经对照、练习、公式和图都能用。",
        "3. 请不要挪动或改名文件夹里的文件；整个文件夹可以放在任何地方，包括 U 盘。",
    ]
    lines += [f"在线阅读和最新一版：{imprint.url}"] if imprint.url else []
    lines += [imprint.licence] if imprint.licence else []
    return "\n".join(lines) + "\n"
