"""A folder of Markdown → a checked book → search index, site, files for machines, PDF and ePub, cards and tasks.

A wing imports only from wings above it in WINGS; the OUTPUTS stand side by side below all of them and never import each
other. The modules beside this file are the ground: they know no book. Nothing here knows MkDocs.
"""

WINGS = (
    # Bytes, parameters and operations of a model, from its shape.
    "arithmetic",
    # One body of Markdown, without any file or book around it: code, formulas, headings, links, characters.
    "text",
    # A folder of files → Book, and what is wrong with single files.
    "content",
    # Formulas → SVG, by MathJax.
    "maths",
    # Bodies → HTML.
    "markup",
    # The language of figures, preview cards, and the fonts they are drawn with.
    "drawing",
    # Rules across the whole book, each a generator of sentences.
    "checking",
)
OUTPUTS = ("search", "site", "machines", "paper", "drill")
