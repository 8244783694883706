"""An earlier engine of this project on today's book: python -m bench.search.earlier [COMMIT]. Prints a table.

Both halves of the search as they were at that commit (how the index is made, how the browser ranks) stand in a copy of
today's code, so that both engines read the same book and are asked the same judged questions, in Node.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from answerbook import node
from answerbook.checking import checks

from tests import sites
from tests.search import quality
from tests.search.quality import Query, Result

# The last one before ways of asking and everyday words.
BEFORE_ASKS = "f422ef8"
HALVES = ("hooks/answerbook/search", "web/search", "tests/search/answers.mjs")
# Run with the code of the copy.
MAKE = """\
import sys
from pathlib import Path
from answerbook.checking import checks
from answerbook.search import search_index
book, _ = checks.examine(Path(sys.argv[1]), typeset=False)
for name, text in search_index.scripts(book).items():
    path = Path(sys.argv[2], name.removeprefix(search_index.FOLDER))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\\n")
"""


def main(arguments: Sequence[str]) -> None:
    """Ask both, print a row for each."""
    book, _ = checks.examine(sites.ROOT / "docs", typeset=False)
    kinds = {
        "关键词和整句": quality.queries(existing=book.by_id),
        "口语": quality.queries(quality.COLLOQUIAL, existing=book.by_id),
        "口语，没有照着改过的": quality.queries(quality.FRESH, existing=book.by_id),
    }
    lines = [f"| 搜索 | {' | '.join(kinds)} | 索引 kB（gzip） |", "| --- |" + " --: |" * (len(kinds) + 1)]
    for commit in [None, *(arguments or [BEFORE_ASKS])]:
        with TemporaryDirectory() as name:
            copy = Path(name, "copy")
            _copy(copy, commit)
            index = Path(name, "index")
            _make(copy, index)
            found = _answers(copy, index, [query for asked in kinds.values() for query in asked])
            size = len(gzip.compress((index / "index.js").read_bytes(), 9)) / 1000
        right = (quality.score([query for query in asked if query.answers], found).first for asked in kinds.values())
        lines.append(f"| {commit or '今天的'} | {' | '.join(f'{share:.3f}' for share in right)} | {size:.0f} |")
    print("\n".join(lines))


def _copy(root: Path, commit: str | None) -> None:
    """Today's code, with both halves of the search as they were at a commit if one is given."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=sites.ROOT, stdout=subprocess.PIPE, check=True).stdout
    for name in listed.decode().rstrip("\0").split("\0"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(sites.ROOT / name, root / name, follow_symlinks=False)
    if commit is None:
        return
    shutil.rmtree(root / "hooks" / "answerbook" / "search")
    shutil.rmtree(root / "web" / "search")
    command = ["git", "archive", commit, *HALVES]
    kept = subprocess.run(command, cwd=sites.ROOT, stdout=subprocess.PIPE, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(kept)) as archive:
        archive.extractall(root, filter="data")


def _make(root: Path, index: Path) -> None:
    # What the engines keep of a question differs: neither may find the other's.
    settings = os.environ | {"PYTHONPATH": str(root / "hooks"), "ANSWERBOOK_CACHE": str(root / "cache")}
    command = [sys.executable, "-c", MAKE, str(root / "docs"), str(index)]
    subprocess.run(command, env=settings, cwd=root, check=True)


def _answers(root: Path, index: Path, asked: Sequence[Query]) -> dict[str, list[Result]]:
    wanted = json.dumps({"folder": str(index), "queries": [query.text for query in asked], "changed": {}})
    command = [node.executable(), str(root / "tests" / "search" / "answers.mjs")]
    done = subprocess.run(command, input=wanted, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    found = json.loads(done.stdout)
    return {text: [Result(one["id"], one["weak"]) for one in results] for text, results in found.items()}


if __name__ == "__main__":
    main(sys.argv[1:])
