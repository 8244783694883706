"""The rules of content: each has an id that never changes, and says in Chinese what it is about and what to write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Rule:
    """One rule: a row of the table in CONTRIBUTING.md, and the functions whose sentences are its own."""

    id: str
    # What stands in its sentences, for whoever looks one up.
    says: str
    # Why the rule is there, and what to write instead.
    meaning: str
    functions: list[Callable[..., Any]] = field(default_factory=list)


# By id, as far as their modules have been imported; tools/catalogue.py imports them all.
RULES: dict[str, Rule] = {}


def rule(id: str, says: str = "", meaning: str = "") -> Callable[[F], F]:
    """Mark a function as one that says what breaks this rule; the first one of a rule says what the rule is.

    Raises ValueError where two functions would each say it, or none does.
    """

    def mark(function: F) -> F:
        if says and id in RULES:
            raise ValueError(f"two rules are called {id}")
        if not says and id not in RULES:
            raise ValueError(f"nobody has said what the rule {id} is")
        RULES.setdefault(id, Rule(id, says, meaning)).functions.append(function)
        return function

    return mark
