"""Sentences about the staged control and about who signs as what."""

from typing import TYPE_CHECKING

from desk.ui.words import short_moment

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace
    from desk.queries.casefile import CaseFile
    from desk.standards.model import Standard

_VERDICTS = {"paraf": "paraf", "returned": "dikembalikan"}


def control_words(file: "CaseFile", standard: "Standard") -> str:
    """Who gave a paraf or returned the letter, when, and what was said."""
    parts = []
    for one in file.controls:
        note = f" “{one.note}”" if one.note else ""
        at = short_moment(file.office.local(one.at))
        parts.append(
            f"{standard.short_title(one.role)}: {_VERDICTS.get(one.verdict, one.verdict)} {at}{note}"
        )
    return " · ".join(parts)


def position_of(file: "CaseFile", standard: "Standard", place: "Workplace") -> str:
    """The office held in which this person signs now: ``Plh. Ketua``."""
    letter = file.letter
    role = file.page.row.holder or (letter.signer_role if letter is not None else "")
    return position_in(role, standard, place)


def position_in(role: str, standard: "Standard", place: "Workplace") -> str:
    """How this person signs in a role now."""
    from desk.queries.staff import mandate_of

    lent = place.ask(mandate_of, place.actor.staff_id, role, place.now()) is not None
    return f"Plh. {standard.title(role)}" if lent else standard.title(role)
