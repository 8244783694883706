#!/usr/bin/env bash
# Finding: PyYAML reads lr: 1e-5 as the text '1e-5'; OmegaConf reads a number.
# A good guess says: 0.00001, as every other reader of YAML or JSON.
# What happens: a float needs a point and a signed exponent (YAML 1.1): 1.0e-5 is a number, 1e-5,
#          1E5 and 1.5e3 are text. on is True as a key, no is False, 12:30:00 is 45000. OmegaConf
#          and ruamel.yaml read 1e-5 as 0.00001.
# Versions: pyyaml 6.0.4, omegaconf 2.4.0, ruamel-yaml 0.19.1 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
PYYAML=${PYYAML-6.0.4}
OMEGACONF=${OMEGACONF-2.4.0}
RUAMEL_YAML=${RUAMEL_YAML-0.19.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pyyaml${PYYAML:+==$PYYAML}" \
  "omegaconf${OMEGACONF:+==$OMEGACONF}" \
  "ruamel-yaml${RUAMEL_YAML:+==$RUAMEL_YAML}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import io
import sys

import omegaconf
import ruamel.yaml
import yaml

print("pyyaml", yaml.__version__, "omegaconf", omegaconf.__version__, "ruamel-yaml", ruamel.yaml.__version__)
text = "a: 1e-5\nb: 1.0e-5\nc: 1.5e3\nd: 12:30:00\ne: no\n"
seen = {
    "PyYAML": list(yaml.safe_load(text).values()),
    "OmegaConf": [omegaconf.OmegaConf.create("a: 1e-5").a],
    "ruamel.yaml": [ruamel.yaml.YAML(typ="safe", pure=True).load(io.StringIO("a: 1e-5"))["a"]],
}
print(text)
for name, values in seen.items():
    print(name, values)
recorded = {"PyYAML": ["1e-5", 1e-5, "1.5e3", 45000, False], "OmegaConf": [1e-5], "ruamel.yaml": [1e-5]}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
