"""Drafts are kept shortly after typing and given back after a crash."""

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt

from desk.ui.runtime.autosave import Autosave, CaseDraft
from desk.ui.widgets import DraftBanner


@dataclass(frozen=True)
class Draft:
    name: str = ""
    received: date | None = None


@dataclass(frozen=True)
class Newer:
    name: int = 0


def saver(ctx, kind=Draft, **more):
    return Autosave(ctx, "informasi", kind, empty=kind(), delay_ms=1, **more)


def test_the_last_of_many_changes_is_written_once(ctx, qtbot):
    save = saver(ctx, title=lambda draft: draft.name)
    with qtbot.waitSignal(save.saved):
        for name in ("L", "La", "Lalu"):
            save.changed(Draft(name))
    drafts = ctx.ports.drafts
    assert drafts.writes == 1
    assert drafts.list("informasi")[0].title == "Lalu"


def test_a_draft_comes_back_whole_with_its_time(ctx, qtbot):
    first = saver(ctx)
    first.changed(Draft("Lalu", date(2026, 11, 20)))
    first.flush()
    found = saver(ctx).restore()
    assert found is not None
    assert found.draft == Draft("Lalu", date(2026, 11, 20))
    assert found.sentence == "Draf dipulihkan, terakhir disimpan 20 November 2026 pukul 09.31."


@pytest.fixture
def banner(qtbot):
    made = DraftBanner()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def sheet(ctx, banner):
    return CaseDraft(ctx, "disposition", Draft, banner, parent=banner)


def test_each_case_has_a_draft_of_its_own(sheet, banner):
    assert sheet.open("one", Draft()) is None
    sheet.changed(Draft("Lalu"))
    assert sheet.open("two", Draft()) is None
    assert banner.text.text() == ""
    assert sheet.open("one", Draft()) == Draft("Lalu")
    assert banner.text.text() == "Draf dipulihkan, terakhir disimpan 20 November 2026 pukul 09.31."


def test_the_banner_offers_to_give_the_draft_up(sheet, banner, qtbot):
    sheet.open("one")
    sheet.changed(Draft("Lalu"))
    sheet.open("one")
    banner.show()
    with qtbot.waitSignal(sheet.given_up):
        qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    assert sheet.open("one") is None


def test_what_stands_there_anyway_is_no_draft(sheet, ctx):
    sheet.open("one")
    sheet.changed(Draft("Lalu"))
    assert sheet.open("one", Draft("Lalu")) is None


def test_another_screen_may_have_gone_on_with_the_draft(sheet, ctx, banner):
    sheet.open("one")
    sheet.changed(Draft("Lalu"))
    assert sheet.newer(Draft("Lalu")) is None
    other = CaseDraft(ctx, "disposition", Draft, DraftBanner(banner), parent=banner)
    other.open("one")
    other.changed(Draft("Lalu Ahmad"))
    other.flush()
    assert sheet.newer(Draft("Lalu")) == Draft("Lalu Ahmad")
    assert "Draf dipulihkan" in banner.text.text()


def test_a_closing_window_keeps_what_was_just_typed(ctx):
    save = saver(ctx)
    save.changed(Draft("Lalu"))
    ctx.keep_all()
    assert saver(ctx).restore().draft == Draft("Lalu")


def test_an_emptied_form_leaves_no_draft(ctx, qtbot):
    save = saver(ctx)
    save.changed(Draft("Lalu"))
    save.flush()
    save.changed(Draft())
    save.flush()
    assert save.restore() is None


def test_done_work_leaves_no_draft_even_with_a_change_waiting(ctx, qtbot):
    save = saver(ctx)
    save.changed(Draft("Lalu"))
    save.discard()
    assert not save.waiting
    assert save.restore() is None


def test_a_failed_write_is_said_and_kept_for_the_next_time(ctx, stand, qtbot, caplog):
    save = saver(ctx)
    ctx.ports.drafts.broken = True
    save.changed(Draft("Lalu"))
    save.flush()
    assert save.waiting
    assert len(stand.toasts) == 1
    ctx.ports.drafts.broken = False
    save.flush()
    assert save.restore().draft == Draft("Lalu")


def test_a_draft_written_by_another_version_is_left_alone(ctx, qtbot, caplog):
    save = saver(ctx)
    save.changed(Draft("Lalu"))
    save.flush()
    assert saver(ctx, Newer).restore() is None
    assert "cannot be read" in caplog.text
    assert ctx.ports.drafts.kept
