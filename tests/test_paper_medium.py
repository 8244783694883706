"""A body for paper: nothing that only a screen can do; links lead into the volume, to the web or nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from answerbook.checking import checks
from answerbook.markup import markup
from answerbook.maths import mathjax
from answerbook.paper.paper import INSIDE, Paper
from answerbook.text.body import Body

from tests.sites import SMALL

EVERYTHING = """\
## 口述

一句话。

## 详解

### 为什么除以 √d_k {#why}

| 甲 | 乙 |
| --- | --- |
| $a$ | [@vaswani2017attention §3] |

```python
x = 1
```

```python {.check}
assert x == 1
```

![图](a/figure.svg "图注")
"""
# What a screen has for the keyboard, the mouse and the browser.
OF_SCREENS = ("tabindex", "loading=", "role=", "aria-label", "headerlink", "back", "cite-")


class Named:
    """Files by the name of what they show."""

    def formula(self, drawn: mathjax.Drawing) -> str:
        return f"{drawn.tex}.svg"

    def file(self, path: str) -> str:
        return f"files/{path}"


LINKS: Mapping[str, str] = {"here": f"{INSIDE}here", "there": "https://e.org/q/there/"}
MEDIUM = Paper(
    lambda id, fragment: LINKS.get(id, INSIDE), Named().file, drawings=Named(), target="#{}".format, prefix="me."
)


def test_what_only_a_screen_can_do_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "t/a").mkdir(parents=True)
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50"></svg>'
    (tmp_path / "t/a/figure.svg").write_text(drawing, encoding="utf-8")
    html = markup.body_html("t/a.md", Body(EVERYTHING), replace(MEDIUM, docs=tmp_path, lower=1)).html
    assert not [one for one in OF_SCREENS if one in html]
    assert '<h4 id="me.why">为什么除以 √d_k</h4>' in html
    assert '<img alt="图" src="files/t/a/figure.svg" style="width:58pt"/>' in html
    assert '<img class="maths" src="a.svg" alt="a"' in html and "<mjx" not in html and "<svg" not in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[别处](here.md)", '<a class="cross" href="#here">别处</a>'),
        ("[网上](there.md)", '<a href="https://e.org/q/there/" data-shown="e.org/q/there">网上</a>'),
        ("[没有](nowhere.md#x)", "没有"),
        ("[上面](#why)", '<a href="#me.why">上面</a>'),
        ("[网站](https://www.e.org/a/)", '<a href="https://www.e.org/a/" data-shown="e.org/a">网站</a>'),
        ("[见 e.org/a](https://e.org/a/)", '<a href="https://e.org/a/">见 e.org/a</a>'),
        ("<https://e.org/a>", '<a href="https://e.org/a">https://e.org/a</a>'),
    ],
)
def test_a_link_says_where_it_leads(text: str, html: str) -> None:
    assert markup.body_html("t/me.md", Body(text), MEDIUM).html == f"<p>{html}</p>"


def test_the_works_of_an_answer_have_no_way_back() -> None:
    book = checks.read(SMALL, typeset=False)
    (question, *_) = (one for one in book.questions if one.body.citations)
    html = markup.references_html(question, book, MEDIUM)
    key = question.body.citations[0].key
    assert f'<li id="me.ref-{key}">' in html and not [one for one in ("↑", *OF_SCREENS) if one in html]
