"""The sheet of a spoken disposition: a digit or a first letter says to whom, Enter records it (G5)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.ui.fields import ChipChoice, Choice, ChoiceField, TextAreaField
from desk.ui.screens.case.sheets import Sheet
from desk.ui.theme.style import reveal

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SpokenSheet(Sheet):
    """To whom it goes; maybe what is to be done; who said it, where several could have.

    While the keyboard is on the addressees, ``1``-``9`` takes one by its number, a letter the next one with a
    word that begins so, and Enter records.
    """

    drawer_width = 520

    def __init__(
        self, lead: str, roles: Sequence[Choice], people: Sequence[Choice] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__("Catat disposisi lisan", lead, parent)
        self._roles = tuple(roles)
        numbered = [replace(one, text=_numbered(n, one.text)) for n, one in enumerate(roles, start=1)]
        self.role = ChipChoice("Diteruskan kepada", numbered, required=True, hint=_HOW)
        self.speaker = ChoiceField("Diberikan oleh", people, required=True)
        self.words = TextAreaField("Isi disposisi", lines=2, most=6)
        reveal(self.speaker, len(people) > 1)
        if len(roles) == 1:
            self.role.set_value(roles[0].value)
        for field in (self.role, self.speaker, self.words):
            self.column.addWidget(field)
        self.setFocusProxy(self.role.group)

    def complete(self) -> bool:
        """An addressee, and who said it where that is asked."""
        for field, sentence in (
            (self.role, "Pilih pejabat yang dituju."),
            (self.speaker, "Pilih pejabat yang memberi disposisi."),
        ):
            if not field.isHidden() and field.value() is None:
                field.mark(sentence)
                field.setFocus()
                return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: what the addressees left over."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._press()
        elif event.text().isalnum() and self._take(event.text().casefold()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _take(self, key: str) -> bool:
        fitting = [
            one.value for n, one in enumerate(self._roles, start=1) if key == str(n) or _begins(one, key)
        ]
        if not fitting:
            return False
        now = self.role.value()
        after = fitting.index(now) + 1 if now in fitting else 0
        self.role.set_value(fitting[after % len(fitting)])
        self.role.group.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


_HOW = "Ketik nomornya atau huruf awal bagiannya, lalu Enter."


def _begins(choice: Choice, key: str) -> bool:
    """Whether a word of the office begins so; what all of them are called does not count."""
    words = choice.text.casefold().split(" · ")[0].split()
    return any(word.startswith(key) for word in words if word != "kasubag")


def _numbered(number: int, words: str) -> str:
    """The words on a pill; an ampersand in them is no key."""
    return f"{number}  {words.replace('&', '&&')}"
