"""The forms of a replacement in the council: the request at the counter, the sheets of its handling (S2)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from desk.services.catalog import EntryGround
from desk.services.paw import LEADERS, REASONS, PawDraft
from desk.services.paw_candidates import Ranking
from desk.services.paw_plenary import Attendee
from desk.services.paw_verification import (
    MANNERS,
    NO,
    PROPOSALS,
    YES,
    Document,
    Verification,
    hindrance,
    next_words,
)
from desk.ui.fields import ChipChoice, Choice, ChoiceField, DateField, GridColumn, GridField, TextField
from desk.ui.fields.grid import Rows
from desk.ui.fields.text import TextAreaField
from desk.ui.forms.entry_form import FieldsForm, OneSection, choices_of, word
from desk.ui.forms.letter_form import LetterForm
from desk.ui.forms.votes_words import member_words, seats_words
from desk.ui.sections.base import Section
from desk.ui.sections.candidates import CandidatesSection
from desk.ui.sections.leaving import LeavingSection
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Banner


class PawForm(LetterForm):
    """Unique here: who leaves, why, and which leaders signed; beside them what the kept votes say."""

    slug = "paw"
    draft_type = PawDraft

    def own(self) -> Sequence[Section[Any]]:
        """See `LetterForm.own`."""
        self.leaving: LeavingSection[PawDraft] = LeavingSection(self.ground.election, REASONS, LEADERS)
        return (self.leaving,)

    def told(self, judged: Any, source: str) -> None:
        """See `ServiceForm.told`; beside party and member stands what the kept votes say of them."""
        super().told(judged, source)
        part, election = self.leaving, self.ground.election
        party = part.party.value()
        part.party.set_hint(seats_words(election, party) if party else "")
        part.member.set_hint(member_words(election, party, part.district.value(), part.member.value()))

    def title_of(self, draft: PawDraft) -> str:
        """Who asks, and who leaves."""
        return " · ".join(part for part in (super().title_of(draft), draft.member) if part)


_JUDGED = (Choice(YES, "Ya"), Choice(NO, "Tidak"))


class VerificationForm(OneSection):
    """Each document: complete, correct, valid, and what it lacks."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: Section[Verification] = Section()
        columns = (
            GridColumn("Dokumen", fixed=True),
            GridColumn("Lengkap", 78, choices=_JUDGED),
            GridColumn("Benar", 70, choices=_JUDGED),
            GridColumn("Sah", 70, choices=_JUDGED),
            GridColumn("Catatan", 120),
        )
        documents = GridField("Daftar verifikasi", columns, grows=False, required=True, hint=_JUDGING)
        self.part.bind("documents", documents, span=2, shown=self._documents_shown, read=_documents_read)

    def _documents_shown(self, documents: tuple[Document, ...]) -> Rows:
        """The papers that are there now, each as it was judged, whatever stood in a draft."""
        known = {one.label: one for one in documents}
        judged = (known.get(label, Document(label)) for label in self.ground.papers)
        return tuple((one.label, one.complete, one.correct, one.valid, one.note) for one in judged)


_JUDGING = "Ketik Y atau T; Enter turun, panah kanan ke kolom berikutnya. Catatan wajib bila ada yang Tidak."


def _documents_read(rows: Rows) -> tuple[Document, ...]:
    return tuple(Document(*row) for row in rows)


class RankingForm(OneSection):
    """Candidates of the party and district by votes."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: Section[Ranking] = CandidatesSection(ground)


class ClarificationForm(FieldsForm):
    """What was clarified with whom, and what came of it."""

    def fill(self) -> None:
        """See `FieldsForm.fill`."""
        self.long("subject", "Yang diklarifikasi")
        people = TextField(
            "Pihak yang memberi klarifikasi", required=True, placeholder="nama, jabatan, lembaga"
        )
        self.part.bind("people", people, span=2)
        self.day("held_on", "Tanggal klarifikasi")
        self.part.bind("manner", ChoiceField("Cara klarifikasi", choices_of(MANNERS)), read=word)
        self.long("result", "Hasil klarifikasi")


class ProposalForm(FieldsForm):
    """What the verification proposes to the plenary; above it what stands in the way, or who is next."""

    def fill(self) -> None:
        """See `FieldsForm.fill`."""
        why = hindrance(self.ground)
        self.part.add(Banner(why or next_words(self.ground), Tone.WARN if why else Tone.GOOD))
        kind = ChipChoice("Usulan kepada rapat pleno", choices_of(PROPOSALS), required=True)
        self.part.bind("kind", kind, span=2, shown=lambda key: key or None, read=word)
        note = TextAreaField("Pertimbangan atau status hukum", lines=3, most=10, hint=_STATUS_HINT)
        self.part.bind("note", note, span=2)


_STATUS_HINT = "Wajib bila yang diusulkan jawaban status hukum."


class PlenaryForm(FieldsForm):
    """The minutes of the plenary."""

    def fill(self) -> None:
        """See `FieldsForm.fill`."""
        self.part.bind("number", TextField("Nomor berita acara", hint="Kosongkan bila tidak bernomor."))
        self.day("held_on", "Tanggal rapat pleno")
        self.part.bind("place", TextField("Tempat", placeholder="mis. ruang rapat kantor"), span=2)
        people = GridField(
            "Yang hadir", (GridColumn("Nama"), GridColumn("Jabatan", 200)), required=True, hint=_PEOPLE_HINT
        )
        self.part.bind("attendees", people, span=2, shown=_people_shown, read=_people_read)
        self.long("ruling", "Keputusan rapat pleno")


_PEOPLE_HINT = "Satu baris untuk setiap orang; Ctrl+Delete mengeluarkan baris."


def _people_shown(people: tuple[Attendee, ...]) -> Rows:
    return tuple((one.name, one.title) for one in people)


def _people_read(rows: Rows) -> tuple[Attendee, ...]:
    return tuple(Attendee(*row) for row in rows)


class PublicationForm(FieldsForm):
    """Where the replacement is published."""

    def fill(self) -> None:
        """See `FieldsForm.fill`."""
        link = TextField("Tautan publikasi", required=True, placeholder="https://…")
        self.part.bind("link", link, span=2)
        self.part.bind(
            "published_on",
            DateField("Dipublikasikan pada", today=self.today, required=True, latest=self.today()),
        )
        self.part.bind("note", TextField("Catatan"))


FORM = PawForm
ENTRIES = {
    "verifikasi": VerificationForm,
    "calon": RankingForm,
    "klarifikasi": ClarificationForm,
    "usulan": ProposalForm,
    "pleno": PlenaryForm,
    "publikasi": PublicationForm,
}
