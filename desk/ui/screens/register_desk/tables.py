"""The three tables of the register desk, described by columns."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from desk.queries.agenda import AgendaRow, ElectronicLetter
from desk.queries.cases import CaseRow
from desk.ui.screens.due import due_tone, due_words
from desk.ui.screens.tray.words import channel, short_number
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Column, EmptyState, RowTable
from desk.ui.words import full_day, short_moment

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk.rules.workflow import Flow

Local = Callable[[datetime], datetime]
"""Turns a moment into the office's wall clock."""


def letters_table(
    local: Local, flow: Callable[[CaseRow], "Flow"], today: Callable[[], date], parent: "QWidget"
) -> "RowTable[CaseRow]":
    """Letters registered and not yet passed on."""
    columns = (
        Column[CaseRow]("No.", lambda row: short_number(row.number), strong=True),
        Column[CaseRow]("Pengirim", lambda row: row.applicant, width=190),
        Column[CaseRow]("Perihal", lambda row: row.subject, stretch=True),
        Column[CaseRow]("Saluran", lambda row: channel(row.channel)),
        Column[CaseRow](
            "Diregister",
            lambda row: short_moment(local(row.registered_at)),
            sort=lambda row: row.registered_at,
        ),
        Column[CaseRow](
            "Batas waktu",
            lambda row: due_words(row, flow(row), today()),
            tone=lambda row: due_tone(row, flow(row)),
            sort=lambda row: row.due or date.max,
        ),
    )
    empty = EmptyState(
        "check", "Semua surat sudah diteruskan", "Surat masuk baru: F2. Surat yang diregister muncul di sini."
    )
    return RowTable(columns, key=lambda row: row.id, empty=empty, parent=parent)


def electronic_table(local: Local, parent: "QWidget") -> "RowTable[ElectronicLetter]":
    """Files that came in electronically and go on as paper (C2)."""
    columns = (
        Column[ElectronicLetter]("Berkas", lambda row: row.name, stretch=True, strong=True),
        Column[ElectronicLetter]("No.", lambda row: short_number(row.number)),
        Column[ElectronicLetter]("Pengirim", lambda row: row.sender, width=190),
        Column[ElectronicLetter]("Saluran", lambda row: channel(row.channel)),
        Column[ElectronicLetter]("Masuk", lambda row: short_moment(local(row.at)), sort=lambda row: row.at),
        Column[ElectronicLetter](
            "Cetak",
            lambda row: _printed(row, local),
            tone=lambda row: Tone.GOOD if row.printed_at else Tone.WARN,
        ),
    )
    empty = EmptyState(
        "check", "Tidak ada surat elektronik", "Lampiran dari surel, WhatsApp, dan kanal lain muncul di sini."
    )
    return RowTable(columns, key=lambda row: row.file_id, empty=empty, parent=parent)


def agenda_table(local: Local, parent: "QWidget") -> "RowTable[AgendaRow]":
    """The agenda of incoming letters."""
    columns = (
        Column[AgendaRow]("No.", lambda row: short_number(row.number), strong=True),
        Column[AgendaRow](
            "Diterima", lambda row: short_moment(local(row.received_at)), sort=lambda row: row.received_at
        ),
        Column[AgendaRow]("Nomor surat", lambda row: row.letter_number, width=150),
        Column[AgendaRow]("Tanggal surat", _letter_day, sort=lambda row: row.letter_date),
        Column[AgendaRow]("Dari", lambda row: row.sender, width=170),
        Column[AgendaRow]("Perihal", lambda row: row.subject, stretch=True),
        Column[AgendaRow](
            "Langkah",
            lambda row: row.step_label,
            tone=lambda row: Tone.GOOD if row.closed else Tone.NEUTRAL,
        ),
    )
    empty = EmptyState("book", "Buku agenda masih kosong", "Surat masuk pertama dicatat dengan F2.")
    return RowTable(columns, key=lambda row: row.case_id, empty=empty, parent=parent)


def _printed(row: ElectronicLetter, local: Local) -> str:
    return f"dicetak {short_moment(local(row.printed_at))}" if row.printed_at else "belum dicetak"


def _letter_day(row: AgendaRow) -> str:
    return full_day(date.fromisoformat(row.letter_date)) if row.letter_date else ""
