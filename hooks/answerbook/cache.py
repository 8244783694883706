"""A folder of results by content: safe to delete, and an entry that is not exactly what was written is not used."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2] / ".cache" / "answerbook"
_DIGEST = hashlib.sha256().digest_size


def get(kind: str, key: bytes) -> bytes | None:
    """What was put under the key, or None."""
    try:
        entry = _path(kind, key).read_bytes()
    except OSError:
        return None
    checksum, value = entry[:_DIGEST], entry[_DIGEST:]
    return value if checksum == _checksum(kind, key, value) else None


def put(kind: str, key: bytes, value: bytes) -> None:
    """Keep the value, in one step; a cache that cannot be written costs time and nothing else."""
    path = _path(kind, key)
    aside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".")
        with os.fdopen(handle, "wb") as file:
            file.write(_checksum(kind, key, value) + value)
        Path(aside).replace(path)
    except OSError:
        if aside is not None:
            Path(aside).unlink(missing_ok=True)


def folder(kind: str) -> Path:
    """A private folder inside the cache, for a library that keeps files of its own."""
    path = _root() / kind
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def key(*parts: str | bytes) -> bytes:
    """One key out of several parts, so that no two lists of parts share one."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


def _path(kind: str, key: bytes) -> Path:
    name = hashlib.sha256(key).hexdigest()[:40]
    return _root() / kind / name[:2] / name[2:]


def _root() -> Path:
    return Path(os.environ.get("ANSWERBOOK_CACHE") or _ROOT)


def _checksum(kind: str, key: bytes, value: bytes) -> bytes:
    return hashlib.sha256(b"\0".join((kind.encode(), hashlib.sha256(key).digest(), value))).digest()
