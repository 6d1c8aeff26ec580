"""Taking requests in: numbers, codes, due dates, completeness, corrections."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desk.actions.attachments import NewFile
from desk.actions.calendar import add_stage
from desk.actions.cases import IntakeOrder, new_case_id, open_case, update_checklist
from desk.actions.errors import NotFoundError, ProblemsError, StaleError
from desk.actions.inbox import MessageDraft, note_message
from desk.queries import cases, history, inbox, limits
from desk.queries.case_filter import CaseFilter
from desk.queries.cases import CasePage
from desk.queries.office import working_calendar
from desk.rules import deadlines
from desk.rules.intake import ApplicantKind, Channel
from desk.rules.receipt import grouped
from desk.rules.workflow import MoveNotReady, MoveNotYours
from desk.services.catalog import ServiceUnknownError
from desk.services.informasi import Content, InformasiDraft, Path
from tests.invariants import check
from tests.office import MORNING, SmallOffice
from tests.stories import FAUZI, REQUEST, changed, handed_over, move, problem_fields, take_in

LACKING = changed(REQUEST, ticked=())


def page(office: SmallOffice, case_id: str) -> CasePage:
    desk = office.at("rahma")
    found = desk.ask(cases.page, office.standards, date(2026, 3, 13), case_id)
    assert found is not None
    return found


def due_from(office: SmallOffice, started: datetime, category: str = "umum") -> date | None:
    limit = office.standards.get("ksb").services["informasi"].limit(category)
    return deadlines.due(limit, started, office.at("rahma").ask(working_calendar)).due


def test_a_complete_request_gets_number_code_and_due_date(office: SmallOffice) -> None:
    opened = take_in(office)
    found = page(office, opened.case_id)
    assert (opened.number, opened.step, opened.missing) == (
        "001/PI/KPU Kab. Tanjung Lestari/III/2026",
        "registrasi",
        (),
    )
    assert opened.due == found.row.due == date(2026, 4, 6)
    assert office.at("rahma").ask(cases.by_code, grouped(opened.code).lower()) == opened.case_id
    assert (found.applicant.name, found.category, found.complete_at) == (FAUZI.name, "umum", MORNING)
    check(office)


def test_every_code_is_another_and_a_wrong_one_finds_nothing(office: SmallOffice) -> None:
    codes = {take_in(office).code for _ in range(12)}
    assert len(codes) == 12
    assert office.at("rahma").ask(cases.by_code, "0000-0000-0000-0000") is None
    assert office.at("rahma").ask(cases.by_code, "halo") is None


def test_an_incomplete_request_waits_with_its_clock_stopped(office: SmallOffice) -> None:
    opened = take_in(office, LACKING)
    assert opened.missing == ("Identitas diri (KTP elektronik, paspor, atau identitas lain)",)
    assert (opened.step, opened.due) == ("menunggu_pemohon", None)
    stops = office.at("rahma").ask(limits.stops, opened.case_id)
    assert [(one.since, one.until) for one in stops] == [(MORNING, None)]
    check(office)


@pytest.mark.parametrize("days", [0, 1, 4, 12])
def test_completing_lets_the_clock_run_on_and_counts_the_days_it_stood(
    office: SmallOffice, days: int
) -> None:
    opened = take_in(office, LACKING)
    completed = office.clock.pass_(days=days, hours=1)

    assert update_checklist(office.at("yudi"), opened.case_id, {"identitas": True}) == ()

    found = page(office, opened.case_id)
    assert (found.row.step, found.complete_at) == ("registrasi", completed)
    assert found.row.due == due_from(office, completed)
    explained = office.at("rahma").ask(
        limits.explanation, office.standards, office.at("rahma").ask(working_calendar), opened.case_id
    )
    assert explained is not None
    assert explained.due == found.row.due
    check(office)


def test_the_clock_does_not_run_while_something_required_is_missing(office: SmallOffice) -> None:
    opened = take_in(office, changed(LACKING, purpose=""))
    assert update_checklist(office.at("rahma"), opened.case_id, {"identitas": True}) == (
        "Tujuan penggunaan informasi",
    )
    with pytest.raises(MoveNotReady, match="Tujuan penggunaan informasi"):
        move(office, "rahma", opened.case_id, "lengkapi")
    assert page(office, opened.case_id).row.due is None
    update_checklist(office.at("rahma"), opened.case_id, {"tujuan": True})
    assert page(office, opened.case_id).row.step == "registrasi"


@pytest.mark.parametrize(
    ("content", "stage", "category"),
    [
        (Content.ELECTION, True, "tahapan"),
        (Content.ELECTION, False, "umum"),
        (Content.INSTITUTION, True, "umum"),
    ],
)
def test_the_short_limit_is_for_election_information_during_a_stage(
    office: SmallOffice, content: Content, stage: bool, category: str
) -> None:
    if stage:
        add_stage(office.at("admin"), "Tahapan", date(2026, 3, 1), date(2026, 3, 31))
    opened = take_in(office, changed(REQUEST, content=content))
    assert page(office, opened.case_id).category == category
    assert opened.due == due_from(office, MORNING, category)


def test_the_short_limit_counts_from_the_complete_form(office: SmallOffice) -> None:
    add_stage(office.at("admin"), "Tahapan", date(2026, 3, 1), date(2026, 3, 31))
    opened = take_in(office, changed(LACKING, content=Content.ELECTION))
    assert opened.due is None
    completed = office.clock.pass_(days=3, hours=2)
    update_checklist(office.at("rahma"), opened.case_id, {"identitas": True})
    assert page(office, opened.case_id).row.due == due_from(office, completed, "tahapan")


def test_a_spoken_answer_is_one_closed_line(office: SmallOffice) -> None:
    opened = take_in(office, InformasiDraft(path=Path.SPOKEN, information="Jam pelayanan"))
    found = page(office, opened.case_id)
    assert (found.row.closed, found.row.step, found.row.decision, found.applicant.name) == (
        True,
        "selesai",
        "dikabulkan",
        "Tanpa nama",
    )
    check(office)
    with pytest.raises(MoveNotYours):
        take_in(office, InformasiDraft(path=Path.SPOKEN, information="Jam"), login="wulan")


@pytest.mark.parametrize("login", ["rahma", "wulan", "fajar"])
def test_whoever_takes_an_incomplete_form_in_it_waits(office: SmallOffice, login: str) -> None:
    opened = take_in(office, LACKING, login=login)
    assert opened.step == "menunggu_pemohon"
    asked = office.at(login).ask(history.steps, opened.case_id)[-1]
    assert asked.role == office.at(login).actor.role
    update_checklist(office.at(login), opened.case_id, {"identitas": True})
    assert page(office, opened.case_id).row.step == "registrasi"
    check(office)


def test_a_paper_form_keeps_its_real_time(office: SmallOffice) -> None:
    received = datetime(2025, 12, 30, 2, 0, tzinfo=UTC)
    opened = take_in(office, LACKING, received_at=received, back_entry=True)
    found = page(office, opened.case_id)
    assert opened.number == "001/PI/KPU Kab. Tanjung Lestari/XII/2025"
    assert found.row.registered_at == found.received_at == received
    rows = office.at("rahma").ask(history.steps, opened.case_id)
    assert {(row.at, row.from_paper) for row in rows} == {(received, True)}
    assert take_in(office).number.startswith("001/")
    check(office)


def test_an_electronic_request_keeps_when_it_came_and_is_registered_now(office: SmallOffice) -> None:
    received = MORNING - timedelta(days=2)
    opened = take_in(office, changed(REQUEST, channel=Channel.EMAIL), received_at=received)
    found = page(office, opened.case_id)
    assert (found.received_at, found.row.registered_at) == (received, MORNING)
    assert opened.due == due_from(office, MORNING)


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (InformasiDraft(), {"applicant.name", "applicant.phone", "information"}),
        (changed(REQUEST, information="  "), {"information"}),
        (changed(REQUEST, applicant=replace(FAUZI, email="fauzi@")), {"applicant.email"}),
        (changed(REQUEST, applicant=replace(FAUZI, kind=ApplicantKind.BODY)), {"applicant.body_name"}),
        (changed(REQUEST, path=Path.LETTER), {"letter.sender", "letter.subject", "letter.dated"}),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(
    office: SmallOffice, draft: InformasiDraft, fields: set[str]
) -> None:
    with pytest.raises(ProblemsError) as error:
        take_in(office, draft)
    errors = {one.field for one in error.value.problems if one.severity.value == "error"}
    assert errors == fields
    assert take_in(office).number.startswith("001/")


def test_a_time_to_come_is_refused(office: SmallOffice) -> None:
    with pytest.raises(ProblemsError) as error:
        take_in(office, received_at=MORNING + timedelta(minutes=1))
    assert problem_fields(error) == {"received_at"}


def test_a_service_without_a_form_is_refused(office: SmallOffice) -> None:
    with pytest.raises(ServiceUnknownError):
        open_case(office.at("rahma"), IntakeOrder("parkir", REQUEST))


def test_a_message_of_a_channel_becomes_one_case_with_its_files(office: SmallOffice) -> None:
    desk = office.at("rahma")
    message = MessageDraft(Channel.EMAIL, "Lalu", "Data", files=(NewFile("data.csv", b"a;b\n1;2\n"),))
    inbox_id = note_message(desk, message)
    opened = take_in(office, inbox_id=inbox_id)
    assert [row.name for row in desk.ask(history.files, opened.case_id)] == ["data.csv"]
    assert [row.case_id for row in desk.ask(inbox.messages, new_only=False).rows] == [opened.case_id]
    with pytest.raises(StaleError):
        take_in(office, inbox_id=inbox_id)
    assert desk.ask(cases.count, CaseFilter(office.standards, date(2026, 3, 13))) == 1


def test_the_same_order_given_twice_opens_one_case(office: SmallOffice) -> None:
    case_id = new_case_id()
    first = take_in(office, LACKING, case_id=case_id)
    again = take_in(office, LACKING, case_id=case_id)
    assert again == first
    assert take_in(office).number.startswith("002/")


def test_two_counters_taking_in_at_once_share_one_row_of_numbers(office: SmallOffice) -> None:
    def many(login: str) -> list[str]:
        return [take_in(office, login=login).number for _ in range(6)]

    with ThreadPoolExecutor(2) as pool:
        numbers = [one for batch in pool.map(many, ("rahma", "yudi")) for one in batch]
    assert sorted(numbers) == [f"{n:03d}/PI/KPU Kab. Tanjung Lestari/III/2026" for n in range(1, 13)]
    check(office)


def test_a_closed_case_is_not_ticked(office: SmallOffice) -> None:
    opened, _, _ = handed_over(office)
    with pytest.raises(NotFoundError, match="ditutup"):
        update_checklist(office.at("rahma"), opened.case_id, {"identitas": False})
    with pytest.raises(NotFoundError):
        update_checklist(office.at("rahma"), "no-such-case", {})
