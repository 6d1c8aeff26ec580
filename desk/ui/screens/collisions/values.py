"""Values of any column as somebody would say them, and the rows of a comparison."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import Any

from desk.actions.delivery import WAYS
from desk.queries.collisions import ConflictRow, Wanted
from desk.rules.intake import APPLICANT_LABELS, CHANNEL_LABELS, IDENTITY_LABELS
from desk.rules.masking import mask_identity, mask_nik
from desk.rules.permissions import ROLES
from desk.rules.queueing import PRIORITY_LABELS, STATE_LABELS
from desk.services import informasi
from desk.services.catalog import served, service_kit
from desk.services.disposition import NATURES
from desk.ui.screens.collisions.words import FORM, column_words, table_words
from desk.ui.screens.decision.words import FORMS
from desk.ui.words import full_day

EMPTY = "—"
_HIDDEN = frozenset({"nik", "identity_number"})
_SAID: Mapping[str, Mapping[Any, str]] = {
    "channel": CHANNEL_LABELS,
    "identity_kind": IDENTITY_LABELS,
    "priority": PRIORITY_LABELS,
    "errand": {"visit": "Tamu", "courier": "Kurir surat", "appointment": "Janji temu"},
    "category": informasi.CATEGORY_LABELS,
    "content": informasi.CONTENT_LABELS,
    "openness": informasi.OPENNESS_LABELS,
    "way_to_get": informasi.WAY_TO_GET_LABELS,
    "way_to_fetch": informasi.WAY_TO_FETCH_LABELS,
    "applicants.kind": APPLICANT_LABELS,
    "cases.kind": APPLICANT_LABELS,
    "tickets.state": STATE_LABELS,
    "letters.state": {
        "draft": "Konsep",
        "submitted": "Diajukan",
        "signed": "Ditandatangani",
        "void": "Batal",
    },
    "inbox_entries.state": {"new": "Menunggu", "registered": "Terdaftar", "dismissed": "Disisihkan"},
    "deliveries.way": WAYS,
    "decisions.form": FORMS,
    "nature": NATURES,
    "role": {key: role.short for key, role in ROLES.items()},
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A line of the comparison: what it is called, before both changes, the later version, the server's."""

    label: str
    base: str
    mine: str
    theirs: str


class Speaker:
    """Says values; ``services`` are the names of services by slug, ``whole``: identity numbers may be read
    whole."""

    def __init__(self, zone: tzinfo, services: Mapping[str, str], *, whole: bool) -> None:
        self._zone, self._services, self._whole = zone, services, whole
        kits = [service_kit(slug) for slug in served(services)]
        self._decisions = {one.key: one.label for kit in kits for one in kit.decisions}
        self._form = FORM | {key: words for kit in kits for key, words in kit.words.items()}

    def say(self, table: str, column: str, value: Any) -> str:
        """A value in words; a dash for nothing."""
        if isinstance(value, bool):
            return "Ya" if value else "Tidak"
        if value is None or value in ("", [], {}, ()):
            return EMPTY
        if column in _HIDDEN and not self._whole:
            return mask_nik(str(value)) if len(str(value)) > 8 else mask_identity(str(value))
        if isinstance(value, datetime):
            local = value.astimezone(self._zone)
            return f"{full_day(local.date())} pukul {local:%H.%M}"
        if isinstance(value, date):
            return full_day(value)
        if isinstance(value, time):
            return f"{value:%H.%M}"
        if isinstance(value, (list, tuple)):
            return ", ".join(self.say(table, _single(column), one) for one in value)
        if isinstance(value, dict):
            parts = (f"{self._form.get(key, key)}: {self.say(table, key, one)}" for key, one in value.items())
            return "; ".join(parts)
        return self._named(f"{table}.{column}", column).get(value, str(value))

    def _named(self, whole: str, column: str) -> Mapping[Any, str]:
        """The names of a column's values."""
        own = {"service": self._services, "decision": self._decisions, "decisions.kind": self._decisions}
        return own.get(whole) or own.get(column) or _SAID.get(whole) or _SAID.get(column) or {}

    def compare(self, row: ConflictRow) -> tuple[Compared, ...]:
        """The differing columns of a conflict; of a form kept as one value, its differing parts."""
        lines: list[Compared] = []
        for field in row.fields:
            versions = (field.base, field.mine, field.theirs)
            if all(isinstance(one, dict) for one in versions):
                lines += self._parts(row.table, "", versions)
                continue
            label = column_words(row.table, field.column) or table_words(row.table)
            lines.append(Compared(label, *(self.say(row.table, field.column, one) for one in versions)))
        return tuple(lines)

    def _parts(self, table: str, under: str, forms: tuple[Any, Any, Any]) -> list[Compared]:
        base, mine, theirs = forms
        lines: list[Compared] = []
        for key in dict.fromkeys((*mine, *theirs)):
            versions = (base.get(key), mine.get(key), theirs.get(key))
            if versions[1] == versions[2]:
                continue
            label = self._form.get(key, "Isian lain")
            if all(isinstance(one, dict) for one in versions):
                lines += self._parts(table, label, versions)
                continue
            whole = f"{under} · {label}" if under else label
            lines.append(Compared(whole, *(self.say(table, key, one) for one in versions)))
        return lines

    def wanted(self, values: Sequence[Wanted]) -> tuple[tuple[str, str], ...]:
        """Pairs of label and value that the server did not take; what has no name for people is left out."""
        lines: dict[tuple[str, str], None] = {}
        for one in values:
            label, said = column_words(one.table, one.column), self.say(one.table, one.column, one.value)
            if not label or said == EMPTY:
                continue
            if isinstance(one.value, dict):
                lines |= dict.fromkeys(
                    (self._form[key], self.say(one.table, key, part))
                    for key, part in one.value.items()
                    if key in self._form and self.say(one.table, key, part) != EMPTY
                )
            else:
                lines[(label, said)] = None
        return tuple(lines)


def _single(column: str) -> str:
    return "role" if column == "to_roles" else column
