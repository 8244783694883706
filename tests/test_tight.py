"""Pages without their templates' indent read the same."""

from __future__ import annotations

import pytest
from answerbook.site.tight import tight

CODE = "<pre><code>if x:\n    <b>y</b>\n\n    z\n</code></pre>"


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("<ul>\n\n    <li>甲</li>\n  \n    <li>乙</li>\n</ul>", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("<p>\n  一句话，\n  <b>强调</b>\n</p>", "<p>\n一句话，\n<b>强调</b>\n</p>"),
        ("<b>a</b> <i>b</i>", "<b>a</b> <i>b</i>"),
        (
            "<pre><code>if x:\n    <b>y</b>\n\n    z\n</code></pre>",
            "<pre><code>if x:\n    <b>y</b>\n\n    z\n</code></pre>",
        ),
        ('<m data-tex="a\n  b">\n  <i>x</i></m>', '<m data-tex="a\n  b">\n<i>x</i></m>'),
        ("<script>a\n  b</script>\n  <p>", "<script>a\n  b</script>\n<p>"),
        ("<textarea>\n\n  <a>\n</textarea>\n  <p>", "<textarea>\n\n  <a>\n</textarea>\n<p>"),
        ("<p>\u3000\n<b>甲</b>", "<p>\u3000\n<b>甲</b>"),
    ],
)
def test_only_the_indent_between_elements_goes(written: str, sent: str) -> None:
    assert tight(written) == sent
