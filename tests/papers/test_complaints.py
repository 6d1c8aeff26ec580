"""Papers of a complaint, point by point; those that anybody but its team gets tell nothing of who complained
(S4; facts.md, "Tanda terima")."""

import pytest

from desk.actions.attachments import NewFile
from desk.actions.decisions import decide
from desk.actions.steps import MoveOrder, move_case
from desk.papers.errors import SubjectMissingError
from desk.queries import deliveries, history
from desk.rules.confidence import WITHHELD, called
from desk.services.answering import DecisionDraft
from tests.actions.test_complaints import answered, at, judged, registered
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.services.test_pengaduan import WHO

SECRETS = (WHO.name, WHO.phone, "9911", WHO.identity_number, WHO.identity_number[-6:])
OTHERS = ("rahma", "mira", "syahrul", "ratna", "wulan")
RECEIPT = {
    "title": "TANDA TERIMA PERMOHONAN",
    "service": "Pengaduan Masyarakat",
    "channel": "Datang langsung",
    "paper": "Identitas pelapor: KTP elektronik dan nomor telepon atau WhatsApp",
    "limit": "hari kerja",
    "subject": "Permintaan informasi tidak dijawab",
    "officer": "Laras Puspita",
    "office held": "Tim Pengelola Pengaduan",
    "copy": "Lembar untuk pemohon",
}


def words(pdf: bytes) -> str:
    return " ".join(text(pdf).split())


def test_the_receipt_of_the_team_says_everything(office: SmallOffice, shelf: Shelf) -> None:
    opened = registered(office)
    shown = words(shelf("laras").paper("tanda_terima", opened.case_id).pdf)
    for part in (*RECEIPT.values(), opened.number, WHO.name):
        assert part in shown, part
    assert WHO.identity_number not in shown


@pytest.mark.parametrize("kind", ["tanda_terima", "tanda_terima_roll"])
@pytest.mark.parametrize("login", OTHERS)
def test_nobody_else_gets_a_receipt_with_the_name(
    office: SmallOffice, shelf: Shelf, login: str, kind: str
) -> None:
    shown = words(shelf(login).paper(kind, registered(office).case_id).pdf)
    assert WITHHELD in shown
    assert [one for one in SECRETS if one in shown] == []


@pytest.mark.parametrize("login", OTHERS)
def test_files_of_a_complaint_are_not_there_for_others(office: SmallOffice, shelf: Shelf, login: str) -> None:
    scan = NewFile("ktp.pdf", b"%PDF-1.4 ktp %%EOF", "identity", "pengaduan")
    opened = registered(office, files=(scan,))
    (file,) = office.at("laras").ask(history.files, opened.case_id)
    with pytest.raises(SubjectMissingError):
        shelf(login).paper("file", file.id)


@pytest.mark.parametrize(
    ("kind", "draft"),
    [
        ("bukan_kewenangan", DecisionDraft("bukan_kewenangan", reason="Urusan desa.")),
        ("jawaban_pengaduan", DecisionDraft("dirujuk", reason="Bukan kami.", holder_body="Bawaslu")),
    ],
)
def test_the_answer_calls_the_complainant_by_the_number_on_every_paper(
    office: SmallOffice, shelf: Shelf, kind: str, draft: DecisionDraft
) -> None:
    case_id = judged(office)
    decide(office.at("laras"), case_id, draft)
    answered(office, case_id, kind)
    number = at(office, case_id).number
    (letter,) = office.at("laras").ask(history.letters, case_id)
    (row,) = office.at("laras").ask(deliveries.of_case, case_id)
    signed = words(shelf("syahrul").paper(kind, letter.id).pdf)
    assert called(number) in signed
    assert letter.number in signed
    assert "Hendra Kusuma" in signed
    for login in OTHERS:
        slip = words(shelf(login).paper("ekspedisi_slip", row.id).pdf)
        assert WITHHELD in slip
        assert [one for one in SECRETS if one in slip or one in signed] == []
    assert WHO.name in words(shelf("laras").paper("ekspedisi_slip", row.id).pdf)


def test_a_section_gets_no_paper_with_the_name_while_it_works(office: SmallOffice, shelf: Shelf) -> None:
    case_id = judged(office)
    move_case(office.at("laras"), MoveOrder(case_id, "salurkan", to_role="kasubag_teknis"))
    shown = words(shelf("mira").paper("tanda_terima", case_id).pdf)
    assert [one for one in SECRETS if one in shown] == []
