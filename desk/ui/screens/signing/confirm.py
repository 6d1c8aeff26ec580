"""The last look before a signature: to whom, about what, signed as what."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import Banner, PrimaryButton, Stat

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext


class SignForm(QWidget):
    """What will be signed."""

    def __init__(self, addressee: str, subject: str, position: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(14))
        for label, words in (
            ("Kepada", addressee),
            ("Perihal", subject),
            ("Ditandatangani sebagai", position),
        ):
            stat = Stat(label, words)
            stat.value.setProperty("kind", "strong")
            column.addWidget(stat)
        column.addWidget(Text("Nomor dan tanggal resmi diberikan sekarang.", "muted"))
        if position.startswith("Plh. "):
            column.addWidget(Banner("Mandat Plh. ikut tercatat pada surat ini."))


def ask_to_sign(
    ctx: "ScreenContext", addressee: str, subject: str, position: str, on_sign: Callable[[], bool]
) -> None:
    """Show the drawer; Enter signs."""
    button = PrimaryButton("Tanda tangani", "Ctrl+Return")

    def sign() -> None:
        if on_sign():
            ctx.close_drawer()

    button.clicked.connect(sign)
    ctx.ask(SignForm(addressee, subject, position), "Tanda tangani surat", (button,))
    button.setFocus()
