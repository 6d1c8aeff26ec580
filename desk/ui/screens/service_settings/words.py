"""Names of what can be set, and a change in words."""

from collections.abc import Mapping

from desk.queries.service_settings import SettingChange
from desk.services.magang_places import CAPACITY, SECTIONS, capacity_key
from desk.standards.choices import Option, options
from desk.standards.model import Standard

SECTION_SHORT = {
    "teknis": "Teknis dan Hupmas",
    "hukum": "Hukum dan SDM",
    "data": "Perencanaan, Data dan Informasi",
    "keuangan": "Keuangan, Umum dan Logistik",
}


def labels(standard: Standard) -> Mapping[str, str]:
    """Every key with its name: ``Keberatan · 30 hari kerja sejak dicatat dalam register``."""
    named = {one.key: f"{one.service} · {one.label}" for one in options(standard)}
    places = {capacity_key(one): f"Magang · Bagian {SECTION_SHORT[one]}" for one in SECTIONS}
    return named | places


def value_words(option: Option | None, value: str | int | None) -> str:
    """A value as people say it: ``Hari kalender``, ``4 peserta``, ``tanpa batas waktu``."""
    if option is None:
        return f"{CAPACITY if value is None else value} peserta"
    shown = option.standard if value is None else value
    if option.words:
        return option.words.get(str(shown), str(shown))
    return f"{shown} hari kerja" if shown else "tanpa batas waktu"


def change_words(one: SettingChange, standard: Standard) -> str:
    """``Magang · Bagian Hukum dan SDM: 4 peserta menjadi 2 peserta``."""
    known = {option.key: option for option in options(standard)}
    option = known.get(one.key)
    name = labels(standard).get(one.key, one.key)
    return f"{name}: {value_words(option, one.before)} menjadi {value_words(option, one.after)}"
