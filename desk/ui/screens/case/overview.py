"""Ringkasan: what was asked, by whom, what is required, what was decided."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.queries.casefile import CaseFile
from desk.queries.entries import EntryRow
from desk.rules.intake import APPLICANT_LABELS, CHANNEL_LABELS
from desk.rules.masking import group_phone
from desk.services.catalog import Pairs, service_kit
from desk.services.common import labelled
from desk.services.education_words import moment_span
from desk.standards.model import Standard
from desk.ui.fields import CheckItem, CheckList
from desk.ui.screens.case.pieces import Facts, ReadPage
from desk.ui.screens.case.side import identity_words
from desk.ui.screens.decision.words import summary
from desk.ui.sections.words import UNIT_WORDS
from desk.ui.theme.text import Text, rule
from desk.ui.widgets import SecondaryButton, SectionTitle
from desk.ui.words import full_day, full_moment

CORRECT_KEY = "Ctrl+E"


def request_pairs(file: CaseFile, standard: Standard) -> Pairs:
    """What was asked and how it is counted."""
    page = file.page
    limits = standard.services[page.row.service].limits
    limit = limits.get(page.category)
    return (
        *service_kit(page.row.service).summary(page.detail),
        ("Jalur", labelled(CHANNEL_LABELS, page.row.channel)),
        ("Nomor e-PPID", page.eppid_number),
        ("Nomor dibatalkan", file.void_reason),
        ("Diterima", full_moment(file.office.local(page.received_at))),
        ("Lengkap", full_moment(file.office.local(page.complete_at)) if page.complete_at else "belum"),
        ("Jangka waktu", limit.label if limit else ""),
        ("Batas waktu", full_day(page.row.due) if page.row.due else ""),
        ("Batas waktu awal", _original(file)),
        ("Tidak dihitung", _stopped(file)),
        ("Menunggu", _awaited(file)),
        ("Ditutup", full_moment(file.office.local(page.closed_at)) if page.closed_at else ""),
        ("Dicatat kemudian", "dari formulir kertas" if page.back_entry else ""),
        ("Kode tanda terima", page.code),
    )


def letter_pairs(file: CaseFile) -> Pairs:
    """The letter it came by."""
    letter = file.page.detail.get("letter") or {}
    return (
        ("Nomor surat", str(letter.get("number") or "")),
        ("Tanggal surat", _day(letter.get("dated"))),
        ("Pengirim", str(letter.get("sender") or "")),
        ("Perihal", str(letter.get("subject") or "")),
    )


def applicant_pairs(file: CaseFile, *, whole: bool) -> Pairs:
    """Who asks; the identity number whole only for roles that may see it."""
    who = file.page.applicant
    return (
        ("Nama", who.name),
        ("Lembaga", who.body_name),
        ("Jenis pemohon", labelled(APPLICANT_LABELS, who.kind)),
        ("Nomor identitas", identity_words(who, whole=whole)),
        ("Akta", who.deed),
        ("Alamat", who.address),
        ("Pekerjaan", who.occupation),
        ("Telepon", group_phone(who.phone)),
        ("Surel", who.email),
        ("Kuasa", who.proxy_name),
    )


def event_pairs(file: CaseFile) -> Pairs:
    """Its days in the calendar of events, each with its place and what it has (S7)."""
    return tuple(
        (
            moment_span(one.starts, one.ends),
            " · ".join(part for part in (one.place, one.speakers, one.equipment) if part),
        )
        for one in file.events
    )


def latest(file: CaseFile) -> tuple[EntryRow, ...]:
    """The entry that holds of each kind, the newest kind last."""
    return tuple({one.kind: one for one in file.entries}.values())


def _original(file: CaseFile) -> str:
    page = file.page
    moved = page.original_due is not None and page.original_due != page.row.due
    return full_day(page.original_due) if moved and page.original_due else ""


def _awaited(file: CaseFile) -> str:
    """What is awaited now, and why."""
    step = file.flow.step(file.page.row.step)
    if not step.waits:
        return ""
    why = next((one.note for one in reversed(file.steps) if one.to_step == step.id), "")
    return f"{step.awaited}: {why}" if why else step.awaited


def _stopped(file: CaseFile) -> str:
    """Days on which the clock stood."""
    due = file.limit.due
    unit = UNIT_WORDS[file.limit.limit.unit] if file.limit.limit is not None else ""
    return f"{due.stopped_days} {unit}, hitungan berhenti" if due is not None and due.stopped_days else ""


def _day(value: object) -> str:
    """A stored day in words."""
    return full_day(date.fromisoformat(str(value))) if value else ""


class Overview(ReadPage):
    """The tab.

    Signals:
        ticked: papers were ticked or unticked (dict of key -> present).
        correcting: the form is to be corrected.
    """

    ticked = Signal(dict)
    correcting = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ringkasan permohonan", parent)
        self.checks: CheckList | None = None
        self.correct: SecondaryButton | None = None

    def show_case(self, file: CaseFile, standard: Standard, *, whole: bool, may_change: bool) -> None:
        """Show another case, or the same anew; ``may_change``: papers ticked, the form corrected."""
        self.checks = self.correct = None
        head = self._head(may_correct=may_change and not file.page.row.closed)
        parts: list[QWidget] = [head, Facts(request_pairs(file, standard))]
        if any(words for _label_, words in letter_pairs(file)):
            parts += [rule(), SectionTitle("Surat pemohon"), Facts(letter_pairs(file))]
        parts += [rule(), SectionTitle("Pemohon"), Facts(applicant_pairs(file, whole=whole))]
        if file.page.checklist:
            parts += [rule(), self._checklist(file, may_tick=may_change)]
        if file.events:
            parts += [rule(), SectionTitle("Kalender pendidikan"), Facts(event_pairs(file))]
        for entry in latest(file):
            kind = service_kit(file.page.row.service).entries.get(entry.kind)
            if kind is not None:
                parts += [rule(), SectionTitle(kind.label), Facts(kind.summary(entry.data))]
        if file.decision is not None:
            kit = service_kit(file.page.row.service)
            title = SectionTitle(f"Keputusan: {kit.decision_label(file.decision.kind)}")
            parts += [rule(), title, Facts(summary(kit, file.decision))]
        self.refill(parts)

    def _head(self, *, may_correct: bool) -> QWidget:
        title = SectionTitle("Permohonan")
        if not may_correct:
            return title
        self.correct = SecondaryButton("Perbaiki isian", CORRECT_KEY, icon="pen")
        self.correct.clicked.connect(self.correcting)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(title, 1)
        row.addWidget(self.correct)
        return head

    def _checklist(self, file: CaseFile, *, may_tick: bool) -> QWidget:
        rows = file.page.checklist
        if not may_tick or file.page.row.closed:
            words = "\n".join(f"{'✓' if row.present else '–'} {row.label}" for row in rows)
            return Text(f"Kelengkapan\n{words}")
        checks = CheckList("Kelengkapan", [CheckItem(row.key, row.label) for row in rows])
        checks.set_value(frozenset(row.key for row in rows if row.present))
        checks.changed.connect(lambda: self._tell(checks))
        self.checks = checks
        return checks

    def _tell(self, checks: CheckList) -> None:
        ticked = checks.value()
        self.ticked.emit({key: key in ticked for key in checks.boxes})
