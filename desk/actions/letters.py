"""Answer letters: drafted, checked stage by stage, signed and numbered, voided (R2, R4, R9)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions import confidence, limits, numbers
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.actions.lan import ServerNeededError
from desk.actions.signatures import date_of, put_signature
from desk.actions.steps import MoveOrder, Stepped, apply_move, facts_of, flow_of
from desk.models import Case, Control, Letter
from desk.queries import entries
from desk.queries.office import profile
from desk.queries.order import last_written
from desk.rules import workflow
from desk.rules.casefacts import DECIDED
from desk.rules.permissions import Capability
from desk.rules.workflow import MoveKind, MoveNotYours, MoveUnknown, Sheet
from desk.services.answering import WrittenAnswer
from desk.services.catalog import service_kit
from desk.services.common import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace

_WRITABLE = frozenset({"draft"})
_TEXTS = ("kind", "subject", "addressee", "body", "nature", "enclosures", "signer_role")


@dataclass(frozen=True, slots=True)
class LetterText:
    """What the editor holds. ``kind`` is the paper: one of the ``letters`` of the service."""

    kind: str
    subject: str
    addressee: str
    body: str
    signer_role: str
    nature: str = "Biasa"
    enclosures: str = ""
    copies_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """A letter just signed, with its official number and where its case stands."""

    letter_id: str
    number: str
    dated: date
    stepped: Stepped


def save_letter(
    workplace: "Workplace", case_id: str, text: LetterText, seen: LetterText | None = None
) -> str:
    """Write or rewrite the draft letter of a case; returns its id.

    ``seen`` is the text the editor began from: given, a draft that says something else by now is not
    written over.

    Raises:
        ProblemsError: subject or addressee is missing, kind or signer do not belong to the service,
            or it names a confidential applicant.
        MoveNotYours: the case lies with somebody else, or nothing is written at its step.
        StaleError: the letter is being checked or already signed, or a colleague changed it.
    """
    workplace.require(Capability.WRITE_LETTER)
    wanted = (
        ("subject", text.subject, "Isi perihal surat."),
        ("addressee", text.addressee, "Isi tujuan surat."),
    )
    problems = [Problem(name, sentence) for name, value, sentence in wanted if not value.strip()]
    if problems:
        raise ProblemsError(problems)
    with workplace.write("save_letter") as session:
        case = limits.open_case_row(session, case_id)
        letter = _current(session, case_id)
        if letter is not None and letter.state not in _WRITABLE:
            raise StaleError("Surat ini sedang diperiksa. Minta dikembalikan bila perlu diubah.")
        _check_writer(workplace, case)
        _check_kind(workplace, case, text)
        confidence.keep_secret(
            session, case, "body", text.subject, text.addressee, text.body, *text.copies_to
        )
        if letter is not None and seen is not None and not _says(letter, seen):
            raise StaleError("Konsep ini sudah diubah rekan Anda. Isi terbarunya ditampilkan.")
        if letter is None:
            letter = Letter(case_id=case_id, written_by=workplace.actor.staff_id, state="draft")
            session.add(letter)
        for name in _TEXTS:
            setattr(letter, name, getattr(text, name).strip())
        letter.copies_to = [one.strip() for one in text.copies_to if one.strip()]
        session.flush()
        return letter.id


def submit_letter(workplace: "Workplace", case_id: str, expected_step: str = "") -> Stepped:
    """Put the letter forward for the staged control (R9).

    Raises:
        ProblemsError: no letter, an empty one, one that does not fit the decision (a refusal, and nothing
            else, answers what is exempt, L3/III.B.1), the entry that the decision needs is not written, or
            the letter lacks what its service wants in it.
        MoveRefused: nothing is decided yet, or the step is somebody else's.
    """
    workplace.require(Capability.WRITE_LETTER)
    with workplace.write("submit_letter") as session:
        case = limits.open_case_row(session, case_id)
        letter = _current(session, case_id)
        kit = service_kit(case.service)
        if letter is None or not (letter.body.strip() or kit.speaks(letter.kind)):
            raise ProblemsError([Problem("body", "Tulis isi surat sebelum diajukan.")])
        decided = kit.decision(case.decision)
        if decided is not None and letter.kind not in decided.letters:
            raise ProblemsError([Problem("kind", "Jenis surat tidak sesuai dengan keputusan.")])
        kept = entries.latest(session, case_id)
        if decided is not None and decided.entry and decided.entry not in kept:
            label = kit.entries[decided.entry].label.lower()
            raise ProblemsError([Problem("kind", f"Catat {label} lebih dahulu.")])
        answer = WrittenAnswer(case.decision, letter.body, tuple(letter.copies_to), kept)
        if lacks := kit.letter_problems(answer):
            raise ProblemsError(lacks)
        verb = flow_of(workplace, case).written_on(case.step, Sheet.LETTER)
        stepped = apply_move(session, workplace, MoveOrder(case_id, verb, expected_step))
        letter.state = "submitted"
        return stepped


def give_paraf(workplace: "Workplace", case_id: str, note: str = "", expected_step: str = "") -> Stepped:
    """Give the paraf of the stage that holds the letter; the next stage or the signer holds it then (R9)."""
    workplace.require(Capability.GIVE_PARAF)
    with workplace.write("give_paraf") as session:
        _submitted(session, case_id)
        case = _control(session, workplace, case_id, "paraf", note)
        verb = _verb(workplace, case, MoveKind.PARAF)
        return apply_move(session, workplace, MoveOrder(case_id, verb, expected_step, reason=note))


def return_letter(workplace: "Workplace", case_id: str, corrections: str, expected_step: str = "") -> Stepped:
    """Return a letter with corrections to who put it forward; parafs given so far are void.

    Raises:
        ReasonMissing: no corrections were written.
        StaleError: no letter is being checked or waits for its signature.
    """
    with workplace.write("return_letter") as session:
        letter = _submitted(session, case_id)
        case = _control(session, workplace, case_id, "returned", corrections)
        verb = _verb(workplace, case, MoveKind.RETURN)
        order = MoveOrder(case_id, verb, expected_step, reason=corrections)
        stepped = apply_move(session, workplace, order)
        letter.state = "draft"
        return stepped


def sign_letter(
    workplace: "Workplace", case_id: str, expected_step: str = "", dated: date | None = None
) -> Signed:
    """Sign the letter of a case: it gets its official number and date, and the case goes on to hand-over.

    ``dated`` before today back-dates it: the number takes a suffix (R2).

    Raises:
        NotAllowedError: the person neither holds the signing role nor a mandate for it.
        ServerNeededError: the office's server, which gives the number, is out of reach.
        ProblemsError: the date is still to come, or before the case was registered.
        StaleError: the letter is not put forward.
    """
    workplace.require(Capability.SIGN)
    with workplace.lan.first(f"sign:{case_id}") as sure:
        if not sure:
            raise ServerNeededError(
                "Luring: surat baru dapat ditandatangani dan dinomori saat server tersambung."
            )
        signed = _sign(workplace, case_id, expected_step, dated)
    return replace(signed, number=numbers.official(signed.number, workplace))


def _sign(workplace: "Workplace", case_id: str, expected_step: str, dated: date | None) -> Signed:
    with workplace.write("sign_letter") as session:
        case = limits.open_case_row(session, case_id)
        letter = _submitted(session, case_id)
        _check_date(session, workplace, case, dated)
        role = case.holder or letter.signer_role
        if role not in workplace.roles:
            raise NotAllowedError("Surat ini ditandatangani pejabat lain.")
        verb = flow_of(workplace, case).written_on(case.step, Sheet.SIGN)
        stepped = apply_move(session, workplace, MoveOrder(case_id, verb, expected_step))
        put_signature(session, workplace, case, letter, role, dated)
        return Signed(letter.id, letter.number, date_of(letter), stepped)


def void_letter(workplace: "Workplace", letter_id: str, reason: str) -> None:
    """Declare a signed letter void; its number keeps its place with the reason (R2). A case that still waits
    to be handed over goes back to who prepared the letter, where its flow says so.

    Raises:
        NotAllowedError: the person does not hold the role it was signed in.
        NotFoundError: no signed letter of that id.
        NumberInUseError: no reason was given.
    """
    workplace.require(Capability.SIGN)
    with workplace.write("void_letter") as session:
        letter = session.get(Letter, letter_id)
        if letter is None or letter.state != "signed":
            raise NotFoundError("Surat yang ditandatangani tidak ditemukan.")
        if letter.signer_role not in workplace.roles:
            raise NotAllowedError("Surat ini hanya dapat dibatalkan pejabat yang menandatanganinya.")
        case = session.get(Case, letter.case_id)
        stays = case is None or case.closed_at is not None or letter.extension_id is not None
        back = None if case is None or stays else _way_back(workplace, case)
        if back is not None:
            apply_move(session, workplace, MoveOrder(letter.case_id, back, reason=reason))
        else:
            numbers.mark_void(session, letter.number, reason, workplace.now())
            letter.state = "void"


def _control(session: "Session", workplace: "Workplace", case_id: str, verdict: str, note: str) -> Case:
    """Record a stage of the control; the case it belongs to."""
    case = limits.open_case_row(session, case_id)
    letter = _current(session, case_id)
    role = case.holder if case.holder in workplace.roles else workplace.role
    session.add(
        Control(
            case_id=case_id,
            letter_id=letter.id if letter is not None else None,
            role=role or workplace.role,
            staff_id=workplace.actor.staff_id,
            at=workplace.now(),
            verdict=verdict,
            note=note.strip(),
        )
    )
    return case


def _check_writer(workplace: "Workplace", case: Case) -> None:
    """Who may put the letter forward may write it."""
    flow = flow_of(workplace, case)
    moves = workflow.allowed(flow, case.step, workplace.roles, case.holder, facts_of(case) | {DECIDED})
    if not any(move.sheet is Sheet.LETTER for move in moves):
        raise MoveNotYours("Surat ditulis oleh pejabat yang sedang memegang permohonan ini.")


def _check_kind(workplace: "Workplace", case: Case, text: LetterText) -> None:
    service = workplace.standards.get(case.standard).services[case.service]
    problems = []
    if text.kind not in service.letters:
        problems.append(Problem("kind", "Jenis surat ini tidak dipakai pada layanan ini."))
    if text.signer_role not in service.signers:
        problems.append(Problem("signer_role", "Pilih pejabat penanda tangan."))
    if problems:
        raise ProblemsError(problems)


def _says(letter: Letter, text: LetterText) -> bool:
    copies = [one.strip() for one in text.copies_to if one.strip()]
    same = all(getattr(letter, name) == getattr(text, name).strip() for name in _TEXTS)
    return same and list(letter.copies_to) == copies


def _check_date(session: "Session", workplace: "Workplace", case: Case, dated: date | None) -> None:
    office = profile(session)
    if dated is None:
        return
    if dated > office.day_of(workplace.now()):
        raise ProblemsError([Problem("dated", "Tanggal surat belum tiba.")])
    if dated < office.day_of(case.registered_at):
        raise ProblemsError([Problem("dated", "Tanggal surat mendahului pendaftaran permohonan.")])


def _way_back(workplace: "Workplace", case: Case) -> str | None:
    """The verb by which a case returns to be prepared once its signed letter is void."""
    moves = flow_of(workplace, case).moves(case.step)
    return next((move.verb for move in moves if move.kind is MoveKind.RETURN), None)


def _verb(workplace: "Workplace", case: Case, kind: MoveKind) -> str:
    step = flow_of(workplace, case).step(case.step)
    found = next((move.verb for move in step.moves if move.kind is kind), None)
    if found is None:
        raise MoveUnknown(f"Surat tidak diperiksa pada langkah {step.label}.")
    return found


def _submitted(session: "Session", case_id: str) -> Letter:
    letter = _current(session, case_id)
    if letter is None or letter.state != "submitted":
        raise StaleError("Surat belum diajukan atau sudah dikembalikan.")
    return letter


def _current(session: "Session", case_id: str) -> Letter | None:
    return session.scalar(
        select(Letter)
        .where(Letter.case_id == case_id, Letter.state.in_(("draft", "submitted")))
        .order_by(*last_written(Letter))
        .limit(1)
    )
