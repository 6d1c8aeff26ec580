"""Drafts of one form: the one being typed, kept by itself, and those put aside to go on with later."""

from dataclasses import replace
from typing import Any

import msgspec

from desk.actions.cases import new_case_id
from desk.queries import cases
from desk.ui.forms.filled import Filled
from desk.ui.forms.service_form import ServiceForm
from desk.ui.runtime.autosave import Autosave, Restored
from desk.ui.runtime.context import ScreenContext


class KeptForms:
    """Saves every change of a form under one key, and puts whole forms aside under keys of their own."""

    def __init__(self, ctx: ScreenContext, form: ServiceForm) -> None:
        self._ctx, self._form = ctx, form
        kind: Any = Filled[form.draft_type]  # type: ignore[name-defined]
        self.autosave: Autosave[Filled[Any]] = Autosave(
            ctx, form.slug, kind, title=lambda filled: form.title_of(filled.draft)
        )

    def changed(self, filled: Filled[Any]) -> None:
        """The form was edited."""
        self.autosave.changed(filled)

    def forget(self) -> None:
        """The form is saved or empty."""
        self.autosave.discard()

    def recover(self) -> Restored[Filled[Any]] | None:
        """What was being typed when the program ended; one that became a case meanwhile is forgotten."""
        found = self.autosave.restore()
        if found is not None and self._is_case(found.draft):
            self.forget()
            return None
        return found

    def put_aside(self, filled: Filled[Any]) -> None:
        """Keep a form to go on with later."""
        body = msgspec.json.encode(filled).decode()
        key = f"{self.autosave.key}:{filled.around.case_id}"
        self._ctx.ports.drafts.save(key, self._form.slug, self._form.title_of(filled.draft), body)
        self.forget()

    def take_up(self, key: str) -> Filled[Any] | None:
        """A form put aside, to go on with; None when it is gone, a case already, or not readable."""
        reader: Autosave[Filled[Any]] = Autosave(
            self._ctx,
            self._form.slug,
            Filled[self._form.draft_type],  # type: ignore[name-defined]
            key=key,
        )
        found = reader.restore()
        self._ctx.ports.drafts.discard(key)
        return None if found is None or self._is_case(found.draft) else found.draft

    def _is_case(self, filled: Filled[Any]) -> bool:
        place = self._ctx.workplace
        today = self._ctx.today()
        return bool(
            filled.around.case_id
            and place.ask(cases.page, place.standards, today, filled.around.case_id) is not None
        )


def with_id(filled: Filled[Any]) -> Filled[Any]:
    """The form with the id its case will have."""
    if filled.around.case_id:
        return filled
    return replace(filled, around=replace(filled.around, case_id=new_case_id()))
