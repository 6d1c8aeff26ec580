"""The page of the profile: the form at the left, the standard chosen at the right."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.office_profile import ProfileDraft, as_draft, change_profile
from desk.queries.office import profile
from desk.services.common import rebased
from desk.ui.fields import Choice, ChoiceField, Field, TextField
from desk.ui.runtime.autosave import Autosave
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.case.pieces import Facts
from desk.ui.screens.office_profile.words import standard_pairs
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Banner,
    ButtonBar,
    Card,
    Columns,
    DraftBanner,
    FormGrid,
    PrimaryButton,
    SecondaryButton,
)

if TYPE_CHECKING:
    from desk.services.common import Problem
    from desk.standards.model import Standard
    from desk.ui.runtime.context import ScreenContext


class OfficeProfilePage(Page):
    """Page ``office_profile``."""

    page_id = "office_profile"
    title = "Profil kantor"
    icon = "building"
    help_topic = "office_profile"
    watches = frozenset({"offices"})

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._seen = self._kept()
        self.banner, self.news = DraftBanner(), Banner(closable=True)
        self.fields = _fields()
        self.standard = ChoiceField("Standar pelayanan", self._offered(), required=True)
        self.fields["standard"] = self.standard
        self.news.say("")
        self.chosen = Facts()
        self._draft: Autosave[ProfileDraft] = Autosave(
            ctx, "profile", ProfileDraft, empty=self._seen, parent=self
        )
        self._lay_out()
        found = self._draft.restore()
        self._show(self._seen if found is None else found.draft)
        self.banner.tell("" if found is None or found.draft == self._seen else found.sentence)
        self.banner.acted.connect(self.give_up)
        for field in self.fields.values():
            field.changed.connect(self._edited)

    def _lay_out(self) -> None:
        grid = FormGrid()
        for name, field in self.fields.items():
            grid.add(field, span=2 if name in _WIDE else 1)
        form, beside = Card("Profil kantor"), Card("Standar yang dipilih")
        form.add(self.banner)
        form.add(self.news)
        form.add(grid, 1)
        self.save_button = PrimaryButton("Simpan profil", "Ctrl+Return")
        self.undo_button = SecondaryButton("Kembalikan isian")
        self.save_button.clicked.connect(self.save)
        self.undo_button.clicked.connect(self.give_up)
        beside.setMinimumWidth(scaled(300))
        beside.add(self.chosen)
        beside.body.addStretch(1)
        columns = Columns()
        columns.add(form, least=480, stretch=3)
        columns.add(beside, least=300, stretch=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.setSpacing(scaled(12))
        column.addWidget(columns, 1)
        column.addWidget(ButtonBar((self.save_button,), (self.undo_button,)))

    # reading

    def refresh(self, _changed: Changed) -> None:
        """Follow what colleagues changed; what is typed here stays; where both changed one thing theirs
        is told."""
        kept, before = self._kept(), self._seen
        if kept != before:
            mine = self.value()
            self._seen = kept
            self._show(rebased(before, mine, kept))
            self.news.say(self._lost(before, mine, kept), Tone.WARN)
        self._tell()

    def _lost(self, before: ProfileDraft, mine: ProfileDraft, kept: ProfileDraft) -> str:
        """What a colleague changed that is changed here too, in a sentence."""
        both = [
            f"{field.label()} “{getattr(kept, name)}”"
            for name, field in self.fields.items()
            if len({getattr(one, name) for one in (before, mine, kept)}) == len((before, mine, kept))
        ]
        return f"Rekan Anda baru menyimpan {', '.join(both)}; isian Anda menggantikannya." if both else ""

    def value(self) -> ProfileDraft:
        """The profile as it stands in the form."""
        return ProfileDraft(**{name: field.value() or "" for name, field in self.fields.items()})

    def _kept(self) -> ProfileDraft:
        return as_draft(self.ctx.workplace.ask(profile))

    def _today(self) -> date:
        return self.ctx.today()

    def _offered(self) -> list[Choice]:
        """Standards in force, and the one gone by now."""
        standards = self.ctx.workplace.standards
        offered = {one.id: one for one in standards.in_force(self._today())}
        offered.setdefault(self._seen.standard, standards.get(self._seen.standard))
        return [Choice(one.id, one.name) for one in offered.values()]

    def _show(self, draft: ProfileDraft) -> None:
        for name, field in self.fields.items():
            if (field.value() or "") != getattr(draft, name):
                field.set_value(getattr(draft, name))
                field.mark("")
        self._tell()

    def _tell(self) -> None:
        """Say what the standard chosen means, and which buttons help."""
        standards, changed = self.ctx.workplace.standards, self.value() != self._seen
        chosen = standards.by_id.get(self.standard.value() or "")
        now = self.ctx.workplace.standard
        pairs = [] if chosen is None else standard_pairs(self._version(chosen), now)
        self.chosen.set_pairs(pairs)
        self.save_button.setEnabled(changed)
        self.undo_button.setEnabled(changed)

    def _version(self, chosen: "Standard") -> "Standard":
        """What going by that standard means today: its version in force."""
        return self.ctx.workplace.standards.current(chosen.id, self._today())

    # doing

    def _edited(self) -> None:
        self._draft.changed(self.value())
        self._tell()

    def save(self) -> None:
        """Keep the profile."""
        wanted, seen = self.value(), self._seen
        if wanted == seen:
            return
        self.ctx.act(
            lambda: change_profile(self.ctx.workplace, wanted, seen),
            self._saved,
            on_problems=self._mark,
            done="Profil kantor disimpan.",
        )

    def give_up(self) -> None:
        """Show the profile as it is kept."""
        self._draft.discard()
        self.banner.say("")
        self.news.say("")
        self._seen = self._kept()
        self._show(self._seen)

    def _saved(self, kept: ProfileDraft) -> None:
        self._draft.discard()
        self.banner.say("")
        self.news.say("")
        self._seen = kept
        self._show(kept)

    def _mark(self, problems: "Sequence[Problem]") -> None:
        said = {one.field: one.message for one in problems}
        for name, field in self.fields.items():
            field.mark(said.get(name, ""))
        self.fields[problems[0].field].setFocus()


_WIDE = frozenset({"name", "address", "standard"})


def _fields() -> "dict[str, Field[str] | ChoiceField]":
    return {
        "name": TextField("Nama kantor", required=True, hint="Tampil pada kop surat"),
        "short_name": TextField("Nama singkat", hint="Untuk layar; kosong: sama dengan nama kantor"),
        "city": TextField("Kota pada surat", required=True),
        "address": TextField("Alamat", required=True),
        "phone": TextField("Telepon"),
        "email": TextField("Surel"),
        "website": TextField("Situs web"),
        "region_code": TextField("Kode wilayah", hint="Empat angka kode Kemendagri, untuk nomor surat"),
        "office_code": TextField("Kode kantor", hint="Untuk nomor register, contoh KPU-TL"),
    }
