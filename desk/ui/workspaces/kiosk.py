"""The kiosk (P10): the board alone, in full screen, for ``desk --kiosk``."""

from PySide6.QtWidgets import QWidget

from desk.rules.permissions import Capability
from desk.ui.runtime.context import ScreenContext


def open_kiosk(ctx: ScreenContext, *, full_screen: bool = True) -> QWidget:
    """The board's window, shown; the caller keeps it.

    Raises:
        NotAllowedError: the roles of the context may not see the board.
    """
    from desk.ui.screens.board.window import BoardWindow

    ctx.workplace.require(Capability.SEE_BOARD)
    window = BoardWindow(ctx)
    if full_screen:
        window.showFullScreen()
    else:
        window.show()
    return window
