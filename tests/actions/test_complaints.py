"""A complaint from the register to each of its ends, and who may know who complained (S4, R6, R9)."""

from dataclasses import replace
from datetime import date, timedelta

import msgspec
import pytest

from desk.actions.attachments import NewFile
from desk.actions.cases import IntakeOrder, Opened, open_case
from desk.actions.confidence import who_asks
from desk.actions.corrections import Correction, correct_case, registered_form
from desk.actions.decisions import decide
from desk.actions.delivery import HandOver, hand_over
from desk.actions.entries import write_entry
from desk.actions.errors import NotAllowedError, ProblemsError
from desk.actions.inbox import MessageDraft, note_message
from desk.actions.letters import LetterText, give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.steps import MoveOrder, move_case
from desk.models import Applicant, Attachment, Case, CaseEntry
from desk.queries import cases, collisions, deliveries, finding, history, inbox, numbers
from desk.queries.case_filter import CaseFilter
from desk.rules.confidence import CONFIDENTIAL, WITHHELD, called
from desk.rules.deadlines import Pressure
from desk.rules.intake import Channel
from desk.rules.workflow import MoveNotReady, MoveNotYours
from desk.services.answering import DecisionDraft
from desk.services.common import ApplicantDraft
from desk.services.pengaduan import Kind, PengaduanDraft
from desk.services.pengaduan_entries import Discipline, FollowUp, Inspection, Review
from tests.office import SmallOffice
from tests.services.test_pengaduan import REPORT, WHO

DAY = date(2026, 3, 13)
REVIEWED = Review("bagian", "Layak ditangani.")
DONE = FollowUp("Permintaan dijawab.", DAY, "terbukti")
CHAIN = ("syahrul", "hendra", "ratna", "dewi")
"""Who gives a paraf of R9's chain in this office, in its order."""


def registered(office: SmallOffice, draft: PengaduanDraft = REPORT, **more: object) -> Opened:
    """The team took it in."""
    return open_case(office.at("laras"), IntakeOrder("pengaduan", draft, **more))  # type: ignore[arg-type]


def judged(office: SmallOffice, draft: PengaduanDraft = REPORT) -> str:
    """It has its telaah and waits to be judged."""
    case_id, team = registered(office, draft).case_id, office.at("laras")
    move_case(team, MoveOrder(case_id, "teruskan"))
    write_entry(team, MoveOrder(case_id, "catat_telaah"), REVIEWED)
    return case_id


def answered(office: SmallOffice, case_id: str, kind: str = "jawaban_pengaduan") -> str:
    """The answer runs through its whole control chain and is received; its step at the end."""
    team, number = office.at("laras"), at(office, case_id).number
    text = LetterText(kind, "Jawaban pengaduan", f"Sdr. {called(number)}", "Isi jawaban.", "sekretaris")
    save_letter(team, case_id, text)
    submit_letter(team, case_id)
    for login in CHAIN:
        give_paraf(office.at(login), case_id)
    sign_letter(office.at("hendra"), case_id)
    hand_over(team, case_id, HandOver(receiver=WHO.name, to=WHO.name, signed_on_paper=True))
    return at(office, case_id).step


def at(office: SmallOffice, case_id: str) -> Case:
    """The case as it stands."""
    with office.store.read() as session:
        case = session.get(Case, case_id)
    assert case is not None
    return case


def shown(office: SmallOffice, login: str, case_id: str) -> cases.CasePage:
    """The case as somebody sees it."""
    place = office.at(login)
    page = place.ask(cases.page, office.standards, DAY, case_id)
    assert page is not None
    return page


def test_a_complaint_goes_through_a_section_to_its_answer(office: SmallOffice) -> None:
    case_id = judged(office)
    move_case(office.at("laras"), MoveOrder(case_id, "salurkan", to_role="kasubag_teknis"))
    write_entry(office.at("mira"), MoveOrder(case_id, "laporkan"), DONE)
    assert at(office, case_id).holder == "tim_pengaduan"
    assert answered(office, case_id) == "arsip"
    assert at(office, case_id).closed_at is not None


