#!/usr/bin/env bash
# Finding: fast-xml-parser reads the arguments of an XML tool call as numbers wherever it can: order 007 is 7, version
#          1.10 is 1.1, hash 12e34 is 1.2e+35, +8613800138000 loses its plus, 0x1F is 31; the indentation before a
#          line of code is gone.
# A good guess says: XML knows no types, so a text stays a text.
# What happens: parseTagValue and trimValues are on; only what a double would change (9007199254740993) stays text. With
#          {parseTagValue: false, trimValues: false} all is as written. Python's xmltodict keeps the texts, but
#          takes the indentation away, too.
# Versions: fast-xml-parser 5.12.1 (npm), xmltodict 1.0.4 (PyPI) (Node 20, Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
FAST_XML_PARSER=${FAST_XML_PARSER-5.12.1}
XMLTODICT=${XMLTODICT-1.0.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "fast-xml-parser@${FAST_XML_PARSER:-latest}" >/dev/null
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "xmltodict${XMLTODICT:+==$XMLTODICT}"
cd "$tmp"
cat > call.xml <<'XML'
<call><order>007</order><version>1.10</version><hash>12e34</hash><phone>+8613800138000</phone><address>0x1F</address><number>9007199254740993</number><code>    return 1
</code></call>
XML
python3 - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import xmltodict

print("xmltodict", version("xmltodict"))
seen = [*xmltodict.parse(Path("call.xml").read_text())["call"].values()]
print(seen)
if seen != ["007", "1.10", "12e34", "+8613800138000", "0x1F", "9007199254740993", "return 1"]:
    sys.exit("DIFFERENT from the record: the texts as written, the code without its indentation")
PY
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { XMLParser } from "fast-xml-parser";

console.log("fast-xml-parser", JSON.parse(readFileSync("node_modules/fast-xml-parser/package.json", "utf8")).version);
const text = readFileSync("call.xml", "utf8");
const seen = [undefined, { parseTagValue: false, trimValues: false }].map((options) => Object.values(new XMLParser(options).parse(text).call));
console.log(seen);
const recorded = [[7, 1.1, 1.2e35, 8613800138000, 31, "9007199254740993", "return 1"], ["007", "1.10", "12e34", "+8613800138000", "0x1F", "9007199254740993", "    return 1\n"]];
if (JSON.stringify(seen) !== JSON.stringify(recorded)) {
  console.log("DIFFERENT from the record:", recorded);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
