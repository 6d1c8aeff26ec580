"""What every sheet of a form has: fields, side column, a sentence above them, problems beside them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.services.common import Problem
from desk.ui.fields import Field
from desk.ui.forms.body import FormBody
from desk.ui.forms.judging import Ground, Judged
from desk.ui.forms.service_form import ServiceForm
from desk.ui.forms.side import SideColumn
from desk.ui.runtime.context import ScreenContext
from desk.ui.sections.base import Section
from desk.ui.sections.day_count import DayCount
from desk.ui.sections.words import limit_words
from desk.ui.theme.text import rule
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Card, DraftBanner


class FormSheet(Card):
    """A form of one service on a card; a subclass adds heading and buttons and says what they do.

    Call `lay_out` once; override `edited_by_hand`. The banner's *Buang draf* is connected by the subclass.
    """

    def __init__(
        self,
        ctx: ScreenContext,
        form_type: type[ServiceForm],
        ground: Ground,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.ctx, self.ground = ctx, ground
        self.form = form_type(ground, self.today)
        self.side = SideColumn(ground)
        self.banner = DraftBanner()
        self.body_part = FormBody(self.side, self)
        self.judged: Judged | None = None

    def lay_out(self, head: QWidget, foot: QWidget) -> None:
        """Put the parts under each other: heading, banner, fields, foot."""
        self.add(head)
        self.add(self.banner)
        for section in self.sections():
            self.body_part.take(section)
        self.body_part.finish()
        self.add(self.body_part, 1)
        self.add(rule())
        self.add(foot)
        for section in (*self.sections(), self.side.checklist):
            section.changed.connect(self._changed)
            section.left.connect(self._left)
        later = Qt.ConnectionType.QueuedConnection  # once the new lines know their heights
        self.side.checklist.reshaped.connect(self.body_part.grid.refresh, later)
        self.side.limit.asked.connect(self.explain)

    def sections(self) -> Sequence[Section[Any]]:
        """Every section in reading order."""
        return self.form.sections()

    def today(self) -> date:
        """The office's day."""
        return self.now().date()

    def now(self) -> datetime:
        """Now on the office's wall clock."""
        return self.ctx.workplace.now().astimezone(self.ground.calendar.zone)

    # the draft

    def show_draft(self, draft: Any) -> None:
        """Fill the fields of the service, silently."""
        for section in (*self.form.sections(), self.side.checklist):
            section.show(draft)

    def renew_draft(self, draft: Any) -> None:
        """Fill the fields from a newer draft while somebody may be typing in one."""
        for section in (*self.form.sections(), self.side.checklist):
            section.renew(draft)

    def draft(self) -> Any:
        """The service's draft as it stands in the fields."""
        draft = self.form.empty()
        for section in (*self.form.sections(), self.side.checklist):
            draft = section.read(draft)
        return draft

    def edited_by_hand(self) -> None:
        """Somebody changed a field."""
        raise NotImplementedError

    # what is said

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say every problem beside its field; the keyboard goes to the first one that stops."""
        stopped: list[Field[Any]] = []
        for section in self.sections():
            stopped += section.mark(problems)
        self.body_part.grid.refresh()
        if stopped:
            self.tell(f"{len(stopped)} isian perlu diperbaiki sebelum disimpan.", Tone.BAD)
            stopped[0].setFocus(Qt.FocusReason.TabFocusReason)

    def tell(self, text: str, tone: Tone, *, offer: bool = False) -> None:
        """Say something above the fields; with ``offer`` the draft can be given up beside it."""
        self.banner.button.setVisible(offer)
        self.banner.say(text, tone)

    def explain(self) -> None:
        """“Mengapa tanggal ini?” in the drawer."""
        judged = self.judged
        if judged is not None and judged.due is not None and judged.limit is not None:
            count = DayCount(judged.due, limit_words(judged.limit.rule))
            self.ctx.ask(count, "Mengapa tanggal ini?")

    # inside

    def _changed(self) -> None:
        if self.banner.isVisible() and self.banner.tone() is Tone.BAD:
            self.banner.say("")
        self.edited_by_hand()

    def _left(self, path: str) -> None:
        if self.judged is None:
            return
        own = [one for one in self.judged.intake.problems if one.field == path]
        for section in self.sections():
            field = section.field(path)
            if field is not None and field.value() not in ("", None):
                section.tell_one(path, own[0] if own else None)
