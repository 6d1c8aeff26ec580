"""Forms of an appointment in the drawer: booking or moving it, delegating it with approval."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, tzinfo
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.queries.availability import Availability, availability
from desk.queries.office import profile
from desk.rules.presence import LEADERS, OFFICIALS, Presence
from desk.services.appointments import (
    MOST_MINUTES,
    USUAL_MINUTES,
    AppointmentDraft,
    DelegationDraft,
)
from desk.services.common import Problem
from desk.services.konsultasi_entries import WAYS
from desk.ui.fields import (
    ChipChoice,
    Choice,
    ChoiceField,
    DateField,
    Field,
    NumberField,
    PhoneField,
    TextField,
    TimeField,
)
from desk.ui.runtime.context import ScreenContext
from desk.ui.screens.case.sheets import Sheet
from desk.ui.screens.case.words import role_words
from desk.ui.screens.presence.words import titles, whereabouts
from desk.ui.widgets import FormGrid


@dataclass(frozen=True, slots=True)
class People:
    """Whom a visitor may meet, read once for a sheet: the words of a list and the role behind a person."""

    rows: tuple[Availability, ...]
    choices: tuple[Choice, ...]

    def role_of(self, staff_id: str) -> str:
        """The first role of a person; empty for nobody."""
        return next((one.roles[0] for one in self.rows if one.staff_id == staff_id), "")

    def only(self, roles: Sequence[str]) -> list[Choice]:
        """Choices of those who hold one of these roles."""
        held = {one.staff_id for one in self.rows if set(one.roles) & set(roles)}
        return [choice for choice in self.choices if choice.value in held]


def people(ctx: ScreenContext) -> People:
    """Leaders and section heads, each with the offices held and where they are now."""
    now, zone = ctx.workplace.now(), ctx.workplace.ask(profile).zone
    standard, rows = ctx.workplace.standard, ctx.workplace.ask(availability, now)

    def words(one: Availability) -> str:
        where = "" if one.state is Presence.UNKNOWN else f" · {whereabouts(one, now, zone)}"
        return f"{one.name}, {titles(standard, one)}{where}"

    return People(rows, tuple(Choice(one.staff_id, words(one)) for one in rows))


class AppointmentSheet(Sheet):
    """With whom, for whom, about what, when."""

    drawer_width = 640

    def __init__(
        self,
        ctx: ScreenContext,
        draft: AppointmentDraft,
        *,
        moves: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Simpan janji temu", parent=parent)
        self._begun, self.people = draft, people(ctx)
        today: Callable[[], date] = ctx.today
        self.host = ChoiceField("Bertemu dengan", self.people.choices, required=True)
        self.name = TextField("Nama tamu", required=True)
        self.institution = TextField("Instansi", placeholder="Perorangan")
        self.phone = PhoneField()
        self.subject = TextField("Keperluan", required=True)
        self.day = DateField("Hari", today=today, required=True, earliest=None if moves else today())
        self.at = TimeField("Jam mulai", required=True)
        self.minutes = NumberField("Lama", required=True, least=1, most=MOST_MINUTES, unit="menit")
        self.room = TextField("Ruang", max_length=60)
        standard = ctx.workplace.standard
        beside = [
            Choice("", "Tidak didampingi"),
            *(Choice(one, role_words(standard, one)) for one in OFFICIALS),
        ]
        self.beside = ChoiceField("Didampingi bagian", beside)
        self.fields: dict[str, Field[Any]] = {
            "staff_id": self.host,
            "name": self.name,
            "institution": self.institution,
            "phone": self.phone,
            "subject": self.subject,
            "day": self.day,
            "at": self.at,
            "minutes": self.minutes,
            "room": self.room,
            "accompanied_by": self.beside,
        }
        grid = FormGrid()
        for name, field in self.fields.items():
            grid.add(field, span=2 if name in ("staff_id", "subject") else 1)
        self.column.addWidget(grid)
        self._show(draft)

    def draft(self) -> AppointmentDraft:
        """What is filled in."""
        host = self.host.value() or ""
        return replace(
            self._begun,
            role=self._role(host),
            staff_id=host,
            name=self.name.value(),
            institution=self.institution.value(),
            phone=self.phone.value(),
            subject=self.subject.value(),
            day=self.day.value(),
            at=self.at.value(),
            minutes=self.minutes.value(),
            room=self.room.value(),
            accompanied_by=self.beside.value() or "",
        )

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say every problem beside its field; what has none is said above."""
        self.news.say("")
        mark_fields(self, self.fields, problems)

    def _role(self, host: str) -> str:
        """The role asked for, where the same person still holds it."""
        asked = self._begun.role
        held = next((one.roles for one in self.people.rows if one.staff_id == host), ())
        return asked if asked in held else self.people.role_of(host)

    def _show(self, draft: AppointmentDraft) -> None:
        host = draft.staff_id or next(
            (one.staff_id for one in self.people.rows if draft.role and draft.role in one.roles), ""
        )
        self.host.set_value(host or None)
        shown: Mapping[str, Any] = {
            "name": draft.name,
            "institution": draft.institution,
            "phone": draft.phone,
            "subject": draft.subject,
            "day": draft.day,
            "at": draft.at,
            "minutes": draft.minutes or USUAL_MINUTES,
            "room": draft.room,
            "accompanied_by": draft.accompanied_by,
        }
        for name, value in shown.items():
            self.fields[name].set_value(value)


