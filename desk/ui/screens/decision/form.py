"""The decision on a case: pills, and below them the fields the chosen one needs (S3)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.services.answering import DecisionDraft, DecisionKind, decision_problems
from desk.services.common import Problem
from desk.services.informasi_answers import COSTS, DECISIONS
from desk.ui.fields import (
    ChipChoice,
    Choice,
    ChoiceField,
    Field,
    MoneyField,
    NumberField,
    TextAreaField,
    TextField,
)
from desk.ui.screens.decision.grounds import GroundsField
from desk.ui.screens.decision.pairs import Pairs
from desk.ui.screens.decision.words import FORMS, PAID_FORMS, total_of
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.words import rupiah


class DecisionForm(QWidget):
    """The form; ``kinds`` are the decisions offered, in their order.

    Signals:
        changed: the officer changed something.
    """

    changed = Signal()

    def __init__(self, kinds: Sequence[DecisionKind] = DECISIONS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles_asked = False
        self._kinds: tuple[DecisionKind, ...] | None = None
        self.kind = ChipChoice("Keputusan", required=True)
        self.to_role = ChoiceField(
            "Jawaban disiapkan oleh", required=True, hint="Bagian yang menyiapkan data dan surat jawaban."
        )
        self.cost = Text("", "small")
        self.fields: dict[str, Field[Any]] = _fields()
        self.pairs = Pairs()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(self.kind)
        column.addWidget(self.pairs)
        for name, field in self.fields.items():
            self.pairs.add(field, wide=name in _WIDE)
            field.changed.connect(self._edited)
        self.pairs.add(self.to_role)
        self.pairs.add(self.cost, wide=True)
        self.kind.changed.connect(self._edited)
        self.to_role.changed.connect(self._edited)
        self.offer(kinds)
        self.offer_roles(())

    def offer(self, kinds: Sequence[DecisionKind]) -> None:
        """Offer these decisions; the one taken stays where it is still offered."""
        if tuple(kinds) == self._kinds:
            return
        self._kinds = tuple(kinds)
        self.kind.set_choices([Choice(kind.key, kind.label) for kind in kinds])
        self._show()

    def offer_roles(self, choices: Sequence[Choice]) -> None:
        """Ask who prepares the answer (PPID); none: it is not asked."""
        self.to_role.set_choices(choices)
        self._roles_asked = bool(choices)
        self._show()

    def value(self) -> DecisionDraft | None:
        """The decision as filled in, None while none is chosen; fields not needed keep their defaults."""
        kind = self._chosen()
        if kind is None:
            return None
        given = {name: _cleaned(name, self.fields[name].value()) for name in self._wanted(kind)}
        to_role = self.to_role.value() if self._roles_asked else None
        return DecisionDraft(kind=kind.key, to_role=to_role, **given)  # type: ignore[arg-type]

    def set_value(self, draft: DecisionDraft | None) -> None:
        """Show a decision without telling anybody; None: nothing is chosen."""
        self.kind.set_value(draft.kind if draft else None)
        for name, field in self.fields.items():
            value = getattr(draft, name) if draft else _EMPTY.get(name, "")
            field.set_value(value or None if isinstance(field, NumberField) else value)
        if draft is not None and draft.to_role:
            self.to_role.set_value(draft.to_role)
        self._show()

    def problems(self) -> tuple[Problem, ...]:
        """What keeps the decision from being recorded, in the form's order."""
        draft = self.value()
        if draft is None:
            return (Problem("kind", "Pilih keputusan."),)
        lacking = () if not self._roles_asked or draft.to_role else (_NO_ROLE,)
        return (*decision_problems(self._kinds or (), draft), *lacking)

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong beside the fields, and go to the first of them."""
        said = {problem.field: problem.message for problem in problems}
        known: dict[str, Field[Any]] = {"kind": self.kind, "to_role": self.to_role} | self.fields
        for name, field in known.items():
            field.mark(said.get(name))
        first = next((field for name, field in known.items() if name in said), None)
        if first is not None:
            first.setFocus()

    def _edited(self) -> None:
        self._show()
        self.changed.emit()

    def _chosen(self) -> DecisionKind | None:
        key = self.kind.value()
        return next((kind for kind in self._kinds or () if kind.key == key), None)

    def _wanted(self, kind: DecisionKind) -> tuple[str, ...]:
        """Fields of a decision; costs only where copies are made."""
        paid = self.fields["form"].value() in PAID_FORMS
        return tuple(name for name in kind.fields if paid or name not in COSTS)

    def _show(self) -> None:
        chosen = self._chosen()
        wanted = self._wanted(chosen) if chosen else ()
        for name, field in self.fields.items():
            field.setVisible(name in wanted)
        self.to_role.setVisible(self._roles_asked)
        self.pairs.setVisible(bool(wanted) or self._roles_asked)
        draft = self.value() if chosen else None
        total = total_of(draft.pages, draft.page_price, draft.sending_cost, draft.other_cost) if draft else 0
        self.cost.setText(f"Biaya ditanggung pemohon: {rupiah(total)}" if total else "")
        self.cost.setVisible(bool(total) and chosen is not None and chosen.gives)


_NO_ROLE = Problem("to_role", "Pilih bagian yang menyiapkan jawaban.")
_EMPTY: dict[str, object] = {"grounds": (), "form": "soft"}
_WIDE = frozenset({"grounds", "legal_basis", "consequence", "blacked_out", "reason"})


def _cleaned(name: str, value: object) -> object:
    if name in COSTS:
        return value or 0
    return (value or "soft") if name == "form" else value


def _fields() -> dict[str, Field[Any]]:
    """The fields by the names of the draft, in the order of the form."""
    made: dict[str, Field[Any]] = {
        "grounds": GroundsField("Dasar hukum pengecualian", required=True),
        "legal_basis": TextField(
            "Keputusan KPU tentang pengecualian",
            required=True,
            placeholder="Nomor dan tahun keputusan",
            hint="Uji konsekuensi dilakukan KPU RI; sebutkan keputusannya.",
        ),
        "consequence": TextAreaField("Akibat bila informasi dibuka", required=True, lines=2, most=6),
        "blacked_out": TextAreaField("Bagian yang dihitamkan dan alasannya", required=True, lines=2, most=6),
        "reason": TextAreaField("Alasan untuk pemohon", required=True, lines=2, most=6),
        "holder_body": TextField(
            "Badan publik yang menguasai", hint="Bila diketahui, agar pemohon tahu ke mana bertanya."
        ),
        "available_on": TextField("Kapan akan tersedia", placeholder="mis. akhir Juni 2026"),
        "form": ChoiceField("Bentuk yang diberikan", [Choice(key, text) for key, text in FORMS.items()]),
        "pages": NumberField("Jumlah lembar", most=99_999),
        "page_price": MoneyField("Biaya per lembar", most=999_999),
        "sending_cost": MoneyField("Biaya pengiriman"),
        "other_cost": MoneyField("Biaya lain"),
    }
    made["form"].set_value("soft")
    return made
