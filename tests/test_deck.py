"""The cards: Anki itself imports an edition, a learner answers, a corrected edition changes the text and no more."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note, NoteFieldsCheckResult
from answerbook.checking import checks
from answerbook.content import imprint
from answerbook.drill import deck
from answerbook.text.body import Body

from tests import sites
from tests.sites import ROOT

IDENTITY = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
BEFORE, AFTER = 1_770_000_000, 1_780_000_000
TRICKY = r"\mathrm{softmax}\!\left(\frac{{q}^{\top}k}{\sqrt{d_{k}}}\right)<1"
QUESTION = f"""\
---
title: 为什么要除以 √d_k？a<b 呢？
short: 因为方差是 d_k，而 a<b。
level: 基础
frequency: 高
tags: [注意力]
aliases: []
asked_in: []
updated: 2026-03-08
corrections: []
---
## 详解

写成 ${TRICKY}$，见[第三题](../beta/third-question.md)。

![一个方块](first-question/figure.svg "方块")

## 易错点

- 错：模板写成 `{{{{ x }}}}` 就行。对：那是 ${TRICKY}$ 里的花括号 [@vaswani2017attention §3.2.1]。
- 错：$a$ 大。对：$b$ 大[实测 python-keeps-the-order-of-a-dict]。

## 追问

- [第三题呢？](../beta/third-question.md)：见 [第二题](second-question.md)，式子是 ${TRICKY}$。
- 还有吗？：没有。
- 没有答案的？
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = sites.copied(tmp_path)
    (docs / "alpha" / "first-question.md").write_text(QUESTION, "utf-8")
    return docs


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "learner.anki2"))
    yield opened
    opened.close()


def made(docs: Path, moment: int, output: Path, topic: str = "") -> Path:
    book = checks.read(docs)
    said = replace(imprint.read(ROOT / "mkdocs.yml", book, docs), url="https://example.org/")
    part = next((one for one in book.topics if one.id == topic), None)
    deck.make(deck.DeckSource(book, said, docs, moment), output, part)
    return output


def imported(collection: Collection, package: Path) -> None:
    request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
    collection.import_anki_package(request)


def found(collection: Collection, key: str) -> list[Note]:
    return [collection.get_note(id) for id in collection.find_notes(f'"编号:{key}"')]


def test_every_question_answered_follow_up_and_mistake_is_a_card(
    docs: Path, collection: Collection, tmp_path: Path
) -> None:
    imported(collection, made(docs, BEFORE, tmp_path / "book.apkg"))
    keys = {collection.get_note(id)["编号"] for id in collection.find_notes("编号:first-question/*")}
    assert keys == {
        f"first-question/{name}" for name in ("0", "to-third-question", "follow-up-1", "mistake-1", "mistake-2")
    }
    (note,) = found(collection, "first-question/0")
    assert {"频率::高", "难度::基础", "卡片::速答"} < set(note.tags) and any(
        tag.startswith("专题::") for tag in note.tags
    )
    names = {one.name for one in collection.decks.all_names_and_ids(skip_empty_default=True)}
    title = imprint.read(ROOT / "mkdocs.yml", checks.read(docs), docs).title
    assert {title} < names and all(name == title or name.startswith(f"{title}::") for name in names)


def test_follow_ups_to_one_answer_are_two_cards_and_what_is_asked_most_comes_first(docs: Path) -> None:
    book = checks.read(docs, typeset=False)
    asked = Body("## 追问\n\n- [甲？](second-question.md)：是。\n- [乙？](second-question.md)：不是。\n")
    seldom, often = (
        replace(book.questions[0], id=id, frequency=frequency, body=asked)
        for id, frequency in (("seldom", "低"), ("often", "高"))
    )
    source = deck.DeckSource(book, imprint.read(ROOT / "mkdocs.yml", book, docs), docs, BEFORE)
    cards = [*deck._topic_cards(source, replace(book.topics[0], questions=(seldom, often)), {})]
    names = ("0", "to-second-question", "to-second-question-2")
    assert [one.key for one in cards] == [f"answerbook/{id}/{name}" for id in ("often", "seldom") for name in names]
    assert ["是。" in one.back and "不" not in one.back for one in cards[1:3]] == [True, False]


