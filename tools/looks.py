"""Pictures of every kind of page in every width and manner, beside those of another state where there is one.

Needs what the tests need: python3 book.py looks. The pictures are made anew each time and not kept: letters are drawn
by the fonts of the machine.
"""

from __future__ import annotations

import functools
import io
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy
import pypdfium2
import yaml
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from . import environment

ROOT = environment.ROOT
WIDTHS = (360, 768, 1366)
MANNERS = ("light", "dark", "forced", "print")
# px: what is below this in a long page is more of the same.
TALLEST = 2600
# Of a page on paper, the first sheets.
SHEETS = 4
# Of 255: below it, letters were smoothed otherwise.
NOTICED = 24
_SETTLED = "document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 60)))"


@dataclass(frozen=True)
class Kind:
    """A kind of page: its template, where it is in the small book and in the whole one.

    And what is done there: what to write into its field, what to press, and what comes of it.
    """

    name: str
    template: str
    book: tuple[str, ...]
    small: str | None = None
    press: str = ""
    write: str = ""
    until: str = ""


@dataclass(frozen=True)
class Shot:
    """A page to be taken, in one width and manner; `width` is 0 for paper."""

    kind: Kind
    address: str
    width: int
    manner: str

    @property
    def name(self) -> str:
        """Of its file."""
        place = "".join(letter if letter.isalnum() else "-" for letter in self.address.strip("/")) or "home"
        state = f"-{self.kind.name}" if self.kind.press else ""
        return f"{place}{state}-{self.width or 'a4'}-{self.manner}"


@dataclass(frozen=True)
class Change:
    """A picture and, where there was another state, the one before and the share of points that differ."""

    shot: Shot
    after: Image.Image
    before: Image.Image | None = None
    share: float = 0.0


def kinds() -> list[Kind]:
    """All of them, from tools/kinds.yml."""
    listed: Mapping[str, dict[str, Any]] = yaml.safe_load((ROOT / "tools" / "kinds.yml").read_text("utf-8"))
    return [Kind(name, **{**of, "book": tuple(of["book"])}) for name, of in listed.items()]


def shots(wanted: Sequence[str], manners: Sequence[str]) -> Iterator[Shot]:
    """What is to be taken of these kinds. A state that is shown by a press is none of paper's."""
    for kind in (kind for kind in kinds() if kind.name in wanted):
        for address in kind.book:
            for manner in manners:
                if manner != "print":
                    yield from (Shot(kind, address, width, manner) for width in WIDTHS)
                elif not kind.press:
                    yield Shot(kind, address, 0, manner)


def take(browser: Browser, home: str, shot: Shot) -> Image.Image:
    """The picture of a page of the site at `home`."""
    context = browser.new_context(
        viewport={"width": shot.width or 794, "height": 800},
        color_scheme="dark" if shot.manner == "dark" else "light",
        forced_colors="active" if shot.manner == "forced" else "none",
        reduced_motion="reduce",
    )
    try:
        page = context.new_page()
        page.goto(home + shot.address, wait_until="load")
        if shot.kind.press:
            _act(page, shot.kind)
        page.evaluate(_SETTLED)
        return _on_paper(page) if shot.manner == "print" else _on_screen(page, shot)
    finally:
        context.close()


def compared(shot: Shot, before: Image.Image, after: Image.Image) -> Change:
    """The two pictures on grounds of one size, and how much differs."""
    size = max(before.width, after.width), max(before.height, after.height)
    first, second = (_on_ground(one, size) for one in (before, after))
    other = numpy.abs(numpy.asarray(first, dtype=numpy.int16) - numpy.asarray(second)).max(axis=2) > NOTICED
    share = float(other.mean())
    return Change(shot, second, first if share else None, share)


def looks(site: Path, output: Path, against: str, wanted: str, manners: str) -> int:
    """The command: pictures and a page that shows them all; 1 where something cannot be had."""
    try:
        if not (site / "index.html").is_file():
            raise LookupError(f"{site} 里没有网站；先运行 python3 book.py build")
        plan = [
            *shots(_among("--kinds", wanted, [kind.name for kind in kinds()]), _among("--manners", manners, MANNERS))
        ]
        output.mkdir(parents=True, exist_ok=True)
        with _other(against) as other:
            rows = [_kept(change, output) for change in _taken(plan, site, other)]
    except LookupError as error:
        print(error, file=sys.stderr)
        return 1
    rows.sort(key=lambda row: -row[1])
    (output / "index.html").write_text(_sheet(rows), "utf-8")
    changed = [f"  {share:6.2%}  {shot.name}" for shot, share in rows if share]
    if against:
        print("\n".join([f"{len(changed)} 张与 {against} 不同", *changed]))
    print(f"{len(rows)} 张，打开 {output / 'index.html'} 来看")
    return 0


