"""bench/experiments: each script beside the figures that it gave, and the quick ones give them again."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from tests.sites import ROOT

FOLDER = ROOT / "bench" / "experiments"
SCRIPTS = sorted(path for path in FOLDER.glob("*.py") if path.stem != "saved")
QUICK = ("kl_estimators", "kv_quantisation")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_an_experiment_says_what_it_asked_guessed_and_saw(path: Path) -> None:
    figures = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert list(figures) == ["question", "guess", "result", "seed", "rows"]
    assert figures["question"].endswith("？") and figures["guess"].endswith("。") and figures["result"].endswith("。")
    assert len(figures["rows"]) > 1
    assert f"`{path.name}`" in (FOLDER / "README.md").read_text("utf-8"), f"README.md 里没有 {path.name}"


def test_every_file_of_figures_has_its_script() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == {path.stem for path in SCRIPTS}


@pytest.mark.parametrize("name", QUICK)
def test_a_quick_experiment_gives_its_figures_again(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    recorded = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))["rows"]
    for row, expected in zip(_module(name).measure(), recorded, strict=True):
        assert row == pytest.approx(expected, rel=0.02, abs=0.02)


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
