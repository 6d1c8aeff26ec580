"""A complaint on the office's network: sections work on it, and no PC but those of complaints knows who
complained (S4)."""

from desk.actions.attachments import NewFile
from desk.actions.cases import IntakeOrder, open_case
from desk.actions.decisions import decide
from desk.actions.delivery import HandOver, hand_over
from desk.actions.entries import write_entry
from desk.actions.inbox import MessageDraft, note_message
from desk.actions.letters import LetterText, give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.steps import MoveOrder, move_case
from desk.models import Printout
from desk.queries import cases
from desk.queries.case_filter import CaseFilter
from desk.rules.confidence import CONFIDENTIAL, PERSONAL, WITHHELD, called
from desk.rules.intake import Channel
from desk.services.answering import DecisionDraft
from desk.services.pengaduan_entries import Review
from desk.sync.discovery import connect_device
from desk.sync.enrolment import of_store
from tests.actions.test_complaints import CHAIN, DAY, DONE, REVIEWED
from tests.lan import Desk, OfficeLan
from tests.services.test_pengaduan import REPORT, WHO
from tests.sync.invariants import quiet

SECRETS = (WHO.name, WHO.phone, WHO.identity_number)
MARK = "SURAT-RAHASIA"


def held(desk: Desk) -> str:
    """Every cell of every table of a desk's own store: records, log, search index, what waits to be sent."""
    with desk.store.read() as session:
        raw = session.connection()
        names = [row[0] for row in raw.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
        cells = [
            cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)
            for name in names
            for row in raw.exec_driver_sql(f'SELECT * FROM "{name}"')  # noqa: S608
            for cell in row
        ]
    return "\n".join(cells)


def complained(team: Desk, inbox_id: str | None = None) -> str:
    """The team takes a complaint in, with a scan of the identity, and prints its receipt."""
    scan = NewFile(f"{MARK}.pdf", b"%PDF-1.4 ktp %%EOF", "identity", "pengaduan")
    order = IntakeOrder("pengaduan", REPORT, inbox_id=inbox_id, files=(scan,))
    place = team.at("laras")
    case_id = open_case(place, order).case_id
    with place.write("note_printout") as session:
        staff_id = place.actor.staff_id
        session.add(Printout(paper="tanda_terima", subject_id=case_id, at=place.now(), staff_id=staff_id))
    return case_id


def test_sections_get_the_case_and_nothing_of_who_complained(lan: OfficeLan) -> None:
    team, head, front = lan.desk("TIM-1", "leadership"), lan.desk("KASUBAG-1", "kasubag"), lan.desk("LOKET-1")
    case_id = complained(team)
    quiet(lan)
    assert all(one in held(team) for one in SECRETS)
    for desk in (head, front):
        assert [one for one in (*SECRETS, MARK) if one in held(desk)] == []
        assert case_id in desk.rows("cases")
        assert not any(case_id in str(row) for table in PERSONAL for row in desk.rows(table).values())
        page = desk.at("mira").ask(cases.page, desk.office.standards, DAY, case_id)
        assert page is not None
        assert page.applicant.name == WITHHELD
        listed = desk.at("mira").ask(cases.listed, CaseFilter(desk.office.standards, DAY))
        assert [one.id for one in listed.rows] == [case_id]


def test_a_section_and_the_whole_chain_work_at_their_own_desks(lan: OfficeLan) -> None:
    team, head, chair = (
        lan.desk("TIM-1", "leadership"),
        lan.desk("KASUBAG-1", "kasubag"),
        lan.desk("KETUA-1", "leadership"),
    )
    case_id = complained(team)
    move_case(team.at("laras"), MoveOrder(case_id, "teruskan"))
    write_entry(team.at("laras"), MoveOrder(case_id, "catat_telaah"), REVIEWED)
    move_case(team.at("laras"), MoveOrder(case_id, "salurkan", to_role="kasubag_teknis"))
    quiet(lan)
    write_entry(head.at("mira"), MoveOrder(case_id, "laporkan"), DONE)
    quiet(lan)
    number = team.rows("cases")[case_id]["number"]
    text = LetterText("jawaban_pengaduan", "Jawaban", f"Sdr. {called(number)}", "Isi.", "sekretaris")
    save_letter(team.at("laras"), case_id, text)
    submit_letter(team.at("laras"), case_id)
    quiet(lan)
    for login in CHAIN:
        give_paraf((head if login == "syahrul" else chair).at(login), case_id)
        quiet(lan)
    sign_letter(lan.server.at("hendra"), case_id)
    quiet(lan)
    hand_over(team.at("laras"), case_id, HandOver(receiver=WHO.name, signed_on_paper=True))
    quiet(lan)
    assert head.rows("cases")[case_id]["step"] == "arsip"
    assert team.ask("SELECT count(*) FROM refusal") == head.ask("SELECT count(*) FROM refusal") == [(0,)]
    assert [one for one in (*SECRETS, MARK) if one in held(head)] == []
    assert WHO.name in held(chair)


def test_a_message_that_becomes_a_complaint_is_taken_from_the_other_desks(lan: OfficeLan) -> None:
    team, head = lan.desk("TIM-1", "leadership"), lan.desk("KASUBAG-1", "kasubag")
    content = b"%PDF-1.4 bukti dari pelapor %%EOF"
    photo = NewFile(f"{MARK}-foto.pdf", content, "other")
    draft = MessageDraft(Channel.WHATSAPP, WHO.name, "Pengaduan", WHO.phone, "Isi", files=(photo,))
    inbox_id = note_message(team.at("laras"), draft)
    quiet(lan)
    assert WHO.name in held(head)
    assert len(head.rows("attachments")) == 1
    complained(team, inbox_id)
    quiet(lan)
    assert [one for one in (*SECRETS, MARK) if one in held(head)] == []
    assert (head.rows("inbox_entries"), head.rows("attachments")) == ({}, {})
    (sha,) = {row["sha256"] for row in team.rows("attachments").values() if "foto" in row["name"]}
    with connect_device(head.store, of_store(head.store)) as connection:
        assert connection.execute("SELECT desk.blob_get(%s, 0)", (sha,)).fetchone() == (None,)


def test_a_decision_made_without_knowing_the_name_passes_too(lan: OfficeLan) -> None:
    team = lan.desk("TIM-1", "leadership")
    case_id = complained(team)
    move_case(team.at("laras"), MoveOrder(case_id, "teruskan"))
    write_entry(team.at("laras"), MoveOrder(case_id, "catat_telaah"), Review("rujukan", "Bukan urusan kami."))
    decide(team.at("laras"), case_id, DecisionDraft("bukan_kewenangan", reason="Urusan desa."))
    quiet(lan)
    row = lan.server.rows("cases")[case_id]
    assert (row["step"], row["service"]) == ("pemberitahuan", CONFIDENTIAL[0])
