"""Where things stand in the project: the one place that counts folders."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
HOOKS = PACKAGE.parent
ROOT = HOOKS.parent
WEB = ROOT / "web"
OVERRIDES = ROOT / "overrides"
NODE_MODULES = ROOT / "node_modules"
PACKAGE_LOCK = ROOT / "package-lock.json"
REQUIREMENTS_LOCK = ROOT / "requirements.lock"
CACHE = ROOT / ".cache" / "answerbook"
