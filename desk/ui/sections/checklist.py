"""Kelengkapan: what the standard asks for, ticked by the officer or met by a field of the form."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from desk.services.common import CheckItem
from desk.services.common import missing as missing_of
from desk.ui.fields import CheckItem as Line
from desk.ui.fields import CheckList, Field
from desk.ui.sections.base import D, Section, change, look


class ChecklistSection(Section[D]):
    """``draft.ticked``; lines that a field meets are ticked by themselves.

    Call `judge(items)` after each edit with the checklist of the draft as it stands.
    """

    def __init__(self) -> None:
        super().__init__("Kelengkapan")
        self.list = CheckList("Kelengkapan", hint="Ctrl L ke daftar ini, Spasi mencentang.")
        self._items: tuple[CheckItem, ...] = ()
        self._ticked: frozenset[str] = frozenset()
        self.list.changed.connect(self._toggled)

    def judge(self, items: Sequence[CheckItem]) -> None:
        """Show these requirements and whether each is met."""
        keys = [item.requirement.key for item in items]
        if keys != [item.requirement.key for item in self._items]:
            self.list.set_items([Line(one.requirement.key, _words(one)) for one in items])
            for item in items:
                if item.requirement.field:
                    _by_itself(self.list.boxes[item.requirement.key])
            self.reshaped.emit()
        self._items = tuple(items)
        met = frozenset(item.requirement.key for item in items if item.met)
        if met != self.list.value():
            self.list.set_value(met)

    def missing(self) -> tuple[str, ...]:
        """Labels of required papers that are not there."""
        return tuple(one.label for one in missing_of(self._items))

    def show(self, draft: D) -> None:
        """See `Section.show`; the lines themselves come with `judge`."""
        self._ticked = frozenset(look(draft, "ticked"))

    def read(self, draft: D) -> D:
        """See `Section.read`."""
        return change(draft, "ticked", tuple(sorted(self._ticked)))  # type: ignore[no-any-return]

    def places(self) -> list[tuple[str, Field[Any]]]:
        """See `Section.places`; a missing paper is said in the list itself, not beside a field."""
        return []

    def _toggled(self) -> None:
        by_field = {item.requirement.key for item in self._items if item.requirement.field}
        offered = {item.requirement.key for item in self._items}
        self._ticked = (self.list.value() - by_field) | (self._ticked - offered)
        self.changed.emit()


def _words(item: CheckItem) -> str:
    return item.requirement.label if item.requirement.required else f"{item.requirement.label} (bila ada)"


def _by_itself(box: Any) -> None:
    """A line that a field ticks: the keyboard and the pointer pass over it."""
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    box.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
