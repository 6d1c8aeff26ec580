"""Who changed what services read of the office's settings, and when (S5, R11)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from desk.models import Office
from desk.queries.office import profile
from desk.queries.staff import names
from desk.standards.choices import PLACES, choices
from desk.store.history import history


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One value that became another; None: nothing was set, so the standard's held."""

    at: datetime
    by: str
    key: str
    before: str | int | None
    after: str | int | None


def changes(session: Session) -> tuple[SettingChange, ...]:
    """Every change of what services read, the newest first."""
    known = names(session)
    found: list[SettingChange] = []
    before: dict[str, Any] = {}
    for one in history(session, Office.__tablename__, profile(session).id):
        if "settings" not in one.new:
            continue
        now = _read(one.new["settings"])
        if one.op == "U":
            moved = [key for key in sorted({*before, *now}) if before.get(key) != now.get(key)]
            by = known.get(one.staff_id, "")
            found += [SettingChange(one.at, by, key, before.get(key), now.get(key)) for key in moved]
        before = now
    return tuple(reversed(found))


def _read(kept: Any) -> dict[str, Any]:
    """What services read of the settings as the log keeps them."""
    settings = msgspec.json.decode(kept) if isinstance(kept, str) else kept
    places = {key: value for key, value in settings.items() if key.startswith(PLACES)}
    return {**choices(settings), **places}
