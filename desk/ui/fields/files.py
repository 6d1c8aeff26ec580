"""A field that takes files: dragged in or chosen, listed, removable, each looked at by a callable."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.ui.fields.base import Field, plain
from desk.ui.theme import icons
from desk.ui.theme.style import scaled, tint
from desk.ui.theme.text import Text, breakable
from desk.ui.theme.tokens import COLOURS
from desk.ui.widgets.buttons import IconButton, SecondaryButton

Chooser = Callable[[QWidget], list[Path]]
"""Asks the officer for files (the system's own window); an empty list when stopped."""

FileCheck = Callable[[Path], str | None]
"""Looks at a file and says why it cannot be taken, or None."""


def ask_files(parent: QWidget) -> list[Path]:
    """The system's own window for choosing files."""
    names, _kind = QFileDialog.getOpenFileNames(parent, "Pilih berkas")
    return [Path(name) for name in names]


def size_words(count: int) -> str:
    """Bytes as people read them: ``12 KB``, ``1,4 MB``."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


class DropZone(QFrame):
    """The frame files are dropped on.

    Signals:
        dropped: local files were dropped (list of Path).
    """

    dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dropzone")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: take files only."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            tint(self, "state", "over")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt: back to calm."""
        tint(self, "state", "")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: hand the files on."""
        tint(self, "state", "")
        event.acceptProposedAction()
        self.dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


class FileRow(QFrame):
    """One taken file: name, size, and a button that takes it out.

    Signals:
        removed: the officer takes it out.
    """

    removed = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(4), scaled(2), 0, scaled(2))
        row.setSpacing(scaled(8))
        picture = QLabel()
        picture.setPixmap(icons.pixmap("file", COLOURS.ink_soft, 18, self.devicePixelRatioF()))
        row.addWidget(picture)
        name = Text(breakable(path.name))
        name.setToolTip(path.name)
        row.addWidget(name, 1)
        size = path.stat().st_size if path.exists() else 0
        row.addWidget(Text(size_words(size), "small", wrap=False))
        self.button = IconButton("close", f"Keluarkan {path.name}")
        self.button.clicked.connect(self.removed)
        row.addWidget(self.button)


class FileField(Field[tuple[Path, ...]]):
    """Files for a case: drop them, choose them, take them out; `check` refuses with a sentence."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        check: FileCheck | None = None,
        chooser: Chooser = ask_files,
        most: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        self.zone = DropZone()
        self._check, self._chooser, self._most = check, chooser, most
        self._paths: tuple[Path, ...] = ()
        self.rows: list[FileRow] = []
        super().__init__(label, self.zone, hint=hint, required=required, parent=parent)
        column = QVBoxLayout(self.zone)
        column.setContentsMargins(scaled(10), scaled(8), scaled(10), scaled(8))
        column.setSpacing(scaled(2))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        bottom = QHBoxLayout()
        bottom.setSpacing(scaled(10))
        self.button = SecondaryButton("Pilih berkas…", icon="paperclip")
        self.button.setAccessibleName(f"{plain(label)}: pilih berkas")
        self.button.clicked.connect(self._choose)
        bottom.addWidget(self.button)
        bottom.addWidget(Text("atau seret ke sini", "small"), 1)
        column.addLayout(bottom)
        self.zone.dropped.connect(self.add)
        self.caption.setBuddy(self.button)
        self.setFocusProxy(self.button)

    def add(self, paths: list[Path]) -> None:
        """Take files in as if dropped; refused ones are named beside the field."""
        refused, taken = [], list(self._paths)
        for path in paths:
            reason = self._refusal(path, taken)
            if reason:
                refused.append(f"{path.name}: {reason}")
            else:
                taken.append(path)
        if tuple(taken) != self._paths:
            self._show(tuple(taken))
            self._edited()
        if refused:
            self.mark("\n".join(refused))

    def remove(self, path: Path) -> None:
        """Take a file out."""
        self._show(tuple(one for one in self._paths if one != path))
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def _refusal(self, path: Path, taken: list[Path]) -> str | None:
        if path in taken:
            return "sudah ada dalam daftar."
        if len(taken) >= self._most:
            return f"paling banyak {self._most} berkas."
        if not path.is_file():
            return "tidak dapat dibaca."
        return self._check(path) if self._check else None

    def _choose(self) -> None:
        paths = self._chooser(self)
        if paths:
            self.add(paths)

    def _show(self, paths: tuple[Path, ...]) -> None:
        self._paths = paths
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [FileRow(path) for path in paths]
        for row, path in zip(self.rows, paths, strict=True):
            row.removed.connect(lambda one=path: self.remove(one))
            self._list.addWidget(row)

    def _read(self) -> tuple[Path, ...]:
        return self._paths

    def _write(self, value: tuple[Path, ...]) -> None:
        self._show(tuple(value))
