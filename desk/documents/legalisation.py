"""Legalisation of a signed paper: "Salinan sesuai dengan aslinya", office, who legalises, room for the stamp
(facts.md, "Letters, numbers, books")."""

from collections.abc import Sequence
from datetime import date

from desk.documents.facts import OfficeFacts, SignerFacts
from desk.documents.kit.block import Block, framed, gap, stack
from desk.documents.kit.signature import signature, signed_right
from desk.documents.kit.style import Type
from desk.documents.kit.words import full_office_name, long_date, place_and_date

WORDS = "Salinan sesuai dengan aslinya"
_TO_COME = SignerFacts(position="Sekretaris,", name="")


def signed_and_legalised(
    office: OfficeFacts,
    signer: SignerFacts,
    issued_on: date,
    legaliser: SignerFacts | None,
    legalised_on: date | None,
    faces: Type,
    width: float,
) -> Sequence[Block]:
    """The chair's signature right and below it the framed legalisation left, never parted; without a
    legaliser its name is left to write."""
    day = f"{office.city}, {long_date(legalised_on)}" if legalised_on else place_and_date(office.city, None)
    part = width * 0.52
    legal = signature(
        legaliser or _TO_COME,
        faces.body,
        part - 20,
        above=[WORDS, full_office_name(office.name), day],
        room=5,
    )
    signed = signed_right(signer, faces.body, width, above=[place_and_date(office.city, issued_on)])
    return [gap(faces.gap(1)), stack([signed, gap(faces.gap(0.8)), framed([legal], part, pad=8)])]
