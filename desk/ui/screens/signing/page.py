"""The in-tray of letters to check or sign: the letter itself beside the list, one key for each answer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.screens.case.offers import Way, offers
from desk.ui.screens.letter_editor.preview import LivePreview
from desk.ui.screens.signing.confirm import ask_to_sign
from desk.ui.screens.signing.words import control_words, position_of
from desk.ui.screens.tray import TrayPage, ask_reason
from desk.ui.screens.tray.counts import waiting
from desk.ui.screens.tray.places import controlled, signed
from desk.ui.screens.tray.words import case_item
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import ButtonBar, PrimaryButton, RowItem, SecondaryButton

if TYPE_CHECKING:
    from desk.actions.letters import Signed
    from desk.queries.case_filter import CaseFilter
    from desk.queries.casefile import CaseFile
    from desk.queries.cases import CaseRow
    from desk.queries.extensions import Unsigned
    from desk.ui.runtime.context import ScreenContext
    from desk.ui.runtime.ports import Changed


def unsigned_notices(ctx: "ScreenContext") -> "Sequence[Unsigned]":
    """Notices of extensions that wait for this officer."""
    from desk.queries import extensions

    return ctx.workplace.ask(extensions.unsigned, ctx.workplace.standards, ctx.workplace.roles)


class SigningPage(TrayPage):
    """Letters held by this officer for control or signature."""

    page_id = "signing"
    title = "Pemeriksaan & tanda tangan"
    icon = "signature"
    help_topic = "signing"
    list_title = "Menunggu paraf atau tanda tangan"
    fills = True
    empty: ClassVar[tuple[str, str, str]] = (
        "check",
        "Tidak ada surat yang menunggu",
        "Surat yang diajukan untuk diperiksa atau ditandatangani muncul di sini.",
    )
    hints = (("P", "Paraf"), ("T", "Tanda tangan"), ("K", "Kembalikan"))

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        self._signed: tuple[str, str, str] | None = None
        self._unsigned: Sequence[Unsigned] = ()
        super().__init__(ctx, parent)

    def fill_sheet(self, column: QVBoxLayout) -> None:
        """Controls given so far, the letter, the buttons."""
        self.controls = Text("", "muted")
        self.preview = LivePreview(self.ctx)
        self.preview.setMinimumHeight(scaled(260))
        column.addWidget(self.controls)
        column.addWidget(self.preview, 1)
        self.paraf_button = PrimaryButton("Beri paraf", "P")
        self.paraf_button.clicked.connect(self.give_paraf)
        self.sign_button = PrimaryButton("Tanda tangani…", "T")
        self.sign_button.clicked.connect(self.ask_sign)
        self.back_button = SecondaryButton("Kembalikan…", "K")
        self.back_button.clicked.connect(self.ask_back)
        self.large_button = SecondaryButton("Perbesar", "F4", icon="eye")
        self.large_button.clicked.connect(self.enlarge)
        left = (self.paraf_button, self.sign_button, self.back_button)
        self.foot.addWidget(ButtonBar(left, (self.large_button,)))

    def over_list(self) -> Sequence[SecondaryButton]:
        """The letter signed last can be printed while the next is read."""
        self.print_last = SecondaryButton("Cetak surat terakhir", "F9", icon="print")
        self.print_last.clicked.connect(self.print_signed)
        self.print_last.hide()
        self.notices = SecondaryButton("", "F7", icon="clock")
        self.notices.clicked.connect(self.open_notice)
        self.notices.hide()
        return (self.print_last, self.notices)

    def waiting(self) -> "CaseFilter":
        """Letters held by this officer."""
        return waiting(self.ctx, controlled)

    def refresh(self, changed: "Changed") -> None:
        """Read letters and notices of extensions anew."""
        super().refresh(changed)
        self._unsigned = unsigned_notices(self.ctx)
        self.notices.setText(f"Pemberitahuan perpanjangan · {len(self._unsigned)}")
        self.notices.setVisible(bool(self._unsigned))

    def badge(self) -> int | None:
        """Letters and notices that wait."""
        return self.total + len(self._unsigned)

    def open_notice(self) -> None:
        """Show the case of the notice that waits longest; it is signed there."""
        if self._unsigned:
            self.ctx.open_case(self._unsigned[0].case_id)

    def item(self, row: "CaseRow") -> RowItem:
        """Whether a paraf or a signature is wanted."""
        signs = (row.service, row.flow, row.step) in self.ctx.workplace.standards.places(signed)
        return case_item(
            row, badge="tanda tangan" if signs else "paraf", tone=Tone.ACCENT if signs else Tone.NEUTRAL
        )

    def show_case(self, file: "CaseFile") -> None:
        """Draw the letter and offer what may be done."""
        self._offer(file)
        letter = file.letter
        if letter is None:
            self.preview.forget()
            return
        papers = self.ctx.ports.papers
        self.preview.ask(lambda: papers.paper(letter.kind, letter.id), now=True)

    def renew_case(self, file: "CaseFile") -> None:
        """The case may have moved meanwhile."""
        self._offer(file)

    def _offer(self, file: "CaseFile") -> None:
        place = self.ctx.workplace
        ways = {one.way for one in offers(file, place.roles, place.actor.staff_id)}
        for button, way in (
            (self.paraf_button, Way.PARAF),
            (self.sign_button, Way.SIGN),
            (self.back_button, Way.RETURN_LETTER),
        ):
            button.setVisible(way in ways)
        self.controls.setText(control_words(file, self.standard()))
        self.controls.setVisible(bool(file.controls))

    # doing

    def give_paraf(self) -> None:
        """Give the paraf and go on."""
        from desk.actions.letters import give_paraf

        if self.file is None:
            return
        row = self.file.page.row
        self.ctx.act(
            lambda: give_paraf(self.ctx.workplace, row.id, expected_step=row.step),
            lambda _step: self.settled(),
            done=f"Paraf diberikan: {row.number}.",
        )

    def ask_sign(self) -> None:
        """Show once more what is signed, and as what."""
        letter = self.file.letter if self.file is not None else None
        if self.file is None or letter is None:
            return
        position = position_of(self.file, self.standard(), self.ctx.workplace)
        ask_to_sign(self.ctx, letter.addressee, letter.subject, position, self.sign)

    def sign(self) -> bool:
        """Sign: the letter gets its number; True when it did."""
        from desk.actions.letters import sign_letter

        if self.file is None or self.file.letter is None:
            return False
        row, kind = self.file.page.row, self.file.letter.kind
        return self.ctx.act(
            lambda: sign_letter(self.ctx.workplace, row.id, row.step),
            lambda signed: self._signed_now(kind, signed),
        )

    def _signed_now(self, kind: str, signed: "Signed") -> None:
        self._signed = (kind, signed.letter_id, signed.number)
        self.print_last.setVisible(True)
        self.print_last.setToolTip(f"Surat {signed.number}")
        self.ctx.toast(f"Surat ditandatangani dengan nomor {signed.number}.", tone="done")
        self.settled()

    def ask_back(self) -> None:
        """Ask for the corrections."""
        if self.file is not None:
            ask_reason(
                self.ctx,
                "Kembalikan dengan koreksi",
                "Surat kembali kepada penyusun; paraf yang sudah diberikan gugur.",
                "Koreksi",
                "Kembalikan",
                self.give_back,
            )

    def give_back(self, corrections: str) -> bool:
        """Return the letter; True when it went."""
        from desk.actions.letters import return_letter

        if self.file is None:
            return False
        row = self.file.page.row
        return self.ctx.act(
            lambda: return_letter(self.ctx.workplace, row.id, corrections, row.step),
            lambda _step: self.settled(),
            done=f"{row.number} dikembalikan dengan koreksi.",
        )

    def enlarge(self) -> None:
        """Show the letter in the wide drawer."""
        if self.file is not None and self.file.letter is not None:
            self.ctx.preview(self.file.letter.kind, self.file.letter.id)

    def print_signed(self) -> None:
        """Print the letter signed last."""
        if self._signed is not None:
            self.ctx.print_paper(self._signed[0], self._signed[1])
