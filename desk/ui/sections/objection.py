"""What is objected to and why: the middle of form F (S3k, L3/III.B.4.a)."""

from collections.abc import Callable
from datetime import date

from desk.services.keberatan import REASONS, SCOPE_LABELS, Scope
from desk.ui.fields import CheckItem, CheckList, ChoiceField, DateField, TextAreaField, TextField
from desk.ui.sections.base import D, Section, change, look
from desk.ui.sections.words import choices

_ITEMS = tuple(CheckItem(key, f"{key}. {words}") for key, words in REASONS.items())


def _read_reasons(ticked: frozenset[str]) -> tuple[str, ...]:
    return tuple(key for key in REASONS if key in ticked)


class RequestSection(Section[D]):
    """``draft.request_number``, ``information``, ``purpose`` and ``scope``: the request objected about.

    ``draft.request_id`` goes along unseen as long as the number is the one it came with.
    `explain(text)` says below the scope what it means for the time limit.
    """

    def __init__(self) -> None:
        super().__init__()
        self.number = TextField("Nomor register permohonan")
        self.scope = ChoiceField("Jenis informasi", choices(SCOPE_LABELS))
        self.information = TextAreaField("Informasi yang diminta", required=True, lines=2, most=6)
        self.bind("request_number", self.number)
        self.bind("scope", self.scope, read=Scope, shown=str)
        self.bind("information", self.information, span=2)
        self.bind("purpose", TextField("Tujuan penggunaan", max_length=1000), span=2)
        self._said = ""
        self._known = ("", "")

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        super().show(draft)
        self._known = look(draft, "request_number"), look(draft, "request_id")

    def read(self, draft: D) -> D:
        """See `Section.read`."""
        draft = super().read(draft)
        number, request_id = self._known
        same = look(draft, "request_number") == number
        return change(draft, "request_id", request_id if same else "")  # type: ignore[no-any-return]

    def explain(self, text: str) -> None:
        """Say what the chosen scope means for the time limit."""
        if text != self._said:
            self._said = text
            self.scope.set_hint(text)


class ReasonsSection(Section[D]):
    """``draft.reasons``, ``cause_on`` and ``story``."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.reasons = CheckList("Alasan keberatan", _ITEMS, required=True, counted=False)
        self.cause_on = DateField("Alasan diketahui pada", today=today, required=True, hint=_CAUSE)
        self.bind("reasons", self.reasons, span=2, shown=frozenset, read=_read_reasons)
        self.bind("cause_on", self.cause_on)
        self.story = TextAreaField("Kasus posisi", required=True, lines=3, most=10, hint=_STORY)
        self.bind("story", self.story, span=2)


_CAUSE = "Tanggal jawaban diterima atau batas waktu lewat."
_STORY = "Ringkas: apa yang diminta, apa yang terjadi, dan apa yang diharapkan pemohon."
