"""The wings of the house: each imports only from the wings above it, the outputs never from each other, none MkDocs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import answerbook
import pytest
from answerbook import OUTPUTS, WINGS

PACKAGE = Path(answerbook.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
# The modules beside the wings: they know no book.
GROUND = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_its_own_wing_and_those_above(module: str) -> None:
    assert {name for kind, name in imports(module) if kind == "ours"} <= allowed(wing_of(module))


def test_every_folder_of_modules_is_a_wing() -> None:
    assert {wing_of(module) for module in MODULES if "/" in module} == {*WINGS, *OUTPUTS}


@pytest.mark.parametrize("module", MODULES)
def test_the_domain_runs_without_mkdocs(module: str) -> None:
    assert not {name for kind, name in imports(module) if kind == "other"} & {"mkdocs", "material", "jupyter"}


def test_the_house_is_low_and_has_few_rooms() -> None:
    beside: dict[str, set[str]] = {}
    for module in MODULES:
        place = wing_of(module) or module.removesuffix(".py")
        beside.setdefault(place, set()).update(name for kind, name in imports(module) if kind == "ours")
    rooms = {*beside} - {"__init__"}

    def floor(room: str) -> int:
        return 1 + max((floor(other) for other in (beside[room] & rooms) - {room}), default=0)

    assert len(rooms) <= 22
    assert max(map(floor, rooms)) <= 7


def test_no_module_needs_itself() -> None:
    graph = {module: {other for path in paths(module) for other in named(path)} - {module} for module in MODULES}
    TopologicalSorter(graph).prepare()


def wing_of(module: str) -> str:
    """The folder of a module, "" for the ground."""
    return module.partition("/")[0] if "/" in module else ""


def allowed(wing: str) -> set[str]:
    """What a module of this wing may import from."""
    ground = GROUND | {"OUTPUTS", "WINGS"}
    if wing in OUTPUTS:
        return {*ground, *WINGS, wing}
    return {*ground, *WINGS[: WINGS.index(wing) + 1]} if wing else ground


def imports(module: str) -> Iterator[tuple[str, str]]:
    """What a module imports, anywhere in it: ("ours", wing or module of the ground) or ("other", package)."""
    for path in paths(module):
        yield ("ours", path[1]) if path[0] == "answerbook" and len(path) > 1 else ("other", path[0])


def paths(module: str) -> Iterator[list[str]]:
    """The same in full, a path for each name: ["answerbook", "text", "body", "Body"]."""
    place = ["answerbook", *module.split("/")[:-1]]
    for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = place[: len(place) - node.level + 1] if node.level else []
            yield from (
                [*start, *(node.module or "").split("."), alias.name] if node.module else [*start, alias.name]
                for alias in node.names
            )


def named(path: list[str]) -> Iterator[str]:
    """The module of ours that a path leads to, if any."""
    for length in (len(path), len(path) - 1):
        module = "/".join(path[1:length]) + ".py"
        if path[0] == "answerbook" and module in MODULES:
            yield module
