"""Papers of objections (S3k): form F filled, and the rights that stand on the answer."""

from dataclasses import replace

from desk.documents import formulir_keberatan as form_paper
from desk.documents.facts import FormFFacts, LetterFacts
from desk.documents.letters import dispute_right, objection_right
from desk.papers.applicants import applicant_facts
from desk.papers.errors import PaperRefusedError
from desk.papers.office import office_facts
from desk.papers.promises import dispute, limit_of_case, objection
from desk.papers.sources import Drawn, Sources, Wishes, draft_of, short_number, two_numbers
from desk.queries import history
from desk.queries.cases import CasePage
from desk.queries.history import DecisionRow
from desk.services.answering import CLOSING
from desk.services.keberatan import REASONS, KeberatanDraft
from desk.services.keberatan_answers import EXEMPT


def form_f(sources: Sources, case_id: str, wishes: Wishes) -> Drawn:
    """Form F as filled in at the counter; identity whole for those who may see it.

    Raises:
        PaperRefusedError: the case is no objection.
    """
    page = sources.case(case_id)
    draft = draft_of(page) if page.row.service == "keberatan" else None
    if not isinstance(draft, KeberatanDraft):
        raise PaperRefusedError("Naskah ini hanya untuk keberatan.")
    limit = limit_of_case(sources, page)
    taken_in = sources.ask(history.steps, case_id)[0]
    number, alias = two_numbers(page.row.number)
    facts = FormFFacts(
        number=number,
        alias=alias,
        applicant=applicant_facts(page, whole=sources.sees_identity()),
        received_at=sources.local(page.received_at),
        request_number=draft.request_number,
        information=draft.information,
        purpose=draft.purpose,
        choices=tuple(REASONS.items()),
        reasons=frozenset(draft.reasons),
        cause_on=draft.cause_on,
        story=draft.story,
        limit=limit and replace(limit, starts=limit.starts.replace("permohonan", "keberatan")),
        officer=taken_in.by,
        officer_position=sources.standard_of(page).title(taken_in.role),
        code=page.code,
    )
    size = wishes.size(sources.office)
    reprint = sources.reprint("formulir_keberatan", case_id)
    pdf = form_paper.render(facts, office_facts(sources.office, wishes), size=size, reprint=reprint)
    return Drawn(pdf, short_number(page.row.number), size.upper())


def with_objection(sources: Sources, page: CasePage, answer: LetterFacts) -> LetterFacts:
    """A refusal of data with the right to object and its days, then the last sentence (S8, L3/III.B.4.c)."""
    return replace(answer, rights=(objection_right(*objection(sources, page)), CLOSING))


def with_rights(
    sources: Sources, page: CasePage, answer: LetterFacts, coming: DecisionRow | None
) -> LetterFacts:
    """The answer to an objection with what stands on each: the KPU decision that goes with a refusal of
    exempt information, the way to the Komisi Informasi (L3/III.B.4.d), and the last sentence."""
    decided = coming or sources.ask(history.decision, page.row.id)
    way = dispute_right(*dispute(sources, page))
    exempt = decided is not None and decided.kind == EXEMPT
    basis = decided.legal_basis.strip().rstrip(".") if decided is not None and exempt else ""
    if not basis:
        return replace(answer, rights=(way, CLOSING))
    enclosed = f"Bersama surat ini kami sertakan {basis} tentang informasi yang dikecualikan."
    attachments = _ONE_FILE if answer.attachments == "-" else answer.attachments
    return replace(answer, rights=(enclosed, way, CLOSING), attachments=attachments)


_ONE_FILE = "1 (satu) berkas"
