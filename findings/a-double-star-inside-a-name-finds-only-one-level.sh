#!/usr/bin/env bash
# Finding: Asked for src/**.py, minimatch, fast-glob, glob, globby and Python's glob find src/a.py and
#          nothing in folders under src; fnmatch finds all of them, hidden ones too. pathlib finds .hidden
#          files with **/*.py where the others don't, and PurePath.match('src/**/*.py') misses src/a.py.
# A good guess says: two stars go through all folders, wherever they stand.
# What happens: ** means 'any folders' only where it stands alone between slashes; else it is one *. fnmatch
#          knows no slashes. PurePath.match (Python 3.11) takes ** for one *. Write src/**/*.py, and say it
#          in the description of the search tool.
# Versions: minimatch 11.0.9, fast-glob 3.3.3, glob 14.0.6, globby 16.2.4 (npm) (Python 3.11, Node 20)
# Seen: 2026-11-30
set -euo pipefail
MINIMATCH=${MINIMATCH-11.0.9}
FAST_GLOB=${FAST_GLOB-3.3.3}
GLOB=${GLOB-14.0.6}
GLOBBY=${GLOBBY-16.2.4}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "minimatch@${MINIMATCH:-latest}" \
  "fast-glob@${FAST_GLOB:-latest}" \
  "glob@${GLOB:-latest}" \
  "globby@${GLOBBY:-latest}" >/dev/null
cd "$tmp"
mkdir -p tree/src/x/y tree/src/.hidden
touch tree/a.py tree/src/a.py tree/src/x/b.py tree/src/x/y/c.py tree/src/.hidden/d.py
cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import fastGlob from "fast-glob";
import { globSync } from "glob";
import { globbySync } from "globby";
import { minimatch } from "minimatch";

for (const name of ["minimatch", "fast-glob", "glob", "globby"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const files = ["a.py", "src/a.py", "src/x/b.py", "src/x/y/c.py", "src/.hidden/d.py"];
const ways = {
  minimatch: (pattern) => files.filter((file) => minimatch(file, pattern)),
  "fast-glob": (pattern) => fastGlob.sync(pattern, { cwd: "tree" }),
  glob: (pattern) => globSync(pattern, { cwd: "tree" }),
  globby: (pattern) => globbySync(pattern, { cwd: "tree" }),
};
const patterns = ["src/**.py", "src/**/*.py"];
writeFileSync("seen.json", JSON.stringify(Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, patterns.map((pattern) => way(pattern).sort())]))));
JS
node run.mjs
python3 - <<'PY'
import fnmatch
import glob
import json
import sys
from pathlib import Path, PurePath

FILES = ["a.py", "src/a.py", "src/x/b.py", "src/x/y/c.py", "src/.hidden/d.py"]
PATTERNS = ["src/**.py", "src/**/*.py"]
seen = json.loads(Path("seen.json").read_text("utf-8"))
seen["Python glob"] = [sorted(glob.glob(pattern, root_dir="tree", recursive=True)) for pattern in PATTERNS]
seen["fnmatch"] = [sorted(fnmatch.filter(FILES, pattern)) for pattern in PATTERNS]
for name, found in seen.items():
    print(name.ljust(12), *(f"{pattern}: {' '.join(files)};" for pattern, files in zip(PATTERNS, found)))
hidden = sorted(path.relative_to("tree").as_posix() for path in Path("tree").glob("src/**/*.py"))
print("pathlib      src/**/*.py:", *hidden)
print("PurePath.match('src/**/*.py') of src/a.py:", PurePath("src/a.py").match("src/**/*.py"))
below = ["src/a.py", "src/x/b.py", "src/x/y/c.py"]
every = sorted([*below, "src/.hidden/d.py"])
recorded = dict.fromkeys(["minimatch", "fast-glob", "glob", "globby", "Python glob"], [["src/a.py"], below])
recorded["fnmatch"] = [every, sorted(set(every) - {"src/a.py"})]
if seen != recorded or hidden != every or PurePath("src/a.py").match("src/**/*.py"):
    sys.exit(f"DIFFERENT from the record: {recorded}; pathlib finds all four, PurePath.match says no")
print("as recorded")
PY
