"""The sheet that corrects the form of a registered case: the same fields, what is fixed, drafts, saving."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from desk.actions.corrections import Correction, correct_case, registered_form
from desk.actions.errors import StaleError
from desk.queries import limits as counted
from desk.queries.cases import CasePage
from desk.rules.deadlines import Due
from desk.rules.permissions import Capability, may
from desk.services.common import Severity, rebased
from desk.ui.forms.catalog import form_of
from desk.ui.forms.judging import Judged, ground_of, judge
from desk.ui.forms.sheet import FormSheet
from desk.ui.forms.split import SplitRow
from desk.ui.runtime.autosave import Autosave
from desk.ui.runtime.context import ScreenContext
from desk.ui.sections.base import Section
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Badge, PrimaryButton, SecondaryButton

_BESIDE_YOURS = (
    "Petugas lain juga memperbaiki isian ini. Perubahan Anda dipasang pada isian yang terbaru; "
    "periksa, lalu simpan."
)


class CorrectionSheet(FormSheet):
    """The form of one case as it is registered, to be corrected.

    Signals:
        saved(object): the correction is written; labels of papers that are missing now.
        left: the officer goes back to the case.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(self, ctx: ScreenContext, page: CasePage) -> None:
        row = page.row
        super().__init__(ctx, form_of(row.service), ground_of(ctx.workplace, row.service, row.standard))
        self.case = page
        self.form.registered(whole=may(ctx.workplace.roles, Capability.SEE_IDENTITY))
        self._before = self._read = None
        self._due: dict[str, Due | None] = {}
        kind: Any = Correction[self.form.draft_type]  # type: ignore[name-defined]
        key = f"correction:{row.id}"
        title = f"Perbaikan {row.number}"
        self.autosave: Autosave[Correction[Any]] = Autosave(
            ctx, "correction", kind, key=key, title=lambda _one: title, parent=self
        )
        self.save_button = PrimaryButton("Simpan perbaikan", "Ctrl+Return")
        self.back_button = SecondaryButton("Kembali ke permohonan")
        head = SplitRow([Text("Perbaiki isian", "heading", wrap=False), Badge(row.number)], [])
        self.lay_out(head, SplitRow([self.save_button, self.back_button], []))
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(self.left)
        self.banner.acted.connect(self.give_up)
        self._begin()

    # the draft

    def _take(self) -> None:
        """Take up what is registered now; fields may write it another way (a telephone in groups)."""
        place = self.ctx.workplace
        self._before = place.ask(registered_form, place.standards, self.case.row.id)
        self.show_draft(self._before)
        self._read = self.draft()

    def _begin(self) -> None:
        """Show what is registered, and upon it what was typed before the program ended."""
        self._take()
        found = self.autosave.restore()
        if found is not None:
            self._put_upon(found.draft)
            self.banner.tell(found.sentence)
        self.recount()

    def take_newer(self) -> None:
        """Another officer corrected the form meanwhile: show that, and upon it what was edited here; a field
        being typed in is not touched."""
        place, kept = self.ctx.workplace, self.correction()
        newest: Any = place.ask(registered_form, place.standards, self.case.row.id)
        if newest == self._before:
            return
        shown = rebased(kept.before, kept.draft, newest)
        self.renew_draft(shown)
        self._before, self._read = newest, rebased(shown, newest, self.draft())
        if self.dirty():
            self.autosave.changed(self.correction())
            self.tell(_BESIDE_YOURS, Tone.WARN, offer=True)

    def _put_upon(self, kept: Correction[Any]) -> None:
        """Show a correction begun on an older form upon the form as it is registered now."""
        self.show_draft(rebased(kept.before, kept.draft, self._before))

    def correction(self) -> Correction[Any]:
        """What was registered, and what it is to be: every value somebody edited, all others untouched."""
        return Correction(self._before, rebased(self._read, self.draft(), self._before))

    def give_up(self) -> None:
        """Throw the draft away and show what is registered."""
        self.autosave.discard()
        self.banner.say("")
        self._take()
        self.recount()

    def dirty(self) -> bool:
        """Whether somebody edited something that is not saved."""
        return bool(self.draft() != self._read)

    def edited_by_hand(self) -> None:
        """See `FormSheet.edited_by_hand`."""
        self.recount()
        if self.dirty():
            self.autosave.changed(self.correction())
        else:
            self.autosave.discard()

    # what it means

    def reread(self) -> None:
        """The calendar or the case changed: take up what is new, count anew."""
        self.take_newer()
        self.ground = ground_of(self.ctx.workplace, self.form.slug, self.case.row.standard)
        self._due.clear()
        self.recount()

    def recount(self) -> None:
        """Say what the form as it stands lacks, and when the case would be due."""
        self.judged = judged = self._judge()
        self.side.tell(judged)
        self.form.told(judged, "")

    def _judge(self) -> Judged:
        judged = judge(self.ground, self.form.slug, self.draft(), self.case.received_at)
        category = judged.intake.category
        if category not in self._due:
            place, case_id = self.ctx.workplace, self.case.row.id
            self._due[category] = place.ask(counted.forecast, place.standards, case_id, category=category)
        return replace(judged, due=self._due[category])

    # saving

    def save(self) -> None:
        """Write the correction, or say beside the fields what is wrong."""
        if not self.dirty():
            self.ctx.toast("Belum ada isian yang diubah.")
            return
        wanted = self.correction()
        problems = self._judge().intake.problems
        if any(one.severity is Severity.ERROR for one in problems):
            self.mark(problems)
            return
        about = ", ".join(changed_labels(self.sections(), wanted))
        self.ctx.act(partial(self._write, wanted, about), self._written, on_problems=self.mark)

    def _write(self, wanted: Correction[Any], about: str) -> tuple[str, ...] | None:
        try:
            return correct_case(self.ctx.workplace, self.case.row.id, wanted, about)
        except StaleError:
            return None

    def _written(self, lacking: tuple[str, ...] | None) -> None:
        if lacking is not None:
            self.autosave.discard()
            self.saved.emit(lacking)
            return
        self.reread()


def changed_labels(sections: Iterable[Section[Any]], made: Correction[Any]) -> tuple[str, ...]:
    """What a correction changes, by the labels of its fields, in the form's order."""
    found = [
        field.label()
        for section in sections
        for path, field in section.places()
        if _value(made.before, path) != _value(made.draft, path)
    ]
    if made.before.ticked != made.draft.ticked:
        found.append("Kelengkapan")
    return tuple(found)


def _value(draft: Any, path: str) -> Any:
    for name in path.split("."):
        draft = getattr(draft, name, None)
    return draft
