"""Fields for whole numbers and for amounts in rupiah."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desk.ui.fields.base import Field
from desk.ui.fields.text import LineEdit
from desk.ui.fields.typed import regroup
from desk.ui.theme.style import scaled


def grouped(digits: str) -> str:
    """``12500`` -> ``12.500``; leading zeros fall away."""
    return f"{int(digits):,}".replace(",", ".") if digits else ""


class NumberField(Field[int | None]):
    """A whole number; Up and Down step within the bounds; outside them the field says so itself."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        least: int = 0,
        most: int = 999_999,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.line = LineEdit()
        self.line.steps = True
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.line.setMaxLength(len(grouped(str(most))) + 1)
        self._least, self._most = least, most
        super().__init__(label, self.line, hint=hint, required=required, parent=parent)
        if unit:
            self.set_label(f"{label} ({unit})")
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self._leave)
        self.line.stepped.connect(self._step)

    def _show(self, digits: str) -> str:
        return digits

    def _typed(self) -> None:
        regroup(self.line, str.isdecimal, self._show)
        self._edited()

    def _step(self, step: int) -> None:
        base = self._read()
        moved = self._least if base is None else min(max(base + step, self._least), self._most)
        self.line.setText(self._show(str(moved)))
        self._edited()

    def _leave(self) -> None:
        number = self._read()
        if number is not None and not self._least <= number <= self._most:
            self.mark(f"Isi antara {grouped(str(self._least))} dan {grouped(str(self._most))}.")
        self.left.emit()

    def _read(self) -> int | None:
        digits = "".join(char for char in self.line.text() if char.isdecimal())
        return int(digits) if digits else None

    def _write(self, value: int | None) -> None:
        self.line.setText("" if value is None else self._show(str(value)))


class MoneyField(NumberField):
    """An amount in whole rupiah, grouped while typing: ``12.500`` after a fixed ``Rp``."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        most: int = 9_999_999_999,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, required=required, most=most, parent=parent)
        self._sign = QLabel("Rp", self.line)
        self._sign.setProperty("kind", "muted")
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.line.steps = False
        self._sign.setAccessibleName("rupiah")
        self._sign.setFixedWidth(scaled(22))
        self.line.put_inside(self._sign, left=True, room=24)

    def _show(self, digits: str) -> str:
        return grouped(digits)
