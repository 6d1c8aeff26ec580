"""The page of the office's profile, by keyboard: fields, the standard chosen, drafts, colleagues (P11)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from desk.actions.office_profile import as_draft, change_profile
from desk.queries.office import profile
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import Desk
from tests.ui.screens.conftest import Seats

Sit = Callable[..., Desk]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats an officer before the page."""
    pages = {"office_profile": "desk.ui.screens.office_profile.page:OfficeProfilePage"}
    return seats(partial(Desk, pages=pages))


def page_of(desk: Desk) -> Any:
    return desk.shell.page


def words(page: Any) -> str:
    """What the right side says."""
    from PySide6.QtWidgets import QLabel

    return "\n".join(one.text() for one in page.chosen.findChildren(QLabel))


def test_the_address_is_corrected_and_stands_on_the_letterhead(office: SmallOffice, sit: Sit) -> None:
    desk = sit("admin")
    page = page_of(desk)
    assert not page.save_button.isEnabled()
    desk.type_into(page.fields["address"], "Jalan Baru 3")
    desk.save()
    assert desk.toasts() == ["Profil kantor disimpan."]
    assert desk.place.ask(profile).address == "Jalan Baru 3"
    assert clipped_texts(desk.window) == []


def test_what_a_standard_means_is_told_before_it_is_chosen(office: SmallOffice, sit: Sit) -> None:
    desk = sit("admin")
    page = page_of(desk)
    assert "Permohonan Informasi" in words(page)
    assert "Tidak dibuka lagi" not in words(page)
    page.standard.combo.setFocus()
    desk.bot.keyClicks(page.standard.combo, "SOP")
    assert page.standard.value() == "kpg"
    assert "Pelayanan Publik" in words(page)
    assert "Tidak dibuka lagi" in words(page)
    assert "tetap memakai standarnya" in words(page)
    desk.save()
    assert desk.place.standard.id == "kpg"


def test_an_empty_name_is_told_beside_its_field(office: SmallOffice, sit: Sit) -> None:
    desk = sit("admin")
    page = page_of(desk)
    page.fields["name"].line.clear()
    desk.type_into(page.fields["phone"], "1")
    desk.save()
    assert page.fields["name"].problem() == "Isi nama kantor."
    assert desk.toasts() == []


def test_a_draft_comes_back_and_can_be_given_up(office: SmallOffice, sit: Sit) -> None:
    desk = sit("admin")
    desk.type_into(page_of(desk).fields["phone"], "0372-99")
    page_of(desk)._draft.flush()
    again = sit("admin", drafts=desk.ports.drafts)
    page = page_of(again)
    assert page.fields["phone"].value().endswith("0372-99")
    assert page.banner.isVisible()
    page.undo_button.click()
    assert not page.fields["phone"].value().endswith("0372-99")
    assert not page.banner.isVisible()


def test_a_colleagues_change_shows_and_what_is_typed_stays(office: SmallOffice, sit: Sit) -> None:
    desk = sit("admin")
    page = page_of(desk)
    place = office.at("admin")
    before = as_draft(place.ask(profile))
    desk.type_into(page.fields["phone"], "5")
    mine = page.fields["phone"].value()
    after = change_profile(place, replace(before, website="www.contoh.id"), before)
    page.refresh_soon()
    page.refresh_now()
    assert (page.fields["website"].value(), page.fields["phone"].value()) == ("www.contoh.id", mine)
    assert not page.news.isVisible()
    change_profile(place, replace(after, phone="0370-1"), after)
    page.refresh_soon()
    page.refresh_now()
    assert page.fields["phone"].value() == mine
    assert page.news.text.text() == "Rekan Anda baru menyimpan Telepon “0370-1”; isian Anda menggantikannya."
    desk.save()
    assert as_draft(place.ask(profile)) == replace(after, phone=mine)