def test_what_is_not_ours_ends_with_its_notice(office: SmallOffice) -> None:
    case_id = judged(office)
    decide(office.at("laras"), case_id, DecisionDraft("bukan_kewenangan", reason="Urusan desa."))
    assert at(office, case_id).step == "pemberitahuan"
    assert answered(office, case_id, "bukan_kewenangan") == "arsip"


def test_the_notice_is_the_only_paper_of_what_is_not_ours(office: SmallOffice) -> None:
    case_id, team = judged(office), office.at("laras")
    decide(team, case_id, DecisionDraft("bukan_kewenangan", reason="Urusan desa."))
    save_letter(
        team, case_id, LetterText("jawaban_pengaduan", "Jawaban", "Sdr. Pelapor", "Isi.", "sekretaris")
    )
    with pytest.raises(ProblemsError, match="tidak sesuai dengan keputusan"):
        submit_letter(team, case_id)


def test_a_referral_is_answered(office: SmallOffice) -> None:
    case_id = judged(office)
    draft = DecisionDraft("dirujuk", reason="Kewenangan pengawas.", holder_body="Bawaslu Kabupaten")
    decide(office.at("laras"), case_id, draft)
    assert answered(office, case_id) == "arsip"
    assert at(office, case_id).decision == "dirujuk"


def test_internal_oversight_examines_disciplines_and_recommends(office: SmallOffice) -> None:
    case_id, secretary = judged(office, replace(REPORT, about="magang")), office.at("hendra")
    move_case(secretary, MoveOrder(case_id, "periksa"))
    for kind in ("audit", "investigasi", "klarifikasi"):
        write_entry(
            office.at("laras"),
            MoveOrder(case_id, "catat_pemeriksaan"),
            Inspection(kind, DAY, "Ada temuan.", "ya"),
        )
    measure = Discipline("Petugas loket", "Teguran tertulis", "SK 4/2026", DAY)
    with pytest.raises(MoveNotReady):
        write_entry(office.at("laras"), MoveOrder(case_id, "catat_disiplin"), measure)
    write_entry(secretary, MoveOrder(case_id, "catat_disiplin"), measure)
    decide(secretary, case_id, DecisionDraft("dilimpahkan", reason="Ada unsur pidana."))
    assert answered(office, case_id) == "arsip"
    with office.store.read() as session:
        kept = [(one.kind, one.role) for one in session.query(CaseEntry).filter_by(case_id=case_id)]
    assert kept.count(("pemeriksaan", "tim_pengaduan")) == 3
    assert ("disiplin", "sekretaris") in kept


@pytest.mark.parametrize(
    ("about", "judge", "other"), [("magang", "hendra", "laras"), ("", "laras", "hendra")]
)
def test_who_judges_follows_the_service_it_is_about(
    office: SmallOffice, about: str, judge: str, other: str
) -> None:
    case_id = judged(office, replace(REPORT, about=about))
    with pytest.raises(MoveNotYours):
        move_case(office.at(other), MoveOrder(case_id, "periksa"))
    move_case(office.at(judge), MoveOrder(case_id, "periksa"))
    assert at(office, case_id).step == "pengawasan_internal"


def test_praise_is_noted_a_report_is_not(office: SmallOffice) -> None:
    praise = judged(office, PengaduanDraft(kind=Kind.PRAISE, description="Petugas ramah."))
    decide(office.at("laras"), praise, DecisionDraft("dicatat"))
    assert at(office, praise).step == "arsip"
    report = judged(office)
    with pytest.raises(MoveNotReady):
        decide(office.at("laras"), report, DecisionDraft("dicatat"))


def test_a_section_may_give_it_back_and_a_complainant_may_withdraw(office: SmallOffice) -> None:
    case_id = judged(office)
    move_case(office.at("laras"), MoveOrder(case_id, "salurkan", to_role="kasubag_teknis"))
    move_case(office.at("mira"), MoveOrder(case_id, "kembalikan", reason="Bukan bagian kami."))
    assert (at(office, case_id).step, at(office, case_id).holder) == ("penilaian", "tim_pengaduan")
    move_case(office.at("laras"), MoveOrder(case_id, "cabut", reason="Sudah selesai."))
    assert at(office, case_id).step == "dicabut"


