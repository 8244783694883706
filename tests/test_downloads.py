"""What readers take along: archives that are the same each time, files that appear whole, and the home page's list."""

from __future__ import annotations

import os
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from answerbook import outputs
from answerbook.site import downloads

from tests import sites


def test_an_archive_of_the_same_files_is_the_same_bytes(tmp_path: Path) -> None:
    files = [("mimetype", b"a"), ("字.txt", "字".encode() * 99)]
    packed = outputs.archive(files, stored=frozenset(["mimetype"]))
    assert packed == outputs.archive(files, stored=frozenset(["mimetype"]))
    (tmp_path / "a.zip").write_bytes(packed)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert [(one.filename, one.compress_type) for one in archive.infolist()] == [("mimetype", 0), ("字.txt", 8)]
        assert archive.read("字.txt") == "字".encode() * 99


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "dist" / "book.pdf"
    outputs.put(place, b"old", date(2026, 3, 9))

    def refuse(self: Path, target: Path) -> Path:
        raise OSError("full")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="full"):
        outputs.put(place, b"new", date(2026, 3, 9))
    assert place.read_bytes() == b"old"
    assert [path.name for path in place.parent.iterdir()] == ["book.pdf"]


def test_the_home_page_lists_what_was_made_with_its_size(tmp_path: Path) -> None:
    made = tmp_path / "dist"
    made.mkdir()
    (made / "answerbook.pdf").write_bytes(b"%PDF" * 400_000)
    (made / "notes.txt").touch()
    os.utime(made / "answerbook.pdf", (1_773_057_600, 1_773_057_600))
    sites.built(sites.SMALL, tmp_path / "site", ANSWERBOOK_DOWNLOADS=str(made))
    home = sites.read(tmp_path / "site", "")
    line = home.select("#downloads + ul > li")
    assert [" ".join(one.get_text().split()) for one in line] == [
        "PDF 像一本印好的书：有目录、页码、书签和索引，可以打印 1.6 MB"
    ]
    assert line[0].select("a")[0]["href"] == "downloads/answerbook.pdf"
    assert (tmp_path / "site" / "downloads" / "answerbook.pdf").read_bytes() == (made / "answerbook.pdf").read_bytes()


def test_a_topic_and_a_path_lead_to_their_pdf_with_size_and_pages(tmp_path: Path) -> None:
    made = tmp_path / "dist"
    for name, pages in (("answerbook-beta.pdf", 12), ("answerbook-path-one-hour.pdf", 7)):
        outputs.put(made / name, b"%PDF" * 400_000, date(2026, 3, 9))
        outputs.note_pages(made / name, pages, date(2026, 3, 9))
    sites.built(sites.SMALL, tmp_path / "site", ANSWERBOOK_DOWNLOADS=str(made))
    for address, said in (("beta", "PDF 12 页，1.6 MB"), ("paths/one-hour", "PDF 7 页，1.6 MB")):
        page = sites.read(tmp_path / "site", address)
        assert sites.text(page, ".printed") == said
        leads = (tmp_path / "site" / address / str(sites.one(page, ".printed a")["href"])).resolve()
        assert leads.read_bytes() == b"%PDF" * 400_000
    assert not sites.read(tmp_path / "site", "alpha").select(".printed")


def test_notes_that_cannot_be_read_cost_only_the_number_of_pages(tmp_path: Path) -> None:
    outputs.put(tmp_path / "answerbook.pdf", b"%PDF", date(2026, 3, 9))
    for damaged in ("[1]", "{", '{"answerbook.pdf": "12"}'):
        (tmp_path / outputs.PAGES).write_text(damaged, "utf-8")
        assert [one.pages for one in downloads.found(tmp_path)] == [0]


def test_the_date_of_what_was_made_is_that_of_what_it_holds(tmp_path: Path) -> None:
    outputs.put(tmp_path / "answerbook.pdf", b"%PDF", date(2026, 3, 9))
    assert [one.made for one in downloads.found(tmp_path)] == [date(2026, 3, 9)]


def test_without_downloads_there_is_nothing_to_see(tmp_path: Path) -> None:
    assert downloads.found(tmp_path) == ()


def test_a_topic_lists_its_cards(tmp_path: Path) -> None:
    made = tmp_path / "dist"
    made.mkdir()
    (made / "answerbook-alpha.apkg").write_bytes(b"PK" * 20_000)
    sites.built(sites.SMALL, tmp_path / "site", ANSWERBOOK_DOWNLOADS=str(made))
    (link,) = sites.read(tmp_path / "site", "alpha/").select("a[download]")
    assert link.get_text() == "Anki 卡片（40 kB）"
    assert (tmp_path / "site" / "downloads" / "answerbook-alpha.apkg").exists()
    assert not sites.read(tmp_path / "site", "beta/").select("a[download]")
    assert not sites.read(tmp_path / "site", "").select("a[download]")


def test_a_handwritten_answer_leads_to_its_exercise(tmp_path: Path) -> None:
    docs, made = sites.copied(tmp_path), tmp_path / "dist"
    for name in ("code-mha", "plain"):
        text = (docs / "alpha" / "second-question.md").read_text("utf-8").replace("title: ", f"title: {name} ")
        (docs / "alpha" / f"{name}.md").write_text(re.sub("asked_in: .*", "asked_in: []", text), "utf-8")
    made.mkdir()
    for name, said in (("", "book.py practice code-mha"), ("practice.zip", "practice.py code-mha")):
        if name:
            (made / name).write_bytes(b"PK")
        sites.built(docs, tmp_path / "site", ANSWERBOOK_DOWNLOADS=str(made))
        (line,) = sites.read(tmp_path / "site", "q/code-mha/").select(".drill")
        assert said in line.get_text()
        links = [link["href"] for link in line.select("a[download]")]
        assert links == (["../../downloads/practice.zip"] if name else [])
        assert not sites.read(tmp_path / "site", "q/plain/").select(".drill")
