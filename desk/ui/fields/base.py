"""The frame every field sits in: label with buddy, editor, and one line for the hint or the problem."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.ui.theme.style import scaled, tint
from desk.ui.theme.text import Text

V = TypeVar("V")


def plain(label: str) -> str:
    """A label without its mnemonic sign: ``"&Nama"`` -> ``"Nama"``."""
    return label.replace("&&", "\0").replace("&", "").replace("\0", "&")


class Field(QFrame, Generic[V]):
    """Label above, editor, then the hint or what is wrong.

    Subclasses give the editor and implement `_read` and `_write`, and call `_edited` on an officer's edit.

    Signals:
        changed: the officer changed the value (`set_value` is silent).
        left: the keyboard left the editor (time to validate this field).
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        hint: str = "",
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.required = required
        self._hint, self._problem, self._warning = hint, "", ""
        self._quiet = False
        self.caption = Text(label, "label", wrap=False)
        self.caption.setBuddy(editor)
        self._star = Text("*", "required", wrap=False)
        self._star.setToolTip("Wajib diisi")
        self.note = Text("", "small")
        self._build()
        self._star.setVisible(required)  # only now: without a parent it would be a window of its own
        name = plain(label) + (" (wajib)" if required else "")
        editor.setAccessibleName(name)
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show_note()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        self.head = QHBoxLayout()
        self.head.setSpacing(scaled(4))
        self.head.addWidget(self.caption)
        self.head.addWidget(self._star)
        self.head.addStretch(1)
        column.addLayout(self.head)
        column.addWidget(self.editor)
        column.addWidget(self.note)
        column.setAlignment(self.note, Qt.AlignmentFlag.AlignTop)

    def label(self) -> str:
        """The label without its mnemonic sign."""
        return plain(self.caption.text())

    def set_label(self, label: str) -> None:
        """Change the words above the editor."""
        self.caption.setText(label)
        self.editor.setAccessibleName(plain(label) + (" (wajib)" if self.required else ""))

    def set_required(self, required: bool) -> None:
        """Show or hide the mark of a field that must be filled."""
        self.required = required
        self._star.setVisible(required)
        self.set_label(self.caption.text())

    def set_hint(self, hint: str) -> None:
        """Change the quiet line below (shown while nothing is wrong)."""
        self._hint = hint
        self._show_note()

    def value(self) -> V:
        """What the field holds now."""
        return self._read()

    def set_value(self, value: V) -> None:
        """Show a value without telling anybody; takes marks away."""
        self._quiet = True
        try:
            self._write(value)
        finally:
            self._quiet = False
        self._warning = ""
        self.mark(None)
        self._after_write()

    def renew_value(self, value: V) -> None:
        """Show a value while somebody may be typing: what says so already keeps its cursor."""
        if self.value() != value:
            self.set_value(value)

    def mark(self, message: str | None) -> None:
        """Say what is wrong beside the field, or (None) that nothing is."""
        self._problem = message or ""
        self._show_note()

    def warn(self, message: str | None) -> None:
        """Say something to look at that does not block saving."""
        self._warning = message or ""
        self._show_note()

    def problem(self) -> str:
        """The problem shown now, empty when there is none."""
        return self._problem

    def warning(self) -> str:
        """The warning shown now, empty when there is none."""
        return self._warning

    def _show_note(self) -> None:
        text = self._problem or self._warning or self._hint
        state = "error" if self._problem else "warn" if self._warning else ""
        self.note.setObjectName("problem" if state else "hint")
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.note.setProperty("state", None)
        tint(self.note, "state", state)
        for part in self._marked():
            tint(part, "state", state)
        self.editor.setAccessibleDescription(text)

    def _marked(self) -> list[QWidget]:
        """The widgets whose border shows the state."""
        return [self.editor]

    def _edited(self, *_ignored: object) -> None:
        """An officer's edit: the old mark no longer holds."""
        if self._quiet:
            return
        if self._problem:
            self.mark(None)
        self.changed.emit()

    def _after_write(self) -> None:
        """Hook: after `set_value`."""

    def _read(self) -> V:
        raise NotImplementedError

    def _write(self, value: V) -> None:
        raise NotImplementedError