class DelegationSheet(Sheet):
    """Who receives instead, and whose approval."""

    def __init__(self, ctx: ScreenContext, name: str, parent: QWidget | None = None) -> None:
        lead = f"{name} diterima pejabat struktural, dengan persetujuan anggota KPU atau Sekretaris."
        super().__init__("Catat pengalihan", lead, parent)
        known = people(ctx)
        self._known = known
        standard = ctx.workplace.standard
        self.officer = ChoiceField("Pejabat struktural", known.only(OFFICIALS), required=True)
        leaders = [Choice(one, role_words(standard, one)) for one in LEADERS]
        self.by_role = ChoiceField("Disetujui oleh", leaders, required=True)
        self.by_name = TextField("Nama yang menyetujui", required=True)
        self.way = ChipChoice("Cara", [Choice(key, words) for key, words in WAYS.items()], required=True)
        self.way.set_value("lisan")
        self.fields: dict[str, Field[Any]] = {
            "staff_id": self.officer,
            "by_role": self.by_role,
            "by_name": self.by_name,
            "way": self.way,
        }
        for field in self.fields.values():
            self.column.addWidget(field)
        self.by_role.changed.connect(self._named)

    def draft(self) -> DelegationDraft:
        """What is filled in."""
        officer = self.officer.value() or ""
        held = next((one.roles for one in self._known.rows if one.staff_id == officer), ())
        role = next((one for one in held if one in OFFICIALS), "")
        return DelegationDraft(
            role, officer, self.by_role.value() or "", self.by_name.value(), self.way.value() or ""
        )

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say every problem beside its field."""
        mark_fields(self, self.fields, problems)

    def _named(self) -> None:
        """The only holder of the office is the one who approved."""
        held = [one.name for one in self._known.rows if self.by_role.value() in one.roles]
        if len(held) == 1 and not self.by_name.value():
            self.by_name.set_value(held[0])


def mark_fields(sheet: Sheet, fields: dict[str, Field[Any]], problems: Sequence[Problem]) -> None:
    """Say every problem beside its field, the keyboard goes to the first; what has no field is said above."""
    by_field = {one.field: one.message for one in reversed(problems)}
    for name, field in fields.items():
        field.mark(by_field.get(name))
    stopped = [field for name, field in fields.items() if name in by_field]
    if stopped:
        stopped[0].setFocus()
    elif problems:
        sheet.refuse(problems[0].message)


def next_quarter(now: datetime, zone: tzinfo) -> time:
    """The coming quarter of an hour on the office's clock."""
    local = now.astimezone(zone)
    minutes = (local.hour * 60 + local.minute) // 15 * 15 + 15
    return time(minutes // 60 % 24, minutes % 60)
