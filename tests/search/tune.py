"""Quality without a browser, in two seconds.

    PYTHONPATH=hooks python -m tests.search.tune [--held-out] [--misses]
        [--colloquial | --fresh | --paraphrased | --phone] [--docs FOLDER]
        [--weight TITLE=1.6]… [--weight asks=3]… [--explain QUERY]

``--weight`` asks twice, with the weights as they are and with these, and prints what that changes in each class: names
in capitals are those of ``web/search/weights.js``, the others the fields of ``counting.FIELDS``. ``--explain``
prints what a query was read as and the terms of the sum behind each result.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from answerbook import node, places
from answerbook.checking import checks
from answerbook.content.questions import Book
from answerbook.search import counting, search_index

from tests.search import quality
from tests.search.quality import Query, Result

ROOT = places.ROOT


def write(files: Mapping[str, str], folder: Path) -> None:
    """Put the scripts of an index into a folder, as in assets/search of the site."""
    for name, text in files.items():
        path = folder / name.removeprefix(search_index.FOLDER)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def answers(
    folder: Path, asked: Sequence[Query], changed: Mapping[str, float] | None = None
) -> dict[str, list[Result]]:
    """What the engine finds, in Node; with other weights if some are given."""
    wanted = {"folder": str(folder), "queries": [query.text for query in asked], "changed": changed or {}}
    return {text: [Result(one["id"], one["weak"]) for one in found] for text, found in _asked(wanted).items()}


def explanation(folder: Path, query: str) -> object:
    """What a query was read as, and the terms of the score of each result."""
    return _asked({"folder": str(folder), "queries": [], "explained": query})


def _asked(wanted: Mapping[str, object]) -> Any:
    script = Path(__file__).with_name("answers.mjs")
    command = [node.executable(), str(script)]
    done = subprocess.run(command, input=json.dumps(wanted), stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return json.loads(done.stdout)


def measured(book: Book, asked: Sequence[Query], changed: Mapping[str, float]) -> dict[str, list[Result]]:
    """What is found with these weights in place of the book's."""
    usual = counting.FIELDS
    fields = {name: (changed.get(name, weight), norm) for name, (weight, norm) in usual.items()}
    counting.FIELDS = fields
    try:
        with TemporaryDirectory() as name:
            write(search_index.scripts(book), Path(name))
            return answers(Path(name), asked, {name: value for name, value in changed.items() if name not in usual})
    finally:
        counting.FIELDS = usual


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=Path, default=ROOT / "docs")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--colloquial", action="store_true")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--paraphrased", action="store_true")
    parser.add_argument("--phone", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--weight", action="append", default=[])
    parser.add_argument("--explain")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> None:
    """Print the table; with --weight, what it changes; with --misses, every query whose first result is wrong."""
    given = _arguments(arguments)
    book, _ = checks.examine(given.docs, typeset=False)
    if given.explain:
        with TemporaryDirectory() as name:
            write(search_index.scripts(book), Path(name))
            print(json.dumps(explanation(Path(name), given.explain), ensure_ascii=False, indent=1))  # noqa: T201
        return
    chosen = {
        quality.COLLOQUIAL: given.colloquial,
        quality.FRESH: given.fresh,
        quality.PARAPHRASED: given.paraphrased,
        quality.PHONE: given.phone,
    }
    path = next((path for path, wanted in chosen.items() if wanted), quality.QUERIES)
    asked = [q for q in quality.queries(path, existing=book.by_id) if q.held_out == (given.held_out or given.fresh)]
    changed = {name: float(value) for name, value in (pair.split("=") for pair in given.weight)}
    results = measured(book, asked, changed)
    if given.misses:
        for line in quality.misses(asked, results):
            print(line)  # noqa: T201
    print(quality.table(asked, results))  # noqa: T201
    if changed:
        print(quality.difference(asked, measured(book, asked, {}), results))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
