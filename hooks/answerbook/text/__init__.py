"""One body of Markdown, without any file or book around it."""
