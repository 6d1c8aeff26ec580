"""Fields for words: one line, and several lines that grow."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desk.ui.fields.base import Field
from desk.ui.theme.style import scaled


class LineEdit(QLineEdit):
    """A line edit that tells when the keyboard comes and goes.

    Signals:
        entered, left: the keyboard focus came, went (not for a popup or another window).
        stepped: Up (+1) or Down (-1) was pressed and `steps` is on.
    """

    entered = Signal()
    left = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = False
        self.setMinimumWidth(scaled(64))

    def put_inside(self, part: QWidget, *, left: bool = False, room: int = 26) -> None:
        """Put a small widget into the line's end (or beginning); `room` in pixels at scale 1.0."""
        margins = self.textMargins()
        margins.setLeft(scaled(room)) if left else margins.setRight(scaled(room))
        self.setTextMargins(margins)
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(scaled(12) if left else 0, 0, 0 if left else scaled(4), 0)
        if not left:
            row.addStretch(1)
        row.addWidget(part)
        if left:
            row.addStretch(1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: tell, then select all when the keyboard brought the focus."""
        self.entered.emit()
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: tell, unless only a popup or another window took the keyboard."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Up and Down step where that makes sense."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if (
            self.steps
            and step
            and event.modifiers()
            in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
        ):
            self.stepped.emit(step)
            return
        super().keyPressEvent(event)


class TextField(Field[str]):
    """One line of words; `value()` comes back without outer spaces."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        placeholder: str = "",
        max_length: int = 250,
        parent: QWidget | None = None,
    ) -> None:
        self.line = LineEdit()
        self.line.setPlaceholderText(placeholder)
        self.line.setMaxLength(max_length)
        super().__init__(label, self.line, hint=hint, required=required, parent=parent)
        self.line.textEdited.connect(self._edited)
        self.line.left.connect(self.left)

    def set_read_only(self, read_only: bool) -> None:
        """Show the value without letting it be changed."""
        self.line.setReadOnly(read_only)
        self.line.style().polish(self.line)

    def _read(self) -> str:
        return self.line.text().strip()

    def _write(self, value: str) -> None:
        self.line.setText(value)
        self.line.setCursorPosition(0)


class SecretField(TextField):
    """A password: shown as dots, taken as typed, gone once it is taken."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, required=True, parent=parent)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)

    def take(self) -> str:
        """The password; the field is empty afterwards."""
        taken = self.value()
        self.set_value("")
        return taken

    def _read(self) -> str:
        return self.line.text()


_ROUNDS = 3


class GrowingEdit(QPlainTextEdit):
    """A text box that grows with what is written, between a least and a most number of lines.

    Signals:
        left: the keyboard left.
    """

    left = Signal()

    def __init__(self, lines: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._most = lines, max(lines, most)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(scaled(120))

    def _fit(self, *_ignored: object) -> None:
        wanted = self.sizeHint().height()
        for _ in range(_ROUNDS):  # a resize within fits the words anew, and then half of each height stays
            if (self.minimumHeight(), self.maximumHeight()) == (wanted, wanted):
                return
            self.setFixedHeight(wanted)
            self.updateGeometry()
            wanted = self.sizeHint().height()

    def sizeHint(self) -> QSize:
        """Qt: as many lines as written, within the bounds."""
        shown = min(max(round(self.document().size().height()), self._lines), self._most)
        return QSize(scaled(320), shown * self.fontMetrics().lineSpacing() + scaled(20))

    def minimumSizeHint(self) -> QSize:
        """Qt: never narrower than a few words."""
        return QSize(scaled(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width wraps differently."""
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: tell."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+Enter belongs to the screen (save and print)."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: scroll inside only when there is something to scroll; else the page scrolls."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()


class TextAreaField(Field[str]):
    """Several lines of words; grows from `lines` to `most` lines; Tab leaves it."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        placeholder: str = "",
        lines: int = 3,
        most: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        self.area = GrowingEdit(lines, most)
        self.area.setPlaceholderText(placeholder)
        super().__init__(label, self.area, hint=hint, required=required, parent=parent)
        self.area.textChanged.connect(self._edited)
        self.area.left.connect(self.left)

    def set_read_only(self, read_only: bool) -> None:
        """Show the words without letting them be changed."""
        self.area.setReadOnly(read_only)
        self.area.style().polish(self.area)

    def _read(self) -> str:
        return self.area.toPlainText().strip()

    def _write(self, value: str) -> None:
        self.area.setPlainText(value)
