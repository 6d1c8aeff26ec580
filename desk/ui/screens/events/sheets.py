"""Drawers of the calendar: an event to fill in, an event to look at, how many came."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desk.queries import events
from desk.queries.events import EventRow
from desk.queries.office import profile
from desk.rules.booking import KIND_LABELS, STATE_LABELS, Kind, clashes
from desk.services.common import Problem
from desk.services.education_events import EventDraft, event_problems, moments
from desk.services.education_words import TARGETS, moment_span, named
from desk.ui.fields import NumberField
from desk.ui.runtime.autosave import Autosave
from desk.ui.screens.case.pieces import Facts
from desk.ui.screens.case.sheets import Sheet
from desk.ui.sections.event import EventSection
from desk.ui.widgets import ButtonBar, DraftBanner, FormGrid, SecondaryButton

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext


class EventSheet(Sheet):
    """An event as filled in; what is lent to others at that time says so; what is typed is kept."""

    drawer_width = 560

    def __init__(
        self,
        ctx: "ScreenContext",
        begun: EventDraft,
        row: EventRow | None = None,
        lead: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Simpan kegiatan", lead, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._ctx, self._begun, self._row = ctx, begun, row
        self._zone: ZoneInfo = ctx.workplace.ask(profile).zone
        self.banner, self.grid = DraftBanner(), FormGrid()
        self.section: EventSection[EventDraft] = EventSection(ctx.today, self._lent())
        key = f"event:{row.id if row else begun.case_id or 'baru'}"
        self.autosave: Autosave[EventDraft] = Autosave(
            ctx, "event", EventDraft, key=key, empty=begun, parent=self
        )
        for part in self.section.parts:
            self.grid.add(part.widget, span=part.span)
        self.column.addWidget(self.banner)
        self.column.addWidget(self.grid, 1)
        self.section.changed.connect(self._edited)
        self.section.reshaped.connect(self.grid.refresh)
        self._settle = QTimer(self)  # rows take their new height once the words below things stand
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self.grid.refresh)
        self.banner.acted.connect(self._give_up)
        found = self.autosave.restore()
        self._show(begun if found is None else found.draft)
        self.banner.tell("" if found is None else found.sentence)

    def draft(self) -> EventDraft:
        """The event as it stands."""
        return self.section.read(self._begun)

    def kept(self) -> None:
        """It is written: the draft of this PC is not needed any more."""
        self.autosave.discard()

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say every problem beside its field; the keyboard goes to the first."""
        told: dict[str, Problem] = {}
        for one in problems:
            known = told.get(one.field)
            told[one.field] = one if known is None else Problem(one.field, f"{known.message}\n{one.message}")
        stopped = self.section.mark(told.values())
        self._settle.start()
        if stopped:
            stopped[0].setFocus()
        elif problems:
            self.refuse(problems[0].message)

    def _lent(self) -> tuple[events.ResourceRow, ...]:
        """What is lent now, and what this event has of things lent no longer."""
        ask = self._ctx.workplace.ask
        had = {one.id for one in self._row.resources} if self._row else set()
        return tuple(one for one in ask(events.resources, active=False) if one.active or one.id in had)

    def _show(self, draft: EventDraft) -> None:
        self.section.show(draft)
        self._tell_busy()

    def _edited(self) -> None:
        self.autosave.changed(self.draft())
        self._tell_busy()

    def _tell_busy(self) -> None:
        """Beside each thing, who has it at the time that stands here."""
        draft = self.draft()
        if any(one.field in ("day", "until", "starts", "ends") for one in event_problems(draft)):
            self.section.tell_busy({})
            return
        starts, ends = moments(draft, self._zone)
        taken = self._ctx.workplace.ask(events.booked, starts, ends)
        mine = self._row.id if self._row else ""
        found = clashes(mine, starts, ends, {one.resource for one in taken}, taken)
        busy = {
            one.resource: f"Dipakai “{one.title}”, {moment_span(*_local(one, self._zone))}"
            for one in reversed(found)
        }
        self.section.tell_busy(busy)
        self._settle.start()

    def _give_up(self) -> None:
        self.autosave.discard()
        self.banner.say("")
        self._show(self._begun)


class LookSheet(Sheet):
    """An event to look at; what may be done with it stands below.

    ``acts`` are labels with what they do, in their order; ``changes``: its fields may be changed.
    """

    drawer_width = 480

    def __init__(
        self,
        row: EventRow,
        zone: tzinfo,
        acts: Sequence[tuple[str, Any]],
        *,
        changes: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Ubah kegiatan", parent=parent)
        self.changes = changes
        self.column.addWidget(Facts(about(row, zone)))
        self.acts = {label: SecondaryButton(label) for label, _act in acts}
        for label, act in acts:
            self.acts[label].clicked.connect(act)
        if acts:
            self.column.addWidget(ButtonBar(tuple(self.acts.values())))
        self.column.addStretch(1)
        self.back.setText("Tutup")

    def buttons(self) -> Sequence[QPushButton]:
        """See `Sheet.buttons`; one way to close is enough."""
        return super().buttons() if self.changes else (self.back,)


class CameSheet(Sheet):
    """How many came to an event of the office's own."""

    def __init__(self, row: EventRow, parent: QWidget | None = None) -> None:
        super().__init__("Catat terlaksana", row.title, parent)
        self.attended = NumberField("Peserta yang hadir", required=True, least=1, most=9999, unit="orang")
        self.attended.set_value(row.expected or None)
        self.column.addWidget(self.attended)
        self.column.addStretch(1)

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong beside the number."""
        self.attended.mark(problems[0].message)
        self.attended.setFocus()


def about(row: EventRow, zone: tzinfo) -> tuple[tuple[str, str], ...]:
    """Everything that is known of an event."""
    return (
        ("Waktu", moment_span(*_local(row, zone))),
        ("Tempat", row.place),
        ("Penyelenggara", row.organiser or "Kantor sendiri"),
        (KIND_LABELS[Kind.SPEAKER], row.named(Kind.SPEAKER)),
        (KIND_LABELS[Kind.EQUIPMENT], row.named(Kind.EQUIPMENT)),
        ("Perkiraan peserta", f"{row.expected} orang" if row.expected else ""),
        ("Peserta yang hadir", f"{row.attended} orang" if row.attended else ""),
        ("Sasaran", named(TARGETS, row.targets)),
        ("Keadaan", STATE_LABELS[row.state].capitalize()),
        ("Alasan", row.reason),
        ("Catatan", row.note),
    )


def _local(one: Any, zone: tzinfo) -> tuple[Any, Any]:
    return one.starts.astimezone(zone), one.ends.astimezone(zone)
