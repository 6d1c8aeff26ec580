"""The global search (Ctrl+K): grouped results as you type, keyboard alone; a typed code opens its case."""

from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.ports import Hit
from desk.ui.runtime.tasks import Task
from desk.ui.shell.hits import CoveringFrame, HitDelegate, HitModel, HitView, grouped
from desk.ui.theme.style import scaled

LIMIT = 20
SLOW_S = 0.05
"""After a search that took longer, the next one runs in the background."""
SETTLE_MS = 300
"""Fewer rows make the panel lower when the typing pauses: nothing jumps, no key draws the page anew."""
SHORTEST, LONGEST = 2, 200
"""Letters: a shorter text that finds nothing says nothing, a longer one is cut."""
_SEARCHED = frozenset({"visits", "cases", "applicants", "letters", "tickets", "issued_numbers"})
NOTHING = "Tidak ditemukan. Coba sebagian nama, nomor register, nomor antrean, atau telepon."


class SearchPanel(CoveringFrame):
    """The results under the search field; a child of the window, never a window of its own.

    Signals:
        opened(Hit): a hit was chosen.
        case_opened(str): a code was entered; the id of its case.
        left(): Esc in the empty field.
    """

    opened = Signal(object)
    case_opened = Signal(str)
    left = Signal()

    def __init__(self, ctx: ScreenContext, edit: QLineEdit, anchor: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("searchPanel")
        self._ctx, self._edit, self._anchor = ctx, edit, anchor
        self._window = parent
        self._slow = False
        self._task: Task | None = None
        self.model = HitModel(self)
        self._delegate = HitDelegate(self.model, self)
        self.view = HitView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(lambda index: self._open(index.row()))
        self._empty = QLabel()
        self._empty.setProperty("kind", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 6, 4, 6)
        layout.addWidget(self._empty)
        layout.addWidget(self.view)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.search_now)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.place)
        edit.textEdited.connect(lambda _text: self._timer.start())
        edit.installEventFilter(self)
        stop = ctx.hub.subscribe(_SEARCHED, lambda _changed: self._renew())
        self.destroyed.connect(lambda *_: stop())
        self.hide()

    @property
    def hits(self) -> list[Hit]:
        """What is shown, without the headings."""
        return [row for row in self.model.rows if isinstance(row, Hit)]

    def search_now(self) -> None:
        """Search for the text in the field; quick queries at once, slow ones in the background."""
        self._search(self._show)

    def _renew(self) -> None:
        """What is found may be another: search again, the lit hit and the scroll place stay."""
        if self.isVisible() and not self._timer.isActive():
            self._search(self._show_again)

    def _show_again(self, hits: Sequence[Hit]) -> None:
        row, bar = self.view.currentIndex().row(), self.view.verticalScrollBar()
        lit = self.model.rows[row] if row >= 0 else None
        place = bar.value()
        self._show(hits, lit if isinstance(lit, Hit) else None)
        bar.setValue(place)

    def _search(self, show: Callable[[Sequence[Hit]], None]) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        text = self._edit.text().strip()[:LONGEST]
        if not text:
            self._close()
            return
        if self._slow:
            self._task = self._ctx.run(lambda _task: self._find(text), show)
        else:
            self._ctx.act(lambda: self._find(text), show)

    def _find(self, text: str) -> Sequence[Hit]:
        started = perf_counter()
        found = self._ctx.ports.search.find(text, LIMIT)
        self._slow = perf_counter() - started > SLOW_S
        return found

    def _show(self, hits: Sequence[Hit], lit: Hit | None = None) -> None:
        self.model.show(grouped(hits))
        self.view.setVisible(bool(hits))
        self._empty.setVisible(not hits)
        if not hits:
            if len(self._edit.text().strip()) < SHORTEST:
                self._close()
                return
            self._empty.setText(NOTHING)
            self._empty.setContentsMargins(scaled(10), scaled(6), scaled(10), scaled(6))
        self._select(self.model.place(lit) if hits else -1)
        wanted = self._wanted()
        if not self.isVisible() or wanted.height() > self.height():
            self.setGeometry(wanted)
        self._settle.start()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Sit under the field, as high as the rows need and the window gives."""
        self.setGeometry(self._wanted())

    def _wanted(self) -> QRect:
        corner = self._anchor.mapTo(self._window, self._anchor.rect().bottomLeft())
        room = self._window.height() - corner.y() - scaled(24)
        width = max(self._anchor.width(), scaled(420))
        height = self._delegate.height()
        wanted = height + scaled(20) if height else self._empty.heightForWidth(width - 20) + scaled(28)
        return QRect(corner.x(), corner.y() + 4, width, min(wanted, room))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys of the field that belong to the panel."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._key(Qt.Key(event.key()))

    def _key(self, key: Qt.Key) -> bool:
        row = self.view.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if not self.isVisible():
                self._timer.start()
            else:
                self._select(self.model.next_hit(row, 1 if key == Qt.Key.Key_Down else -1))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
            return True
        if key == Qt.Key.Key_Escape:
            if not self._edit.text():
                self.left.emit()
            self._leave()
            return True
        return False

    def _enter(self) -> None:
        text = self._edit.text().strip()[:LONGEST]
        if not text:
            return
        found: list[str | None] = []
        if self._ctx.act(lambda: self._ctx.ports.search.by_code(text), found.append) and found[0]:
            self._leave()
            self.case_opened.emit(found[0])
            return
        if self._timer.isActive() or not self.isVisible():
            self._timer.stop()
            self.search_now()
        self._open(self.view.currentIndex().row())

    def _open(self, row: int) -> None:
        if not 0 <= row < len(self.model.rows):
            return
        hit = self.model.rows[row]
        if isinstance(hit, Hit):
            self._leave()
            self.opened.emit(hit)

    def _select(self, row: int) -> None:
        index = self.model.index(row) if row >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        if row == 1:
            self.view.scrollToTop()

    def _leave(self) -> None:
        self._edit.clear()
        self._close()

    def _close(self) -> None:
        self._timer.stop()
        self._settle.stop()
        self.model.show([])
        self.hide()
