"""Which form takes a service in, and which sheet each of its entries is written on."""

from importlib import import_module
from typing import Any

from desk.ui.forms.entry_form import EntryForm
from desk.ui.forms.service_form import ServiceForm


def form_of(slug: str) -> type[ServiceForm]:
    """The form of a service, imported when it is first needed: ``FORM`` of ``desk.ui.forms.<slug>``."""
    form: type[ServiceForm] = _module(slug).FORM
    return form


def entry_form(slug: str, kind: str) -> type[EntryForm]:
    """The sheet of an entry: one of ``ENTRIES`` of ``desk.ui.forms.<slug>``."""
    sheet: type[EntryForm] = _module(slug).ENTRIES[kind]
    return sheet


def _module(slug: str) -> Any:
    return import_module(f"desk.ui.forms.{slug}")
