"""Papers of voter education, point by point (S7, L7), and when they are refused."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from desk.actions.entries import write_entry
from desk.actions.events import cancel_event, keep_event
from desk.actions.letters import give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.resources import ResourceDraft, keep_resource
from desk.actions.steps import MoveOrder
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.queries import casefile, history
from desk.queries.casefile import CaseFile
from desk.services.answering import DecisionDraft
from desk.services.education_events import for_case
from desk.services.pendidikan_pemilih import APPROVAL, REFUSAL
from desk.ui.screens.case.answer_draft import starting_letter
from tests.actions.test_voter_education import REFUSED, answered, asked
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.services.test_education_events import EVENT
from tests.services.test_pendidikan_pemilih import AGREED, HELD

WHO = "Forum Pemuda Tanjung Lestari"
LETTER = {
    "number": "1/PP.06.2-SD/5299/2026",
    "date and place": "Tanjung Lestari, 13 Maret 2026",
    "nature": "Sifat : Biasa",
    "subject": "Hal : Persetujuan kerja sama",
    "addressee": f"Yth. {WHO}",
    "register number": "001/PP/KPU Kab. Tanjung Lestari/III/2026",
    "plenary and its minutes": "Rapat pleno tanggal 16 Maret 2026 (Berita Acara Nomor 12/BA/2026) menyetujui",
    "event": "Kegiatan Kelas Demokrasi Pemilih Pemula",
    "day and time of the calendar": "Waktu 20 April 2026, 09.00–11.30",
    "room": "Tempat Aula",
    "speaker": "Narasumber Dewi Lestari",
    "equipment": "Sarana Proyektor",
    "participants": "Peserta 60 orang",
    "target groups": "Sasaran Pemilih perempuan, Pemilih pemula",
    "condition": "Peserta membawa kartu pelajar.",
    "free of charge": "tidak dipungut biaya",
    "office held": "Ketua,",
    "signer": "Ratna Maharani",
}
REFUSAL_LETTER = {
    "subject": "Hal : Kerja sama pendidikan",
    "plenary": "Rapat pleno tanggal 13 Maret 2026 (Berita Acara Nomor 12/BA/2026) belum menyetujui",
    "reason": "Alasannya: Aula dipakai rekapitulasi.",
    "may ask again": "dapat diajukan kembali",
    "signer": "Ratna Maharani",
}
REPORT = {
    "title": "LAPORAN KEGIATAN PENDIDIKAN PEMILIH",
    "day and place": "Pada hari Senin tanggal 20 April 2026 bertempat di Aula",
    "register number": "001/PP/KPU Kab. Tanjung Lestari/III/2026",
    "event": "Kelas Demokrasi Pemilih Pemula",
    "organiser": WHO,
    "speaker": "Dewi Lestari",
    "target groups": "Pemilih perempuan, Pemilih pemula",
    "plenary": "Berita Acara Nomor 12/BA/2026",
    "a group": "1 Pemilih pemula 20 25 45",
    "everybody": "Jumlah 21 27 48",
    "material": "1 Modul pendidikan pemilih 48",
    "how it went": "Berjalan lancar.",
    "reporter": "Syahrul Anwar",
    "office of the reporter": "Kepala Sub Bagian Hukum dan Sumber Daya Manusia,",
    "who takes note": "Mengetahui, Sekretaris, Hendra Kusuma",
}
LIST = {
    "title": "DAFTAR HADIR PESERTA",
    "event": "Kegiatan : Kelas Demokrasi",
    "time": "Waktu : 20 April 2026, 09.00–11.30",
    "place": "Tempat : Aula",
    "organiser": f"Penyelenggara : {WHO}",
    "columns": "No. Nama Alamat / lembaga L / P Kelompok Tanda tangan",
    "groups": "Kelompok: 1 pemilih pemula, 2 pemilih disabilitas, 3 peserta lainnya",
    "who answers for it": "Penanggung jawab kegiatan:",
}


def words(pdf: bytes) -> str:
    return " ".join(text(pdf).split())


def lent(office: SmallOffice) -> tuple[str, ...]:
    """A hall, a speaker, a projector."""
    drafts = (
        ResourceDraft("ruang", "Aula"),
        ResourceDraft("narasumber", "Dewi Lestari"),
        ResourceDraft("alat", "Proyektor"),
    )
    return tuple(keep_resource(office.at("syahrul"), one) for one in drafts)


def file_of(office: SmallOffice, case_id: str) -> CaseFile:
    place = office.at("syahrul")
    file = place.ask(casefile.case_file, place.standards, place.now(), case_id)
    assert file is not None
    return file


def signed(office: SmallOffice, case_id: str, decision: DecisionDraft) -> tuple[str, str]:
    """The letter as it starts, checked and signed: its kind and id."""
    head = office.at("syahrul")
    save_letter(head, case_id, starting_letter(file_of(office, case_id), decision))
    submit_letter(head, case_id)
    for login in ("agus", "syahrul", "hendra", "ratna"):
        give_paraf(office.at(login), case_id)
    sign_letter(office.at("ratna"), case_id)
    (letter,) = head.ask(history.letters, case_id)
    return letter.kind, letter.id


@pytest.fixture
def approved(office: SmallOffice) -> str:
    """A request that the pleno agreed to, with its day in the calendar."""
    case_id = asked(office).case_id
    write_entry(office.at("ratna"), MoveOrder(case_id, "setujui"), AGREED)
    detail = file_of(office, case_id).page.detail
    event = replace(for_case(case_id, WHO, detail), resources=lent(office))
    keep_event(office.at("syahrul"), event)
    return case_id


def test_the_approval_says_everything_that_was_agreed(
    office: SmallOffice, shelf: Shelf, approved: str
) -> None:
    kind, letter_id = signed(office, approved, DecisionDraft("disetujui"))
    assert kind == APPROVAL
    said = words(shelf("syahrul").paper(kind, letter_id).pdf)
    assert {point: one for point, one in LETTER.items() if one not in said} == {}


def test_the_refusal_says_who_decided_and_why(office: SmallOffice, shelf: Shelf) -> None:
    case_id = asked(office).case_id
    write_entry(office.at("ratna"), MoveOrder(case_id, "belum_setujui"), REFUSED)
    decision = DecisionDraft("belum_disetujui", reason=REFUSED.note)
    kind, letter_id = signed(office, case_id, decision)
    assert kind == REFUSAL
    said = words(shelf("syahrul").paper(kind, letter_id).pdf)
    assert {point: one for point, one in REFUSAL_LETTER.items() if one not in said} == {}


def test_the_report_says_who_came_and_what_was_given_out(office: SmallOffice, shelf: Shelf) -> None:
    case_id = answered(office, "setujui", AGREED, APPROVAL).case_id
    with pytest.raises(PaperRefusedError, match="belum dicatat"):
        shelf("syahrul").paper("laporan_kegiatan", case_id)
    office.clock.pass_(days=38)
    write_entry(office.at("syahrul"), MoveOrder(case_id, "laporkan"), HELD)
    said = words(shelf("syahrul").paper("laporan_kegiatan", case_id).pdf)
    assert {point: one for point, one in REPORT.items() if one not in said} == {}


def test_the_list_to_sign_has_room_for_everybody_expected(office: SmallOffice, shelf: Shelf) -> None:
    hall, *_others = lent(office)
    event_id = keep_event(office.at("syahrul"), replace(EVENT, resources=(hall,))).event_id
    pdf = shelf("rahma").paper("daftar_hadir", event_id).pdf
    said = words(pdf)
    assert {point: one for point, one in LIST.items() if one not in said} == {}
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) > 1
    assert all("Tanda tangan" in page.extract_text() for page in pages)
    assert f" {EVENT.expected} " in said
    assert f" {(EVENT.expected or 0) + 1} " not in said


def test_a_list_is_there_for_an_event_that_takes_place(office: SmallOffice, shelf: Shelf) -> None:
    with pytest.raises(SubjectMissingError):
        shelf("rahma").paper("daftar_hadir", "tidak-ada")
    event_id = keep_event(office.at("syahrul"), replace(EVENT, expected=None)).event_id
    assert " 20 " in words(shelf("rahma").paper("daftar_hadir", event_id).pdf)
    cancel_event(office.at("syahrul"), event_id, "Ditunda")
    with pytest.raises(PaperRefusedError, match="dibatalkan"):
        shelf("rahma").paper("daftar_hadir", event_id)


def test_a_request_of_another_service_has_no_such_report(office: SmallOffice, shelf: Shelf) -> None:
    from tests.actions.test_internships import asked as internship

    with pytest.raises(PaperRefusedError):
        shelf("syahrul").paper("laporan_kegiatan", internship(office).case_id)
