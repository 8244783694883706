"""The configuration in deploy/, as Debian's nginx reads it."""

from __future__ import annotations

import gzip
import http.client
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests import servers, sites
from tools import precompress

YEAR = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("nginx-site") / "site"
    sites.built(sites.SMALL, place, ANSWERBOOK_SITE_URL="https://example.com/")
    (place / ".hidden").write_text("secret")
    assert precompress.main([str(place)]) == 0
    return place


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = servers.nginx()
    if program is None:
        assert "CI" not in os.environ, "nginx has to be there: apt-get install nginx-light"
        pytest.skip("没有 nginx；Debian、Ubuntu：sudo apt-get install nginx-light")
    with servers.served(program, site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


Answer = tuple[int, dict[str, str], bytes]


def get(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    with connection.getresponse() as answer:
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def stylesheet(site: Path) -> str:
    return next(f"/assets/{path.name}" for path in (site / "assets").glob("book.*.css"))


@pytest.mark.parametrize("path", ["/", "/q/first-question/", "/no/such/page", "/assets/answerbook.js", "/feed.xml"])
def test_every_answer_carries_what_keeps_readers_safe(address: str, path: str) -> None:
    _, headers, _ = get(address, path)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "frame-ancestors 'none'"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] and headers["permissions-policy"] and headers["cross-origin-opener-policy"]
    assert headers["server"] == "nginx"
    assert "set-cookie" not in headers


def test_only_what_is_made_for_frames_may_be_shown_in_one(address: str) -> None:
    _, headers, _ = get(address, "/embed/calc/kv/")
    assert headers["content-security-policy"] == "frame-ancestors *"
    assert "x-frame-options" not in headers
    assert headers["x-content-type-options"] == "nosniff"
    for path in ("/calc/kv/", "/embedded/", "/q/embed/", "/calc/embed.html"):
        _, headers, _ = get(address, path)
        assert headers["x-frame-options"] == "DENY"


def test_what_was_compressed_before_is_sent_as_it_is(address: str, site: Path) -> None:
    for path, file in (("/q/first-question/", "q/first-question/index.html"), (stylesheet(site), stylesheet(site)[1:])):
        status, headers, body = get(address, path, Accept_Encoding="gzip, br")
        assert (status, headers["content-encoding"], headers["vary"]) == (200, "gzip", "Accept-Encoding")
        assert body == (site / f"{file}.gz").read_bytes()
        plain, headers, whole = get(address, path)
        assert plain == 200 and "content-encoding" not in headers
        assert whole == gzip.decompress(body) == (site / file).read_bytes()


def test_what_changes_its_name_is_kept_for_a_year_and_pages_for_a_minute(address: str, site: Path) -> None:
    page = (site / "index.html").read_text("utf-8")
    script = page[page.index("assets/answerbook.js?v=") :].partition('"')[0]
    assert get(address, stylesheet(site))[1]["cache-control"] == YEAR
    assert get(address, f"/{script}")[1]["cache-control"] == YEAR
    [font] = (site / "assets").glob("code.*.woff2")
    assert get(address, f"/assets/{font.name}")[1]["cache-control"] == YEAR
    for path in ("/", "/q/first-question/", "/answers.json", "/assets/answerbook.js", "/assets/search/index.js?v="):
        assert get(address, path)[1]["cache-control"] == "public, max-age=60", path
    assert get(address, "/q/first-question/card.png")[1]["cache-control"] == "public, max-age=86400"
    # A mistake is not kept, though its address looks like a file that is.
    for path in ("/q/no-such-question/", "/assets/book.00000000.css"):
        assert get(address, path)[1]["cache-control"] == "no-store"


def test_what_a_browser_has_is_not_sent_again(address: str) -> None:
    for encoding in ("identity", "gzip"):
        _, headers, _ = get(address, "/q/first-question/", Accept_Encoding=encoding)
        status, _, body = get(address, "/q/first-question/", Accept_Encoding=encoding, If_None_Match=headers["etag"])
        assert (status, body) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        *("/q/no-such-question/", "/.hidden", "/.answerbook", "/404.html", "/../etc/passwd", "/q/", "/assets/"),
        *("/%2ehidden", "/q/../.hidden", "/..%2f..%2fetc/passwd", "/%c0%ae%c0%ae/etc/passwd", "/%00", "/%E4%B8%AD"),
    ],
)
def test_what_does_not_exist_is_the_page_that_says_so(address: str, path: str) -> None:
    status, headers, body = get(address, path)
    assert status in (400, 404)
    if status == 404 and not path.startswith("/."):
        assert "没有这一页" in body.decode() and headers["content-type"] == "text/html; charset=utf-8"
    assert b"secret" not in body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/q/first-question/index.md", "text/markdown; charset=utf-8"),
        ("/q/first-question/card.png", "image/png"),
        ("/assets/logo.svg", "image/svg+xml; charset=utf-8"),
        ("/assets/answerbook.js", "application/javascript; charset=utf-8"),
        ("/answers.json", "application/json; charset=utf-8"),
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
        ("/llms.txt", "text/plain; charset=utf-8"),
    ],
)
def test_every_file_says_what_it_is(address: str, path: str, kind: str) -> None:
    status, headers, _ = get(address, path)
    assert (status, headers["content-type"]) == (200, kind)


def test_a_folder_without_its_slash_leads_to_its_page_wherever_the_server_stands(address: str) -> None:
    status, headers, _ = get(address, "/q/first-question")
    assert (status, headers["location"]) == (301, "/q/first-question/")


def test_nothing_can_be_sent_to_it(address: str) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert get(address, "/", method)[0] in (403, 405)
    assert get(address, "/", "HEAD")[0] == 200


def test_what_was_compressed_tells_the_date_of_the_page(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("甲" * 1000, "utf-8")
    os.utime(page, (1_000_000_000, 1_000_000_000))
    precompress.compress(tmp_path)
    assert (tmp_path / "index.html.gz").stat().st_mtime == 1_000_000_000


def test_compressing_again_changes_nothing_and_forgets_what_is_gone(site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*.gz")}
    (site / "gone.html.gz").write_bytes(b"")
    precompress.compress(site)
    assert {path: path.read_bytes() for path in site.rglob("*.gz")} == before


def test_a_folder_that_is_no_site_is_not_compressed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert precompress.main([str(tmp_path)]) == 2
    assert "用法" in capsys.readouterr().err
