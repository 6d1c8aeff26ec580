"""Requests on their way through the small office: each function makes one person's part of the day."""

from dataclasses import replace
from typing import Any

import pytest

from desk.actions.cases import IntakeOrder, Opened, open_case
from desk.actions.decisions import decide
from desk.actions.delivery import Delivered, HandOver, hand_over
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.errors import ProblemsError
from desk.actions.letters import LetterText, Signed, give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.steps import MoveOrder, Stepped, move_case
from desk.services.answering import DecisionDraft
from desk.services.common import ApplicantDraft, LetterDraft, ProxyDraft
from desk.services.informasi import InformasiDraft, Path
from desk.services.informasi_answers import Decision
from tests.office import SmallOffice

NIK = "5299014108900003"

FAUZI = ApplicantDraft(
    name="Lalu Ahmad Fauzi",
    identity_number=NIK,
    address="Dusun Melati RT 03, Tanjung Lestari",
    occupation="Wiraswasta",
    phone="0812-3700-1122",
    email="fauzi@contoh.example",
)

REQUEST = InformasiDraft(
    applicant=FAUZI,
    information="Rekapitulasi hasil DPRD Kabupaten 2024, Daerah Pemilihan 2",
    purpose="Bahan penelitian",
    ticked=("identitas",),
)
"""A complete form B brought in person."""

BY_LETTER = replace(
    REQUEST,
    path=Path.LETTER,
    letter=LetterDraft(
        number="17/YSW/III/2026", sender="Yayasan Suara Warga", subject="Permohonan data", dated=None
    ),
)

ANSWER = LetterText(
    kind="surat_jawaban",
    subject="Jawaban atas permohonan informasi",
    addressee="Lalu Ahmad Fauzi",
    body="Data yang diminta dikuasai dan diberikan seluruhnya.",
    signer_role="ppid",
    enclosures="1 (satu) berkas",
    copies_to=("Ketua", "Arsip"),
)

GRANTED = DecisionDraft(kind=Decision.GRANTED, to_role="kasubag_hukum")
REFUSED = DecisionDraft(
    kind=Decision.EXEMPT,
    to_role="kasubag_hukum",
    grounds=("pasal_17_h", "kpu_rahasia_pribadi"),
    legal_basis="Keputusan KPU Nomor 999 Tahun 2024",
    consequence="Mengungkap rahasia pribadi petugas",
)


def changed(draft: Any, **changes: Any) -> Any:
    """The draft with other values."""
    return replace(draft, **changes)


def by_letter(**changes: Any) -> InformasiDraft:
    """A letter to the Ketua asking for information."""
    from datetime import date

    letter = replace(BY_LETTER.letter or LetterDraft(), dated=date(2026, 3, 12))
    return replace(BY_LETTER, letter=letter, **changes)


def with_proxy(draft: InformasiDraft = REQUEST) -> InformasiDraft:
    """The same brought by somebody with a power of attorney."""
    proxy = ProxyDraft(name="Baiq Sri Wahyuni", identity_number="5299014108900007", letter_number="3/SK")
    return replace(draft, proxy=proxy, ticked=(*draft.ticked, "kuasa"))


def take_in(office: SmallOffice, draft: Any = REQUEST, login: str = "rahma", **order: Any) -> Opened:
    """The front office takes a request in."""
    return open_case(office.at(login, counter=1), IntakeOrder("informasi", draft, **order))


def move(office: SmallOffice, login: str, case_id: str, verb: str, **order: Any) -> Stepped:
    """Somebody makes an ordinary move."""
    return move_case(office.at(login), MoveOrder(case_id, verb, **order))


def to_ppid(office: SmallOffice, draft: Any = REQUEST) -> Opened:
    """Taken in and passed by Tim Penghubung to the PPID."""
    opened = take_in(office, draft)
    move(office, "rahma", opened.case_id, "teruskan")
    move(office, "fajar", opened.case_id, "teruskan_ppid")
    return opened


def to_kasubag(office: SmallOffice, draft: Any = REQUEST, decision: DecisionDraft = GRANTED) -> Opened:
    """Decided by the PPID: Kasubag Hukum prepares the answer."""
    opened = to_ppid(office, draft)
    decide(office.at("putri"), opened.case_id, decision)
    return opened


def to_control(office: SmallOffice, draft: Any = REQUEST, text: LetterText = ANSWER, **more: Any) -> Opened:
    """The answer is written and put forward."""
    opened = to_kasubag(office, draft, **more)
    save_letter(office.at("syahrul"), opened.case_id, text)
    submit_letter(office.at("syahrul"), opened.case_id)
    return opened


def to_signer(office: SmallOffice, draft: Any = REQUEST, text: LetterText = ANSWER, **more: Any) -> Opened:
    """Both parafs are given."""
    opened = to_control(office, draft, text, **more)
    for login in ("syahrul", "hendra"):
        give_paraf(office.at(login), opened.case_id)
    return opened


def answer(office: SmallOffice, case_id: str) -> None:
    """From the decision to the hand-over, of a case that waits for Kasubag Hukum."""
    save_letter(office.at("syahrul"), case_id, ANSWER)
    submit_letter(office.at("syahrul"), case_id)
    for login in ("syahrul", "hendra"):
        give_paraf(office.at(login), case_id)
    sign_letter(office.at("putri"), case_id)
    hand_over(office.at("rahma"), case_id, HandOver(receiver=FAUZI.name, signed_on_paper=True))


def to_hand_over(
    office: SmallOffice, draft: Any = REQUEST, text: LetterText = ANSWER, **more: Any
) -> tuple[Opened, Signed]:
    """Signed by the PPID."""
    opened = to_signer(office, draft, text, **more)
    return opened, sign_letter(office.at("putri"), opened.case_id)


def handed_over(office: SmallOffice, **changes: Any) -> tuple[Opened, Signed, Delivered]:
    """Handed over against a signature on paper."""
    opened, signed = to_hand_over(office)
    draft = HandOver(**({"receiver": "Lalu Ahmad Fauzi", "signed_on_paper": True} | changes))
    return opened, signed, hand_over(office.at("rahma"), opened.case_id, draft)


def letter_to_ketua(office: SmallOffice, draft: Any = None) -> Opened:
    """A letter registered, passed on by the Sekretaris with usul saran: it lies with the Ketua."""
    opened = take_in(office, draft or by_letter(), login="wulan")
    move(office, "wulan", opened.case_id, "teruskan")
    advice = DispositionDraft(
        role="sekretaris", verb="teruskan_ketua", to_role="ketua", advice="Data tersedia di Subbag Teknis"
    )
    dispose(office.at("hendra"), opened.case_id, advice)
    return opened


def disposed(office: SmallOffice, draft: Any = None) -> Opened:
    """The Ketua passed the letter to Kasubag Teknis."""
    opened = letter_to_ketua(office, draft)
    order = DispositionDraft(
        role="ketua",
        verb="disposisikan",
        to_role="kasubag_teknis",
        also_to=("kasubag_data",),
        nature="segera",
        phrases=("Siapkan jawaban",),
        instruction="Koordinasi dengan Subbag Data",
    )
    dispose(office.at("ratna"), opened.case_id, order)
    return opened


def problem_fields(error: pytest.ExceptionInfo[ProblemsError]) -> set[str]:
    """The fields a refused draft was refused for."""
    return {one.field for one in error.value.problems}
