"""Actions run through one gateway: nothing escapes, everything is said in the right place."""

from dataclasses import dataclass

import pytest

from desk.rules.errors import DeskError
from desk.ui.runtime.context import UNEXPECTED
from desk.ui.runtime.ports import PrinterChoice


class RefusedError(DeskError):
    code = "refused"


@dataclass
class Problem:
    field: str
    message: str


class NotValidError(DeskError):
    code = "not_valid"

    def __init__(self, problems):
        super().__init__("Ada isian yang belum benar.")
        self.problems = problems


def fail(error):
    def action():
        raise error

    return action


def test_a_good_action_hands_over_its_result(ctx, stand):
    seen = []
    assert ctx.act(lambda: 7, seen.append, done="Tersimpan.")
    assert seen == [7]
    assert stand.toasts == [("Tersimpan.", "done")]


def test_undo_gets_the_result_and_runs_through_the_gateway(ctx, stand):
    undone = []
    ctx.act(lambda: "kasus", done="Tersimpan.", undo=undone.append)
    stand.undos[0]()
    assert undone == ["kasus"]


def test_a_named_refusal_is_said_in_its_own_words(ctx, stand):
    assert not ctx.act(fail(RefusedError("Loket ini sudah ditutup.")))
    assert stand.toasts == [("Loket ini sudah ditutup.", "problem")]


def test_problems_go_to_the_form_and_nowhere_else(ctx, stand):
    marked = []
    problems = [Problem("purpose", "Isi tujuan.")]
    assert not ctx.act(fail(NotValidError(problems)), on_problems=marked.extend)
    assert marked == problems
    assert stand.toasts == []


def test_the_unexpected_is_logged_and_said_calmly(ctx, stand, caplog):
    assert not ctx.act(fail(ZeroDivisionError("x")))
    assert stand.toasts == [(UNEXPECTED, "problem")]
    assert "ZeroDivisionError" in caplog.text


def test_a_failure_while_showing_the_result_does_not_escape(ctx, stand, caplog):
    assert not ctx.act(lambda: 1, fail_with_argument)
    assert stand.toasts == [(UNEXPECTED, "problem")]
    assert "KeyError" in caplog.text


def fail_with_argument(_value):
    raise KeyError("x")


def test_long_work_comes_back_in_the_ui_thread(ctx, stand, qtbot):
    seen = []
    ctx.run(lambda _task: 5, seen.append)
    qtbot.waitUntil(lambda: seen == [5])


def test_long_work_that_fails_is_said(ctx, stand, qtbot):
    ctx.run(lambda _task: fail(RefusedError("Belum bisa."))())
    qtbot.waitUntil(lambda: stand.toasts == [("Belum bisa.", "problem")])


def test_a_silent_kind_prints_without_preview_and_is_noted(ctx, stand, qtbot):
    ctx.ports.printers.choose("ticket", PrinterChoice("Struk Loket", silent=True, copies=2))
    ctx.print_paper("ticket", "t1")
    qtbot.waitUntil(lambda: bool(stand.toasts))
    assert ctx.ports.printers.jobs == [("Struk Loket", "ticket", 2)]
    assert ctx.ports.papers.given == [("ticket", "t1")]
    assert stand.toasts == [("Nomor antrean dicetak di Struk Loket.", "done")]


def test_other_kinds_open_the_preview(ctx, stand, qtbot):
    ctx.print_paper("tanda_terima", "k1")
    qtbot.waitUntil(lambda: bool(stand.papers))
    assert ctx.ports.printers.jobs == []


def test_an_offline_printer_is_said_at_once_and_nothing_noted(ctx, stand, qtbot):
    ctx.ports.printers.offline.add("Struk Loket")
    ctx.ports.printers.choose("ticket", PrinterChoice("Struk Loket", silent=True))
    ctx.print_paper("ticket", "t1")
    qtbot.waitUntil(lambda: bool(stand.toasts))
    assert stand.toasts == [("Printer Struk Loket tidak tersambung. Kertas belum tercetak.", "problem")]
    assert ctx.ports.papers.given == []


def test_opening_a_case_goes_to_the_case_page(ctx, stand):
    ctx.open_case("k7")
    assert stand.pages == [("case", {"case_id": "k7"})]


def test_without_a_window_a_toast_is_only_logged(ctx, caplog):
    ctx.toast("sendiri")
    assert "sendiri" in caplog.text


@pytest.mark.parametrize("method", ["preview", "print_paper"])
def test_a_paper_that_cannot_be_made_is_said(ctx, stand, qtbot, method, monkeypatch):
    monkeypatch.setattr(ctx.ports.papers, "paper", lambda *_a, **_k: fail(RefusedError("Belum lengkap."))())
    getattr(ctx, method)("tanda_terima", "k1")
    qtbot.waitUntil(lambda: stand.toasts == [("Belum lengkap.", "problem")])
