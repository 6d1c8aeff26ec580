"""Authentications of votes in the demo office (S1): being prepared, sheets to be signed, handed over."""

from typing import TYPE_CHECKING

from desk.actions.attachments import NewFile
from desk.actions.dispositions import DispositionDraft
from desk.demo.events import (
    Event,
    advised,
    answered,
    begun,
    controlled,
    decided,
    disposed,
    handed,
    issued,
    moved,
    signed,
)
from desk.demo.office import shipped
from desk.demo.story import Story
from desk.rules.intake import ApplicantKind, Channel
from desk.services.autentifikasi import GRANTED, AutentifikasiDraft
from desk.services.autentifikasi_sheets import BOTH, LEAF
from desk.services.common import ApplicantDraft, LetterDraft

if TYPE_CHECKING:
    from desk.demo.agenda import Agenda

PREPARING = "Partai Bahari Jaya"
"""Whose figures are to be prepared when the story ends."""


def _party(name: str, leader: str, phone: str, address: str) -> ApplicantDraft:
    return ApplicantDraft(
        kind=ApplicantKind.PARTY,
        name=leader,
        body_name=name,
        phone=phone,
        address=f"{address}, Tanjung Lestari",
    )


_LESTARI = _party("Partai Persatuan Lestari", "Suparman", "0812-0000-1346", "Jalan Pahlawan 30")
_BAHARI = _party(PREPARING, "Nengah Suartana", "0812-0000-1377", "Jalan Pelabuhan 8")
_RUMPUN = _party("Partai Rumpun Warga", "Saodah", "0812-0000-1381", "Jalan Veteran 51")


def stories(agenda: "Agenda") -> list[Story]:
    """The three, for the days of an agenda."""
    sent = _form(agenda, 14, _LESTARI, "061/DPD-PPL", "wakil_ketua", BOTH)
    at_work = _form(agenda, 2, _BAHARI, "118/DPC-BJ", "ketua", BOTH)
    waiting = _form(agenda, 2, _RUMPUN, "27/RW-TL", "sekretaris", LEAF)
    return [
        _story(14, "08.50", sent, *_to_the_division(14), *_answer(13), *_sheets()),
        _story(2, "09.15", at_work, *_to_the_division(2)),
        _story(2, "08.55", waiting, *_to_the_division(2), *_answer(1)),
    ]


def _form(
    agenda: "Agenda", ago: int, who: ApplicantDraft, number: str, leader: str, product: str
) -> AutentifikasiDraft:
    subject = "Permohonan autentifikasi perolehan suara dan kursi"
    return AutentifikasiDraft(
        applicant=who,
        letter=LetterDraft(number, agenda.day(ago + 1), who.body_name, subject),
        leader=leader,
        product=product,
        ticked=("kursi", "surat"),
    )


def _story(ago: int, clock: str, form: AutentifikasiDraft, *events: Event) -> Story:
    letter = NewFile("surat-permohonan.pdf", shipped("surat-permohonan.pdf"), "incoming_letter")
    return Story(
        ago,
        clock,
        form.applicant,
        events=events,
        login="wulan",
        channel=Channel.LETTER,
        files=(letter,),
        service="autentifikasi",
        form=form,
    )


def _to_the_division(ago: int) -> tuple[Event, ...]:
    """By Sekretaris and Ketua to the Ketua Divisi Teknis, within a day."""
    order = DispositionDraft(
        "ketua",
        "disposisikan",
        "ketua_divisi_teknis",
        phrases=("Siapkan data",),
        instruction="Cocokkan dengan keputusan penetapan.",
    )
    return (
        moved(ago, "09.40", "wulan", "teruskan"),
        advised(ago, "10.30", "Partai ini memperoleh kursi; disiapkan Ketua Divisi Teknis."),
        disposed(ago - 1, "08.40", "ratna", order),
    )


def _answer(ago: int) -> tuple[Event, ...]:
    """Prepared and checked on one day, the letter signed the next morning."""
    return (
        begun(ago, "10.05", "dewi", "siapkan", "perolehan"),
        decided(ago, "10.10", GRANTED, login="dewi"),
        answered(ago, "10.20", "dewi"),
        *controlled(ago, "13.10", "mira", "hendra", "dewi", "ratna"),
        signed(ago - 1, "08.40", "ratna"),
    )


def _sheets() -> tuple[Event, ...]:
    return (
        issued(12, "10.05", "ratna"),
        moved(12, "13.20", "hendra", "legalisasi"),
        handed(11, "09.05", _LESTARI.name, 2),
    )
