"""The base of things that lie over the window and follow its size."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Overlay(QWidget):
    """A child of `host` that is placed anew whenever the host changes its size."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.host = host
        host.installEventFilter(self)
        self.hide()

    def place(self) -> None:
        """Cover the host; subclasses place themselves otherwise."""
        self.setGeometry(self.host.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the host."""
        if event.type() == QEvent.Type.Resize and watched is getattr(self, "host", None):
            self.place()  # no host: the window is going down and took our attributes first
        return super().eventFilter(watched, event)
