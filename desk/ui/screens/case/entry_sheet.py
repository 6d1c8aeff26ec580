"""Sheets of what a service keeps and issues: an entry written with its move, papers signed in one go."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.actions.entries import begin_ground, entry_ground
from desk.services.catalog import Issue, service_kit
from desk.services.common import Problem
from desk.ui.fields import Choice, ChoiceField, Field
from desk.ui.forms.catalog import entry_form
from desk.ui.runtime.autosave import Autosave
from desk.ui.screens.case.sheets import Sheet
from desk.ui.theme.style import reveal
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import DraftBanner, FormGrid, SecondaryButton

if TYPE_CHECKING:
    from desk.queries.cases import CaseRow
    from desk.rules.workflow import Move
    from desk.ui.runtime.context import ScreenContext


class EntrySheet(Sheet):
    """The fields of an entry of the service; what is typed is kept until it is saved.

    ``roles`` are those the move may hand the case to, where it names one.
    """

    drawer_width = 640

    def __init__(
        self,
        ctx: "ScreenContext",
        row: "CaseRow",
        move: "Move",
        roles: Sequence[Choice] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(move.label, f"{row.number} · {row.subject}", parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        place = ctx.workplace
        self.kind = service_kit(row.service).entries[move.entry]
        ground = place.ask(begin_ground, row.id, move.entry, move.decision, place.now())
        self.form = entry_form(row.service, move.entry)(ground, ctx.today)
        self._begun: Any = self.kind.begin(ground)
        self.banner = DraftBanner()
        self.autosave: Autosave[Any] = Autosave(
            ctx, "entry", self.kind.draft, key=f"entry:{move.entry}:{row.id}", empty=self._begun, parent=self
        )
        self.grid = FormGrid()
        self.column.addWidget(self.banner)
        self.role = ChoiceField("Kepada", roles, required=True)
        self.role.set_value(roles[0].value if roles else None)
        reveal(self.role, len(roles) > 1)
        self.grid.add(self.role, span=2)
        self.link = self._link(ctx, row)
        if self.link is not None:
            self.grid.add(self.link, span=1)
        for section in self.form.sections():
            for part in section.parts:
                self.grid.add(part.widget, span=part.span)
            section.changed.connect(self._edited)
            section.reshaped.connect(self.grid.refresh)
        self.column.addWidget(self.grid, 1)
        self.banner.acted.connect(self._give_up)
        found = self.autosave.restore()
        self._show(self._begun if found is None else found.draft)
        self.banner.tell("" if found is None else found.sentence)

    def _link(self, ctx: "ScreenContext", row: "CaseRow") -> SecondaryButton | None:
        """A button that opens the public page of the product this entry is about."""
        products = ctx.workplace.standards.get(row.standard).services[row.service].products
        link = next((one.link for one in products if one.key == self.kind.product), "")
        if not link:
            return None
        button = SecondaryButton(f"Buka {link.partition('://')[2]}")
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(link)))
        return button

    def entry(self) -> Any:
        """The entry as it stands."""
        entry = self._begun
        for section in self.form.sections():
            entry = section.read(entry)
        return entry

    def to_role(self) -> str | None:
        """The role the case goes to; None where the move names none."""
        return self.role.value()

    def kept(self) -> None:
        """It is written: the draft of this PC is not needed any more."""
        self.autosave.discard()

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say every problem beside its field; the keyboard goes to the first."""
        stopped: list[Field[Any]] = []
        for section in self.form.sections():
            stopped += section.mark(problems)
        if stopped:
            stopped[0].setFocus()
        elif problems:
            self.refuse(problems[0].message)

    def _show(self, entry: Any) -> None:
        for section in self.form.sections():
            section.show(entry)

    def _edited(self) -> None:
        self.autosave.changed(self.entry())

    def _give_up(self) -> None:
        self.autosave.discard()
        self.banner.say("")
        self._show(self._begun)


class IssueSheet(Sheet):
    """What will be signed and numbered, before it is."""

    def __init__(self, action: str, wanted: Sequence[Issue], parent: QWidget | None = None) -> None:
        lead = (
            "Setiap naskah mendapat nomor sendiri dan ditandatangani atas nama Anda."
            if wanted
            else "Belum ada naskah yang dapat diterbitkan."
        )
        super().__init__(action, lead, parent)
        self._any = bool(wanted)
        words = "\n".join(f"{place}. {one.subject}" for place, one in enumerate(wanted, start=1))
        self.column.addWidget(Text(words))
        self.column.addStretch(1)

    def complete(self) -> bool:
        """Whether there is something to issue."""
        if not self._any:
            self.news.say("Catat lebih dahulu apa yang diterbitkan.", Tone.WARN)
        return self._any


def papers_to_issue(ctx: "ScreenContext", row: "CaseRow") -> tuple[Issue, ...]:
    """Papers the service would issue for a case now."""
    return service_kit(row.service).issues(ctx.workplace.ask(entry_ground, row.id, ""))
