"""The register officer records dispositions that were written on paper (R3)."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt

from desk.queries import history
from tests import requests
from tests.office import SmallOffice
from tests.ui.drivers.disposition import DispositionDriver

Sit = Callable[[str], DispositionDriver]


def test_writer_and_real_time_are_kept(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_secretary(office)
    office.clock.pass_(hours=3)
    desk = sit("wulan")
    assert desk.badges() == ["Sekretaris"]
    desk.type_into(desk.page.paper_part.time, "1015")
    desk.advise("Mohon petunjuk")
    desk.save()
    (entry,) = office.at("wulan").ask(history.dispositions, case_id)
    assert (entry.by, entry.recorded_by, entry.from_paper) == ("Hendra Kusuma", "Wulan Sari", True)
    assert entry.at == datetime(2026, 3, 13, 2, 15, tzinfo=UTC)
    assert desk.badges() == ["Ketua"]
    assert desk.toasts() == ["Surat tercatat diteruskan kepada Ketua."]


def test_the_front_office_may_record_too(office: SmallOffice, sit: Sit) -> None:
    requests.at_chair(office)
    office.clock.pass_(hours=1)
    desk = sit("rahma")
    desk.type_into(desk.page.paper_part.time, "9.30")
    desk.press(Qt.Key.Key_Escape)
    desk.number(1)
    desk.save()
    assert desk.badges() == []


def test_without_a_time_nothing_is_saved(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_secretary(office)
    desk = sit("wulan")
    desk.number(1)
    desk.save()
    assert desk.page.paper_part.time.problem() == "Isi jam disposisi ditulis."
    assert office.at("wulan").ask(history.dispositions, case_id) == ()


def test_a_time_still_to_come_is_refused(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_secretary(office)
    desk = sit("wulan")
    desk.type_into(desk.page.paper_part.time, "15.00")
    desk.press(Qt.Key.Key_Escape)
    desk.number(1)
    desk.save()
    assert desk.page.paper_part.time.problem() == "Waktu disposisi pada kertas belum tiba."
    assert office.at("wulan").ask(history.dispositions, case_id) == ()
