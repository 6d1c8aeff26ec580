"""The forms of voter education: the request at the counter, the pleno, the event as it was held (S7)."""

from collections.abc import Sequence
from typing import Any

from desk.services.education_entries import NOT_YET, Attended, Given
from desk.services.pendidikan_pemilih import PendidikanPemilihDraft
from desk.ui.fields import GridColumn, GridField, TextAreaField, TextField
from desk.ui.fields.grid import Rows
from desk.ui.forms.entry_form import FieldsForm
from desk.ui.forms.letter_form import LetterForm
from desk.ui.sections.base import Section
from desk.ui.sections.education import EducationSection


class PendidikanPemilihForm(LetterForm):
    """Unique here: the event, its days, its people, what the office gives to it."""

    slug = "pendidikan_pemilih"
    draft_type = PendidikanPemilihDraft

    def own(self) -> Sequence[Section[Any]]:
        """See `LetterForm.own`."""
        self.education: EducationSection[PendidikanPemilihDraft] = EducationSection(self.today)
        return (self.education,)

    def title_of(self, draft: PendidikanPemilihDraft) -> str:
        """The organisation and its event."""
        who = super().title_of(draft)
        return f"{who} · {draft.title}" if draft.title else who


class MeetingForm(FieldsForm):
    """The pleno: its day, its minutes, conditions or the reason the applicant is told."""

    def fill(self) -> None:
        """See `FieldsForm.fill`."""
        refused = self.ground.decision == NOT_YET
        label = "Alasan untuk pemohon" if refused else "Catatan atau syarat dari pleno"
        self.day("held_on", "Tanggal rapat pleno")
        self.part.bind("number", TextField("Nomor berita acara pleno", required=True))
        self.part.bind("note", TextAreaField(label, required=refused, lines=3, most=8), span=2)


class HeldForm(FieldsForm):
    """When and where the event was held, who came, what was given out, how it went."""

    def fill(self) -> None:
        """See `FieldsForm.fill`."""
        counts = (GridColumn("Laki-laki", 96), GridColumn("Perempuan", 96))
        people = (GridColumn("Kelompok", fixed=True), *counts)
        things = (GridColumn("Bahan"), GridColumn("Jumlah", 96))
        attended = GridField("Peserta yang hadir", people, grows=False, required=True, hint=_ONCE)
        given = GridField("Bahan yang dibagikan", things)
        self.day("held_on", "Tanggal pelaksanaan")
        self.part.bind("place", TextField("Tempat", required=True))
        self.part.bind("speakers", TextField("Narasumber", placeholder="nama, dipisah koma"), span=2)
        self.part.bind("attended", attended, span=2, shown=_people_shown, read=_people_read)
        self.part.bind("given", given, span=2, shown=_given_shown, read=_given_read)
        self.long("outcome", "Jalannya kegiatan")


_ONCE = "Setiap orang dihitung satu kali, dalam satu kelompok."


def _number(words: str) -> int:
    """A count as typed; 0 for what is no number."""
    plain = words.strip().replace(".", "")
    return int(plain) if plain.isascii() and plain.isdigit() else 0


def _people_shown(groups: tuple[Attended, ...]) -> Rows:
    return tuple((one.group, str(one.men or ""), str(one.women or "")) for one in groups)


def _people_read(rows: Rows) -> tuple[Attended, ...]:
    return tuple(Attended(group, _number(men), _number(women)) for group, men, women in rows)


def _given_shown(given: tuple[Given, ...]) -> Rows:
    return tuple((one.what, str(one.count or "")) for one in given)


def _given_read(rows: Rows) -> tuple[Given, ...]:
    return tuple(Given(what, _number(count)) for what, count in rows)


FORM = PendidikanPemilihForm
ENTRIES = {"pleno": MeetingForm, "pelaksanaan": HeldForm}