def test_the_clock_runs_until_the_answer_is_received(office: SmallOffice) -> None:
    case_id = judged(office)
    due = at(office, case_id).due
    assert due is not None
    decide(office.at("laras"), case_id, DecisionDraft("bukan_kewenangan", reason="Urusan desa."))
    team = office.at("laras")
    save_letter(
        team, case_id, LetterText("bukan_kewenangan", "Pemberitahuan", "Sdr. Pelapor", "Isi.", "sekretaris")
    )
    submit_letter(team, case_id)
    for login in CHAIN:
        give_paraf(office.at(login), case_id)
    sign_letter(office.at("hendra"), case_id)
    late = due + timedelta(days=1)
    signed = team.ask(cases.page, office.standards, late, case_id)
    assert signed is not None
    assert signed.row.pressure is Pressure.OVERDUE
    hand_over(team, case_id, HandOver(receiver=WHO.name, signed_on_paper=True))
    received = team.ask(cases.page, office.standards, late, case_id)
    assert received is not None
    assert received.row.pressure is Pressure.NONE


# who may know


def test_the_case_keeps_no_trace_of_who_complained(office: SmallOffice) -> None:
    opened = registered(office, visit_id="v1", ticket_id="t1")
    case = at(office, opened.case_id)
    assert msgspec.convert(case.detail["applicant"], ApplicantDraft) == ApplicantDraft()
    assert not any(str(secret) in str(case.detail) for secret in (WHO.name, WHO.phone, WHO.identity_number))
    assert (case.visit_id, case.ticket_id) == (None, None)
    with office.store.read() as session:
        who = session.query(Applicant).filter_by(case_id=opened.case_id).one()
        assert (who.name, who.nik) == (WHO.name, WHO.identity_number)
    form = office.at("laras").ask(registered_form, office.standards, opened.case_id)
    assert form.applicant == WHO
    with pytest.raises(NotAllowedError):
        office.at("rahma").ask(registered_form, office.standards, opened.case_id)


def test_a_corrected_complaint_keeps_who_complained_apart(office: SmallOffice) -> None:
    case_id = registered(office).case_id
    before = office.at("laras").ask(registered_form, office.standards, case_id)
    after = replace(before, place="Kantor", applicant=replace(WHO, phone="0813 1111 2222"))
    correct_case(office.at("laras"), case_id, Correction(before, after))
    assert at(office, case_id).detail["place"] == "Kantor"
    assert "0813" not in str(at(office, case_id).detail)
    assert shown(office, "laras", case_id).applicant.phone == "0813 1111 2222"
    with pytest.raises(NotAllowedError):
        correct_case(office.at("rahma"), case_id, Correction(after, before))


@pytest.mark.parametrize("login", ["laras", "hendra"])
def test_team_and_secretary_see_who_complained(office: SmallOffice, login: str) -> None:
    assert shown(office, login, registered(office).case_id).applicant.name == WHO.name


@pytest.mark.parametrize("login", ["rahma", "mira", "syahrul", "ratna", "dewi", "wulan", "putri"])
def test_everybody_else_works_on_the_case_without_the_person(office: SmallOffice, login: str) -> None:
    scan = NewFile("bukti.pdf", b"%PDF-1.4 bukti %%EOF", "other")
    opened = registered(office, files=(scan,))
    page, place = shown(office, login, opened.case_id), office.at(login)
    assert page.applicant == cases.ApplicantRow("person", WITHHELD)
    assert page.row.subject.endswith(REPORT.description)
    assert place.ask(history.files, opened.case_id) == ()
    wanted = CaseFilter(office.standards, DAY, text="Siti")
    assert place.ask(cases.listed, wanted).rows == ()
    assert place.ask(cases.count, wanted) == 0
    found = place.ask(finding.find, opened.number, frozenset({"case"}), office.clock())
    assert [one.detail for one in found] == [WITHHELD]
    (row,) = [one for one in place.ask(numbers.book, numbers.NumberFilter()).rows if one.case_id]
    assert WHO.name not in row.about


@pytest.mark.parametrize("words", ["Siti", "Rahayu", "0812 0000", "081200009911"])
def test_no_search_finds_a_complainant_not_even_the_teams(office: SmallOffice, words: str) -> None:
    registered(office)
    assert office.at("laras").ask(finding.find, words, frozenset({"case", "letter"}), office.clock()) == ()


