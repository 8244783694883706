"""The rules that a book switches on for itself; another folder of questions has none of them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache as remember
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import cache
from ..problems import ContentError, Problem
from ..rulebook import rule
from . import datafiles
from .datafiles import near

if TYPE_CHECKING:
    import yaml


@dataclass(frozen=True)
class Settings:
    """The settings of `extra.answerbook` in mkdocs.yml, and what goes with the project's own docs."""

    # Every answer cites a source.
    require_references: bool = False
    # Every heading below H2 has an anchor of its own.
    require_anchors: bool = False
    # H2 headings are those of the guide and no others.
    require_parts: bool = False
    # Titles, tags, headings differ by more than letter case and spaces.
    require_distinct: bool = False
    # Drawings keep to the language of figures, and have captions.
    require_figures: bool = False
    # Collections of which every question must be answered.
    require_collections: tuple[str, ...] = ()
    # The site's own address, to recognise links to it; "" when unknown.
    site_url: str = ""
    # Where published.txt and retired.yml are; None for a folder that has no published addresses.
    records: Path | None = None


def read(path: Path) -> Settings:
    """The settings of the project whose mkdocs.yml this is, its records beside it; ContentError says what is wrong."""
    return of(*_kept(path), path.parent, path.name)


def _kept(path: Path) -> tuple[Mapping[str, Any], Any]:
    try:
        text = path.read_text("utf-8")
    except (OSError, ValueError):
        return _picked(load(path))
    # Whatever of the environment it may ask for.
    asked = (part for name, value in sorted(os.environ.items()) if name in text for part in (name, value))
    key = cache.key(cache.code("content"), text, *asked)
    return cache.value("data", key, lambda: _picked(load(path)), f"settings {path.name}")


def _picked(config: Mapping[str, Any]) -> tuple[Mapping[str, Any], Any]:
    """What `of` is given of all settings."""
    extra = config.get("extra")
    values = extra.get("answerbook") if isinstance(extra, dict) else None
    return (values if isinstance(values, dict) else {}), config.get("site_url") or ""


@rule(
    "settings",
    "mkdocs.yml 的行",
    "本书的规矩写在 `extra.answerbook` 下面，句子里列出了可用的",
)
def load(path: Path) -> Mapping[str, Any]:
    """What mkdocs.yml says, as far as it concerns us; ContentError where it cannot be read."""
    # Only now: the settings are as they were, most of the time, and kept.
    import yaml

    try:
        loaded = yaml.load(path.read_text("utf-8"), Loader=_loader())
    except yaml.MarkedYAMLError as error:
        line, message = datafiles.unreadable(path.read_text("utf-8"), error)
        message = f"读不了：{message}，有 <<<<<<< 的先合并完"
        raise ContentError([Problem(path.name, line, message)]) from error
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise ContentError([Problem(path.name, 0, f"读不了：{str(error).splitlines()[0]}")]) from error
    return loaded if isinstance(loaded, dict) else {}


@rule("settings")
def of(values: Mapping[str, Any], site_url: str, records: Path | None, shown: str = "mkdocs.yml") -> Settings:
    """The settings that these values of `extra.answerbook` mean; ContentError says which mean nothing."""
    names = [field.name for field in fields(Settings) if field.name.startswith("require_")]
    problems: list[Problem] = []
    given: dict[str, Any] = {}
    for name, value in values.items():
        if name not in names:
            # Other stages may read settings of their own here; only ours begin like this.
            if name.startswith("require"):
                message = f"extra.answerbook 没有“{name}”这一项{near(name, names)}；可用的有 {'、'.join(names)}"
                problems.append(Problem(shown, 0, message))
        elif name == "require_collections":
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                problems.append(Problem(shown, 0, f"extra.answerbook 的 {name} 应是题集的列表，如 [mlc, zhipu]"))
            else:
                given[name] = tuple(value)
        elif not isinstance(value, bool):
            problems.append(Problem(shown, 0, f"extra.answerbook 的 {name} 写的是“{value}”；请写 true 或 false"))
        else:
            given[name] = value
    if site_url and not re.match(r"https?://[^/\s]+", site_url):
        problems.append(Problem(shown, 0, f"site_url 写的是“{site_url}”；请写以 https:// 开头的完整地址，或留空"))
    if problems:
        raise ContentError(problems)
    return Settings(**given, site_url=re.sub(r"/+$", "", site_url), records=records)


@remember
def _loader() -> type[yaml.SafeLoader]:
    import yaml

    class Loader(yaml.SafeLoader):
        """Reads mkdocs.yml as far as it concerns us: its environment variables, and none of its names of functions."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    Loader.add_constructor("!ENV", _environment)
    return Loader


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """!ENV NAME, or !ENV [NAME, OTHER, default], as MkDocs reads it."""
    import yaml

    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(node.value))
    *names, default = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), default)
