"""The disposition inbox: letters that wait for the Sekretaris or the Ketua, disposed of one after another."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.rules.permissions import Capability, may
from desk.ui.runtime.autosave import CaseDraft
from desk.ui.runtime.page import Shortcut
from desk.ui.screens.disposition.form import KEYS, Entry, EntryForm, Offer
from desk.ui.screens.disposition.paper import PaperPart
from desk.ui.screens.disposition.saving import Sending, offered, phrases, writers
from desk.ui.screens.disposition.ways import Way, way_of_file
from desk.ui.screens.tray import TrayPage, ask_reason
from desk.ui.screens.tray.counts import waiting
from desk.ui.screens.tray.places import disposed
from desk.ui.screens.tray.words import case_item
from desk.ui.theme.style import reveal
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Banner, ButtonBar, DraftBanner, PrimaryButton, RowItem, SecondaryButton

if TYPE_CHECKING:
    from desk.queries.case_filter import CaseFilter
    from desk.queries.casefile import CaseFile
    from desk.queries.cases import CaseRow
    from desk.services.common import Problem
    from desk.ui.runtime.context import ScreenContext

_STEP_BADGES = {"disposisi_sekretaris": "Sekretaris", "disposisi_ketua": "Ketua"}


class DispositionPage(TrayPage):
    """Disposes of letters; who only records them from paper fills in who wrote them, and when."""

    page_id = "disposition"
    title = "Disposisi"
    icon = "flow"
    help_topic = "disposition"
    list_title = "Menunggu disposisi"
    empty: ClassVar[tuple[str, str, str]] = (
        "check",
        "Semua surat sudah didisposisi",
        "Surat yang diteruskan petugas register muncul di sini.",
    )
    hints = (("Spasi", "Tandai beberapa"), ("1–9", "Centang isi"), ("Esc", "Ke daftar"))

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        self.paper = not may(ctx.workplace.roles, Capability.DISPOSE)
        self.way: Way | None = None
        self.marked: set[str] = set()
        super().__init__(ctx, parent)
        mark = QShortcut(QKeySequence("Space"), self.list.view)
        mark.setContext(Qt.ShortcutContext.WidgetShortcut)
        mark.activated.connect(lambda: ctx.guard(self.toggle_mark))

    def fill_sheet(self, column: QVBoxLayout) -> None:
        """The acting banner, who wrote it (from paper), the entry; buttons at the foot."""
        self.acting = Banner()
        self.batch = Banner()
        self.paper_part = PaperPart(self.ctx.today)
        reveal(self.paper_part, self.paper)
        self.form = EntryForm(self.ctx.today)
        self._usual_entry = Entry()
        self.restored = DraftBanner()
        self.draft = CaseDraft(self.ctx, "disposition", Entry, self.restored, parent=self)
        self.draft.given_up.connect(lambda: self.form.show_entry(self._usual_entry))
        self.form.changed.connect(lambda: self.draft.changed(self.form.entry()))
        for part in (self.acting, self.batch, self.restored, self.paper_part, self.form):
            column.addWidget(part)
        self.save_button = PrimaryButton("Teruskan", "Ctrl+Return")
        self.save_button.clicked.connect(self.save)
        self.back_button = SecondaryButton("Kembalikan…", "F8")
        self.back_button.clicked.connect(self.ask_back)
        self.print_button = SecondaryButton("Lembar disposisi", "Ctrl+P", icon="print")
        self.print_button.clicked.connect(self.print_sheet)
        self.foot.addWidget(ButtonBar((self.save_button, self.back_button), (self.print_button,)))

    def shortcuts(self) -> Sequence[Shortcut]:
        """Number keys tick phrases."""
        ticks = (
            Shortcut(str(number), f"Centang isi disposisi ke-{number}", partial(self._tick, number))
            for number in range(1, KEYS + 1)
        )
        return (*super().shortcuts(), *ticks)

    def activate(self, **params: object) -> None:
        """``case_id`` opens that letter."""
        wanted = params.get("case_id")
        if wanted:
            self.refresh_now()
            self.list.select(str(wanted))

    # the list

    def waiting(self) -> "CaseFilter":
        """Letters of this officer's offices; from paper: those of anybody."""
        return waiting(self.ctx, disposed, anybody=self.paper)

    def read(self) -> "Sequence[CaseRow]":
        """Letters of the page in front; marks of others fall."""
        rows = super().read()
        self.marked &= {row.id for row in rows}
        return rows

    def item(self, row: "CaseRow") -> RowItem:
        """Marked ones say so; the step where there are several."""
        if row.id in self.marked:
            return case_item(row, badge="ditandai", tone=Tone.GOOD)
        several = self.paper or len({one.step for one in self.rows}) > 1
        return case_item(row, badge=_STEP_BADGES.get(row.step, "") if several else "", tone=Tone.NEUTRAL)

    def toggle_mark(self) -> None:
        """Mark the lit letter, or no longer; all marked ones stand at the same step."""
        row = next((one for one in self.rows if one.id == self.list.current()), None)
        if row is None:
            return
        steps = {one.step for one in self.rows if one.id in self.marked}
        if row.id in self.marked:
            self.marked.discard(row.id)
        elif steps and row.step not in steps:
            self.ctx.toast("Tandai surat pada langkah yang sama.", tone="problem")
            return
        else:
            self.marked.add(row.id)
        self._show_rows()
        self._tell_batch()

    # the sheet

    def show_case(self, file: "CaseFile") -> None:
        """Offer what this step offers and fill in what was begun, or what is usual."""
        standard = self.standard()
        self.way = way_of_file(file, standard)
        self.form.setEnabled(self.way is not None)
        self.save_button.setEnabled(self.way is not None)
        self.draft.close()
        if self.way is None:
            return
        way = self.way
        self.form.offer(Offer(*offered(way, standard), phrases(file.office), advice=way.role == "sekretaris"))
        if self.paper:
            self.paper_part.offer(writers(file, way.role), file.office.local(file.read_at))
        self.save_button.setText("Simpan catatan" if self.paper else _short(way.forward.label))
        self.back_button.setVisible(way.back is not None and not self.paper)
        self._tell_acting(way.role)
        self._tell_batch()
        self._usual_entry = self._usual(file, way)
        self.form.show_entry(self.draft.open(file.page.row.id, self._usual_entry) or self._usual_entry)

    def _usual(self, file: "CaseFile", way: Way) -> Entry:
        letter = file.page.detail.get("letter") or {}
        nature = file.dispositions[-1].nature if file.dispositions else str(letter.get("nature") or "biasa")
        return Entry(to=way.suggested, nature=nature)

    def _tell_acting(self, role: str) -> None:
        from desk.queries.staff import mandate_of, mandates

        place = self.ctx.workplace
        key = place.ask(mandate_of, place.actor.staff_id, role, place.now())
        lent = next((one for one in place.ask(mandates, place.now()) if one.mandate_id == key), None)
        if lent is None or self.paper:
            self.acting.say("")
            return
        by = f" ({lent.letter})" if lent.letter else ""
        title = self.standard().short_title(role)
        self.acting.say(f"Anda mendisposisi sebagai Plh. {title}{by}. Mandat ikut tercatat.", Tone.WARN)

    def _tell_batch(self) -> None:
        marked = [row for row in self.rows if row.id in self.marked]
        said = f"{len(marked)} surat ditandai: isian ini berlaku untuk semuanya." if marked else ""
        if len(marked) == 1:
            said = f"Isian ini berlaku untuk surat yang ditandai: {marked[0].number}."
        self.batch.say(said, Tone.ACCENT)

    def _tick(self, number: int) -> None:
        if self.form.isVisible() and self.form.isEnabled():
            self.form.tick(number)

    # doing

    def save(self) -> None:
        """Write the entry on the open sheet, or on all marked ones, and go on to the next."""
        if self.file is None or self.way is None or (self.paper and self.paper_part.problems()):
            return
        if any(row.step != self.file.page.row.step for row in self.rows if row.id in self.marked):
            self.ctx.toast("Buka salah satu surat yang ditandai, lalu simpan.", tone="problem")
            return
        entry = self.form.entry()
        keys = tuple(row.id for row in self.rows if row.id in self.marked) or (self.file.page.row.id,)
        sending = Sending(self.file.page.row.step, self.way, entry)
        if self.paper:
            sending = replace(
                sending,
                done_at=self.paper_part.done_at(self.file.office.zone),
                by_staff_id=self.paper_part.writer.value(),
            )
        self.ctx.act(
            lambda: sending.send(self.ctx.workplace, keys),
            lambda _steps: self._sent(keys),
            on_problems=self._problems,
            done=sending.sentence(self.standard(), len(keys)),
        )

    def _sent(self, keys: tuple[str, ...]) -> None:
        self.marked.clear()
        for key in keys:
            self.ctx.ports.drafts.discard(f"disposition:{key}")
        self.draft.discard()
        self.settled()

    def _problems(self, problems: "Sequence[Problem]") -> None:
        self.form.mark(problems)
        self.paper_part.mark(problems)

    def ask_back(self) -> None:
        """Ask why the letter goes back to the register officer."""
        if self.file is None or self.way is None or self.way.back is None:
            return
        ask_reason(
            self.ctx,
            self.way.back.label,
            f"{self.file.page.row.number} kembali kepada petugas register bersama alasan ini.",
            "Alasan",
            "Kembalikan",
            self.give_back,
        )

    def give_back(self, reason: str) -> bool:
        """Send the letter back; True when it went."""
        from desk.actions.steps import MoveOrder, move_case

        if self.file is None or self.way is None or self.way.back is None:
            return False
        row, verb = self.file.page.row, self.way.back.verb
        order = MoveOrder(row.id, verb, expected_step=row.step, reason=reason)
        return self.ctx.act(
            lambda: move_case(self.ctx.workplace, order),
            lambda _step: self.settled(),
            done=f"{row.number} dikembalikan kepada petugas register.",
        )

    def print_sheet(self) -> None:
        """Print the lembar disposisi of the open letter."""
        if self.file is not None:
            self.ctx.print_paper("lembar_disposisi", self.file.page.row.id)


def _short(label: str) -> str:
    """The verb of a move as a button says it: ``Teruskan ke Ketua`` without what is said beside it."""
    return label.split(" dengan ")[0]
