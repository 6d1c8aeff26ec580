"""Fields for a person's NIK and telephone number."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.rules.masking import mask_nik
from desk.ui.fields.base import Field
from desk.ui.fields.text import LineEdit
from desk.ui.fields.typed import regroup

Check = Callable[[str], str | None]
"""Looks at a text and says what is odd about it, or None."""

NIK_DIGITS = 16


def odd_length(nik: str) -> str | None:
    """The usual look at a NIK: it has 16 digits."""
    if nik and len(nik) != NIK_DIGITS:
        return f"NIK biasanya {NIK_DIGITS} angka, ini {len(nik)}. Periksa kembali."
    return None


class NikField(Field[str]):
    """A NIK: shown only while the keyboard is in it, masked otherwise; an odd one warns and never blocks.

    `check` looks at the digits when the field is left (facts.md: "warn, don't block").
    `value()` is digits only.
    """

    def __init__(
        self,
        label: str = "NIK",
        *,
        hint: str = "",
        required: bool = False,
        check: Check = odd_length,
        parent: QWidget | None = None,
    ) -> None:
        self.line = LineEdit()
        self.line.setMaxLength(24)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._nik, self._check = "", check
        super().__init__(label, self.line, hint=hint, required=required, parent=parent)
        self.line.textEdited.connect(self._typed)
        self.line.entered.connect(lambda: self.line.setText(self._nik))
        self.line.left.connect(self._leave)

    def _typed(self) -> None:
        self._nik = regroup(self.line, str.isdecimal, str)
        self.warn(None)
        self._edited()

    def _leave(self) -> None:
        self.line.setText(mask_nik(self._nik))
        self.warn(self._check(self._nik) if self._nik else None)
        self.left.emit()

    def _read(self) -> str:
        return self._nik

    def _write(self, value: str) -> None:
        self._nik = "".join(char for char in value if char.isdecimal())
        self.line.setText(self._nik if self.line.hasFocus() else mask_nik(self._nik))

    def _after_write(self) -> None:
        self.warn(self._check(self._nik) if self._nik else None)


def grouped_phone(number: str) -> str:
    """``081237001122`` -> ``0812-3700-1122``; ``+6281…`` -> ``+62 812-…``; short numbers stay whole."""
    prefix, rest = ("+62 ", number[3:]) if number.startswith("+62") else ("", number)
    size = 3 if prefix else 4
    parts = [rest[:size]] + [rest[i : i + 4] for i in range(size, len(rest), 4)]
    if len(parts) > 2 and len(parts[-1]) < 3:
        parts[-2:] = [parts[-2] + parts[-1]]
    return prefix + "-".join(part for part in parts if part)


def _phone_sign(char: str) -> bool:
    return char.isdecimal() or char == "+"


class PhoneField(Field[str]):
    """A telephone or WhatsApp number, grouped while typing; `value()` is digits, maybe after a ``+``."""

    def __init__(
        self,
        label: str = "Telepon / WhatsApp",
        *,
        hint: str = "",
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.line = LineEdit()
        self.line.setMaxLength(26)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        super().__init__(label, self.line, hint=hint, required=required, parent=parent)
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self.left)

    def _typed(self) -> None:
        regroup(self.line, _phone_sign, grouped_phone)
        self._edited()

    def _read(self) -> str:
        return "".join(char for char in self.line.text() if _phone_sign(char))

    def _write(self, value: str) -> None:
        self.line.setText(grouped_phone("".join(char for char in value if _phone_sign(char))))
