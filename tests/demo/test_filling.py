"""The demo office: alive on every day of the year, by the real rules, in every state."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desk.assets import resource
from desk.demo import authentications, education
from desk.demo.casts import KPG, KSB, NTT, Cast
from desk.demo.filling import fill
from desk.demo.office import DemoOffice
from desk.models import Case, CaseEntry, DueChange, FeeReceipt, Letter, LimitExtension, StepRecord, Ticket
from desk.queries import inbox, visits
from desk.queries.casefile import case_file
from desk.queries.events import between
from desk.queries.office import profile
from desk.queries.votes import last_election
from desk.rules.booking import EventState
from desk.rules.intake import Channel
from desk.rules.votes import sums
from desk.standards.loader import load_standards
from desk.store.keys import Cost, MachineKeys
from desk.store.store import Store

FRIDAY = datetime.fromisoformat("2026-11-20T10:30:00+08:00")


@dataclass(frozen=True)
class Living:
    """A filled office and all its cases."""

    office: DemoOffice
    cases: list[Case]

    def at(self, flow: str) -> set[str]:
        return {case.step for case in self.cases if case.flow == flow}


def filled(folder: Path, now: datetime, cast: Cast = KSB) -> Living:
    store = Store.create(folder, MachineKeys(folder, Cost(passes=1, memory_kib=64)), durable=False)
    office = fill(store, load_standards(resource("standards")), now, cast=cast)
    with store.read() as session:
        return Living(office, session.query(Case).order_by(Case.registered_at).all())


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Living]:
    made = filled(tmp_path_factory.mktemp("demo"), FRIDAY)
    yield made
    made.office.store.close()


@pytest.mark.parametrize("flow", ["form", "letter"])
def test_a_request_stands_in_every_step_of_both_ways(living: Living, flow: str) -> None:
    service = living.office.standards.get("ksb").services["informasi"]
    wanted = {step.id for step in service.flow(flow).steps}
    if flow == "letter":
        wanted -= {"menunggu_pemohon", "pemeriksaan", "tanda_tangan", "penyerahan"}
        wanted -= {"ditutup_tidak_lengkap", "dicabut", "dibatalkan"}
    assert wanted <= living.at(flow)


@pytest.mark.parametrize(
    ("service", "steps"),
    [
        ("autentifikasi", {"menyiapkan", "lembar", "arsip"}),
        ("paw", {"klarifikasi", "arsip"}),
        ("pengaduan", {"telaah", "tindak_lanjut", "pengawasan_internal", "arsip"}),
        ("pendidikan_pemilih", {"pleno", "kegiatan", "arsip"}),
        ("data_pemilih", {"tindak_lanjut", "rekapitulasi", "pemeriksaan", "pemantauan", "arsip"}),
    ],
)
def test_the_other_services_stand_in_several_steps(living: Living, service: str, steps: set[str]) -> None:
    assert {case.step for case in living.cases if case.service == service} == steps


def test_the_votes_of_the_last_election_agree_with_their_control_totals(living: Living) -> None:
    with living.office.store.read() as session:
        election = last_election(session)
    assert election is not None
    assert [one.counted == one.typed for one in sums(election.lines)] == [True] * 3
    assert authentications.PREPARING in election.seated()


def test_events_of_voter_education_stand_in_the_calendar_with_what_is_lent(living: Living) -> None:
    with living.office.store.read() as session:
        planned = between(session, FRIDAY - timedelta(days=30), FRIDAY + timedelta(days=30))
    agreed = next(one for one in planned if one.title == education.AGREED)
    assert agreed.place == education.HALL
    assert len(agreed.resources) == 3
    assert {one.state for one in planned} == {EventState.PLANNED, EventState.HELD}


def test_complaints_are_received_spoken_written_and_about_a_service_the_secretary_judges(
    living: Living,
) -> None:
    details = [case.detail for case in living.cases if case.service == "pengaduan"]
    assert {one["manner"] for one in details} == {"tertulis", "lisan"}
    assert {one["kind"] for one in details} == {"laporan", "pujian"}
    assert "magang" in {one["about"] for one in details}
    assert {one["applicant"]["name"] for one in details} == {""}


def test_who_has_two_offices_takes_a_complaint_in_as_its_team(living: Living) -> None:
    with living.office.store.read() as session:
        taken = session.query(StepRecord).join(Case, Case.id == StepRecord.case_id)
        roles = {row.role for row in taken.filter(Case.service == "pengaduan", StepRecord.verb == "daftar")}
    assert roles == {"tim_pengaduan"}


def test_a_promise_about_voter_data_is_watched_until_its_day(living: Living) -> None:
    (watched,) = (case for case in living.cases if case.step == "pemantauan")
    assert watched.due == date(2026, 11, 25)


def test_both_stages_of_the_control_hold_a_letter(living: Living) -> None:
    waiting = (one for one in living.cases if (one.service, one.step) == ("informasi", "pemeriksaan"))
    assert {case.holder for case in waiting} == {"kasubag_hukum", "sekretaris"}


def test_every_kind_of_decision_was_made(living: Living) -> None:
    made = {case.decision for case in living.cases}
    assert made >= {"dikabulkan", "sebagian", "ditolak", "tidak_dikuasai", "belum_didokumentasikan"}


def test_one_is_overdue_one_due_today_one_extended_one_of_an_election_stage(living: Living) -> None:
    running = [one for one in living.cases if one.service == "informasi" and not one.closed_at and one.due]
    assert sum(case.due < FRIDAY.date() for case in running) == 1
    assert sum(case.due == FRIDAY.date() for case in running) == 1
    assert {case.category for case in running} == {"umum", "tahapan"}
    with living.office.store.read() as session:
        assert session.query(LimitExtension).count() == 1
        assert session.query(DueChange).count() >= 1


def test_letters_are_numbered_in_the_order_of_their_dates(living: Living) -> None:
    with living.office.store.read() as session:
        letters = session.query(Letter).filter(Letter.number != "").order_by(Letter.signed_at).all()
        assert session.query(FeeReceipt).count() == 1
    numbers = [int(letter.number.split("/")[0]) for letter in letters]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_the_gate_and_the_queue_are_in_the_middle_of_a_morning(living: Living) -> None:
    with living.office.store.read() as session:
        inside = visits.inside(session, FRIDAY.date())
        waiting = session.query(Ticket).filter_by(day=FRIDAY.date(), state="waiting").all()
        today = visits.of_day(session, FRIDAY.date())
    assert len(inside) == 5
    assert sum(one.companions for one in inside) == 3
    assert any(one.errand == "courier" for one in today)
    assert "elderly" in {ticket.priority for ticket in waiting}
    assert len(waiting) >= 3


def test_the_inbox_waits_and_the_daily_check_is_half_done(living: Living) -> None:
    channels = tuple(channel for channel in Channel if channel is not Channel.IN_PERSON)
    with living.office.store.read() as session:
        messages = inbox.messages(session).rows
        checks = inbox.checks(session, FRIDAY.date(), channels)
    assert {one.channel for one in messages} >= {Channel.EPPID, Channel.EMAIL, Channel.WHATSAPP}
    assert 0 < sum(row.at is not None for row in checks) < len(checks)


def test_the_history_holds(living: Living) -> None:
    assert living.office.store.verify_chain().broken_at is None


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Living]:
    made = filled(tmp_path_factory.mktemp("ntt"), FRIDAY, NTT)
    yield made
    made.office.store.close()


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Living]:
    made = filled(tmp_path_factory.mktemp("kpg"), FRIDAY, KPG)
    yield made
    made.office.store.close()


def test_the_province_has_consultations_of_each_way_in_several_steps(province: Living) -> None:
    asked = {(one.flow, one.step) for one in province.cases if one.service == "konsultasi"}
    assert {step for flow, step in asked if flow == "langsung"} == {"penerimaan", "konsultasi", "arsip"}
    assert {step for flow, step in asked if flow == "langsung_surat"} == {"menyiapkan"}
    assert {step for flow, step in asked if flow == "letter"} == {"disposisi_ketua", "arsip"}
    assert {"kabag_teknis_hukum"} == {one.holder for one in province.cases if one.step == "pemeriksaan"}
    assert province.office.store.verify_chain().broken_at is None


def test_the_province_gives_data_by_letter_by_the_site_and_in_the_service_room(province: Living) -> None:
    asked = {(one.flow, one.step): one for one in province.cases if one.service == "data_informasi"}
    assert set(asked) == {("letter", "arsip"), ("eppid", "keputusan_ppid"), ("langsung", "pelayanan")}
    decided = {one.decision for one in province.cases if one.service == "data_informasi"}
    assert decided >= {"dikabulkan", "ditolak"}
    assert asked["langsung", "pelayanan"].holder == "staf"


def test_the_minutes_of_a_consultation_name_who_was_beside(province: Living) -> None:
    with province.office.store.read() as session:
        rows = session.query(CaseEntry).filter_by(kind="berita_acara").all()
    assert sorted(tuple(row.data["accompanied_by"]) for row in rows) == [(), ("kasubag_hukum",)]


def test_the_city_walks_both_tracks_within_and_beyond_its_minutes(city: Living) -> None:
    assert city.at("lisan") == {"registrasi", "tatap_muka", "arsip"}
    assert city.at("surat") == {"disposisi", "konsultasi_divisi", "menyusun_balasan", "arsip"}
    helped = next(one for one in city.cases if one.flow == "lisan" and one.step == "arsip")
    place = city.office.at("vera")
    file = place.ask(case_file, city.office.standards, place.now(), helped.id)
    assert file is not None
    spent = {one.stay.step: (one.planned, one.stay.minutes) for one in file.minutes}
    assert spent["tatap_muka"] == (10, 14)
    assert spent["disposisi_lisan"] == (5, 3)
    assert city.office.store.verify_chain().broken_at is None


@pytest.mark.parametrize(
    "now",
    [
        "2026-11-22T09:00:00+08:00",  # a Sunday
        "2026-11-20T00:03:00+08:00",  # just after midnight
        "2027-01-01T22:10:00+08:00",  # New Year's evening
        "2026-03-24T08:05:00+08:00",  # within the Idul Fitri closing
    ],
)
@pytest.mark.long
def test_any_moment_will_do(tmp_path: Path, now: str) -> None:
    moment = datetime.fromisoformat(now)
    living = filled(tmp_path, moment)
    with living.office.store.read() as session:
        day = profile(session).day_of(moment)
        assert len(visits.inside(session, day)) == 5
    assert all(case.registered_at <= moment for case in living.cases)
    assert living.office.store.verify_chain().broken_at is None
    living.office.store.close()
