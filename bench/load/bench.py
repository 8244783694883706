"""How deploy/nginx.conf bears many readers: two thousand requests a second for a while, over all answers.

python3 book.py build; cd bench/load; npm ci; cd ../..; .venv/bin/python -m bench.load.bench site [requests a second]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import servers
from tools import precompress

RATE = 2000
SECONDS = 30


def main(site: Path, rate: int) -> int:
    """Serve the site, ask for `rate` pages a second, print what came back; 1 where not all came."""
    program = servers.nginx()
    assert program is not None, "apt-get install nginx-light"
    precompress.compress(site)
    paths = [f"/{page.parent.relative_to(site).as_posix()}/" for page in sorted(site.glob("q/*/index.html"))]
    paths += ["/", "/no/such/page", *(f"/assets/{path.name}" for path in (site / "assets").glob("*.css"))]
    with tempfile.TemporaryDirectory() as folder, servers.served(program, site.resolve(), Path(folder)) as home:
        script = Path(__file__).with_name("load.js")
        given = json.dumps({"home": home, "paths": paths, "rate": rate, "seconds": SECONDS})
        done = subprocess.run(["node", str(script)], input=given, capture_output=True, text=True, check=True)
    print(done.stdout)
    found = json.loads(done.stdout)
    return 1 if found["errors"] or found["unexpected"] or found["rate"] < 0.99 * rate else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else RATE))
