#!/usr/bin/env bash
# Finding: LangChain's SQLDatabase.run hands the model 300 of the 1,000 characters of a cell (the
#          last three are dots), and nothing at all, an empty text, for a query that finds no row.
# A good guess says: the rows as they are, or the number of rows limited; [] for none.
# What happens: max_string_length=300 cuts every cell of text; the rows are not limited, 5,000 of
#          them make 43,890 characters. The empty text is the same for no row and for an UPDATE
#          that was done. A model that looks for a sentence in the second half of a cell says it
#          isn't there. Set max_string_length, write LIMIT into the prompt, and say "no rows"
#          oneself.
# Versions: langchain-community 0.4.2, sqlalchemy 2.1.9 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
LANGCHAIN_COMMUNITY=${LANGCHAIN_COMMUNITY-0.4.2}
SQLALCHEMY=${SQLALCHEMY-2.1.9}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain-community${LANGCHAIN_COMMUNITY:+==$LANGCHAIN_COMMUNITY}" \
  "sqlalchemy${SQLALCHEMY:+==$SQLALCHEMY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sqlite3
import sys
from importlib.metadata import version

from langchain_community.utilities import SQLDatabase

print("langchain-community", version("langchain-community"), "sqlalchemy", version("sqlalchemy"))
TEXT = "甲" * 900 + "结论在这里" + "乙" * 95
with sqlite3.connect("notes.db") as file:
    file.execute("create table notes(number integer, text text)")
    file.execute("insert into notes values (-1, ?)", (TEXT,))
    file.executemany("insert into notes values (?, '')", [(number,) for number in range(5000)])
database = SQLDatabase.from_uri("sqlite:///notes.db")
cell = database.run("select text from notes where number = -1")
whole = SQLDatabase.from_uri("sqlite:///notes.db", max_string_length=5000).run("select text from notes where number = -1")
seen = {
    "characters of the cell": len(cell) - len("[('',)]"),
    "ends in dots": cell.endswith("...',)]"),
    "holds its conclusion": "结论在这里" in cell,
    "with max_string_length 5000": "结论在这里" in whole,
    "no row": database.run("select text from notes where number = -2"),
    "an update": database.run("update notes set text = 'x' where number = 7"),
    "characters of 5,000 rows": len(database.run("select number from notes where number >= 0")),
}
for name, value in seen.items():
    print(f"{name}: {value!r}")
recorded = {
    "characters of the cell": 300,
    "ends in dots": True,
    "holds its conclusion": False,
    "with max_string_length 5000": True,
    "no row": "",
    "an update": "",
    "characters of 5,000 rows": 43890,
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
