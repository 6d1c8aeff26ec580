"""What this PC remembers from one start to the next."""

import json
import logging
from pathlib import Path

log = logging.getLogger(__name__)


class FileMemory:
    """What this PC remembers (window place, text size, printers), in one small JSON file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = self._read()

    def recall(self, name: str) -> str | None:
        """What was remembered under a name."""
        return self._kept.get(name)

    def names(self) -> tuple[str, ...]:
        """Everything that is remembered."""
        return tuple(self._kept)

    def remember(self, name: str, value: str) -> None:
        """Keep a short text under a name; a folder that cannot be written is logged, nothing more."""
        if self._kept.get(name) == value:
            return
        self._kept[name] = value
        fresh = self._path.with_suffix(".new")
        try:
            fresh.write_text(json.dumps(self._kept, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(self._path)
        except OSError as error:
            log.info("window memory not kept: %s", error)

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(name): str(value) for name, value in kept.items()} if isinstance(kept, dict) else {}
