"""Notebooks run from the first cell to the last, and kept as they may be kept: nothing of the machine they ran on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbclient
import nbformat
from answerbook.content import notebooks


def kept(path: Path) -> Any:
    """The notebook as it stands in its file."""
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def run(path: Path) -> Any:
    """The notebook as it is after running."""
    notebook = kept(path)
    resources = {"metadata": {"path": str(path.parent)}}
    nbclient.NotebookClient(notebook, timeout=300, resources=resources, coalesce_streams=True).execute()
    return notebook


def keep(path: Path, notebook: Any) -> None:
    """Write the notebook with its outputs, nothing that differs between runs or machines, and what code was run."""
    for cell in notebook.cells:
        for name in set(cell.metadata) - {"tags"}:
            del cell.metadata[name]
    code = [notebooks.digest(cell.source) for cell in notebook.cells if cell.cell_type == "code"]
    notebook.metadata.clear()
    notebook.metadata.kernelspec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook.metadata.language_info = {"name": "python"}
    notebook.metadata[notebooks.RAN] = " ".join(code)
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


def run_anew(path: Path) -> str:
    """Run the notebook and keep what came of it; what stopped it, or ""."""
    try:
        keep(path, run(path))
    except nbclient.exceptions.CellExecutionError as error:
        return f"运行到这里停下了（{error.ename}: {error.evalue}）；请改正"
    except (nbformat.ValidationError, ValueError) as error:
        return f"不是完整的笔记本文件（{error}）；请用 Jupyter 重新保存"
    return ""
