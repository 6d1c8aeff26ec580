"""What every section is: fields bound to places of one frozen draft."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.services.common import Problem, Severity
from desk.ui.fields import Field

D = TypeVar("D")


@dataclass(frozen=True)
class Part:
    """A widget of the form and how many of its two columns it takes."""

    widget: QWidget
    span: int = 1


@dataclass(frozen=True)
class Bind:
    """A field, the draft's path it edits, and how values go there and back."""

    path: str
    field: Field[Any]
    shown: Callable[[Any], Any]
    read: Callable[[Any], Any]


def look(draft: Any, path: str) -> Any:
    """The value at a dotted path of a frozen draft."""
    for name in path.split("."):
        draft = getattr(draft, name)
    return draft


def change(draft: Any, path: str, value: Any) -> Any:
    """The draft with another value at a dotted path."""
    head, _, rest = path.partition(".")
    return replace(draft, **{head: change(getattr(draft, head), rest, value) if rest else value})


def same(value: Any) -> Any:
    """The value as it is."""
    return value


class Section(QObject, Generic[D]):
    """Fields that edit a part of a draft.

    Signals:
        changed: an officer's edit.
        reshaped: fields were shown or hidden.
        left(str): the keyboard left the field of that path.
    """

    changed = Signal()
    reshaped = Signal()
    left = Signal(str)

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.title = title
        self.parts: list[Part] = []
        self.binds: list[Bind] = []
        self._renewing = False

    def bind(
        self,
        path: str,
        field: Field[Any],
        *,
        span: int = 1,
        shown: Callable[[Any], Any] = same,
        read: Callable[[Any], Any] = same,
    ) -> None:
        """Let a field edit the value at a path and stand next in the form."""
        self.binds.append(Bind(path, field, shown, read))
        self.parts.append(Part(field, span))
        self.watch(path, field)

    def watch(self, path: str, field: Field[Any]) -> None:
        """Pass on what happens to a field."""
        field.changed.connect(self._edited)
        field.left.connect(lambda: self.left.emit(path))

    def add(self, widget: QWidget, span: int = 2) -> None:
        """Put a widget without a value next in the form."""
        self.parts.append(Part(widget, span))

    def show(self, draft: D) -> None:
        """Fill the fields from the draft, silently."""
        for one in self.binds:
            self.put(one.field, one.shown(look(draft, one.path)))

    def renew(self, draft: D) -> None:
        """Fill the fields from a newer draft while somebody may be typing in one."""
        self._renewing = True
        try:
            self.show(draft)
        finally:
            self._renewing = False

    def put(self, field: Field[Any], value: Any) -> None:
        """Show a value in a field, for `show` and `renew`."""
        (field.renew_value if self._renewing else field.set_value)(value)

    def read(self, draft: D) -> D:
        """The draft with what stands in the fields."""
        for one in self.binds:
            draft = change(draft, one.path, one.read(one.field.value()))
        return draft

    def field(self, path: str) -> Field[Any] | None:
        """The field where a problem of that path is said, if this section has one."""
        return next((one.field for one in self.binds if one.path == path), None)

    def mark(self, problems: Iterable[Problem]) -> list[Field[Any]]:
        """Say problems beside their fields; gives the fields with a problem that stops, in form order."""
        by_path = {problem.field: problem for problem in reversed(list(problems))}
        stopped = []
        for path, field in self.places():
            found = by_path.get(path)
            if tell(field, found):
                stopped.append(field)
        return stopped

    def tell_one(self, path: str, problem: Problem | None) -> None:
        """Say one problem (or none) beside the field of that path, as when the keyboard leaves it."""
        field = self.field(path)
        if field is not None:
            tell(field, problem)

    def places(self) -> list[tuple[str, Field[Any]]]:
        """Every path with the field that speaks for it, in form order."""
        return [(one.path, one.field) for one in self.binds]

    def _edited(self) -> None:
        self.changed.emit()


def tell(field: Field[Any], problem: Problem | None) -> bool:
    """Show a problem (or none) beside a field; True when it stops saving."""
    stops = problem is not None and problem.severity is Severity.ERROR
    field.mark(problem.message if problem is not None and stops else None)
    if problem is not None and not stops:
        field.warn(problem.message)
    elif problem is None:
        field.warn(None)
    return stops
