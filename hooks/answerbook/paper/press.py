"""Typst in a process of its own: what it remembers of a book, two gigabytes for all of it, goes when it is done."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

MAIN = "main.typ"
# What is made, beside it: handed over as a file, it does not lie in the memory beside all that Typst remembers.
_MADE = "made.pdf"


class RefusedError(Exception):
    """Typst does not take the document: the sentence, and all that it says of it."""

    def __init__(self, sentence: str, details: str) -> None:
        super().__init__(sentence, details)
        self.sentence = sentence
        self.details = details


@dataclass(frozen=True)
class TypesetJob:
    """What is to be set: the folder of the document and of the fonts, and the day the PDF names."""

    root: Path
    fonts: Path
    day: datetime


def press(job: TypesetJob) -> bytes:
    """The PDF, tagged as PDF/UA-1 asks; raises RefusedError where Typst refuses."""
    # A fresh process: a copy of this one would begin with all that this one holds.
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        try:
            pool.submit(_set, job).result()
        except BrokenProcessPool:
            raise RefusedError("排版的进程中途退出，多半是内存不够", "") from None
    return (job.root / _MADE).read_bytes()


def _set(job: TypesetJob) -> None:
    # Only here: whoever makes no PDF has not installed it.
    import typst

    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(job.fonts)])
    root = str(job.root)
    compiler = typst.Compiler(str(job.root / MAIN), root=root, font_paths=found, ignore_system_fonts=True)
    try:
        made = str(job.root / _MADE)
        compiler.compile(output=made, format="pdf", pdf_standards=["ua-1"], timestamp=job.day)
    except typst.TypstError as error:
        details = str(getattr(error, "diagnostic", "") or error)
        raise RefusedError(" ".join(str(error).split()), details) from None
