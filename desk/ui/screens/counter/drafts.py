"""The list of forms put aside: Enter goes on with one, Delete throws one away."""

from collections.abc import Callable, Sequence
from datetime import tzinfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.runtime.ports import SavedDraft
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import DangerButton, EmptyState, PrimaryButton, RowItem, RowList
from desk.ui.words import short_moment


class DraftList(QWidget):
    """Shown in the drawer; `take` and `drop` get a draft's key."""

    def __init__(
        self,
        read: Callable[[], Sequence[SavedDraft]],
        zone: tzinfo,
        take: Callable[[str], object],
        drop: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._read, self._zone, self._take, self._drop = read, zone, take, drop
        nothing = EmptyState("file", "Belum ada draf", "Simpan draf menyisihkan formulir yang belum selesai.")
        self.list = RowList(empty=nothing)
        self.list.activated.connect(take)
        self.take_button = PrimaryButton("Lanjutkan")
        self.drop_button = DangerButton("Buang draf")
        self.take_button.clicked.connect(lambda: self._with_current(self._take))
        self.drop_button.clicked.connect(lambda: self._with_current(self._throw))
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.activated.connect(lambda: self._with_current(self._throw))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(Text("Enter melanjutkan draf yang dipilih.", "small"))
        column.addWidget(self.list, 1)
        self.setMinimumHeight(scaled(320))
        self.refresh()

    def refresh(self) -> None:
        """Read the drafts anew."""
        rows = [
            RowItem(one.key, one.title, f"disimpan {short_moment(one.saved_at, self._zone)}")
            for one in self._read()
        ]
        self.list.set_rows(rows)
        if rows and self.list.current() is None:
            self.list.select(rows[0].key)
        for button in (self.take_button, self.drop_button):
            button.setEnabled(bool(rows))

    def _throw(self, key: str) -> None:
        self._drop(key)
        self.refresh()

    def _with_current(self, act: Callable[[str], object]) -> None:
        key = self.list.current()
        if key is not None:
            act(key)
