"""Runs the scripts of findings/ and lists which no longer see what they recorded: python3 -m tools.findings --help."""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .environment import ROOT

# A line of a script that names a version: MATH_VERIFY=${MATH_VERIFY-0.9.0}
VERSION = re.compile(r"^([A-Z][A-Z0-9_]*)=\$\{\1-([^}]+)\}$", re.MULTILINE)
DIFFERENT = "DIFFERENT from the record"
SAME = "as recorded"
# The line of a traceback, or of an uncaught error of Node, that says what went wrong
ERROR = re.compile(r"^[\w.]*(?:Error|Exception)\b.*$", re.MULTILINE)
LIMIT = 1200
LONGEST = 300


@dataclass(frozen=True)
class Result:
    """What came of one script."""

    name: str
    versions: str
    verdict: str
    seconds: float


def versions(script: str) -> dict[str, str]:
    """The variables of a script and the versions they have unless the environment says otherwise."""
    return dict(VERSION.findall(script))


def run(path: Path, *, newest: bool, limit: float = LIMIT) -> Result:
    """Run one script; with newest its variables are empty, and pip takes what is newest."""
    pinned = versions(path.read_text("utf-8"))
    environment = os.environ | (dict.fromkeys(pinned, "") if newest else pinned)
    begun = time.monotonic()
    code, output = _output(path, environment, limit)
    used = _found(pinned, output) if newest else pinned
    told = "、".join(f"{variable.lower().replace('_', '-')} {version}" for variable, version in used.items())
    return Result(path.stem, told, _verdict(code, output), time.monotonic() - begun)


def start(path: Path, environment: Mapping[str, str]) -> subprocess.Popen[str]:
    """A script on its way, at the head of a group of processes; what it and they write comes out of one pipe."""
    return subprocess.Popen(
        ["bash", str(path)],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def end(script: subprocess.Popen[str]) -> None:
    """End a script with all that it started; its trap runs, and removes its folder."""
    os.killpg(script.pid, signal.SIGTERM)
    script.communicate()


def _output(path: Path, environment: Mapping[str, str], limit: float) -> tuple[int, str]:
    with start(path, environment) as script:
        try:
            output, _ = script.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            end(script)
            return -1, f"超过 {limit:g} 秒"
    return script.returncode, output


def table(results: Iterable[Result]) -> str:
    """The results as a Markdown table, those that changed first."""
    rows = ["| 发现 | 版本 | 结果 | 秒 |", "| --- | --- | --- | --- |"]
    for one in sorted(results, key=lambda result: (not changed(result), result.name)):
        verdict = one.verdict.replace("|", "\\|")
        rows.append(f"| {one.name} | {one.versions} | {verdict} | {one.seconds:.0f} |")
    return "\n".join(rows)


def changed(result: Result) -> bool:
    """Whether a reader of the book should look at it."""
    return result.verdict != "同记录"


def _verdict(code: int, output: str) -> str:
    """What came of it; a script that ends well without saying so broke off before it had compared anything."""
    lines = output.strip().splitlines()
    if code == 0:
        return "同记录" if SAME in lines else "没有跑完：退出码是 0，却没有说 as recorded"
    said = next((place for place in reversed(range(len(lines))) if DIFFERENT in lines[place]), None)
    if said is not None:
        return f"与记录不同：{_short(lines[said:])}"
    errors = ERROR.findall(output)
    return f"没有跑起来：{_short(errors[-1:] or lines[-1:]) or f'退出码是 {code}，没有输出'}"


def _short(lines: Iterable[str]) -> str:
    """Lines as one, short enough for a cell; what Node prints of an object goes over several."""
    text = " ".join(" ".join(lines).split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _found(pinned: Mapping[str, str], output: str) -> dict[str, str]:
    """The versions that the script printed: mcp 2.3.0, {'mcp': '2.3.0'} or @ai-sdk/openai 4.0.118."""
    found = {}
    for variable in pinned:
        name = r"[-_./]".join(map(re.escape, variable.lower().split("_")))
        printed = re.search(rf"(?<![\w/@.-])@?{name}['\"]?[ :=]+['\"]?v?(\d[\w.+-]*)", output)
        found[variable] = printed.group(1) if printed else "最新"
    return found


def _part(text: str) -> tuple[int, int]:
    """2/4 as (2, 4); argparse says what is wrong with anything else."""
    found = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)", text)
    if not found or int(found[1]) > int(found[2]):
        raise argparse.ArgumentTypeError(f"写了 {text}，该写 K/N，1 ≤ K ≤ N，如 2/4")
    return int(found[1]), int(found[2])


def main(arguments: list[str] | None = None) -> int:
    """Run all scripts or the named ones; 1 when anything changed or did not run."""
    parser = argparse.ArgumentParser(description="运行 findings/ 里的脚本，列出和记录不同的。")
    parser.add_argument("names", nargs="*", metavar="名字", help="脚本的名字，不带 .sh；不写就是全部")
    parser.add_argument("--part", type=_part, default=(1, 1), metavar="K/N", help="只运行 N 份里的第 K 份")
    parser.add_argument("--newest", action="store_true", help="不用写定的版本，装最新的")
    parser.add_argument("--folder", type=Path, default=ROOT / "findings", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    paths = [chosen.folder / f"{name}.sh" for name in chosen.names] or sorted(chosen.folder.glob("*.sh"))
    if missing := [path.stem for path in paths if not path.is_file()]:
        print(f"没有这样的发现：{'、'.join(missing)}", file=sys.stderr)
        return 2
    results = []
    part, parts = chosen.part
    for path in paths[part - 1 :: parts]:
        results.append(run(path, newest=chosen.newest))
        print(f"{path.stem}：{results[-1].verdict}", file=sys.stderr, flush=True)
    print(table(results))
    return int(any(changed(result) for result in results))


if __name__ == "__main__":
    sys.exit(main())
