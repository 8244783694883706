#!/usr/bin/env bash
# Finding: The npm package yaml writes the labels no, on and yes and the ratio 1:30 without quotation marks;
#          PyYAML reads False, True, True and 90. 017 it quotes, 1_000 it doesn't: 1000 comes back.
# A good guess says: a writer of YAML quotes what another reader takes for something else.
# What happens: yaml keeps to YAML 1.2, where only true and false are booleans; PyYAML reads 1.1, where no, on,
#          1:30 (base 60), 1_000 and a plain date are more than text. With stringify(…, {version: '1.1'}) it
#          quotes them; js-yaml 5 quotes all of them by itself.
# Versions: pyyaml 6.0.4 (PyPI), yaml 2.9.1, js-yaml 5.5.0 (npm) (Python 3.11, Node 20)
# Seen: 2026-11-30
set -euo pipefail
YAML=${YAML-2.9.1}
JS_YAML=${JS_YAML-5.5.0}
PYYAML=${PYYAML-6.0.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pyyaml${PYYAML:+==$PYYAML}"
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "yaml@${YAML:-latest}" \
  "js-yaml@${JS_YAML:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { dump } from "js-yaml";
import { stringify } from "yaml";

for (const name of ["yaml", "js-yaml"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const texts = ["no", "on", "yes", "1:30", "1_000", "2026-11-30", "017", "null", "好评"];
writeFileSync("texts.json", JSON.stringify(texts));
writeFileSync("yaml.yml", stringify(texts));
writeFileSync("yaml-1.1.yml", stringify(texts, { version: "1.1" }));
writeFileSync("js-yaml.yml", dump(texts));
JS
node run.mjs
python3 - <<'PY'
import json
import sys
from importlib.metadata import version
from pathlib import Path

import yaml

print("pyyaml", version("pyyaml"))
texts = json.loads(Path("texts.json").read_text("utf-8"))
changed = {}
for name in ("yaml", "yaml-1.1", "js-yaml"):
    read = yaml.safe_load(Path(f"{name}.yml").read_text("utf-8"))
    changed[name] = {text: str(value) for text, value in zip(texts, read) if text != value}
    print(f"{name}, changed by PyYAML: {changed[name]}")
recorded = {"yaml": {"no": "False", "on": "True", "yes": "True", "1:30": "90", "1_000": "1000", "2026-11-30": "2026-11-30"}, "yaml-1.1": {}, "js-yaml": {}}
if changed != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
