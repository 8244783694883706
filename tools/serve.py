"""Serves the book while it is written: rebuilt at every save, and a reader always has a page.

A build goes to a folder of its own and is shown only when it is whole. While the content has mistakes, the last good
site stays, with the mistakes on top of every page.
"""

from __future__ import annotations

import argparse
import contextlib
import html
import mimetypes
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

from answerbook.site import keeping

from . import driver, swap
from .environment import ROOT

OWN = "/__serve__/"
LOOK_EVERY = 0.3
KEEP_ALIVE = 15.0
# What file systems take, in bytes; beyond, they raise.
LONGEST_NAME, LONGEST_PATH = 255, 1000
PRINTED = re.compile("/downloads/answerbook-([a-z0-9-]+)[.]pdf")
WATCHED = ("hooks", "overrides", "web", "tools", "mkdocs.yml", "published.txt", "retired.yml")

SCRIPT = """\
const script = document.currentScript
new EventSource(`${script.dataset.events}?seen=${script.dataset.seen}`).onmessage = () => location.reload()
"""
STYLE = """\
.serve-problems { position: fixed; z-index: 99; inset: auto 0 0 0; max-height: 45vh; overflow: auto; padding: 12px 20px;
  font: 15px/1.6 system-ui, sans-serif; color: #fff; background: #7c2214; box-shadow: 0 -2px 12px #0006 }
.serve-problems h2 { margin: 0 0 6px; font-size: 16px }
.serve-problems ol { margin: 0; padding-left: 1.6em }
.serve-problems li { margin: 2px 0; overflow-wrap: anywhere; white-space: pre-wrap }
body:has(> .serve-problems) { padding-bottom: 45vh }
"""


class Served:
    """What readers see: the last whole site, what is wrong since, and how many builds there have been."""

    def __init__(self) -> None:
        self.site: driver.Site | None = None
        self.problems: tuple[str, ...] = ()
        # From the clock, so that a page of an earlier server reloads too.
        self.build = time.time_ns() // 1_000_000
        self.changed = threading.Condition()

    def show(self, site: driver.Site | None, problems: Sequence[str]) -> None:
        """Another build is over: a new site, or the old one with what kept the new one from appearing."""
        with self.changed:
            self.site = site or self.site
            self.problems = tuple(problems)
            self.build += 1
            self.changed.notify_all()


