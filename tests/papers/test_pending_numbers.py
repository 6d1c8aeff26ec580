"""Papers while the official number is still to come: receipts bear the provisional one, letters wait."""

import pytest

from desk.actions.letters import sign_letter
from desk.documents.kit.words import NUMBER_FOLLOWS
from desk.papers.errors import PaperRefusedError
from desk.queries import history
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.pending import official_arrives, on_a_network
from tests.stories import take_in, to_signer

ALIAS, OFFICIAL = "SEMENTARA-LOKET-1-1", "007/PI/KPU-TL/III/2026"


@pytest.fixture(autouse=True)
def network(office: SmallOffice) -> None:
    on_a_network(office)


@pytest.mark.parametrize("kind", ["tanda_terima", "tanda_terima_roll", "form_b"])
def test_a_receipt_says_that_the_official_number_follows(
    office: SmallOffice, shelf: Shelf, kind: str
) -> None:
    opened = take_in(office)
    assert opened.number == ALIAS
    shown = " ".join(text(shelf("rahma").paper(kind, opened.case_id).pdf).split())
    assert ALIAS in shown
    assert "Nomor resmi menyusul." in shown
    official_arrives(office, ALIAS, OFFICIAL)
    shown = " ".join(text(shelf("rahma").paper(kind, opened.case_id).pdf).split())
    assert OFFICIAL in shown
    assert "menyusul" not in shown
    assert "menyusul" in NUMBER_FOLLOWS


def test_a_signed_letter_waits_for_its_number(office: SmallOffice, shelf: Shelf) -> None:
    opened = to_signer(office)
    signed = sign_letter(office.at("putri"), opened.case_id)
    assert signed.number.startswith("SEMENTARA-")
    letter = office.at("putri").ask(history.letters, opened.case_id)[0].id
    with pytest.raises(PaperRefusedError, match="Nomor resmi surat ini belum datang"):
        shelf("putri").paper("surat_jawaban", letter)
    official_arrives(office, signed.number, "012/HM.03-SD/5299/2026")
    assert "012/HM.03-SD/5299/2026" in text(shelf("putri").paper("surat_jawaban", letter).pdf)
