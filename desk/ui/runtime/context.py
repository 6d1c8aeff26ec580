"""What every screen is given: the office's data, the ports, and one gateway through which actions run."""

import logging
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar
from weakref import WeakSet

from desk.rules.errors import DeskError
from desk.ui.runtime.entry import StaffSession
from desk.ui.runtime.hub import ChangeHub
from desk.ui.runtime.ports import Paper, Ports, PrintError
from desk.ui.runtime.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from desk.actions.workplace import Workplace
    from desk.services.common import Problem

log = logging.getLogger(__name__)

T = TypeVar("T")

UNEXPECTED = "Langkah ini belum dapat dilakukan. Isian Anda tetap ada; catatan kesalahan telah disimpan."


class Stage(Protocol):
    """The window as a screen sees it; ``ScreenContext`` passes on to it."""

    def toast(self, text: str, undo: Callable[[], object] | None = None, tone: str = "info") -> None:
        """Show a short line that goes by itself; ``undo`` adds *Batalkan*. Tone: info, done, problem."""
        ...

    def navigate(self, page_id: str, **params: object) -> None:
        """Show a page of the workspace."""
        ...

    def preview(self, paper: Paper, subject_id: str = "") -> None:
        """Show a paper in the preview drawer."""
        ...

    def ask(
        self, widget: "QWidget", title: str, actions: "Sequence[QPushButton]" = (), *, width: int = 440
    ) -> None:
        """Show a widget in the drawer at the right, its buttons at the foot; it closes with Esc."""
        ...

    def close_drawer(self) -> None:
        """Close the drawer at the right."""
        ...

    def show_help(self, topic: str) -> None:
        """Show a page of the manual in the drawer."""
        ...


class Keeper(Protocol):
    """Something that writes unsaved words a moment after they were typed."""

    def flush(self) -> None:
        """Write them now."""
        ...


