"""A field for each thing that can be set, service by service."""

from collections.abc import Iterator
from typing import Any

from desk.services.choosing import MOST_INTERNS, capacity_keys
from desk.services.magang_places import SECTIONS
from desk.standards.choices import MOST_DAYS, Option, options
from desk.standards.model import Standard
from desk.ui.fields import Choice, ChoiceField, Field, NumberField
from desk.ui.screens.service_settings.words import SECTION_SHORT, value_words

INTERNS = "Peserta magang sekaligus"


def groups(standard: Standard) -> Iterator[tuple[str, dict[str, Field[Any]]]]:
    """Headings with their fields by key: the services in the standard's order, places for interns last."""
    of_service: dict[str, dict[str, Field[Any]]] = {}
    for one in options(standard):
        of_service.setdefault(one.service, {})[one.key] = _field(one)
    yield from of_service.items()
    places = {
        key: NumberField(SECTION_SHORT[section], unit="peserta", most=MOST_INTERNS, required=True)
        for key, section in zip(capacity_keys(standard), SECTIONS, strict=False)
    }
    if places:
        yield INTERNS, dict[str, Field[Any]](places)


def _field(one: Option) -> Field[Any]:
    usual = f"Menurut standar: {value_words(one, None)}."
    if one.words:
        offered = [Choice(value, words) for value, words in one.words.items()]
        return ChoiceField(one.label, offered, hint=usual, required=True)
    return NumberField(one.label, hint=f"{usual} Isi 0 untuk tanpa batas.", most=MOST_DAYS, required=True)
