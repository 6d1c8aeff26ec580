"""The form of one visitor: everything but name and purpose may stay empty (G1)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desk.actions.visits import VisitDraft
from desk.queries import visits
from desk.queries.office import profile
from desk.queries.visits import KnownVisitor
from desk.rules.intake import IDENTITY_LABELS
from desk.rules.queueing import PRIORITY_LABELS
from desk.services.common import Problem
from desk.ui.fields import (
    ChipChoice,
    Choice,
    ChoiceField,
    Field,
    PhoneField,
    SuggestField,
    Suggestion,
    TextField,
)
from desk.ui.runtime.context import ScreenContext
from desk.ui.screens.gate.parts import known_detail, read_companions, write_companions
from desk.ui.theme.style import scaled
from desk.ui.words import clock, short_day

_NONE = ""
_LEAST = 2
COURIER_PURPOSE = "Mengantar surat"


class VisitForm(QWidget):
    """Shows and reads a ``VisitDraft``; a known visitor picked from the list fills it.

    ``errand`` stands in the page's heading, all other fields in the form's own grid.

    Signals:
        changed: the officer changed something.
    """

    changed = Signal()

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._zone = ctx.workplace.ask(profile).zone
        self._build_fields()
        self.fields: dict[str, Field[object]] = {
            "errand": self.errand,  # type: ignore[dict-item]
            "name": self.name,  # type: ignore[dict-item]
            "institution": self.institution,  # type: ignore[dict-item]
            "phone": self.phone,  # type: ignore[dict-item]
            "purpose": self.purpose,  # type: ignore[dict-item]
            "meets": self.meets,  # type: ignore[dict-item]
            "identity_kind": self.identity,  # type: ignore[dict-item]
            "service": self.service,  # type: ignore[dict-item]
            "priority": self.priority,  # type: ignore[dict-item]
            "companions": self.companions,  # type: ignore[dict-item]
            "card": self.card,  # type: ignore[dict-item]
        }
        self._arrange()
        self._note = self._expected = ""
        self.show_draft(VisitDraft())
        self.read_habits()

    def _build_fields(self) -> None:
        ctx = self._ctx
        errands = (("visit", "Tamu"), ("courier", "Kurir surat"), ("appointment", "Ditunggu"))
        self.errand = ChipChoice("&Kedatangan", [Choice(key, words) for key, words in errands])
        self.name = SuggestField(
            "&Nama",
            required=True,
            provider=self._known,
            least=_LEAST,
            placeholder="Nama atau telepon tamu lama",
        )
        self.institution = TextField("&Instansi", placeholder="Perorangan")
        self.phone = PhoneField("&Telepon")
        self.purpose = SuggestField("Ke&perluan", required=True, provider=self._purposes, least=1)
        self.meets = SuggestField("&Bertemu dengan", provider=self._meets, least=1)
        kinds = [Choice(kind.value, words) for kind, words in IDENTITY_LABELS.items()]
        self.identity = ChoiceField("I&dentitas dilihat", (Choice(_NONE, "Tidak diminta"), *kinds))
        services = ctx.workplace.standard.services.values()
        named = [Choice(one.slug, one.name, f"Nomor antrean {one.queue_prefix}") for one in services]
        self.service = ChoiceField("&Antrean layanan", (Choice(_NONE, "Tanpa antrean"), *named))
        lanes = [Choice(lane.value, words.capitalize()) for lane, words in PRIORITY_LABELS.items()]
        self.priority = ChoiceField("&Jalur", (Choice(_NONE, "Biasa"), *lanes))
        self.card = TextField("Ka&rtu tamu", max_length=12)
        self.companions = TextField("Pendampin&g", placeholder="Jumlah atau nama")
        self.name.picked.connect(self._take_known)
        self.errand.changed.connect(self._errand_changed)
        self.service.changed.connect(self._lane_follows)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(10))
        grid.setVerticalSpacing(scaled(12))
        pairs = (
            (self.name,),
            (self.institution, self.phone),
            (self.purpose,),
            (self.service,),
            (self.priority, self.card),
            (self.companions, self.meets),
            (self.identity,),
        )
        for row, fields in enumerate(pairs):
            for at, field in enumerate(fields):
                wide = 2 if len(fields) == 1 and field is not self.identity else 1
                grid.addWidget(field, row, at, 1, wide, Qt.AlignmentFlag.AlignTop)
        for at in (0, 1):
            grid.setColumnStretch(at, 1)
        for each in self.fields.values():
            each.changed.connect(self.changed)
        self.errand.caption.hide()

    # what it holds

    def draft(self) -> VisitDraft:
        """What is typed now."""
        people = read_companions(self.companions.value())
        service = self.service.value() or ""
        return VisitDraft(
            name=self.name.value(),
            institution=self.institution.value(),
            phone=self.phone.value(),
            identity_kind=self.identity.value() or "",
            purpose=self.purpose.value(),
            meets=self.meets.value(),
            companions=people.count,
            companion_names=people.names,
            errand=self.errand.value() or "visit",
            service=service,
            priority=(self.priority.value() or "") if service else "",
            card=self.card.value(),
            note=self._note,
            expected_id=self._expected,
        )

    def show_draft(self, draft: VisitDraft) -> None:
        """Show a draft, with no marks."""
        self._note, self._expected = draft.note, draft.expected_id
        for field, value in (
            (self.errand, draft.errand),
            (self.name, draft.name),
            (self.institution, draft.institution),
            (self.phone, draft.phone),
            (self.identity, draft.identity_kind),
            (self.purpose, draft.purpose),
            (self.meets, draft.meets),
            (self.companions, write_companions(draft.companions, draft.companion_names)),
            (self.service, draft.service),
            (self.priority, draft.priority),
            (self.card, draft.card),
        ):
            field.set_value(value)
        self.priority.setEnabled(bool(draft.service) and self.service.isEnabled())

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong beside the fields, and put the cursor into the first of them."""
        self.clear_marks()
        for problem in problems:
            self.fields[problem.field].mark(problem.message)
        order = [name for name in self.fields if any(one.field == name for one in problems)]
        if order:
            self.fields[order[0]].setFocus(Qt.FocusReason.TabFocusReason)

    def clear_marks(self) -> None:
        """Nothing is wrong."""
        for field in self.fields.values():
            field.mark(None)

    def correcting(self, on: bool) -> None:
        """While a visit is corrected its ticket stays as it is."""
        self.service.setEnabled(not on)
        self.priority.setEnabled(not on and bool(self.service.value()))

    def read_habits(self) -> None:
        """Read what is lately written most, to offer it."""
        self._habits = self._ctx.workplace.ask(visits.habits)

    # what the lists offer

    def _known(self, text: str) -> Sequence[Suggestion]:
        now = self._ctx.workplace.now()
        found = self._ctx.workplace.ask(visits.known, text, now)
        return [Suggestion(one.name, known_detail(one, self._last(one.last_visit)), one) for one in found]

    def _last(self, moment: datetime) -> str:
        return f"{short_day(moment.astimezone(self._zone).date())} {clock(moment, self._zone)}"

    def _purposes(self, text: str) -> Sequence[Suggestion]:
        return _beginning(self._habits.purposes, text)

    def _meets(self, text: str) -> Sequence[Suggestion]:
        return _beginning(self._habits.meets, text)

    def _take_known(self, visitor: KnownVisitor) -> None:
        """Fill in what is known; what is typed already in other fields stays."""
        draft = self.draft()
        self.show_draft(
            replace(
                draft,
                name=visitor.name,
                institution=draft.institution or visitor.institution,
                phone=draft.phone or visitor.phone,
                identity_kind=draft.identity_kind or visitor.identity_kind,
                purpose=draft.purpose or visitor.purpose,
                meets=draft.meets or visitor.meets,
            )
        )
        if visitor.inside:
            self.name.warn(f"{visitor.name} tercatat masih di dalam gedung.")
        self.purpose.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _errand_changed(self) -> None:
        if self.errand.value() == "courier" and not self.purpose.value():
            self.purpose.set_value(COURIER_PURPOSE)

    def _lane_follows(self) -> None:
        self.priority.setEnabled(bool(self.service.value()))
        if not self.service.value():
            self.priority.set_value(_NONE)


def _beginning(known: Sequence[str], text: str) -> Sequence[Suggestion]:
    """Known phrases in which a word begins as typed; none when it stands there whole already."""
    typed = text.casefold()
    found = [one for one in known if any(word.startswith(typed) for word in _starts(one.casefold()))]
    return [Suggestion(one) for one in found if one.casefold() != typed][:6]


def _starts(phrase: str) -> list[str]:
    words = phrase.split()
    return [" ".join(words[at:]) for at in range(len(words))]
