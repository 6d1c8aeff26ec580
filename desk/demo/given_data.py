"""Data and information in the demo office of a province (S8): in person, by letter, by e-PPID, refused."""

from typing import TYPE_CHECKING

from desk.actions.dispositions import DispositionDraft
from desk.demo.events import (
    Event,
    answered,
    controlled,
    decided,
    disposed,
    handed,
    moved,
    signed,
)
from desk.demo.story import Story
from desk.rules.intake import ApplicantKind, Channel
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.data_informasi import EXEMPT, GRANTED, DataInformasiDraft, Track, track_of

if TYPE_CHECKING:
    from desk.demo.agenda import Agenda

SERVED, REFUSED, ELECTRONIC = "Universitas Nusa Lestari", "Radio Nusa", "PPID-5200-2611-0031"
"""Who is in the service room, who was refused, the number of a form of the site."""

_DESK = "yanti"


def _body(name: str, body: str, phone: str) -> ApplicantDraft:
    return ApplicantDraft(
        kind=ApplicantKind.BODY, name=name, body_name=body, phone=phone, address="Lestari Raya"
    )


_CAMPUS = _body("Dr. Yuliana Sabat", SERVED, "0812-0000-3111")
_RADIO = _body("Fransiska Belo", REFUSED, "0812-0000-3122")
_YOUTH = _body("Rizal Ahmad", "Karang Taruna Cendana", "0812-0000-3133")


def stories(agenda: "Agenda") -> list[Story]:
    """All of them, for the days of an agenda."""
    served = _form(agenda, 1, _CAMPUS, Channel.IN_PERSON, "Jumlah pemilih menurut usia dan kabupaten")
    refused = _form(agenda, 6, _RADIO, Channel.EMAIL, "Nomor telepon petugas pemilihan setiap kabupaten")
    given = _form(agenda, 10, _YOUTH, Channel.LETTER, "Tingkat partisipasi pemilih muda 2024")
    electronic = _form(agenda, 0, _YOUTH, Channel.EPPID, "Peta lokasi TPS Pemilihan 2024")
    return [
        _story(0, "08.35", electronic, moved(0, "08.50", _DESK, "konfirmasi")),
        _story(1, "08.40", served, *_to_the_section(1, "kasubag_data"), *_served()),
        _story(6, "09.50", refused, *_to_the_section(6, "kasubag_hukum"), *_refused()),
        _story(10, "10.10", given, *_to_the_section(10, "kasubag_data"), *_given()),
    ]


def _form(
    agenda: "Agenda", ago: int, who: ApplicantDraft, channel: Channel, wanted: str
) -> DataInformasiDraft:
    track = track_of(channel)
    letter = LetterDraft(f"{20 + ago}/NL", agenda.day(ago + 1), who.body_name, "Permohonan data")
    electronic = track is Track.EPPID
    return DataInformasiDraft(
        channel=channel,
        applicant=who,
        letter=None if electronic else letter,
        track=track,
        information=wanted,
        purpose="Bahan kajian",
        source="Laman kantor",
        eppid_number=ELECTRONIC if electronic else "",
        ticked=("identitas",),
    )


def _story(ago: int, clock: str, form: DataInformasiDraft, *events: Event) -> Story:
    return Story(
        ago,
        clock,
        form.applicant,
        events=events,
        login=_DESK,
        channel=form.channel,
        at_gate=False,
        service="data_informasi",
        form=form,
    )


def _to_the_section(ago: int, to: str) -> tuple[Event, ...]:
    """By Sekretaris and Ketua to the section, the same day."""
    up = DispositionDraft("sekretaris", "teruskan_ketua", "ketua", advice="Dapat dilayani.")
    down = DispositionDraft("ketua", "disposisikan", to, phrases=("Siapkan data",))
    return (
        moved(ago, "10.25", _DESK, "teruskan"),
        disposed(ago, "10.40", "gregor", up),
        disposed(ago, "11.05", "tamar", down),
    )


def _served() -> tuple[Event, ...]:
    """Granted, an officer is assigned; the visitor sits in the service room."""
    return (decided(0, "08.45", GRANTED, "staf", login="inggrid", form="soft"),)


def _refused() -> tuple[Event, ...]:
    """Exempt: the letter of refusal with its law runs through the control."""
    return (
        decided(
            5,
            "09.20",
            EXEMPT,
            login="simon",
            grounds=("pasal_17_h",),
            legal_basis="Keputusan KPU tentang informasi yang dikecualikan",
            reason="Memuat nomor telepon pribadi",
        ),
        answered(5, "10.05", "simon"),
        *controlled(4, "09.10", "nadia", "debora", "gregor"),
        signed(4, "14.00", "tamar"),
        handed(3, "10.05", _RADIO.name, way="email", to="redaksi@radio.contoh.id", login=_DESK),
    )


def _given() -> tuple[Event, ...]:
    return (
        decided(9, "09.15", GRANTED, login="inggrid", form="hard"),
        answered(9, "10.30", "inggrid"),
        *controlled(8, "09.00", "nadia", "debora", "gregor"),
        signed(8, "13.40", "tamar"),
        handed(7, "09.55", _YOUTH.name, 2, login=_DESK),
    )
