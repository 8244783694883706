"""Keeps what an experiment measured beside it: NAME.json with the sentence, the guess made before, seed and rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

# Figures by their names.
Row = dict[str, Any]

FOLDER = Path(__file__).resolve().parent


def save(name: str, question: str, guess: str, result: str, seed: int, rows: list[Row]) -> None:
    """Write the figures and print the sentence."""
    figures = {"question": question, "guess": guess, "result": result, "seed": seed, "rows": rows}
    text = json.dumps(figures, ensure_ascii=False, indent=1)
    (FOLDER / f"{name}.json").write_text(text + "\n", "utf-8")
    for row in rows:
        print(row)
    print(result)
