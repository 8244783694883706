"""Quality without a browser, in two seconds: python -m tests.search.tune [--held-out] [--misses]."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from answerbook import node
from answerbook.checking import checks
from answerbook.search import search_index

from tests.search import quality
from tests.search.quality import Query, Result

ROOT = Path(__file__).resolve().parents[2]


def write(files: Mapping[str, str], folder: Path) -> None:
    """Put the scripts of an index into a folder, as in assets/search of the site."""
    for name, text in files.items():
        path = folder / name.removeprefix(search_index.FOLDER)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def answers(folder: Path, asked: Sequence[Query]) -> dict[str, list[Result]]:
    """What the engine finds, in Node."""
    wanted = json.dumps({"folder": str(folder), "queries": [query.text for query in asked]})
    script = Path(__file__).with_name("answers.mjs")
    command = [node.executable(), str(script)]
    done = subprocess.run(command, input=wanted, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return {text: [Result(one["id"], one["weak"]) for one in found] for text, found in json.loads(done.stdout).items()}


def main(arguments: Sequence[str]) -> None:
    """Print the table, and with --misses every query whose first result is wrong."""
    docs = Path(arguments[arguments.index("--docs") + 1]) if "--docs" in arguments else ROOT / "docs"
    book, _ = checks.examine(docs, typeset=False)
    held_out = "--held-out" in arguments
    asked = [q for q in quality.queries(existing=book.by_id) if q.held_out == held_out]
    with TemporaryDirectory() as name:
        write(search_index.scripts(book), Path(name))
        results = answers(Path(name), asked)
    if "--misses" in arguments:
        for query in asked:
            found = results[query.text]
            right = found and found[0].id in query.answers if query.answers else not found or found[0].weak
            if not right:
                print(f"{query.kind}  {query.text}  ≠ {query.answers[:3]}: {[r.id for r in found[:4]]}")  # noqa: T201
    print(quality.table(asked, results))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