class ScreenContext:
    """Handed to every page.

    Attributes:
        workplace: ``desk.actions.workplace.Workplace``: first argument of actions and queries.
        session: The signed-in officer.
        ports, hub, tasks: Outside world, announcements, background work.
    """

    def __init__(
        self,
        workplace: "Workplace",
        session: StaffSession,
        ports: Ports,
        hub: ChangeHub,
        tasks: TaskRunner,
    ) -> None:
        self.workplace = workplace
        self.session = session
        self.ports = ports
        self.hub = hub
        self.tasks = tasks
        self._stage: Stage | None = None
        self._keepers: WeakSet[Keeper] = WeakSet()

    def attach(self, stage: Stage) -> None:
        """Called by the window once: where toasts and pages are shown."""
        self._stage = stage

    def keep_at_the_end(self, keeper: Keeper) -> None:
        """Have unsaved words written when the window closes."""
        self._keepers.add(keeper)

    def keep_all(self) -> None:
        """Write every unsaved word now: the window closes."""
        from shiboken6 import isValid

        for keeper in tuple(self._keepers):
            if isValid(keeper):
                keeper.flush()

    def today(self) -> date:
        """The office's day."""
        from desk.queries.office import profile

        return self.workplace.ask(profile).day_of(self.workplace.now())

    # showing

    def toast(self, text: str, undo: Callable[[], object] | None = None, tone: str = "info") -> None:
        """Say something in passing; with ``undo`` the toast offers *Batalkan* (run through ``act``)."""
        if self._stage is None:
            log.warning("toast without a window: %s", text)
            return
        step = None if undo is None else (lambda: self.act(undo))
        self._stage.toast(text, step, tone)

    def navigate(self, page_id: str, **params: object) -> None:
        """Show a page of the workspace (KeyError is logged and said, never raised)."""
        if self._stage is not None:
            self._stage.navigate(page_id, **params)

    def open_case(self, case_id: str) -> None:
        """Show the case page (id ``case``) of this workspace."""
        self.navigate("case", case_id=case_id)

    def ask(
        self, widget: "QWidget", title: str, actions: "Sequence[QPushButton]" = (), *, width: int = 440
    ) -> None:
        """Show a form in the drawer at the right (buttons at its foot) instead of a modal box; ``width`` in
        pixels at text scale 1.0."""
        if self._stage is not None:
            self._stage.ask(widget, title, actions, width=width)

    def close_drawer(self) -> None:
        """Close the drawer at the right."""
        if self._stage is not None:
            self._stage.close_drawer()

    def show_help(self, topic: str) -> None:
        """Show a page of the staff manual (its file's name) in the drawer."""
        if self._stage is not None:
            self._stage.show_help(topic)

    # doing

    def act(
        self,
        fn: Callable[[], T],
        on_done: Callable[[T], object] | None = None,
        *,
        on_problems: Callable[[Sequence["Problem"]], object] | None = None,
        done: str = "",
        undo: Callable[[T], object] | None = None,
    ) -> bool:
        """Run one action now, in the UI thread; True when it succeeded.

        A DeskError with ``problems`` goes to ``on_problems`` (the form marks its fields), any other DeskError
        to a toast; an unexpected error is logged and said in one calm sentence. Nothing typed is touched.
        ``done`` is toasted on success, with *Batalkan* when ``undo(result)`` is given.
        """
        try:
            result = fn()
        except Exception as error:  # noqa: BLE001 - the single gateway: logged or shown, never swallowed
            self.say_error(error, on_problems)
            return False
        if done:
            self.toast(done, None if undo is None else (lambda: undo(result)), "done")
        if on_done is not None:
            return self.guard(lambda: on_done(result))
        return True

    def guard(self, fn: Callable[[], object]) -> bool:
        """Run code of a screen so that no exception escapes into Qt; True when it went well."""
        try:
            fn()
        except Exception as error:  # noqa: BLE001 - see act
            self.say_error(error)
            return False
        return True

    def run(
        self,
        fn: Callable[[Task], T],
        on_done: Callable[[T], object] | None = None,
        on_error: Callable[[BaseException], object] | None = None,
        progress: Callable[[float, str], None] | None = None,
    ) -> Task:
        """Run long work in a thread (``fn`` gets its Task); the callbacks come in the UI thread."""
        return self.tasks.run(
            fn,
            None if on_done is None else (lambda result: _nothing(self.guard(lambda: on_done(result)))),
            (lambda error: _nothing(self.guard(lambda: on_error(error)))) if on_error else self.say_error,
            progress,
        )

    def say_error(
        self, error: BaseException, on_problems: Callable[[Sequence["Problem"]], object] | None = None
    ) -> None:
        """Show a failure where it belongs: beside fields, as a toast, or calmly after logging it."""
        problems: Sequence[Problem] = getattr(error, "problems", ())
        if isinstance(error, DeskError) and problems and on_problems is not None:
            on_problems(problems)
        elif isinstance(error, DeskError):
            log.info("refused: %s", error)
            self.toast(str(error), tone="problem")
        elif isinstance(error, PrintError):
            self.toast(print_sentence(error), tone="problem")
        else:
            log.error("unexpected failure in a screen", exc_info=error)
            self.toast(UNEXPECTED, tone="problem")

    # papers

    def preview(self, kind: str, subject_id: str, **options: object) -> None:
        """Make a paper in the background and show it in the preview drawer."""
        self.run(
            lambda _task: self.ports.papers.paper(kind, subject_id, **options),
            lambda paper: self._show(paper, subject_id),
        )

    def print_paper(self, kind: str, subject_id: str, copies: int = 0, **options: object) -> None:
        """Print a paper: silently where that is set for its kind, else by way of the preview."""
        silent = self.ports.printers.choice(kind).silent

        def made(paper: Paper) -> None:
            if silent:
                self.send_to_printer(paper, subject_id, copies)
            else:
                self._show(paper, subject_id)

        self.run(lambda _task: self.ports.papers.paper(kind, subject_id, **options), made)

    def send_to_printer(self, paper: Paper, subject_id: str = "", copies: int = 0, printer: str = "") -> bool:
        """Print now; says the result in a toast. False when it did not reach a printer."""
        try:
            result = self.ports.printers.print_pdf(paper.pdf, paper.kind, copies, printer)
        except PrintError as error:
            self.say_error(error)
            return False
        if subject_id:
            self.ports.papers.printed(paper, subject_id)
        self.toast(f"{paper.title} dicetak di {result.printer}.", tone="done")
        return True

    def _show(self, paper: Paper, subject_id: str) -> None:
        if self._stage is not None:
            self._stage.preview(paper, subject_id)


def _nothing(_result: object) -> None:
    return None


def print_sentence(error: PrintError) -> str:
    """A failed print in one Indonesian sentence."""
    from desk.ui.runtime.ports import NoPrinterError, PrinterOfflineError

    if isinstance(error, NoPrinterError):
        return "Belum ada printer untuk kertas ini. Pilih printer di pratinjau, atau simpan sebagai PDF."
    if isinstance(error, PrinterOfflineError):
        return f"Printer {error.printer} tidak tersambung. Kertas belum tercetak."
    return f"Printer {error.printer or 'itu'} menolak tugas cetak. Coba sekali lagi, atau simpan sebagai PDF."
