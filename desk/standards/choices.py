"""What an office chooses within its standard: kind of day of a limit, a limit where the decree has none, the
reading of a rule (facts.md, "Dates that move"; S3, S3k, S5, S6). The standard's own values are defaults."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from desk.rules.deadlines import Unit
from desk.standards.model import LimitSpec, Service, Standard

CHOICES = "layanan"
"""Name of the office's setting that keeps what it chose: key of an option -> value."""

PLACES = "magang_kapasitas_"
"""Beginning of the settings that say how many interns a section takes."""

MOST_DAYS = 365
_UNITS = {Unit.WORKING.value: "Hari kerja", Unit.CALENDAR.value: "Hari kalender"}
_DAYS = {Unit.WORKING: "hari kerja", Unit.CALENDAR: "hari kalender"}
_READINGS: Mapping[tuple[str, str], tuple[str, Mapping[str, str]]] = {
    ("informasi", "reading"): (
        "Batas pendek informasi Pemilu",
        {"narrow": "Hanya pada masa tahapan", "wide": "Semua informasi Pemilu"},
    ),
    ("keberatan", "late"): (
        "Keberatan yang lewat waktu",
        {"warn": "Dicatat dengan peringatan", "refuse": "Ditolak di meja layanan"},
    ),
}
_CHOSEN = "Dipilih kantor."


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: ``words`` are the answers by value (empty: a number of days, 0 for no limit),
    ``standard`` is what the standard says."""

    key: str
    service: str
    label: str
    standard: str | int
    words: Mapping[str, str] = field(default_factory=dict)

    def fits(self, value: object) -> bool:
        """Whether a value may be chosen."""
        if self.words:
            return value in self.words
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_DAYS


def options(standard: Standard) -> tuple[Option, ...]:
    """Everything an office may choose under a standard, service by service."""
    return tuple(option for service in standard.services.values() for option in _of_service(service))


def choices(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an office chose, from its settings."""
    found = settings.get(CHOICES)
    return found if isinstance(found, dict) else {}


def as_chosen(standard: Standard, settings: Mapping[str, Any]) -> Standard:
    """The standard as the office goes by it; what does not fit is passed over."""
    made = choices(settings)
    if not made:
        return standard
    chosen = {one.key: made[one.key] for one in options(standard) if one.fits(made.get(one.key))}
    if not chosen:
        return standard
    services = {slug: _chosen_service(service, chosen) for slug, service in standard.services.items()}
    return msgspec.structs.replace(standard, services=services)


def _of_service(service: Service) -> Iterator[Option]:
    slug, name = service.slug, service.short_name
    for (owner, setting), (label, words) in _READINGS.items():
        if owner == slug and setting in service.settings:
            yield Option(f"{slug}.{setting}", name, label, service.settings[setting], words)
    timed = any(step.planned_minutes is not None for flow in service.flows.values() for step in flow.steps)
    for key, spec in service.limits.items():
        if spec.days is not None:
            yield Option(f"{slug}.limits.{key}.unit", name, spec.label, spec.unit.value, _UNITS)
        elif not timed:
            yield Option(f"{slug}.limits.{key}.days", name, "Batas waktu sendiri (hari kerja)", 0)
    for key, spec in service.side_limits.items():
        if spec.days is not None:
            yield Option(f"{slug}.side_limits.{key}.unit", name, spec.label, spec.unit.value, _UNITS)


def _chosen_service(service: Service, chosen: Mapping[str, Any]) -> Service:
    slug = service.slug
    return msgspec.structs.replace(
        service,
        settings={key: str(chosen.get(f"{slug}.{key}", value)) for key, value in service.settings.items()},
        limits={
            key: _chosen_limit(spec, f"{slug}.limits.{key}", chosen) for key, spec in service.limits.items()
        },
        side_limits={
            key: _chosen_limit(spec, f"{slug}.side_limits.{key}", chosen)
            for key, spec in service.side_limits.items()
        },
    )


def _chosen_limit(spec: LimitSpec, place: str, chosen: Mapping[str, Any]) -> LimitSpec:
    """The limit with the office's days; its name says them, its note who chose."""
    days, unit = chosen.get(f"{place}.days", 0), Unit(chosen.get(f"{place}.unit", spec.unit))
    note = f"{spec.note} {_CHOSEN}".strip()
    if days:
        label = f"{days} hari kerja"
        return msgspec.structs.replace(spec, days=days, unit=Unit.WORKING, label=label, note=note)
    if unit is spec.unit:
        return spec
    label = spec.label.replace(_DAYS[spec.unit], _DAYS[unit], 1)
    return msgspec.structs.replace(spec, unit=unit, label=label, note=note)
