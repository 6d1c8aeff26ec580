"""The answer in work: what is stored of it, what it starts from, and how its text follows the decision."""

from dataclasses import dataclass, replace

from desk.actions.letters import LetterText
from desk.queries.casefile import CaseFile
from desk.queries.history import LetterRow
from desk.rules.confidence import CONFIDENTIAL, called
from desk.services.answering import DecisionDraft, LetterBasis, addressee_of
from desk.services.catalog import ServiceKit, service_kit
from desk.standards.model import Standard
from desk.ui.screens.case.words import role_words
from desk.ui.screens.decision.words import draft_of
from desk.ui.screens.letter_editor.editor import Signer
from desk.ui.words import full_day


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """A decision and a letter as they stand on screen."""

    decision: DecisionDraft | None
    letter: LetterText


def basis_of(file: CaseFile) -> LetterBasis:
    """What a starting text may say about a case; who complained is no part of it (S4)."""
    page, who = file.page, file.page.applicant
    nature = {"segera": "Segera", "sangat_segera": "Sangat segera", "rahasia": "Rahasia"}
    last = file.dispositions[-1].nature if file.dispositions else ""
    secret = page.row.service in CONFIDENTIAL
    return LetterBasis(
        applicant=called(page.row.number) if secret else who.name,
        body_name="" if secret else who.body_name,
        place="" if secret else who.address,
        subject=page.row.subject,
        number=page.row.number,
        asked_on=full_day(file.office.day_of(page.received_at)),
        by_letter=bool(page.detail.get("letter")),
        signer_role=file.signers[0],
        nature=nature.get(last, "Biasa"),
        detail=page.detail,
        entries={one.kind: one.data for one in file.entries},
        events=file.events,
        titles=file.titles,
    )


def kit_of(file: CaseFile) -> ServiceKit:
    """What the service of a case says of itself."""
    return service_kit(file.page.row.service)


def starting_letter(file: CaseFile, decision: DecisionDraft | None, kind: str = "") -> LetterText:
    """A whole letter to begin with, on the usual paper of the decision or on that of ``kind``; nothing in it
    is final."""
    kit, basis = kit_of(file), basis_of(file)
    paper = kind or kit.paper_of(decision.kind if decision else "", basis)
    start = kit.write(basis, decision, paper)
    return LetterText(
        kind=start.kind,
        subject=start.subject,
        addressee=start.addressee or addressee_of(basis),
        body=start.body,
        signer_role=basis.signer_role,
        nature=basis.nature,
        copies_to=start.copies_to,
    )


def text_of(row: LetterRow) -> LetterText:
    """A stored letter as the editor takes it."""
    return LetterText(
        kind=row.kind,
        subject=row.subject,
        addressee=row.addressee,
        body=row.body,
        signer_role=row.signer_role,
        nature=row.nature,
        enclosures=row.enclosures,
        copies_to=row.copies_to,
    )


def decided(file: CaseFile) -> DecisionDraft | None:
    """The decision recorded, as the form takes it."""
    return None if file.decision is None else draft_of(kit_of(file), file.decision)


def stored(file: CaseFile) -> AnswerDraft:
    """The answer as stored; where no letter is written yet, with the text it starts from."""
    decision = decided(file)
    letter = file.letter
    if letter is not None and letter.state in ("draft", "submitted"):
        return AnswerDraft(decision, text_of(letter))
    return AnswerDraft(decision, starting_letter(file, decision))


def followed(
    file: CaseFile, shown: AnswerDraft, started: LetterText, decision: DecisionDraft | None
) -> tuple[LetterText, LetterText]:
    """The letter after the decision changed, and the starting text it is compared with from now on.

    Only what nobody touched follows: paper, subject, body.
    """
    fresh = starting_letter(file, decision)
    letter = shown.letter
    changes = {
        name: getattr(fresh, name)
        for name in ("kind", "subject", "body")
        if getattr(letter, name) == getattr(started, name)
    }
    return replace(letter, **changes), fresh


def rebodied(file: CaseFile, shown: AnswerDraft, started: LetterText) -> tuple[LetterText, LetterText]:
    """The letter after another paper was chosen: an untouched body becomes the one of that paper."""
    letter = shown.letter
    body = starting_letter(file, shown.decision, letter.kind).body
    fresh = replace(started, kind=letter.kind, body=body)
    return (replace(letter, body=body) if letter.body == started.body else letter), fresh


def signers_of(file: CaseFile, standard: Standard) -> tuple[Signer, ...]:
    """Who may sign the answer: roles somebody holds, with who acts for them now (Plh.)."""
    acting = {one.role: one.name for one in file.acting}
    return tuple(
        Signer(role, role_words(standard, role), acting.get(role, ""))
        for role in file.signers
        if role in file.filled or role in acting
    )


def corrections(file: CaseFile) -> str:
    """The corrections the letter came back with last, empty when it did not or was put forward since."""
    last = file.controls[-1] if file.controls else None
    put_forward = max((row.at for row in file.steps if row.verb == "ajukan"), default=None)
    if last is None or last.verdict != "returned" or (put_forward is not None and put_forward > last.at):
        return ""
    return f"Dikembalikan oleh {last.by}: {last.note}"
