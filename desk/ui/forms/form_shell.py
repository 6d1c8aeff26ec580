"""The sheet requests are taken in on: heading, fields, side column, buttons; drafts and saving."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desk.actions.cases import Opened, open_case
from desk.rules.workflow import Sheet, allowed
from desk.services.common import Severity
from desk.ui.forms.filled import Filled, order_of
from desk.ui.forms.judging import Judged, ground_of, judge
from desk.ui.forms.keeping import KeptForms, with_id
from desk.ui.forms.service_form import ServiceForm
from desk.ui.forms.sheet import FormSheet
from desk.ui.forms.split import SplitRow
from desk.ui.runtime.context import ScreenContext
from desk.ui.sections.around import Around, AttachmentSection, PaperSection, around_problems
from desk.ui.sections.base import Section
from desk.ui.theme.text import Headline
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Badge, GhostButton, PrimaryButton, SecondaryButton

SAVE = "Simpan && cetak tanda terima"
SAVE_LACKING = "Simpan && cetak berkas kurang"


@dataclass(frozen=True)
class Saved:
    """A form that became a case; ``give`` when the information is to be given at once."""

    opened: Opened
    filled: Filled[Any]
    judged: Judged
    give: bool


class FormShell(FormSheet):
    """A form of one service at the counter; ``extras`` are buttons of the page beside its heading.

    Signals:
        saved(Saved): a case was opened from the form; the form is empty again.
        drafts_changed: forms were put aside or taken up.
        edited: somebody typed.
    """

    saved = Signal(object)
    edited = Signal()
    drafts_changed = Signal()

    def __init__(
        self,
        ctx: ScreenContext,
        form_type: type[ServiceForm],
        extras: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ctx, form_type, ground_of(ctx.workplace, form_type.slug), parent)
        self.extras = tuple(extras)
        self.paper, self.attachments = PaperSection(self.today), AttachmentSection()
        self.kept = KeptForms(ctx, self.form)
        self._base = Filled(self.form.empty())
        self._around, self._words = Around(), ("", "", "", False)
        self._build_rows()
        self.lay_out(self.head, self.foot)
        self.save_button.clicked.connect(lambda: self.save(give=False))
        self.give_button.clicked.connect(lambda: self.save(give=True))
        self.draft_button.clicked.connect(self.put_aside)
        self.banner.acted.connect(self.clear)
        self.start(self._base)

    # building

    def _build_rows(self) -> None:
        self.manner, self.ticket = Badge(), Badge(tone=Tone.ACCENT)
        self.heading = Headline(self.ground.service.name)
        self.drafts = GhostButton("Draf")
        self.head = SplitRow([self.heading, self.manner], [self.ticket, *self.extras, self.drafts])
        self.save_button = PrimaryButton(SAVE, "Ctrl+Return")
        self.give_button = SecondaryButton("Simpan && berikan langsung")
        self.draft_button = SecondaryButton("Simpan draf")
        self.foot = SplitRow([self.save_button, self.give_button], [self.draft_button])

    def sections(self) -> Sequence[Section[Any]]:
        """Every section in reading order: the service's own, then what surrounds each form."""
        return (*self.form.sections(), self.attachments, self.paper)

    # the draft

    def start(self, filled: Filled[Any], *, fresh: bool = True) -> None:
        """Show a form; with ``fresh`` it counts as nothing typed yet."""
        self._around = filled.around
        self.show_draft(filled.draft)
        for own in (self.attachments, self.paper):
            own.show(filled.around)
        self.banner.say("")
        self._tell()
        self.body_part.grid.verticalScrollBar().setValue(0)
        self._base = self.filled() if fresh else Filled(self.form.empty())

    def filled(self) -> Filled[Any]:
        """The form as it stands."""
        around = self._around
        for own in (self.attachments, self.paper):
            around = own.read(around)
        return Filled(self.draft(), around)

    def dirty(self) -> bool:
        """Whether somebody typed something that is not saved."""
        return self._differs(self.filled())

    def _differs(self, now: Filled[Any]) -> bool:
        bare = replace(now, around=replace(now.around, case_id=self._base.around.case_id))
        return bare != self._base

    def clear(self) -> None:
        """An empty form; what stood there is forgotten."""
        self.kept.forget()
        self.start(Filled(self.form.empty()))
        self.focus_start()

    def put_aside(self) -> None:
        """Keep the form as a draft and begin an empty one."""
        if not self.dirty():
            self.ctx.toast("Formulir masih kosong, belum ada yang disimpan.")
            return
        filled = with_id(self.filled())
        self.ctx.act(lambda: self.kept.put_aside(filled), lambda _none: self._put_aside_done())

    def make_room(self) -> None:
        """Put what is typed aside, so that another form can be started and nothing is lost."""
        if self.dirty():
            filled = with_id(self.filled())
            self.ctx.act(
                lambda: self.kept.put_aside(filled),
                lambda _none: self.drafts_changed.emit(),
                done="Isian sebelumnya disimpan sebagai draf.",
            )

    def take_up(self, key: str) -> None:
        """Go on with a form that was put aside."""
        self.make_room()
        found = self.kept.take_up(key)
        if found is not None:
            self.go_on_with(found)
        self.drafts_changed.emit()
        self.focus_start()

    def go_on_with(self, filled: Filled[Any]) -> None:
        """Show a form that was begun before, and keep it from now on."""
        self.start(filled, fresh=False)
        self.kept.changed(self.filled())

    def recover(self) -> bool:
        """Show what was being typed when the program ended; False when there is nothing."""
        found = self.kept.recover()
        if found is None:
            return False
        self.start(found.draft, fresh=False)
        self.banner.tell(found.sentence)
        return True

    # saving

    def save(self, *, give: bool = False) -> None:
        """Open a case from the form, or say beside the fields what is wrong."""
        filled = with_id(self.filled())
        judged = self._judge(filled)
        problems = (*judged.intake.problems, *around_problems(filled.around, self.now()))
        if any(one.severity is Severity.ERROR for one in problems):
            self.mark(problems)
            return
        place, zone = self.ctx.workplace, self.ground.calendar.zone
        self.ctx.act(
            lambda: open_case(place, order_of(self.form.slug, filled, zone)),
            lambda opened: self._opened(Saved(opened, filled, judged, give)),
            on_problems=self.mark,
        )

    def focus_start(self) -> None:
        """The cursor to the first field that is still to be filled in."""
        self.form.first_field(self.filled().draft).setFocus(Qt.FocusReason.OtherFocusReason)

    def reread(self) -> None:
        """The office's calendar or standard changed: count anew."""
        self.ground = ground_of(self.ctx.workplace, self.form.slug)
        self._tell()

    # inside

    def _opened(self, saved: Saved) -> None:
        self.clear()
        self.saved.emit(saved)

    def _put_aside_done(self) -> None:
        self.start(Filled(self.form.empty()))
        self.ctx.toast("Draf disimpan.", tone="done")
        self.drafts_changed.emit()
        self.focus_start()

    def _judge(self, filled: Filled[Any]) -> Judged:
        at = filled.received_at(self.ground.calendar.zone) or self.now()
        return judge(self.ground, self.form.slug, filled.draft, at)

    def _tell(self) -> Filled[Any]:
        filled = self.filled()
        self.judged = judged = self._judge(filled)
        self.side.tell(judged)
        self.form.told(judged, filled.around.source)
        manner = "dari formulir kertas" if filled.around.from_paper else self.form.manner(filled.draft)
        save = SAVE_LACKING if judged.lacking else SAVE
        words = (manner, filled.around.ticket, save, self.may_give(judged))
        if words != self._words:
            self._words = words
            self._dress(*words)
        return filled

    def _dress(self, manner: str, ticket: str, save: str, may_give: bool) -> None:
        self.manner.set(manner)
        self.ticket.set(ticket)
        self.save_button.setText(save)
        self.save_button.updateGeometry()
        self.give_button.setVisible(may_give)
        self.head.turn()
        self.foot.turn()

    def may_give(self, judged: Judged) -> bool:
        """Whether the flow lets the desk give what is asked at once (L3/III.B.3.f), papers complete."""
        flow = self.ground.service.flows[judged.intake.flow]
        moves = allowed(flow, flow.start, self.ctx.workplace.roles, None, judged.intake.facts)
        given = [one for one in moves if one.sheet is Sheet.GIVE]
        return bool(given) and not judged.lacking

    def edited_by_hand(self) -> None:
        """See `FormSheet.edited_by_hand`."""
        filled = self._tell()
        if self._differs(filled):
            filled = with_id(filled)
            self._around = replace(self._around, case_id=filled.around.case_id)
            self.kept.changed(filled)
        else:
            self.kept.forget()
        self.edited.emit()
