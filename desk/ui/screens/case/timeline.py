"""Everything that happened to a case in one line of time, newest first (P7, R9)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desk.actions.corrections import VERB
from desk.actions.delivery import WAYS
from desk.queries.casefile import CaseFile
from desk.queries.deliveries import DeliveryRow
from desk.queries.history import ControlRow, DispositionRow, LetterRow, StepRow
from desk.rules import versions
from desk.rules.workflow import Flow, Move, MoveKind, Sheet, StepUnknown
from desk.standards.model import Standard
from desk.ui.screens.case.minutes import minutes_words, over_words
from desk.ui.screens.case.side import addressed, disposition_words
from desk.ui.screens.case.words import by_words
from desk.ui.words import full_day

_SAME = timedelta(seconds=2)
"""What is written by one action lies no further apart."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened: ``title``, by whom, with which words; ``paper``: recorded from paper.

    ``minutes`` says what was planned and taken for the step it ended, ``over`` by how much it was late.
    """

    at: datetime
    title: str
    by: str = ""
    note: str = ""
    paper: bool = False
    minutes: str = ""
    over: str = ""


def timeline(file: CaseFile, standard: Standard) -> tuple[Entry, ...]:
    """All entries, newest first. A disposition, control, signature or delivery stands for its own step."""
    told = _told(file, standard)
    moves = [_step(file, told, place, standard) for place in range(len(file.steps))]
    left = [entry for entries in told.values() for entry in entries]
    extended = [row.at for row in file.steps if row.verb == "perpanjang"]
    dates = [
        Entry(event.at, event.text)
        for event in file.due_events
        if not any(abs(event.at - at) <= _SAME for at in extended)
    ]
    files = [Entry(row.at, f"Berkas disimpan: {row.name}", row.by) for row in file.files]
    fees = [Entry(row.at, f"Biaya diterima, tanda terima {row.number}", row.by) for row in file.fees]
    everything = sorted([*moves, *left, *dates, *files, *fees], key=lambda entry: entry.at)
    return tuple(reversed(everything))


def _told(file: CaseFile, standard: Standard) -> dict[str, list[Entry]]:
    """What is told more fully than by its step record, by what it tells of, oldest first."""
    return {
        "disposition": [_disposition(row, standard) for row in file.dispositions],
        "paraf": [_control(row, standard) for row in file.controls if row.verdict == "paraf"],
        "returned": [_control(row, standard) for row in file.controls if row.verdict != "paraf"],
        "signed": [_signed(row) for row in reversed(file.letters) if row.signed_at is not None],
        "delivered": [_delivered(row) for row in reversed(file.deliveries)],
    }


_TELLS = {
    Sheet.DISPOSE: "disposition",
    Sheet.SPOKEN: "disposition",
    Sheet.SIGN: "signed",
    Sheet.HAND_OVER: "delivered",
}
_CONTROLS = {MoveKind.PARAF: "paraf", MoveKind.RETURN: "returned"}


_STAYS = {
    "perpanjang": "Batas waktu diperpanjang",
    VERB: "Isian permohonan diperbaiki",
    versions.VERB: "Mengikuti standar baru",
}
"""Steps at which a case stays where it is."""


def _step(file: CaseFile, told: dict[str, list[Entry]], place: int, standard: Standard) -> Entry:
    """The entry of a step record, in the words of the standard it was made under, with the minutes of the
    step it ended."""
    row, flow = file.steps[place], file.flows[place]
    entry = _taken(flow, told, row) or _move(flow, row, standard)
    spent = next((one for one in file.minutes if one.stay.left == place), None)
    return entry if spent is None else replace(entry, minutes=minutes_words(spent), over=over_words(spent))


def _taken(flow: Flow, told: dict[str, list[Entry]], row: StepRow) -> Entry | None:
    """The entry that tells of a step, taken out of those left."""
    move = _made(flow, row)
    tells = "" if move is None else _TELLS.get(move.sheet) or _CONTROLS.get(move.kind, "")
    entries = told.get(tells, [])
    found = next((entry for entry in entries if abs(entry.at - row.at) <= _SAME), None)
    if found is not None:
        entries.remove(found)
    return found


def _move(flow: Flow, row: StepRow, standard: Standard) -> Entry:
    by = by_words(standard, row.by, row.role, row.acting)
    return Entry(row.at, move_words(flow, row), by, row.note, row.from_paper)


def move_words(flow: Flow, row: StepRow) -> str:
    """A step record in words: the label of its move, and where it led."""
    if row.verb == "daftar":
        return "Didaftarkan"
    if row.verb in _STAYS:
        return _STAYS[row.verb]
    move = _made(flow, row)
    try:
        to = flow.step(row.to_step).label
    except StepUnknown:
        return row.verb
    label = row.verb if move is None else move.label
    if move is not None and move.kind is MoveKind.DECISION:
        return f"Keputusan: {label}"
    return label if row.from_step == row.to_step else f"{label} → {to}"


def _made(flow: Flow, row: StepRow) -> Move | None:
    """The move of the flow that a step record tells of; None where the flow knows none (any more)."""
    try:
        moves = flow.moves(row.from_step)
    except StepUnknown:
        return None
    same = [one for one in moves if one.verb == row.verb]
    return next((one for one in same if one.to == row.to_step), same[0] if same else None)


def _disposition(row: DispositionRow, standard: Standard) -> Entry:
    words = " ".join(part for part in (disposition_words(row), addressed(row, standard)) if part)
    return Entry(
        row.at, "Disposisi", by_words(standard, row.by, row.from_role, row.acting), words, row.from_paper
    )


def _control(row: ControlRow, standard: Standard) -> Entry:
    title = "Paraf" if row.verdict == "paraf" else "Dikembalikan dengan koreksi"
    return Entry(row.at, title, by_words(standard, row.by, row.role), row.note)


def _signed(row: LetterRow) -> Entry:
    at = row.signed_at
    if at is None:
        raise ValueError(row.id)
    dated = f"bertanggal {full_day(row.dated)}" if row.dated and row.dated != at.date() else ""
    paper = "Surat" if row.extension_id is None else "Pemberitahuan perpanjangan"
    title = f"{paper} {row.number} ditandatangani"
    void = "dinyatakan batal" if row.state == "void" else ""
    note = ", ".join(part for part in (dated, void) if part)
    return Entry(at, title, f"{row.signer_name}, {row.position.rstrip(',')}", note)


def _delivered(row: DeliveryRow) -> Entry:
    proxy = " (kuasa)" if row.proxy else ""
    title = f"Diserahkan kepada {row.receiver}{proxy}"
    way = WAYS.get(row.way, row.way)
    way = way if any(letter.isupper() for letter in way[1:]) else way.lower()
    signed = "ditandatangani di buku ekspedisi" if row.signed_on_paper else ""
    note = " · ".join(part for part in (f"Ekspedisi {row.number}: {row.content}", way, signed) if part)
    return Entry(row.at, title, row.by, note)
