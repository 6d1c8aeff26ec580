"""A field that offers a list of choices in a combo box."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desk.ui.fields.base import Field
from desk.ui.theme.style import scaled, tint


@dataclass(frozen=True)
class Choice:
    """One choice: the stored `value`, the `text` on screen, and a quiet `detail` (tooltip)."""

    value: str
    text: str
    detail: str = ""


class CalmCombo(QComboBox):
    """A combo box that the mouse wheel cannot change by accident.

    Signals:
        left: the keyboard left.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(12)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: the page scrolls instead."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: tell, unless the own list opened."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def minimumSizeHint(self) -> QSize:
        """Qt: may get narrow; the words are then shortened with an ellipsis."""
        return QSize(scaled(96), super().minimumSizeHint().height())


class ChoiceField(Field[str | None]):
    """One of a list; type-ahead by keyboard; F4 or Alt+Down opens the list. None = nothing chosen yet."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice] = (),
        *,
        hint: str = "",
        required: bool = False,
        placeholder: str = "Pilih…",
        parent: QWidget | None = None,
    ) -> None:
        self.combo = CalmCombo()
        self.combo.setPlaceholderText(placeholder)
        super().__init__(label, self.combo, hint=hint, required=required, parent=parent)
        self.set_choices(choices)
        self.combo.currentIndexChanged.connect(self._picked)
        self.combo.left.connect(self.left)
        tint(self.combo, "empty", True)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer another list; keeps the present value where it is still offered."""
        present = self.combo.currentData()
        was_quiet, self._quiet = self._quiet, True
        self.combo.clear()
        for choice in choices:
            self.combo.addItem(choice.text, choice.value)
            place = self.combo.count() - 1
            self.combo.setItemData(place, choice.detail or choice.text, Qt.ItemDataRole.ToolTipRole)
        self._write(present)
        self._quiet = was_quiet

    def _picked(self, place: int) -> None:
        self.combo.setToolTip(self.combo.currentText())
        tint(self.combo, "empty", place < 0)
        self._edited()

    def _read(self) -> str | None:
        value = self.combo.currentData()
        return None if value is None else str(value)

    def _write(self, value: str | None) -> None:
        self.combo.setCurrentIndex(-1 if value is None else self.combo.findData(value))
