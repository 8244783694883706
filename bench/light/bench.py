"""What Lighthouse says of the built site, as a phone on a slow network would load it; the median of five runs.

python3 book.py build; cd bench/light; npm ci; cd ../..; .venv/bin/python -m bench.light.bench site
Needs nginx and a Chromium ($CHROME_PATH, or the one the tests use).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import servers
from tools import environment, precompress

# Tries more, when one fails.
AGAIN = 3
PAGES = {
    "首页": "",
    "答案": "q/attention-scaling/",
    "公式最多的答案": "q/ppo-four-models/",
    "专题": "transformer/",
    "全部答案": "transformer/all/",
}
CATEGORIES = {"performance": "性能", "accessibility": "无障碍", "best-practices": "最佳实践", "seo": "SEO"}
AUDITS = {
    "first-contentful-paint": "首次绘制",
    "largest-contentful-paint": "最大内容绘制",
    "total-blocking-time": "阻塞",
    "cumulative-layout-shift": "布局偏移",
    "total-byte-weight": "字节",
}
RUNS = 5


def run(url: str) -> dict[str, float]:
    """The scores of a page (0 to 100) and its audits (milliseconds, bytes, the layout shift a number)."""
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    cli = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
    command = ["node", str(cli), url, "--quiet", "--output=json", flags, f"--only-categories={','.join(CATEGORIES)}"]
    done = subprocess.run(command, capture_output=True, text=True)
    # On a busy machine it now and then misses the beginning of the page.
    for _ in range(AGAIN):
        if done.returncode:
            done = subprocess.run(command, capture_output=True, text=True)
    done.check_returncode()
    report = json.loads(done.stdout)
    lost = [f"{one['id']} {one['score']}" for one in report["audits"].values() if one["score"] not in (None, 1)]
    print(url, *lost, sep="\n  ", file=sys.stderr)
    scores = {name: 100 * report["categories"][name]["score"] for name in CATEGORIES}
    return scores | {name: report["audits"][name]["numericValue"] for name in AUDITS}


def main(site: Path) -> None:
    """Serve the site, look at its pages, print the table of medians."""
    program = servers.nginx()
    assert program is not None, "apt-get install nginx-light"
    os.environ.setdefault("CHROME_PATH", environment.browser())
    precompress.compress(site)
    print("| 页 |", *(f"{name} |" for name in [*CATEGORIES.values(), *AUDITS.values()]))
    print("| --- |" + " ---: |" * (len(CATEGORIES) + len(AUDITS)))
    with tempfile.TemporaryDirectory() as folder, servers.served(program, site.resolve(), Path(folder)) as home:
        for name, address in PAGES.items():
            runs = [run(home + address) for _ in range(RUNS)]
            medians = [statistics.median(one[key] for one in runs) for key in [*CATEGORIES, *AUDITS]]
            print(f"| {name} |", *(f"{round(value, 3):g} |" for value in medians), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
