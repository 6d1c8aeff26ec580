"""Ready-made requests for tests of screens: taken in and brought to the step a test starts from."""

from dataclasses import replace
from datetime import date

from desk.actions.attachments import NewFile
from desk.actions.cases import IntakeOrder, open_case
from desk.actions.decisions import decide
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.letters import LetterText, give_paraf, save_letter, submit_letter
from desk.actions.steps import MoveOrder, move_case
from desk.rules.intake import Channel
from desk.services.answering import DecisionDraft
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.informasi import InformasiDraft, Path
from desk.services.informasi_answers import Decision
from tests.office import SmallOffice

FORM = InformasiDraft(
    applicant=ApplicantDraft(
        name="Lalu Hamdan Fauzi",
        identity_number="5299014101900003",
        address="Jalan Kenanga 5, Tanjung Lestari",
        occupation="Peneliti",
        phone="081237001122",
        email="hamdan@contoh.id",
    ),
    information="Rekapitulasi hasil pemilihan anggota DPRD kabupaten per TPS",
    purpose="Penelitian skripsi",
    ticked=("identitas",),
)
LETTER = replace(
    FORM,
    path=Path.LETTER,
    channel=Channel.LETTER,
    letter=LetterDraft(
        number="014/LSM/III/2026",
        dated=date(2026, 3, 11),
        sender="Lembaga Pemantau Demokrasi",
        subject="Permohonan data rekapitulasi",
    ),
)


def registered(office: SmallOffice, draft: InformasiDraft = FORM, files: tuple[NewFile, ...] = ()) -> str:
    """A request taken in at the counter."""
    return open_case(office.at("rahma"), IntakeOrder("informasi", draft, files=files)).case_id


def registered_letter(office: SmallOffice, subject: str = "", files: tuple[NewFile, ...] = ()) -> str:
    """A letter to the Ketua, registered."""
    draft = replace(LETTER, information=subject) if subject else LETTER
    return registered(office, draft, files)


def at_liaison(office: SmallOffice) -> str:
    """A form that waits for the Tim Penghubung."""
    case_id = registered(office)
    move_case(office.at("rahma"), MoveOrder(case_id, "teruskan"))
    return case_id


def at_ppid(office: SmallOffice) -> str:
    """A form that waits for the PPID's decision."""
    case_id = at_liaison(office)
    move_case(office.at("fajar"), MoveOrder(case_id, "teruskan_ppid"))
    return case_id


def at_secretary(office: SmallOffice, subject: str = "") -> str:
    """A letter that waits for the Sekretaris."""
    case_id = registered_letter(office, subject)
    move_case(office.at("wulan"), MoveOrder(case_id, "teruskan"))
    return case_id


def at_chair(office: SmallOffice, subject: str = "") -> str:
    """A letter that waits for the Ketua, with the Sekretaris's usul saran."""
    case_id = at_secretary(office, subject)
    draft = DispositionDraft(
        "sekretaris", "teruskan_ketua", "ketua", advice="Kiranya dapat ditangani Sub Bagian Hukum"
    )
    dispose(office.at("hendra"), case_id, draft)
    return case_id


def in_control(office: SmallOffice) -> str:
    """An answer put forward: the first paraf is due."""
    case_id = at_ppid(office)
    decide(office.at("putri"), case_id, DecisionDraft(Decision.GRANTED, to_role="kasubag_teknis"))
    writer = office.at("mira")
    text = LetterText(
        "pemberitahuan_tertulis", "Permohonan data", "Lalu Hamdan Fauzi", "Data terlampir.", "ppid"
    )
    save_letter(writer, case_id, text)
    submit_letter(writer, case_id)
    return case_id


def at_signature(office: SmallOffice) -> str:
    """An answer with every paraf: the PPID signs."""
    case_id = in_control(office)
    give_paraf(office.at("syahrul"), case_id)
    give_paraf(office.at("hendra"), case_id)
    return case_id
