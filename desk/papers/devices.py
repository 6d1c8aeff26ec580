"""The sheet that carries a one-time code to a new PC (P11)."""

from datetime import datetime

from desk.documents import enrolment_sheet as sheet
from desk.documents.enrolment_sheet import EnrolmentFacts
from desk.papers.errors import PaperRefusedError
from desk.papers.office import office_facts
from desk.papers.sources import Drawn, Sources, Wishes
from desk.queries import staff
from desk.rules.permissions import Capability, may


def enrolment_sheet(sources: Sources, _subject_id: str, wishes: Wishes) -> Drawn:
    """The sheet. ``code`` (lines of groups, kept nowhere), ``device``, ``used_for`` in words and ``ends_at``
    (aware) are options.

    Raises:
        PaperRefusedError: who asks does not look after the office's devices, or there is no code.
    """
    options = wishes.options
    code, ends_at = str(options.get("code") or ""), options.get("ends_at")
    held = sources.ask(staff.roles_held, sources.actor.staff_id, sources.at)
    if not may(held, Capability.MANAGE_OFFICE) or not code or not isinstance(ends_at, datetime):
        raise PaperRefusedError("Lembar kode hanya dibuat administrator, bersama kode yang baru.")
    device = str(options.get("device") or "")
    facts = EnrolmentFacts(
        code=tuple(code.splitlines()),
        device=device,
        used_for=str(options.get("used_for") or ""),
        made_at=sources.local(sources.at),
        ends_at=ends_at,
    )
    size = wishes.size(sources.office)
    pdf = sheet.render(facts, office_facts(sources.office, wishes), size=size)
    return Drawn(pdf, device, size.upper())
