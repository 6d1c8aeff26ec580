"""Replacements in the council of the demo office (S2): one published, one whose clarification is open."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.actions.attachments import NewFile
from desk.demo.events import (
    Event,
    advised,
    answered,
    begun,
    controlled,
    entered,
    handed,
    moved,
    ordered,
    signed,
)
from desk.demo.office import shipped
from desk.demo.story import Story
from desk.rules.intake import ApplicantKind, Channel
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.paw import PawDraft
from desk.services.paw_candidates import Ranking
from desk.services.paw_plenary import Plenary, Publication
from desk.services.paw_ranks import NAMED, Candidate, Standing
from desk.services.paw_verification import Proposal, Verification

if TYPE_CHECKING:
    from desk.demo.agenda import Agenda

_COUNCIL = ApplicantDraft(
    kind=ApplicantKind.DPRD,
    name="Zainal Mutaqin",
    body_name="DPRD Kabupaten Tanjung Lestari",
    phone="0812-0000-1604",
    address="Jalan Merdeka Selatan 1, Tanjung Lestari",
)

CLARIFYING = "Saiful Suryadi"
"""Whose resignation is being clarified when the story ends."""

_DIED, _WITHDREW = "Joko Hidayatullah", "Hendri Sutanto"


def stories(agenda: "Agenda") -> list[Story]:
    """The two, for the days of an agenda."""
    published = PawDraft(
        applicant=_COUNCIL,
        letter=LetterDraft("170/84/DPRD", agenda.day(15), _COUNCIL.body_name, "Anggota DPRD yang berhenti"),
        member=_DIED,
        party="Partai Rumpun Warga",
        district="Tanjung Lestari 3",
        reason="meninggal",
        signers=("ketua",),
        ticked=("kematian", "permintaan", "surat"),
    )
    clarified = replace(
        published,
        letter=LetterDraft("170/97/DPRD", agenda.day(4), _COUNCIL.body_name, "Anggota DPRD yang berhenti"),
        member=CLARIFYING,
        party="Partai Bahari Jaya",
        district="Tanjung Lestari 2",
        reason="mengundurkan_diri",
        signers=("ketua", "wakil_1"),
        ticked=("pengunduran", "permintaan", "surat"),
    )
    return [
        _story(
            14,
            "08.35",
            published,
            *_to_the_section(14),
            *_verified(13),
            *_decided(agenda, 12),
            *_sent(agenda),
        ),
        _story(3, "08.40", clarified, *_to_the_section(3), *_asked_back(2)),
    ]


def _story(ago: int, clock: str, form: PawDraft, *events: Event) -> Story:
    letter = NewFile("surat-pimpinan-dprd.pdf", shipped("surat-permohonan.pdf"), "incoming_letter")
    return Story(
        ago,
        clock,
        form.applicant,
        events=events,
        login="wulan",
        channel=Channel.LETTER,
        files=(letter,),
        service="paw",
        form=form,
    )


def _to_the_section(ago: int) -> tuple[Event, ...]:
    """By Sekretaris and Ketua to the Kasubag Teknis, within a day."""
    return (
        moved(ago, "09.20", "wulan", "teruskan"),
        advised(ago, "10.10", "Dokumen diverifikasi Subbagian Teknis sebelum rapat pleno."),
        ordered(ago - 1, "08.30", "kasubag_teknis", ("Siapkan data",), "Verifikasi dan urutkan calonnya."),
    )


def _verified(ago: int) -> tuple[Event, ...]:
    """Documents are sound; the next candidate has withdrawn, the one after is proposed."""
    return (
        begun(ago, "10.30", "mira", "catat_verifikasi", "verifikasi", _sound),
        begun(ago, "11.00", "mira", "urutkan_calon", "calon", _ranked),
        entered(ago, "11.15", "mira", "selesai_verifikasi", Proposal(NAMED)),
    )


def _sound(entry: Verification) -> Verification:
    judged = (replace(one, complete="ya", correct="ya", valid="ya") for one in entry.documents)
    return replace(entry, documents=tuple(judged))


def _ranked(entry: Ranking) -> Ranking:
    return replace(entry, candidates=tuple(_standing(one) for one in entry.candidates))


def _standing(one: Candidate) -> Candidate:
    if one.name != _WITHDREW:
        return one
    return replace(one, standing=Standing.WITHDREW.value, reason="surat pernyataan bermeterai")


def _decided(agenda: "Agenda", ago: int) -> tuple[Event, ...]:
    """The plenary names the candidate; the answer goes through every stage and is signed."""

    def held(entry: Plenary) -> Plenary:
        return replace(
            entry, number="31/PY.03.1-BA/5299", held_on=agenda.day(ago), place="ruang rapat kantor"
        )

    return (
        moved(ago, "08.45", "dewi", "ajukan_pleno"),
        begun(ago, "10.20", "dewi", "tetapkan_calon", "pleno", held, NAMED),
        answered(ago, "11.10", "mira"),
        *controlled(ago, "13.10", "mira", "hendra", "dewi", "ratna", "wayan"),
        signed(ago - 1, "08.55", "ratna"),
    )


def _sent(agenda: "Agenda") -> tuple[Event, ...]:
    link = Publication("https://publikasipaw.kpu.go.id/tanjung-lestari/3", agenda.day(10))
    return (
        handed(11, "10.40", _COUNCIL.name, 1),
        entered(10, "09.25", "mira", "catat_publikasi", link),
    )


def _asked_back(ago: int) -> tuple[Event, ...]:
    why = "Tanda tangan pada surat pengunduran diri berbeda dengan dokumen pencalonan."
    return (
        begun(ago, "10.15", "mira", "urutkan_calon", "calon"),
        moved(ago, "10.40", "mira", "klarifikasi", why),
    )
