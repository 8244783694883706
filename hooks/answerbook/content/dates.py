"""Days as everybody writes them: 2026-03-09."""

from __future__ import annotations

import re
from datetime import date


def parse_date(text: str) -> date | None:
    """The date of 2026-03-09, written exactly so; None for anything else."""
    # date.fromisoformat alone would take 20260309 and 2026-W11-1 too.
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