class Handler(BaseHTTPRequestHandler):
    """Files of the last whole site; pages carry the script that reloads them, and what is wrong."""

    protocol_version = "HTTP/1.1"
    served: Served

    def do_GET(self) -> None:
        """Answer a request."""
        path = urlsplit(self.path).path
        if path == OWN + "events":
            return self._events()
        if path == OWN + "serve.js":
            return self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", SCRIPT.encode())
        if path == OWN + "serve.css":
            return self._send(HTTPStatus.OK, "text/css; charset=utf-8", STYLE.encode())
        if (asked := PRINTED.fullmatch(path)) and self.command == "GET":
            return self._printed(asked[1])
        site = self.served.site
        if site is None:
            return self._page(HTTPStatus.SERVICE_UNAVAILABLE, EMPTY_PAGE)
        return self._file(site, path)

    def _file(self, site: driver.Site, path: str) -> None:
        """A file of the site, made now if it was left for later."""
        folder = site.folder
        try:
            site.later.make(folder, None if path == f"/{keeping.PLAN}" else path.lstrip("/"))
        # Whatever a maker raises, the other files are there.
        except Exception as error:  # noqa: BLE001
            return self._not_made(path, driver.explain(error, []))
        file = _inside(folder, path)
        if file is not None and file.is_dir():
            if not path.endswith("/"):
                return self._redirect(path + "/")
            file = file / "index.html"
        if path == f"/{keeping.PLAN}":
            return self._send(HTTPStatus.OK, "application/json", keeping.plan(folder).encode())
        content = _read(file)
        if file is None or content is None:
            return self._page(HTTPStatus.NOT_FOUND, _read(folder / "404.html") or EMPTY_PAGE)
        if file.suffix == ".html":
            return self._page(HTTPStatus.OK, content)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self._send(HTTPStatus.OK, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, content)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Requests are of no interest to a writer."""

    def _page(self, status: HTTPStatus, page: bytes) -> None:
        own = f'<script src="{OWN}serve.js" data-events="{OWN}events" data-seen="{self.served.build}" async></script>'
        if self.served.problems:
            items = "".join(f"<li>{html.escape(problem)}</li>" for problem in self.served.problems)
            title = "这一版还不能发布" + ("，页面仍是上一版" if self.served.site else "")
            own += (
                f'<link rel="stylesheet" href="{OWN}serve.css"><aside class="serve-problems" role="alert">'
                f"<h2>{title}：{len(self.served.problems)} 处要改</h2><ol>{items}</ol></aside>"
            )
        before, end, after = page.rpartition(b"</body>")
        self._send(status, "text/html; charset=utf-8", before + own.encode() + end + after)

    def _not_made(self, path: str, reasons: Sequence[str]) -> None:
        """What kept a file from being made is its answer, and stands in the terminal; the next request tries again."""
        said = "\n".join((f"{path} 做不出来，页面仍能看；改好存盘就会重新生成：", *reasons))
        print(said, file=sys.stderr, flush=True)
        self._send(HTTPStatus.INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", said.encode())

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _printed(self, key: str) -> None:
        """The PDF of a topic or a path as the files are now; what keeps it from being made is the answer else."""
        _, path, name = key.rpartition("path-")
        option = "--path" if path else "--topic"
        with tempfile.TemporaryDirectory(prefix="answerbook-") as folder:
            output = Path(folder) / "part.pdf"
            command = [sys.executable, str(ROOT / "book.py"), "pdf", option, name]
            command += ["--docs", str(driver.docs_folder()), "--output", str(output)]
            made = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
            if made.returncode == 0:
                return self._send(HTTPStatus.OK, "application/pdf", output.read_bytes())
        # A mistake in what was asked for begins with the option, one in the content with a file.
        lost = made.stdout.startswith(f"{option} {name}: ")
        status = HTTPStatus.NOT_FOUND if lost else HTTPStatus.INTERNAL_SERVER_ERROR
        said = made.stdout.partition("\n")[0] if lost else f"这份 PDF 做不出来：\n{made.stdout}{made.stderr}"
        self._send(status, "text/plain; charset=utf-8", said.encode())

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(path))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _events(self) -> None:
        """Tell the page when there is another build than the one it shows."""
        seen = parse_qs(urlsplit(self.path).query).get("seen", [""])[0]
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        served = self.served
        with contextlib.suppress(ConnectionError):
            while True:
                with served.changed:
                    served.changed.wait_for(lambda: str(served.build) != seen, KEEP_ALIVE)
                    build = str(served.build)
                self.wfile.write(b"data: new\n\n" if build != seen else b": still here\n\n")
                self.wfile.flush()
                if build != seen:
                    return


class Server(ThreadingHTTPServer):
    """Quiet about readers who leave before their page has arrived."""

    daemon_threads = True
    # A page asks for a dozen files at once; of more than five that wait the library turns away the rest.
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A closed tab is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            traceback.print_exc()


def serve(config_file: Path, host: str, port: int) -> int:
    """Serve until interrupted; the exit status."""
    served = Served()
    handler = type("BookHandler", (Handler,), {"served": served})
    try:
        server = Server((host, port), handler)
    except OSError as error:
        print(f"不能在 {host}:{port} 上提供网页（{error.strerror}）；请用 --port 换一个端口", file=sys.stderr)
        return 1
    address = f"http://{f'[{host}]' if ':' in host else host}:{server.server_port}/"
    with swap.temporary() as aside:
        builder = driver.Builder(config_file, address, aside)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"正在生成；网页在 {address} ，按 Ctrl+C 结束", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            watch(builder, served, watched(config_file))
        server.shutdown()
    return 0


def watch(builder: driver.Builder, served: Served, paths: Sequence[Path]) -> None:
    """Build now, and again whenever a file has changed."""
    while True:
        before = driver.snapshot(paths)
        start = time.monotonic()
        site, problems = builder()
        seconds = time.monotonic() - start
        served.show(site, problems)
        builder.clear_up()
        report(problems, seconds, served.site is not None)
        # Something saved during the build counts as well.
        while (now := driver.snapshot(paths)) == before:
            time.sleep(LOOK_EVERY)
        while now != (now := settled(paths)):
            pass


def settled(paths: Sequence[Path]) -> driver.Snapshot:
    """The files a moment later: an editor may write several."""
    time.sleep(LOOK_EVERY / 3)
    return driver.snapshot(paths)


def watched(config_file: Path) -> list[Path]:
    """What the site is made from."""
    return [driver.docs_folder(), config_file, *(ROOT / name for name in WATCHED)]


def report(problems: Sequence[str], seconds: float, shown: bool) -> None:
    """Say in the terminal how it went."""
    clock = time.strftime("%H:%M:%S")
    if problems:
        print(*problems, sep="\n", file=sys.stderr)
        meanwhile = "；网页仍是上一版" if shown else ""
        print(f"{clock} 有 {len(problems)} 处要改，改好存盘就会重新生成{meanwhile}", file=sys.stderr, flush=True)
    else:
        print(f"{clock} 已生成，用时 {seconds:.1f} 秒", flush=True)


def _inside(folder: Path, path: str) -> Path | None:
    """The file that an address means, or None when it lies outside the folder, or no file can have such a name."""
    file = Path(os.path.normpath(folder / unquote(path).lstrip("/").replace("\0", "")))
    longest = max((len(os.fsencode(part)) for part in file.parts), default=0)
    return file if file.is_relative_to(folder) and longest <= LONGEST_NAME and len(str(file)) <= LONGEST_PATH else None


def _read(file: Path | None) -> bytes | None:
    """What the file holds; None when it is not there, or no longer: a site goes when newer ones have come."""
    try:
        return file.read_bytes() if file is not None else None
    except OSError:
        return None


EMPTY_PAGE = (
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>正在生成</title>'
    "<body><h1>还没有可以看的页面</h1></body></html>"
).encode()


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="边写边看：存盘后自动重新生成")
    parser.add_argument("--host", default="127.0.0.1", help="监听的地址，默认只有本机能看")
    parser.add_argument("--port", type=int, default=8000, help="端口，默认 8000")
    options = parser.parse_args(arguments)
    # Ends like Ctrl+C, so that the folder of the sites goes too; also where a shell has switched Ctrl+C off.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    return serve(ROOT / "mkdocs.yml", options.host, options.port)


if __name__ == "__main__":
    sys.exit(main())
