"""Tabs over pages: words, a quiet count, an underline; Ctrl+PageUp and Ctrl+PageDown turn the page."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desk.ui.theme.style import font, scaled
from desk.ui.theme.text import rule
from desk.ui.theme.tokens import TYPE


class _Bar(QTabBar):
    def tabSizeHint(self, index: int) -> QSize:
        """Qt: room for the bold words of the tab in front."""
        metrics = QFontMetrics(font(TYPE.body, QFont.Weight.Bold))
        width = metrics.horizontalAdvance(self.tabText(index).replace("&", "")) + scaled(24)
        return QSize(width, metrics.height() + scaled(16))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Qt: never cut; the bar scrolls."""
        return self.tabSizeHint(index)


class TabPages(QWidget):
    """A bar of tabs over a stack of pages.

    Signals:
        turned: another page is in front (its place from 0).
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = _Bar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setUsesScrollButtons(True)
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stack = QStackedWidget()
        self._titles: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(rule())
        column.addSpacing(scaled(12))
        column.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._turn)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=step: self.turn(by))

    def add(self, title: str, page: QWidget, *, count: int = 0) -> int:
        """Put a page at the end; gives its place."""
        self.stack.addWidget(page)
        self._titles.append(title)
        place = self.bar.addTab(title)
        self.set_count(place, count)
        return place

    def set_count(self, place: int, count: int) -> None:
        """Show how many things wait on a page (0: nothing shown)."""
        self.bar.setTabText(place, f"{self._titles[place]} {count}" if count else self._titles[place])

    def current(self) -> int:
        """The place of the page in front."""
        return self.bar.currentIndex()

    def show_page(self, place: int) -> None:
        """Bring a page to the front."""
        self.bar.setCurrentIndex(place)

    def turn(self, step: int) -> None:
        """Turn forward (+1) or back (-1), round the end."""
        self.bar.setCurrentIndex((self.current() + step) % max(self.bar.count(), 1))

    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        page = self.stack.currentWidget()
        if isinstance(page, QScrollArea):
            page.ensureVisible(0, 0)
        self.turned.emit(place)
