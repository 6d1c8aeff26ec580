"""An office of Kota Kupang: requests of both tracks, walked step by step with their minutes (S10)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from desk.actions.cases import IntakeOrder, open_case
from desk.actions.delivery import HandOver, hand_over
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.entries import write_entry
from desk.actions.steps import MoveOrder, move_case
from desk.rules.intake import ApplicantKind, Channel
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.sop_kupang import SopKupangDraft, Track
from tests.office import SmallOffice, open_small_office

SPOKEN = SopKupangDraft(
    applicant=ApplicantDraft(name="Maria Ndun"), purpose="Hasil Pemilu 2024", meet="ketua"
)
LETTER = SopKupangDraft(
    channel=Channel.LETTER,
    applicant=ApplicantDraft(
        ApplicantKind.BODY, "Yosef Tallo", phone="081234567890", body_name="Forum Flobamora"
    ),
    letter=LetterDraft("12/FF/2026", date(2026, 3, 11), "Forum Flobamora", "Data pemilih per kelurahan"),
    track=Track.LETTER,
)


@contextmanager
def kupang(folder: Path) -> Iterator[SmallOffice]:
    """The invented office under the standard of Kota Kupang."""
    office = open_small_office(folder, standard="kpg")
    yield office
    office.store.close()


def registered(office: SmallOffice, draft: SopKupangDraft = SPOKEN) -> str:
    """A request taken in at the help desk; the id of its case."""
    return open_case(office.at("rahma"), IntakeOrder("sop_kupang", draft)).case_id


def moved(office: SmallOffice, case_id: str, login: str, verb: str, minutes: float, **more: Any) -> None:
    """A move after so many minutes at the step."""
    office.clock.pass_(minutes=minutes)
    move_case(office.at(login), MoveOrder(case_id, verb, **more))


def disposed(office: SmallOffice, case_id: str, minutes: float = 5) -> None:
    """The Sekretaris disposes of a letter to the Kasubag of data."""
    office.clock.pass_(minutes=minutes)
    draft = DispositionDraft("sekretaris", "disposisikan", "kasubag_data", phrases=("Siapkan data",))
    dispose(office.at("hendra"), case_id, draft)


def entered(
    office: SmallOffice,
    case_id: str,
    login: str,
    verb: str,
    entry: Any,
    minutes: float,
    to: str | None = None,
) -> None:
    """An entry with its move after so many minutes."""
    office.clock.pass_(minutes=minutes)
    write_entry(office.at(login), MoveOrder(case_id, verb, to_role=to), entry)


def handed(office: SmallOffice, case_id: str, login: str, minutes: float) -> None:
    """What was asked for is handed over."""
    office.clock.pass_(minutes=minutes)
    hand_over(office.at(login), case_id, HandOver(receiver="Maria Ndun", signed_on_paper=True))
