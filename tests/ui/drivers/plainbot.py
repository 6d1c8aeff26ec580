"""Keys without a test around them, for processes of their own."""

from collections.abc import Callable

from PySide6.QtTest import QTest

from desk.demo.hands import Hands


class PlainBot:
    """What qtbot does for a keyboard."""

    def keyClick(self, *args: object) -> None:  # noqa: N802 - as qtbot
        QTest.keyClick(*args)  # type: ignore[call-overload]

    def keyClicks(self, *args: object) -> None:  # noqa: N802 - as qtbot
        QTest.keyClicks(*args)  # type: ignore[call-overload]

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = 5000) -> None:  # noqa: N802
        Hands().until(callback, "what somebody waits for", timeout / 1000)
