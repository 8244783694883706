"""What the pages of notebooks show, and the files beside them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ..content.notebooks import Notebook, OutputImage
from ..content.questions import Question
from ..drawing import figures
from ..markup import markup
from ..markup.markup import Passage
from ..text import links
from . import navigation, views
from .site import Site, screen
from .views import View


def notebook_page(site: Site, notebook: Notebook) -> View:
    """A notebook, and the answers that point to it."""
    medium = screen(site, notebook.address)
    bodies = markup.page_html([Passage(notebook.path, cell.markdown, medium) for cell in notebook.cells])
    citing = [question for question in site.book.questions if _points_to(question, notebook.path)]
    return views.NotebookPage(
        notebook=notebook,
        file=posixpath.basename(notebook.path),
        cells=[(cell, body.html) for cell, body in zip(notebook.cells, bodies, strict=True)],
        drawings={figure.name: _drawing(figure) for figure in notebook.figures},
        questions=[site.entries[question.id] for question in citing],
        edit=site.repository.edit(notebook.path),
        sidebar=navigation.topic_list(site.book),
        contents=navigation.contents([heading for body in bodies for heading in body.headings]),
    )


def _drawing(figure: OutputImage) -> str:
    """A notebook's figure as a part of its page, "" for one that is a file beside it."""
    svg = figure.content.decode() if figure.name.endswith(".svg") else ""
    return figures.as_html(svg, figure.alt, f"{figure.name.removesuffix('.svg')}-") or ""


def _points_to(question: Question, path: str) -> bool:
    name = posixpath.basename(path)
    if name not in question.body.text:
        return False
    return any(links.target_path(question.path, link.target) == path for link in question.body.links)


def attachments(site: Site) -> Iterator[tuple[str, bytes]]:
    """Files that pages show and nobody wrote: the figures of notebooks."""
    for notebook in site.book.notebooks:
        for figure in notebook.figures:
            if not _drawing(figure):
                yield f"{notebook.address}{figure.name}", figure.content
