"""What surrounds a form of any service: its origin, files, and its real time when taken from paper."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from desk.services.common import Problem
from desk.ui.fields import DateField, Field, FileField, TextField, TimeField
from desk.ui.fields.files import Chooser, ask_files
from desk.ui.sections.ticked import TickedSection


@dataclass(frozen=True, slots=True)
class Around:
    """Everything of an intake that no service asks about.

    ``case_id`` is the id its case will have. ``ticket`` is the ticket's label; ``source`` says where the
    name came from; ``received_at`` (aware) when a message reached the office. ``files`` are paths on this PC,
    ``identity_files`` scans of an identity card, kept only for ``identity_reason`` (facts.md, "Identity").
    """

    case_id: str = ""
    visit_id: str = ""
    ticket_id: str = ""
    ticket: str = ""
    inbox_id: str = ""
    source: str = ""
    received_at: datetime | None = None
    from_paper: bool = False
    paper_day: date | None = None
    paper_time: time | None = None
    files: tuple[str, ...] = ()
    keeps_identity: bool = False
    identity_files: tuple[str, ...] = ()
    identity_reason: str = ""


def around_problems(around: Around, now: datetime) -> tuple[Problem, ...]:
    """What an intake from paper or with a scanned identity still lacks; ``now`` on the office's clock."""
    problems = []
    if around.from_paper:
        if around.paper_day is None:
            problems.append(Problem("paper_day", "Isi tanggal pada formulir kertas."))
        if around.paper_time is None:
            problems.append(Problem("paper_time", "Isi jam pada formulir kertas."))
        if around.paper_day is not None and around.paper_day > now.date():
            problems.append(Problem("paper_day", "Tanggal formulir kertas belum tiba."))
        elif around.paper_day == now.date() and around.paper_time and around.paper_time > now.time():
            problems.append(Problem("paper_time", "Jam formulir kertas belum tiba."))
    if around.keeps_identity and around.identity_files and not around.identity_reason:
        problems.append(Problem("identity_reason", "Isi alasan menyimpan salinan identitas."))
    problems += [
        Problem(place, f"{Path(path).name} tidak ada lagi di komputer ini.")
        for place, paths in (("files", around.files), ("identity_files", around.identity_files))
        for path in paths
        if not Path(path).is_file()
    ]
    return tuple(problems)


def _paths(value: tuple[str, ...]) -> tuple[Path, ...]:
    return tuple(Path(one) for one in value)


def _texts(value: tuple[Path, ...]) -> tuple[str, ...]:
    return tuple(str(one) for one in value)


class PaperSection(TickedSection[Around]):
    """A paper form written earlier (power cut, helped outside): its real date and time (R2)."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Dari formulir kertas", "Diisi di kertas lebih dahulu; catat waktu sebenarnya.")
        self.add(self.tick)
        self.bind("paper_day", DateField("Tanggal formulir", today=today, latest=today(), required=True))
        self.bind("paper_time", TimeField("Jam formulir", required=True))
        self.shape()

    def show(self, draft: Around) -> None:
        """See `Section.show`."""
        super().show(draft)
        self.set_ticked(draft.from_paper)

    def read(self, draft: Around) -> Around:
        """See `Section.read`."""
        return replace(super().read(draft), from_paper=self.tick.isChecked())


class AttachmentSection(TickedSection[Around]):
    """Files brought along; a scan of an identity card only when ticked, with its reason."""

    def __init__(self, chooser: Chooser = ask_files) -> None:
        super().__init__("Simpan salinan identitas", "Biasanya cukup dilihat, dicatat, dan dikembalikan.")
        self.files = FileField("Berkas (PDF atau foto)", chooser=chooser)
        self.identity_files = FileField("Salinan identitas", chooser=chooser)
        self.bind("files", self.files, span=2, shown=_paths, read=_texts)
        self.add(self.tick)
        self.bind("identity_files", self.identity_files, span=2, shown=_paths, read=_texts)
        self.bind("identity_reason", TextField("Alasan menyimpan salinan", required=True), span=2)
        self.shape()

    def show(self, draft: Around) -> None:
        """See `Section.show`."""
        super().show(draft)
        self.set_ticked(draft.keeps_identity)

    def read(self, draft: Around) -> Around:
        """See `Section.read`; without the tick no scan is kept."""
        read = replace(super().read(draft), keeps_identity=self.tick.isChecked())
        return read if read.keeps_identity else replace(read, identity_files=(), identity_reason="")

    def asked(self) -> list[Field[Any]]:
        """The fields of the scan of an identity card."""
        return [one.field for one in self.binds[1:]]