def _among(option: str, given: str, known: Sequence[str]) -> Sequence[str]:
    """What is named, separated by commas; all there is where nothing is."""
    named = [name for name in given.replace("，", ",").split(",") if name]
    for name in named:
        if name not in known:
            raise LookupError(f"{option} 里没有“{name}”；可用的有 {'、'.join(known)}")
    return named or known


def _taken(plan: Sequence[Shot], site: Path, other: Path | None) -> Iterator[Change]:
    """One after another: all of them are too much to hold."""
    with sync_playwright() as playwright, _serving(site) as home, _serving(other or site) as old:
        browser = playwright.chromium.launch(executable_path=environment.browser(), args=["--no-sandbox"])
        for number, shot in enumerate(plan):
            print(f"\r{number + 1}/{len(plan)} {shot.name}\033[K", end="", file=sys.stderr, flush=True)
            after = take(browser, home, shot)
            yield compared(shot, take(browser, old, shot), after) if other else Change(shot, after)
        print(file=sys.stderr)
        browser.close()


def _act(page: Page, kind: Kind) -> None:
    """What is not shown in this width is not pressed, where nothing is waited for."""
    if kind.write:
        page.locator("textarea").first.fill(kind.write)
    found = page.locator(kind.press).first
    if kind.until:
        found.click()
        page.locator(kind.until).first.wait_for()
    elif found.is_visible():
        found.click()


def _on_screen(page: Page, shot: Shot) -> Image.Image:
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    if not shot.kind.press:
        # What hangs on the window is where a reader of the whole page sees it.
        page.set_viewport_size({"width": shot.width, "height": max(height, 800)})
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def _on_paper(page: Page) -> Image.Image:
    """The first sheets side by side."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True, print_background=False))
    sheets = [document[number].render(scale=1).to_pil().convert("RGB") for number in range(min(len(document), SHEETS))]
    whole = Image.new("RGB", (sum(one.width + 8 for one in sheets), max(one.height for one in sheets)), "#888")
    for number, one in enumerate(sheets):
        whole.paste(one, (sum(other.width + 8 for other in sheets[:number]), 0))
    return whole


def _on_ground(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    if picture.size == size:
        return picture
    ground = Image.new("RGB", size, "#f0f")
    ground.paste(picture)
    return ground


def _kept(change: Change, output: Path) -> tuple[Shot, float]:
    change.after.save(output / f"{change.shot.name}.webp", quality=80)
    before = output / f"{change.shot.name}-before.webp"
    if change.before is None:
        before.unlink(missing_ok=True)
    else:
        change.before.save(before, quality=80)
    return change.shot, change.share


def _sheet(rows: Sequence[tuple[Shot, float]]) -> str:
    """A page of all pictures, what changed most in front."""
    figures = []
    for shot, share in rows:
        names = [f"{shot.name}-before", shot.name] if share else [shot.name]
        pictures = "".join(f'<a href="{name}.webp"><img src="{name}.webp" loading="lazy" alt=""></a>' for name in names)
        said = f"{shot.kind.name} {shot.width or 'A4'} {shot.manner}" + (f"，{share:.2%} 不同：前、后" if share else "")
        figures.append(f"<figure>{pictures}<figcaption>{escape(said)}</figcaption></figure>")
    style = "body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px;align-items:start}figure{margin:0}"
    style += "img{width:240px;max-height:600px;object-fit:cover;object-position:top;border:1px solid #999}"
    head = f'<!doctype html><meta charset="utf-8"><title>每种页面的样子</title><style>{style}</style>'
    return head + "".join(figures)


@contextmanager
def _serving(site: Path) -> Iterator[str]:
    """The address of a built site on a plain file server."""

    class Handler(SimpleHTTPRequestHandler):
        # As any host of static sites does it.
        error_message_format = (site / "404.html").read_text("utf-8").replace("%", "%%")
        error_content_type = "text/html; charset=utf-8"

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def _other(against: str) -> Iterator[Path | None]:
    """The site to compare with: a folder, or a commit, which is built aside with what is installed here."""
    if not against or (Path(against) / "index.html").is_file():
        yield Path(against) if against else None
        return
    with tempfile.TemporaryDirectory() as folder:
        work, site = Path(folder, "work"), Path(folder, "site")
        _run("git", "worktree", "add", "--detach", str(work), against)
        try:
            for name in ("node_modules", ".cache"):
                (work / name).symlink_to(ROOT / name)
            named = {"ANSWERBOOK_DOCS": str(work / "docs"), "ANSWERBOOK_SITE": str(site)}
            _run(sys.executable, "-m", "mkdocs", "build", "--strict", cwd=work, env={**os.environ, **named})
            yield site
        finally:
            shutil.rmtree(work, ignore_errors=True)
            _run("git", "worktree", "prune")


def _run(*command: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise LookupError(f"{' '.join(command[:4])} 没有做成：\n{(done.stderr or done.stdout).strip()}")
