"""nginx with the configuration of deploy/, for a built site: for the tests and for bench/load."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .sites import ROOT

MAIN = """\
daemon off;
{user}
worker_processes 2;
pid {folder}/pid;
error_log stderr;
events {{ worker_connections 4096; }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/book.conf;
}}
"""
TYPES = ("/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types")


def nginx() -> str | None:
    """The program; Debian has it where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


@contextmanager
def served(program: str, site: Path, folder: Path) -> Iterator[str]:
    """The address of the site; the folder is for what nginx writes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    book = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    book, changes = re.subn(r"(?m)^    listen 80;\n    listen \[::\]:80;$", f"    listen 127.0.0.1:{port};", book)
    book, roots = re.subn(r"(?m)^    root .*;$", f'    root "{site}";', book)
    assert changes == roots == 1
    (folder / "book.conf").write_text(book, "utf-8")
    # As root it would read the site as somebody who may not.
    user = "user root;" if os.geteuid() == 0 else ""
    types = next(path for path in TYPES if Path(path).exists())
    (folder / "nginx.conf").write_text(MAIN.format(user=user, folder=folder, types=types), "utf-8")
    log = folder / "log"
    with log.open("w") as errors:
        server = subprocess.Popen([program, "-c", str(folder / "nginx.conf")], stderr=errors)
    try:
        deadline = time.monotonic() + 20
        while not _listens(port):
            assert server.poll() is None and time.monotonic() < deadline, log.read_text()
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(20)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