def test_a_figure_lies_on_paper_whatever_the_ground_of_the_card(docs: Path) -> None:
    book = checks.read(docs, typeset=False)
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90" font-family="sans-serif"></svg>'
    (docs / "alpha/first-question/drawn.svg").write_text(drawing, "utf-8")
    question = replace(book.by_id["first-question"], body=Body("## 详解\n\n![图](first-question/drawn.svg)\n"))
    media: dict[str, bytes] = {}
    source = deck.DeckSource(book, imprint.read(ROOT / "mkdocs.yml", book, docs), docs, BEFORE)
    assert [*deck.cards(source, question, media)]
    (data,) = media.values()
    assert b'<rect width="100%" height="100%"' in data


def test_cards_show_formulas_figures_and_links_and_no_template(
    docs: Path, collection: Collection, tmp_path: Path
) -> None:
    imported(collection, made(docs, BEFORE, tmp_path / "book.apkg"))
    notes = [collection.get_note(id) for id in collection.find_notes("")]
    assert len(notes) > 8
    for note in notes:
        assert note.fields_check() == NoteFieldsCheckResult.NORMAL
        assert "[@" not in "".join(note.fields) and 'href=""' not in "".join(note.fields)
        for card in note.cards():
            assert not re.search(r"\{\{|\}\}|<%|%>|\[sound:", card.question() + card.answer())
            assert "Field" not in card.question() and note["正面"] in card.question() and note["背面"] in card.answer()
    for key in ("to-third-question", "mistake-1"):
        (note,) = found(collection, f"first-question/{key}")
        assert rf"\({TRICKY}\)" in unescape(note.cards()[0].answer())
    (note,) = found(collection, "first-question/mistake-1")
    assert "<code>{{ x }}</code>" in unescape(note["正面"])
    (note,) = found(collection, "first-question/to-third-question")
    assert '<a href="https://example.org/q/second-question/">' in note["背面"]
    (note,) = found(collection, "first-question/0")
    assert '<a href="https://example.org/q/first-question/">' in note["出处"] and "a&lt;b" in note["正面"]
    (picture,) = re.findall(r'src="([^"]+\.svg)"', note["背面"])
    assert "<svg" in (Path(collection.media.dir()) / picture).read_text("utf-8")
    checked = collection.media.check()
    assert not checked.missing and not checked.unused


def test_a_new_edition_corrects_the_text_and_keeps_what_was_learnt(
    docs: Path, collection: Collection, tmp_path: Path
) -> None:
    imported(collection, made(docs, BEFORE, tmp_path / "first.apkg"))
    total = collection.note_count()
    learnt = {}
    for key in ("first-question/0", "second-question/0", "first-question/mistake-1"):
        (note,) = found(collection, key)
        card = note.cards()[0]
        collection.sched.set_due_date([card.id], "30!")
        card = collection.get_card(card.id)
        learnt[key] = (note.id, card.id, card.ivl, card.due, card.reps)
        assert card.ivl == 30

    corrected = QUESTION.replace("因为方差是 d_k", "因为点积的方差是 d_k")
    linked, own = (line for line in QUESTION.splitlines() if line.startswith(("- [第三题呢", "- 还有吗")))
    swapped = corrected.replace(f"{linked}\n{own}", f"{own}\n{linked}")
    assert swapped != corrected != QUESTION
    (docs / "alpha" / "first-question.md").write_text(swapped, "utf-8")
    _retire(docs, "second-question")
    imported(collection, made(docs, AFTER, tmp_path / "second.apkg"))

    assert collection.note_count() == total
    for key, known in learnt.items():
        (note,) = found(collection, key)
        card = note.cards()[0]
        assert (note.id, card.id, card.ivl, card.due, card.reps) == known
    assert "因为点积的方差是 d_k" in found(collection, "first-question/0")[0]["背面"]
    assert "式子是" in found(collection, "first-question/to-third-question")[0]["背面"]
    assert "没有。" in found(collection, "first-question/follow-up-1")[0]["背面"]


