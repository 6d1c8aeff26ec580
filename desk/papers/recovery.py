"""The sheet of a new recovery code (P11)."""

from desk.documents import office_sheet
from desk.documents.office_sheet import OfficeSheetFacts
from desk.papers.errors import PaperRefusedError
from desk.papers.office import office_facts
from desk.papers.sources import Drawn, Sources, Wishes
from desk.queries import staff
from desk.rules.permissions import Capability, may


def recovery_sheet(sources: Sources, _subject_id: str, wishes: Wishes) -> Drawn:
    """The sheet. ``code`` is the prepared code, which is kept nowhere; ``device`` names the PC where the
    working place does not.

    Raises:
        PaperRefusedError: who asks does not look after backups, or there is no code.
    """
    held = sources.ask(staff.roles_held, sources.actor.staff_id, sources.at)
    code = str(wishes.options.get("code") or "")
    if not may(held, Capability.BACKUP) or not code:
        raise PaperRefusedError("Lembar pemulihan hanya dibuat administrator, bersama kode yang baru.")
    facts = OfficeSheetFacts(
        recovery_code=code,
        made_at=sources.local(sources.at),
        device=str(wishes.options.get("device") or sources.actor.device),
        replaces=True,
    )
    size = wishes.size(sources.office)
    pdf = office_sheet.render(facts, office_facts(sources.office, wishes), size=size)
    return Drawn(pdf, f"{sources.local(sources.at):%Y-%m-%d}", size.upper())