def test_the_team_finds_a_complainant_among_its_open_cases(office: SmallOffice) -> None:
    registered(office)
    wanted = CaseFilter(office.standards, DAY, text="Siti")
    assert len(office.at("laras").ask(cases.listed, wanted).rows) == 1


def test_who_received_the_answer_is_withheld(office: SmallOffice) -> None:
    case_id = judged(office)
    decide(office.at("laras"), case_id, DecisionDraft("bukan_kewenangan", reason="Urusan desa."))
    answered(office, case_id, "bukan_kewenangan")
    (theirs,) = office.at("rahma").ask(deliveries.book).rows
    (ours,) = office.at("laras").ask(deliveries.book).rows
    assert (theirs.receiver, ours.receiver) == (WITHHELD, WHO.name)
    assert theirs.to == f"Sdr. {called(at(office, case_id).number)}"
    assert office.at("rahma").ask(deliveries.book, "Siti").rows == ()
    assert len(office.at("laras").ask(deliveries.book, "Siti").rows) == 1


def test_a_message_that_became_a_complaint_is_withheld_with_its_files(office: SmallOffice) -> None:
    scan = NewFile("ktp.pdf", b"%PDF-1.4 ktp %%EOF", "identity", "pengaduan")
    draft = MessageDraft(Channel.WHATSAPP, WHO.name, "Pengaduan", WHO.phone, "Isi", files=(scan,))
    inbox_id = note_message(office.at("laras"), draft)
    opened = registered(office, inbox_id=inbox_id)
    theirs = office.at("rahma").ask(inbox.message, inbox_id)
    ours = office.at("laras").ask(inbox.message, inbox_id)
    assert theirs is not None
    assert ours is not None
    assert (theirs.sender, theirs.contact, theirs.body, theirs.files) == (WITHHELD, "", "", 0)
    assert (ours.sender, ours.contact, ours.files) == (WHO.name, WHO.phone, 1)
    with office.store.read() as session:
        assert session.query(Attachment).one().case_id == opened.case_id


def test_only_who_may_know_takes_a_complaint_in(office: SmallOffice) -> None:
    assert CONFIDENTIAL == ("pengaduan",)
    for login in ("rahma", "wulan", "fajar"):
        with pytest.raises(NotAllowedError):
            open_case(office.at(login), IntakeOrder("pengaduan", REPORT))


@pytest.mark.parametrize("body", ["Saudari Siti Rahayu,", "Hubungi 0812-0000-9911.", "NIK 5207014101900001"])
def test_what_others_read_may_not_name_the_complainant(office: SmallOffice, body: str) -> None:
    case_id, team = registered(office).case_id, office.at("laras")
    move_case(team, MoveOrder(case_id, "teruskan"))
    with pytest.raises(ProblemsError, match="tanpa nama"):
        write_entry(team, MoveOrder(case_id, "catat_telaah"), Review("bagian", body))
    write_entry(team, MoveOrder(case_id, "catat_telaah"), REVIEWED)
    with pytest.raises(ProblemsError, match="tanpa nama"):
        decide(team, case_id, DecisionDraft("bukan_kewenangan", reason=body))
    decide(team, case_id, DecisionDraft("bukan_kewenangan", reason="Urusan desa."))
    with pytest.raises(ProblemsError, match="tanpa nama"):
        save_letter(team, case_id, LetterText("bukan_kewenangan", "Jawaban", "Sdr.", body, "sekretaris"))


def test_a_complaint_the_server_refused_is_taken_up_with_who_complained(office: SmallOffice) -> None:
    registered(office)
    with office.store.read() as session:
        (position,) = session.connection().exec_driver_sql("SELECT max(position) FROM txn").one()
    values = office.at("laras").ask(collisions.inserted, position, "applicants")
    assert values is not None
    assert who_asks(values) == WHO


def test_an_anonymous_suggestion_stops_no_letter(office: SmallOffice) -> None:
    draft = PengaduanDraft(kind=Kind.SUGGESTION, applicant=ApplicantDraft(), description="Tambah kursi.")
    case_id = judged(office, draft)
    assert shown(office, "laras", case_id).applicant.name == "Tanpa nama"
