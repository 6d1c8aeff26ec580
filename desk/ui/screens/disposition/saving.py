"""Turns what was filled in into the action, and says what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.services.disposition import PHRASES
from desk.ui.screens.disposition.form import Entry
from desk.ui.screens.disposition.ways import Way

if TYPE_CHECKING:
    from desk.actions.steps import Stepped
    from desk.actions.workplace import Workplace
    from desk.queries.casefile import CaseFile
    from desk.queries.office import OfficeProfile
    from desk.standards.model import Standard

Titled = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sending:
    """An entry on its way: the step the screen showed, the way out of it, and who wrote it on paper when."""

    step: str
    way: Way
    entry: Entry
    done_at: datetime | None = None
    by_staff_id: str | None = None

    def send(self, place: "Workplace", case_ids: Sequence[str]) -> "tuple[Stepped, ...]":
        """Write it on these sheets, all or none.

        Raises:
            ProblemsError: no addressee, nothing said, a deadline in the past (see ``dispose_all``).
        """
        from desk.actions.dispositions import DispositionDraft, dispose_all
        from desk.actions.errors import ProblemsError
        from desk.services.common import Problem

        to = self.entry.to or (self.way.to[0] if len(self.way.to) == 1 else "")
        if not to:
            raise ProblemsError([Problem("to_role", "Pilih pejabat yang dituju.")])
        draft = DispositionDraft(
            role=self.way.role,
            verb=self.way.forward.verb,
            to_role=to,
            also_to=self.entry.also,
            nature=self.entry.nature,
            phrases=self.entry.phrases,
            instruction=self.entry.instruction,
            advice=self.entry.advice,
            deadline=self.entry.deadline,
            expected_step=self.step,
            done_at=self.done_at,
            by_staff_id=self.by_staff_id,
        )
        return dispose_all(place, case_ids, draft)

    def sentence(self, standard: "Standard", count: int) -> str:
        """What the toast says afterwards."""
        to = self.entry.to or (self.way.to[0] if self.way.to else "")
        many = f"{count} surat" if count > 1 else "Surat"
        verb = "tercatat diteruskan" if self.done_at is not None else "diteruskan"
        return f"{many} {verb} kepada {standard.short_title(to)}." if to else f"{many} {verb}."


def offered(way: Way, standard: "Standard") -> tuple[Titled, Titled]:
    """Main addressees, and those who may get it for information, each with the title on screen."""
    to = tuple((role, standard.short_title(role)) for role in way.to)
    sure = way.to if len(way.to) == 1 else ()
    informed = tuple((role, standard.short_title(role)) for role in way.informed if role not in sure)
    return to, informed


def phrases(office: "OfficeProfile") -> tuple[str, ...]:
    """The office's stock phrases, or ours."""
    own = office.settings.get("phrases")
    return tuple(str(one) for one in own) if isinstance(own, list) and own else PHRASES


def writers(file: "CaseFile", role: str) -> tuple[tuple[str, str], ...]:
    """People who could have written an entry in that office, mandates included."""
    return tuple((one.staff_id, one.name) for one in file.people if role in one.roles)
