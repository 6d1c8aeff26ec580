"""The forms of voter data: the request at the counter, result, recap, promise, notification (S6)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desk.rules.intake import CHANNEL_LABELS, ApplicantKind, Channel
from desk.services.catalog import EntryGround
from desk.services.data_pemilih import FOUND_LABELS, Check, DataPemilihDraft, Found
from desk.services.voter_promises import TELLING, Notice, Promise, Told, ToTell
from desk.services.voter_recap import Recap
from desk.ui.fields import (
    ChipChoice,
    Choice,
    DateField,
    Field,
    GridColumn,
    GridField,
    TextAreaField,
    TextField,
)
from desk.ui.fields.datetext import DateTextError, parse_date, short_date
from desk.ui.fields.grid import Rows
from desk.ui.forms.entry_form import OneSection
from desk.ui.forms.judging import Ground, Judged
from desk.ui.forms.service_form import Known, ServiceForm
from desk.ui.sections.applicant import ApplicantSection, ContactSection
from desk.ui.sections.arrival import ArrivalSection
from desk.ui.sections.base import Section
from desk.ui.sections.letter import LetterSection
from desk.ui.sections.voter_data import ShownSection, VoterDataSection
from desk.ui.sections.voter_recap import RecapSection


class DataPemilihForm(ServiceForm):
    """Unique here: what is wanted, and for a person the documents that were looked at."""

    slug = "data_pemilih"
    draft_type = DataPemilihDraft

    def __init__(self, ground: Ground, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.arrival: ArrivalSection[DataPemilihDraft] = ArrivalSection(ground.service.channels)
        self.letter: LetterSection[DataPemilihDraft] = LetterSection(today)
        self.data: VoterDataSection[DataPemilihDraft] = VoterDataSection()
        self.applicant: ApplicantSection[DataPemilihDraft] = ApplicantSection(ground.service.applicants)
        self.papers: ShownSection[DataPemilihDraft] = ShownSection()
        self._sections: tuple[Section[Any], ...] = (
            self.data,
            self.applicant,
            self.papers,
            ContactSection(identity=False),
            self.arrival,
            self.letter,
        )
        for one in self._sections:
            one.changed.connect(self._follow)

    def sections(self) -> Sequence[Section[Any]]:
        """See `ServiceForm.sections`."""
        return self._sections

    def begin(self, known: Known) -> DataPemilihDraft:
        """See `ServiceForm.begin`; who comes from an institution stands for it."""
        who = known.applicant
        if known.institution:
            who = replace(who, kind=ApplicantKind.BODY, body_name=known.institution)
        return DataPemilihDraft(
            channel=Channel.LETTER if known.by_letter else known.channel,
            applicant=who,
            about=known.text,
            eppid_number=known.number,
            note=known.note,
        )

    def told(self, _judged: Judged, source: str) -> None:
        """See `ServiceForm.told`."""
        self._follow()
        self.applicant.came_from(source)

    def registered(self, *, whole: bool) -> None:
        """See `ServiceForm.registered`."""
        if not whole:
            self.applicant.cover_identity()

    def title_of(self, draft: DataPemilihDraft) -> str:
        """Name and what is wanted."""
        who = draft.applicant.body_name or draft.applicant.name or "Tanpa nama"
        return f"{who} · {draft.about}" if draft.about else who

    def manner(self, draft: DataPemilihDraft) -> str:
        """By which channel it came."""
        words = CHANNEL_LABELS[draft.channel]
        return words if words.startswith(("e-", "WhatsApp")) else words.lower()

    def first_field(self, draft: DataPemilihDraft) -> Field[Any]:
        """The name, or what is wanted once the name is known."""
        return self.data.wanted if draft.applicant.name else self.applicant.name

    def _follow(self) -> None:
        channel = Channel(self.arrival.channel.value() or Channel.IN_PERSON)
        self.letter.wanted(channel is Channel.LETTER)
        self.data.came_by(channel)
        self.papers.asked_of(ApplicantKind(self.applicant.kind.value() or ApplicantKind.PERSON))


class CheckForm(OneSection):
    """What the public page of the voter list says about the applicant."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: Section[Check] = Section()
        found = ChipChoice("Hasil pengecekan", required=True)
        found.set_choices([Choice(key.value, words) for key, words in FOUND_LABELS.items()])
        self.part.bind("found", found, span=2, shown=lambda one: one or None, read=lambda one: one or "")
        self.place = TextField("Terdaftar di", placeholder="TPS, desa atau kelurahan, kecamatan")
        self.note = TextAreaField("Keterangan", lines=2, most=5, hint=_CHECK_HINT)
        self.part.bind("place", self.place, span=2)
        self.part.bind("note", self.note, span=2)


_CHECK_HINT = f"Wajib bila hasilnya “{FOUND_LABELS[Found.WRONG]}”: sebutkan data yang keliru."


class RecapForm(OneSection):
    """The recap of voters by district, imported whole from a CSV file."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: RecapSection[Recap] = RecapSection(today)


_CHANNELS = tuple(Choice(key, words) for key, words in TELLING.items())


class PromiseForm(OneSection):
    """What is promised, by which day, and the list of whom to tell."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: Section[Promise] = Section()
        columns = (
            GridColumn("Nama"),
            GridColumn("Saluran", 130, choices=_CHANNELS),
            GridColumn("Nomor / alamat"),
        )
        what = TextAreaField("Yang dijanjikan", required=True, lines=2, most=5)
        self.part.bind("what", what, span=2)
        until = DateField("Paling lambat", today=today, required=True, earliest=today())
        self.part.bind("until", until)
        people = GridField("Daftar pemberitahuan", columns, required=True, hint=_TELL_HINT)
        self.part.bind("people", people, span=2, shown=_people_shown, read=_people_read)


_TELL_HINT = "Satu baris untuk setiap orang. Saluran dipilih dengan mengetik huruf awalnya."


def _people_shown(people: tuple[ToTell, ...]) -> Rows:
    return tuple((one.name, one.channel, one.address) for one in people)


def _people_read(rows: Rows) -> tuple[ToTell, ...]:
    return tuple(ToTell(*row) for row in rows)


class NoticeForm(OneSection):
    """What people were told, and the day each of them was."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: Section[Notice] = Section()
        columns = (
            GridColumn("Nama", fixed=True),
            GridColumn("Saluran", 130, fixed=True, choices=_CHANNELS),
            GridColumn("Diberi tahu tanggal", 150),
        )
        self.part.bind("words", TextAreaField("Yang diberitahukan", required=True, lines=2, most=5), span=2)
        people = GridField("Daftar pemberitahuan", columns, grows=False, required=True, hint=_DAY_HINT)
        self.part.bind("people", people, span=2, shown=_told_shown, read=self._told_read)

    def _told_read(self, rows: Rows) -> tuple[Told, ...]:
        return tuple(Told(name, channel, _past(words, self.today())) for name, channel, words in rows)


_DAY_HINT = "Tanggal ditulis seperti 4/5/2026, atau “hari ini”, “kemarin”."


def _told_shown(people: tuple[Told, ...]) -> Rows:
    return tuple((one.name, one.channel, "" if one.on is None else short_date(one.on)) for one in people)


def _past(words: str, today: date) -> date | None:
    """A day as typed that is not still to come; None for anything else, which the rules then ask for."""
    try:
        day = parse_date(words, today)
    except DateTextError:
        return None
    return day if day is not None and day <= today else None


FORM = DataPemilihForm
ENTRIES = {
    "pengecekan": CheckForm,
    "rekapitulasi": RecapForm,
    "janji": PromiseForm,
    "pemberitahuan": NoticeForm,
}
