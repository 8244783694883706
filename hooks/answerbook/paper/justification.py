"""Even right edges for Chinese: WeasyPrint widens the spaces of a line only, of which a line of Chinese has few.

Imported for its effect. It replaces three functions of the pinned version; a test looks at the edges.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

# Behind each of these a line may be widened.
_STRETCHES = re.compile("[ \u00a0\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uff00-\uffef]")
# Wider than this, in em, an uneven edge looks better.
_WIDEST = 0.18


def _stretches(box: Any) -> float:
    """How many times the widening fits into a box; Pango gives half of it to a character at either end."""
    if isinstance(box, boxes.TextBox):
        ends = sum(_STRETCHES.match(one) is not None for one in (box.text[:1], box.text[-1:]))
        return max(0.0, len(_STRETCHES.findall(box.text)) - ends / 2)
    if isinstance(box, (boxes.LineBox, boxes.InlineBox)):
        return sum(_stretches(child) for child in box.children)
    return 0.0


def _justify_line(context: Any, line: Any, extra_width: float) -> None:
    stretches = _stretches(line)
    if stretches:
        widening = min(extra_width / stretches, _WIDEST * line.style["font_size"])
        inline.add_word_spacing(context, line, widening, 0)


_plain_set_text = Layout.set_text


def _set_text(layout: Any, text: str, justify: bool = False) -> None:
    widening = layout.justification_spacing
    layout.justification_spacing = 0
    _plain_set_text(layout, text, justify)
    layout.justification_spacing = widening
    if not (justify and widening):
        return
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for match in _STRETCHES.finditer(layout.text):
        start = len(layout.text[: match.start()].encode())
        attribute = pango.pango_attr_letter_spacing_new(int(widening * TO_UNITS))
        attribute.start_index, attribute.end_index = start, start + len(match[0].encode())
        pango.pango_attr_list_change(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)


inline.count_expandable_spaces = _stretches
inline.justify_line = _justify_line
Layout.set_text = _set_text
