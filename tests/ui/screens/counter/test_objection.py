"""Form F at the counter: begun from the request that is objected to, or alone (S3k)."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.actions.delivery import HandOver, hand_over
from desk.queries.casefile import case_file
from desk.services.informasi import InformasiDraft, Path
from desk.ui.screens.case.offers import may_object
from tests.actions.test_internships import asked
from tests.office import SmallOffice
from tests.stories import FAUZI, REFUSED, REQUEST, handed_over, take_in, to_hand_over, to_kasubag
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.counter import CounterDriver


def offered(office: SmallOffice, case_id: str, login: str = "rahma") -> bool:
    """Whether the case page offers to take an objection in."""
    place = office.at(login)
    file = place.ask(case_file, place.standards, place.now(), case_id)
    assert file is not None
    return may_object(file, place.roles)


def test_an_objection_is_offered_once_there_is_cause_to(office: SmallOffice) -> None:
    open_one = take_in(office).case_id
    refused = to_kasubag(office, decision=REFUSED).case_id
    granted = handed_over(office)[0].case_id
    spoken = take_in(office, InformasiDraft(path=Path.SPOKEN, information="Jam buka")).case_id
    assert [offered(office, one) for one in (open_one, refused, granted, spoken)] == [
        False,
        True,
        True,
        False,
    ]
    assert not offered(office, refused, "syahrul")
    office.clock.pass_(days=40)
    assert offered(office, open_one)


def test_other_services_are_not_objected_to(office: SmallOffice) -> None:
    case_id = asked(office).case_id
    office.clock.pass_(days=90)
    assert not offered(office, case_id)


def begun(counter: CounterDriver, office: SmallOffice) -> CounterDriver:
    """Form F is begun from a request whose limit has passed."""
    opened = take_in(office)
    office.clock.pass_(days=30)
    counter.shell.window.navigate("counter", objection=opened.case_id)
    counter.settle()
    return counter


def test_the_form_begins_with_the_request(counter: CounterDriver, office: SmallOffice) -> None:
    begun(counter, office)
    draft = counter.sheet.filled().draft
    request = counter.cases()[0]
    assert counter.sheet.form.slug == "keberatan"
    assert (draft.request_id, draft.request_number) == (request.id, request.number)
    assert (draft.information, draft.purpose) == (REQUEST.information, REQUEST.purpose)
    assert (draft.applicant.name, draft.applicant.identity_number) == (FAUZI.name, FAUZI.identity_number)
    assert draft.cause_on == request.due + timedelta(days=1)
    assert request.number in counter.sheet.form.applicant.name.note.text()
    counter.write(counter.sheet.form.request.number, "9/PI/2025")
    assert counter.sheet.filled().draft.request_id == "", "another request is meant now"


def test_what_was_typed_before_is_put_aside(counter: CounterDriver, office: SmallOffice) -> None:
    counter.type_name("Sri Wahyuni")
    begun(counter, office)
    assert [one.split(" · ")[0] for one in counter.draft_titles()] == ["Sri Wahyuni"]


def test_saved_it_prints_form_f_as_the_receipt(counter: CounterDriver, office: SmallOffice) -> None:
    begun(counter, office)
    counter.save()
    assert "Pilih paling sedikit satu alasan" in counter.sheet.form.reasons.reasons.problem()
    counter.tick(counter.sheet.form.reasons.reasons.boxes["c"])
    counter.write(counter.sheet.form.reasons.story, "Sampai hari ini belum ada jawaban.")
    counter.save()
    (objection,) = [one for one in counter.cases() if one.service == "keberatan"]
    assert objection.step == "registrasi"
    counter.bot.waitUntil(lambda: bool(counter.papers.asked))
    assert counter.papers.asked[-1][:2] == ("formulir_keberatan", objection.id)


def test_one_that_comes_late_says_so_and_is_registered_all_the_same(
    counter: CounterDriver, office: SmallOffice
) -> None:
    begun(counter, office)
    form = counter.sheet.form
    counter.write(form.reasons.cause_on, "5/1/2026")
    counter.press(Qt.Key.Key_Tab)
    assert "Lewat waktu" in form.reasons.cause_on.warning()


@pytest.mark.usefixtures("large_text")
def test_nothing_is_cut(counter: CounterDriver, office: SmallOffice) -> None:
    begun(counter, office)
    assert clipped_texts(counter.page) == []


def test_the_days_run_from_when_the_answer_was_handed_over(
    counter: CounterDriver, office: SmallOffice
) -> None:
    opened, signed = to_hand_over(office)
    office.clock.pass_(days=4)
    hand_over(office.at("rahma"), opened.case_id, HandOver(FAUZI.name, signed_on_paper=True))
    counter.shell.window.navigate("counter", objection=opened.case_id)
    counter.settle()
    assert counter.sheet.filled().draft.cause_on == signed.dated + timedelta(days=4)
