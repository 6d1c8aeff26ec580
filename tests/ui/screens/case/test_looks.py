"""Nothing on the case page is cut: every state and tab, at the usual and the largest text."""

import pytest

from desk.ui.theme.clipping import clipped_texts
from tests.office import SmallOffice
from tests.stories import disposed, to_control, to_ppid, to_signer
from tests.ui.screens.case.conftest import Sit

TABS = ("Jawaban", "Ringkasan", "Berkas", "Disposisi", "Riwayat")


def look(office: SmallOffice, sit: Sit) -> None:
    for login, way, decision in (
        ("mira", disposed, "Ditolak: dikecualikan"),
        ("putri", to_ppid, "Tidak dikuasai"),
        ("syahrul", to_control, ""),
        ("putri", to_signer, ""),
    ):
        driver = sit(login)
        driver.window.resize(1366, 768)
        driver.open(way(office).case_id)
        if decision:
            driver.choose_decision(decision)
        for tab in TABS:
            driver.to_tab(tab)
            driver.settle()
            assert clipped_texts(driver.page) == [], (login, tab)


def test_nothing_is_cut_at_1366_by_768(office: SmallOffice, sit: Sit) -> None:
    look(office, sit)


@pytest.mark.usefixtures("large_text")
def test_the_buttons_stay_in_sight_with_large_text(office: SmallOffice, sit: Sit) -> None:
    driver = sit("putri").open(to_signer(office).case_id)
    bar = driver.page.bar
    assert bar.visibleRegion().boundingRect().size() == bar.size()
    driver.window.resize(1366, 1200)
    driver.settle()
    assert bar.visibleRegion().boundingRect().size() == bar.size()


@pytest.mark.usefixtures("large_text")
def test_nothing_is_cut_with_text_at_150_percent(office: SmallOffice, sit: Sit) -> None:
    look(office, sit)
