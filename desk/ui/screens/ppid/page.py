"""The in-tray of the PPID and of Atasan PPID: decide, have data collected first, or return."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk.rules.workflow import MoveKind
from desk.services.answering import DecisionDraft
from desk.services.catalog import service_kit
from desk.ui.fields import Choice
from desk.ui.runtime.autosave import CaseDraft
from desk.ui.screens.case.offers import decisions, offers, roles_to_name
from desk.ui.screens.decision.form import DecisionForm
from desk.ui.screens.ppid.data import ask_for_data
from desk.ui.screens.ppid.words import objection_alert, said_words, sorted_words
from desk.ui.screens.tray import TrayPage, ask_reason
from desk.ui.screens.tray.counts import waiting
from desk.ui.screens.tray.places import decided_by_ppid
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Banner, ButtonBar, DraftBanner, PrimaryButton, SecondaryButton

if TYPE_CHECKING:
    from desk.queries.case_filter import CaseFilter
    from desk.queries.casefile import CaseFile
    from desk.queries.cases import CaseRow
    from desk.rules.workflow import Move

_DATA = "minta_data"


class PpidPage(TrayPage):
    """Requests that wait for the PPID's decision, and objections that wait for that of Atasan PPID."""

    page_id = "ppid"
    title = "Keputusan PPID"
    icon = "scale"
    help_topic = "ppid"
    list_title = "Menunggu keputusan"
    empty: ClassVar[tuple[str, str, str]] = (
        "check",
        "Tidak ada yang menunggu keputusan",
        "Permohonan dari Tim Penghubung dan keberatan dari Tim Pertimbangan muncul di sini.",
    )

    def over_list(self) -> Sequence[QWidget]:
        """Objections whose limit is near, wherever they lie."""
        self.alert = Banner(tone=Tone.WARN)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.alert.setSizePolicy(policy)  # its words wrap, the list stays narrow
        return (self.alert,)

    def read(self) -> "Sequence[CaseRow]":
        """See `TrayPage.read`; the alert is told anew."""
        words, tone = objection_alert(self.ctx)
        self.alert.say(words, tone)
        return super().read()

    def fill_sheet(self, column: QVBoxLayout) -> None:
        """What the teams say, the decision, the buttons."""
        self.word = Banner()
        self.restored = DraftBanner()
        self.draft = CaseDraft(self.ctx, "decision", DecisionDraft, self.restored, parent=self)
        self.draft.given_up.connect(lambda: self._fill(None))
        self._usual_role: str | None = None
        self.form = DecisionForm()
        self.form.changed.connect(self._keep)
        for part in (self.word, self.restored, self.form):
            column.addWidget(part)
        self.decide_button = PrimaryButton("Putuskan", "Ctrl+Return")
        self.decide_button.clicked.connect(self.decide)
        self.data_button = SecondaryButton("Minta data…", "F6")
        self.data_button.clicked.connect(self.ask_data)
        self.back_button = SecondaryButton("Kembalikan…", "F8")
        self.back_button.clicked.connect(self.ask_back)
        self.open_button = SecondaryButton("Buka halaman", "F4")
        self.open_button.clicked.connect(self.open_case)
        left = (self.decide_button, self.data_button, self.back_button)
        self.foot.addWidget(ButtonBar(left, (self.open_button,)))

    def activate(self, **_params: object) -> None:
        """Take over what was filled in on the case page meanwhile."""
        newer = self.draft.newer(self.form.value()) if self.file is not None else None
        if newer is not None:
            self._fill(newer)

    def waiting(self) -> "CaseFilter":
        """Requests at this step."""
        return waiting(self.ctx, decided_by_ppid)

    # the sheet

    def show_case(self, file: "CaseFile") -> None:
        """Offer the decisions of the flow, and take up what was begun."""
        place = self.ctx.workplace
        found = offers(file, place.roles, place.actor.staff_id)
        self.form.offer(decisions(file, found))
        naming = next((one.move for one in found if one.move.kind is MoveKind.DECISION), None)
        roles = roles_to_name(file, naming, place.roles) if naming is not None and naming.names_role else ()
        self.form.offer_roles([Choice(role, self.standard().short_title(role)) for role in roles])
        self._usual_role = self._usual(roles)
        self.data_button.setVisible(self._move(_DATA) is not None)
        self._tell(file)
        self._fill(self.draft.open(file.page.row.id))

    def renew_case(self, file: "CaseFile") -> None:
        """The words of others may be new."""
        self._tell(file)

    def _usual(self, roles: Sequence[str]) -> str | None:
        row = self.file.page.row if self.file is not None else None
        responsible = self.standard().services[row.service].responsible if row is not None else ()
        return next((role for role in responsible if role in roles), roles[0] if roles else None)

    def _tell(self, file: "CaseFile") -> None:
        self.word.say(*(sorted_words(file) if file.page.row.service == "informasi" else said_words(file)))

    def _fill(self, draft: DecisionDraft | None) -> None:
        self.form.set_value(draft)
        if draft is None:
            self.form.to_role.set_value(self._usual_role)

    def _keep(self) -> None:
        value = self.form.value()
        if value is not None:
            self.draft.changed(value)

    # doing

    def decide(self) -> None:
        """Record the decision; the section named prepares the answer."""
        from dataclasses import replace

        from desk.actions.decisions import decide

        if self.file is None:
            return
        problems, draft = self.form.problems(), self.form.value()
        if problems or draft is None:
            self.form.mark(problems)
            return
        row = self.file.page.row
        ready = replace(draft, expected_step=row.step)
        self.ctx.act(
            lambda: decide(self.ctx.workplace, row.id, ready),
            lambda _step: self._decided(),
            on_problems=self.form.mark,
            done=f"{row.number}: {service_kit(row.service).decision_label(ready.kind).lower()}.",
        )

    def _decided(self) -> None:
        self.draft.discard()
        self.settled()

    def ask_data(self) -> None:
        """Ask which section is to collect data first."""
        move = self._move(_DATA)
        if self.file is None or move is None:
            return
        roles = roles_to_name(self.file, move, self.ctx.workplace.roles)
        choices = [Choice(role, self.standard().short_title(role)) for role in roles]
        ask_for_data(self.ctx, self.file.page.row, move, choices, self.settled)

    def ask_back(self) -> None:
        """Ask why it goes back."""
        move = next((one for one in self._moves() if one.kind is MoveKind.RETURN), None)
        if self.file is None or move is None:
            return
        back = self.file.flow.step(move.to).label
        sentence = f"{self.file.page.row.number} kembali ke langkah {back} bersama alasan ini."
        ask_reason(
            self.ctx, move.label, sentence, "Alasan", "Kembalikan", lambda why: self._return(move, why)
        )

    def _return(self, move: "Move", reason: str) -> bool:
        from desk.actions.steps import MoveOrder, move_case

        if self.file is None:
            return False
        row = self.file.page.row
        order = MoveOrder(row.id, move.verb, row.step, reason)
        return self.ctx.act(
            lambda: move_case(self.ctx.workplace, order),
            lambda _step: self.settled(),
            done=f"{row.number} dikembalikan: {self.file.flow.step(move.to).label}.",
        )

    def open_case(self) -> None:
        """Show the whole case, with the decision as far as it is filled in."""
        if self.file is not None:
            self.draft.flush()
            self.ctx.open_case(self.file.page.row.id)

    def _moves(self) -> "tuple[Move, ...]":
        return () if self.file is None else self.file.flow.moves(self.file.page.row.step)

    def _move(self, verb: str) -> "Move | None":
        return next((one for one in self._moves() if one.verb == verb), None)
