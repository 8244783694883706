"""What of a body depends on where it is shown: `markup` asks a medium for it while it writes.

`Medium` writes what every place has in common; a screen, a page, an e-reader or a card for learning says what is
different there.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from markdown_it.common.utils import escapeHtml

from ..content import pictures
from ..maths import mathjax
from ..text import linebreaks
from . import plain


def as_file(path: Path, alt: str) -> str | None:
    """A picture that stays a file beside the page."""
    return None


@dataclass(frozen=True)
class Medium(ABC):
    """A place where a body stands; each method gives the HTML of what it is named for.

    `link(id, fragment)` is the address of an answer, `asset(path)` that of another file of docs/, "" where there is
    none. `prefix` stands in front of the body's own anchors, so that several bodies can stand together, and headings
    are `lower` levels lower than in the text.
    """

    link: Callable[[str, str], str]
    asset: Callable[[str], str]
    docs: Path | None = None
    prefix: str = ""
    lower: int = 0

    @abstractmethod
    def formula(self, drawn: mathjax.Drawing) -> str:
        """A formula."""

    @abstractmethod
    def picture(self, path: str, mark: str, alt: str, title: str) -> str:
        """A picture of docs/; `mark` is what follows its path in the address."""

    def heading(self, level: int, anchor: str, text: str) -> str:
        """The beginning of a heading, with its text as far as that is plain."""
        return f"{self._heading(level, anchor)}{escape(text, quote=False)}"

    def heading_end(self, level: int, anchor: str) -> str:
        """The end of a heading."""
        return f"</h{level + self.lower}>"

    def words(self, text: str) -> str:
        """A little mathematics in plain letters."""
        return escape(text, quote=False)

    def name(self, text: str) -> str:
        """A name with a hyphen, in running text."""
        return escape(text, quote=False)

    def title(self, html: str) -> str:
        """The title of a work that is cited."""
        return html

    def phrases(self, text: str) -> str:
        """The text of a cell or a caption, whose lines are short."""
        return escape(text, quote=False)

    def identifier(self, code: str) -> str:
        """Code in a cell."""
        return escape(code, quote=False)

    def answer(self, id: str, fragment: str, text: str, more: str) -> str:
        """The beginning of a link to an answer, "" for words that lead nowhere; `more` are its other attributes."""
        return self.leading(self.link(id, fragment), text, more)

    def file(self, path: str, mark: str, text: str, more: str) -> str:
        """The same to another file of docs/."""
        address = self.asset(path)
        return self.leading(address and address + mark, text, more)

    def web(self, address: str, text: str, more: str) -> str:
        """The same to somewhere else."""
        return self.leading(address, text, more)

    def here(self, fragment: str, text: str, more: str) -> str:
        """The same to an anchor of the body itself."""
        return f'<a href="#{self.prefix}{escapeHtml(fragment)}"{more}>'

    def leading(self, address: str, text: str, more: str) -> str:
        """The beginning of a link to the address."""
        return f'<a href="{escapeHtml(address)}"{more}>' if address else ""

    def citation(self, number: int, key: str) -> str:
        """The beginning of the link to a work, where it is cited for the `number`th time that anything is."""
        return f'<a class="citation" href="#{self.prefix}ref-{key}">'

    def citing(self, numbers: Sequence[int]) -> str:
        """The way back from a work to where it is cited."""
        return ""

    def table(self, label: str) -> str:
        """The beginning of a table, and of its frame."""
        return '<div class="table"><table>'

    def code(self) -> str:
        """The beginning of the text of a code block."""
        return "<pre>"

    def _heading(self, level: int, anchor: str) -> str:
        return f"<h{level + self.lower}" + (f' id="{self.prefix}{escapeHtml(anchor)}">' if anchor else ">")


@dataclass(frozen=True)
class Screen(Medium):
    """A page of the site: the keyboard reaches what scrolls, headings can be linked to, pictures have their room.

    Pictures get the sizes they have in `docs`, so that the text does not move when they arrive; `show(file, alt)` makes
    one a part of the page instead. `former` are the anchors that a part had before, by the one it has now. `glyphs`
    are those that the formulas of the page share. `cut` gives the words of a Han run: the lines of a cell or a caption
    end between phrases.
    """

    show: Callable[[Path, str], str | None] = as_file
    former: Mapping[str, Sequence[str]] = field(default_factory=dict)
    glyphs: mathjax.Glyphs | None = None
    cut: Callable[[str], list[str]] | None = None

    def formula(self, drawn: mathjax.Drawing) -> str:
        """The drawing, with MathML for those who hear it."""
        return self.glyphs.html(drawn) if self.glyphs else drawn.html

    def picture(self, path: str, mark: str, alt: str, title: str) -> str:
        """A part of the page where it can be one, else a file that is fetched when it comes into sight."""
        shown = self.show(self.docs / path, alt) if self.docs else None
        if shown is not None:
            return shown
        size = pictures.size(self.docs / path) if self.docs else None
        room = f' width="{size[0]}" height="{size[1]}"' if size else ""
        said = f' title="{escapeHtml(title)}"' if title else ""
        address = escapeHtml(self.asset(path) + mark)
        return f'<img alt="{escapeHtml(alt)}"{said} loading="lazy" src="{address}"{room} />'

    def words(self, text: str) -> str:
        """As in titles."""
        return plain.html(text)

    def name(self, text: str) -> str:
        """No line ends in it; what is copied or searched stays the name."""
        return f'<span class="together">{escape(text, quote=False)}</span>'

    def title(self, html: str) -> str:
        """No line ends in a name with a hyphen (S-LoRA)."""
        return linebreaks.held(html)

    def phrases(self, text: str) -> str:
        """As in titles; a name of a program breaks between its parts."""
        if self.cut is None:
            return super().phrases(text)
        parted = _in_parts(linebreaks.parts(text, code=False))
        return linebreaks.breakable(parted, self.cut, linebreaks.LONGEST_IN_CELL)

    def identifier(self, code: str) -> str:
        """A name breaks between its parts."""
        return _in_parts(linebreaks.parts(code, code=True))

    def heading(self, level: int, anchor: str, text: str) -> str:
        """Its little mathematics typeset, a link whose address readers can take along; old links still find it."""
        old = "".join(f'<span id="{one}"></span>' for one in self.former.get(anchor, ()))
        link = f'<a href="#{self.prefix}{escape(anchor)}">' if anchor else ""
        return f"{self._heading(level, anchor)}{old}{link}{plain.running(text)}"

    def heading_end(self, level: int, anchor: str) -> str:
        """With the end of its link."""
        return ("</a>" if anchor else "") + super().heading_end(level, anchor)

    def citation(self, number: int, key: str) -> str:
        """The way back leads here."""
        return f'<a class="citation" id="{self.prefix}cite-{number}" href="#{self.prefix}ref-{key}">'

    def citing(self, numbers: Sequence[int]) -> str:
        """One arrow for each place."""
        backs = [
            f'<a href="#{self.prefix}cite-{number}" aria-label="回到第 {count} 处引用">'
            f"↑{count if len(numbers) > 1 else ''}</a>"
            for count, number in enumerate(numbers, 1)
        ]
        return f' <span class="back">{" ".join(backs)}</span>'

    def table(self, label: str) -> str:
        """It scrolls by itself, also by keyboard, and says what it is."""
        return f'<div aria-label="{escape(label)}" class="table" role="region" tabindex="0"><table>'

    def code(self) -> str:
        """The keyboard can scroll it."""
        return '<pre tabindex="0">'


def _in_parts(parts: Sequence[str]) -> str:
    """Text whose lines may end between its parts."""
    return "<wbr>".join(escape(part, quote=False) for part in parts)