def test_what_a_new_edition_has_no_more_can_be_found(docs: Path, collection: Collection, tmp_path: Path) -> None:
    imported(collection, made(docs, BEFORE, tmp_path / "first.apkg"))
    question = docs / "alpha" / "first-question.md"
    question.write_text(QUESTION.replace("2026-03-08", "2026-03-20").replace("- 还有吗？：没有。\n", ""), "utf-8")
    imported(collection, made(docs, AFTER, tmp_path / "second.apkg"))
    left = [collection.get_note(id)["编号"] for id in collection.find_notes("-tag:版次::2026-03-20")]
    assert left == ["first-question/follow-up-1"]


def test_a_topic_and_the_book_share_their_cards(docs: Path, collection: Collection, tmp_path: Path) -> None:
    imported(collection, made(docs, BEFORE, tmp_path / "alpha.apkg", "alpha"))
    alone = collection.note_count()
    assert all(collection.get_note(id)["编号"].startswith(("first-", "second-")) for id in collection.find_notes(""))
    imported(collection, made(docs, BEFORE, tmp_path / "book.apkg"))
    assert 0 < alone < collection.note_count()
    assert len(found(collection, "first-question/0")) == 1


def test_a_new_look_reaches_old_cards(
    docs: Path, collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(collection, made(docs, BEFORE, tmp_path / "first.apkg"))
    monkeypatch.setattr(deck._MODEL, "css", deck._MODEL.css + "\n.later {}\n")
    imported(collection, made(docs, AFTER, tmp_path / "second.apkg"))
    kinds = [one for one in collection.models.all() if one["name"].startswith(deck.NAME)]
    assert [one["name"] for one in kinds] == [deck.NAME] and ".later" in kinds[0]["css"]
    (note,) = found(collection, "first-question/0")
    assert ".later" in note.cards()[0].question()


def test_the_same_book_is_the_same_bytes(docs: Path, tmp_path: Path) -> None:
    one, two = made(docs, BEFORE, tmp_path / "one.apkg"), made(docs, BEFORE, tmp_path / "two.apkg")
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_book_in_no_repository_is_as_new_as_its_newest_file(docs: Path) -> None:
    for number, path in enumerate(path for path in docs.rglob("*") if path.is_file()):
        os.utime(path, (BEFORE + number, BEFORE + number))
    assert imprint.moment(docs) == BEFORE + number


def test_a_book_in_a_repository_is_as_new_as_its_commit_until_it_is_changed(docs: Path) -> None:
    known = {"GIT_COMMITTER_DATE": f"{BEFORE} +0000", "GIT_AUTHOR_DATE": f"{BEFORE} +0000"}
    for command in (["init", "-q"], ["add", "-A"], [*IDENTITY, "commit", "-qm", "1"]):
        subprocess.run(["git", *command], cwd=docs, env={**os.environ, **known}, check=True)
    assert imprint.moment(docs) == BEFORE
    changed = docs / "alpha" / "first-question.md"
    changed.write_text(QUESTION.replace("因为方差", "方差"), "utf-8")
    os.utime(changed, (2 * AFTER, 2 * AFTER))
    assert imprint.moment(docs) == 2 * AFTER


def _retire(docs: Path, id: str) -> None:
    """Take a question and all that leads to it out of the book."""
    (docs / "alpha" / f"{id}.md").unlink()
    for path in docs.rglob("*.md"):
        text = re.sub(rf"\[([^\]\n]*)\]\([^)\n]*{id}\.md[^)\n]*\)", r"\1", path.read_text("utf-8"))
        path.write_text(text.replace(f", {id}]", "]"), "utf-8")
