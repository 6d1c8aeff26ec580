"""Drafts are kept shortly after typing and given back after a crash."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from desk.ui.runtime.autosave import Autosave, restored_banner


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
    assert found.sentence == "Draf dipulihkan, terakhir disimpan 20-11-2026 pukul 09.31."


def test_the_banner_offers_to_give_the_draft_up(ctx, qtbot):
    save = saver(ctx)
    save.changed(Draft("Lalu"))
    save.flush()
    banner = restored_banner(save.restore(), save.discard)
    qtbot.addWidget(banner)
    banner.show()
    qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert save.restore() is None
    assert not banner.isVisible()


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
