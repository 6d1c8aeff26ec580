"""Other services at the counter: chosen by key, opened by their ticket, drafts of each kept apart."""

from PySide6.QtCore import Qt

from desk.services.catalog import service_kit
from desk.ui.forms.catalog import entry_form, form_of
from desk.ui.forms.entry_form import EntryForm
from desk.ui.screens.counter.sheets import ServiceList
from tests.ui.drivers.desks import CTRL
from tests.ui.drivers.fakes import FakeDrafts


def choose(counter, slug: str) -> None:
    """Ctrl+G, down to the service, Enter."""
    counter.press(Qt.Key.Key_G, CTRL)
    listed = counter.window.findChild(ServiceList)
    listed.list.select(slug)
    counter.bot.keyClick(listed.list.view, Qt.Key.Key_Return)
    counter.settle()


def test_every_service_taken_in_has_its_form_and_every_entry_its_sheet(counter):
    for slug in counter.page.sheets.offered():
        assert form_of(slug).slug == slug
        assert form_of(slug).draft_type is service_kit(slug).draft
        for kind in service_kit(slug).entries:
            assert issubclass(entry_form(slug, kind), EntryForm)


def test_another_service_is_chosen_by_keys_and_what_was_typed_is_put_aside(counter):
    counter.type_name("Sri Wahyuni")
    choose(counter, "magang")
    assert counter.sheet.form.slug == "magang"
    assert counter.sheet.heading.text() == "Magang Perguruan Tinggi"
    assert [one.split(" · ")[0] for one in counter.draft_titles()] == ["Sri Wahyuni"]
    assert counter.sheet.drafts.text() == "Draf · 1"


def test_the_ticket_of_a_service_opens_its_form_with_the_visitor(counter):
    counter.visitor("Suhartini", institution="Universitas Lestari", service="magang")
    counter.settle()
    counter.serve_next()
    assert counter.sheet.form.slug == "magang"
    assert counter.sheet.form.applicant.name.value() == "Suhartini"
    assert counter.sheet.form.applicant.body_name.value() == "Universitas Lestari"
    assert counter.sheet.filled().around.ticket_id


def test_a_visitor_who_wants_something_else_goes_along_to_the_other_form(counter):
    counter.visitor("Suhartini")
    counter.settle()
    counter.serve_next()
    choose(counter, "magang")
    assert counter.sheet.form.applicant.name.value() == "Suhartini"
    assert counter.sheet.ticket.text() == "B-001"


def test_a_form_of_another_service_is_there_again_after_the_program_died(sit):
    drafts = FakeDrafts()
    first = sit(drafts=drafts)
    choose(first, "magang")
    first.write(first.sheet.form.applicant.body_name, "Universitas Lestari")
    first.save_now()
    first.window.hide()
    again = sit(drafts=drafts)
    assert again.sheet.form.slug == "magang"
    assert again.sheet.form.applicant.body_name.value() == "Universitas Lestari"
    assert "Draf dipulihkan" in again.sheet.banner.text.text()


def test_what_comes_in_outside_the_stated_hours_is_told_when_it_counts_as_received(sit, office):
    office.clock.pass_(hours=8)
    counter = sit()
    choose(counter, "magang")
    told = counter.sheet.side.limit.outside
    assert told.text() == "Di luar jam layanan (Senin–Jumat 08.00–16.00): dihitung diterima 16 Maret 2026."
    assert not told.isHidden()
    choose(counter, "informasi")
    assert counter.sheet.side.limit.outside.isHidden()
