"""Notice D and refusal E: what the decision of a request makes them say (facts.md, "Notice D")."""

from datetime import date

from desk.documents.facts import (
    CopyForm,
    CostFacts,
    PemberitahuanFacts,
    PenolakanFacts,
    RedactionFacts,
    SignerFacts,
)
from desk.papers.applicants import applicant_facts
from desk.papers.errors import PaperRefusedError
from desk.papers.promises import objection
from desk.papers.requests import information_draft
from desk.papers.sources import Sources
from desk.queries import history
from desk.queries.cases import CasePage
from desk.queries.history import DecisionRow
from desk.services.grounds import GROUNDS, Ground, GroundKind
from desk.services.informasi import WAY_TO_FETCH_LABELS, InformasiDraft, WayToGet
from desk.services.informasi_answers import Decision

_FORMS: dict[str, frozenset[CopyForm]] = {
    "soft": frozenset({"lunak"}),
    "hard": frozenset({"keras"}),
    "both": frozenset({"lunak", "keras"}),
}
_SEE = "see"
_BY_KEY = {one.key: one for one in GROUNDS}


def notice_facts(
    sources: Sources,
    page: CasePage,
    signer: SignerFacts,
    note: str,
    copies_to: tuple[str, ...],
    number: str | None,
    dated: date | None,
    coming: DecisionRow | None = None,
) -> PemberitahuanFacts:
    """What notice D says of the decision that holds; without a number it is a draft.

    ``coming``: a decision filled in but not recorded yet (live preview).

    Raises:
        PaperRefusedError: nothing is decided yet, or the request was refused.
    """
    decided, draft = coming or _decision(sources, page), information_draft(page)
    if decided.kind == Decision.EXEMPT.value:
        raise PaperRefusedError("Permohonan ditolak: pakai naskah keputusan penolakan.")
    documented_by, available = _available(decided)
    days, kind = objection(sources, page)
    return PemberitahuanFacts(
        number=number,
        issued_on=dated,
        case_number=page.row.number,
        requested_on=sources.day(page.received_at),
        applicant=applicant_facts(page),
        information=draft.information,
        signer=signer,
        held=decided.kind != Decision.NOT_HELD.value,
        documented=decided.kind != Decision.NOT_DOCUMENTED.value,
        documented_by=documented_by,
        holder=decided.holder_body,
        forms=_FORMS.get(decided.form, frozenset()),
        cost=_cost(decided),
        how=_how(decided, draft),
        within=_within(decided),
        redactions=tuple(
            RedactionFacts(what=line) for line in decided.blacked_out.splitlines() if line.strip()
        ),
        note="\n\n".join(part for part in (_reason(decided), available, note.strip()) if part),
        copies_to=copies_to,
        objection_days=days,
        objection_kind=kind,
        draft=number is None,
    )


def refusal_facts(
    sources: Sources,
    page: CasePage,
    signer: SignerFacts,
    note: str,
    copies_to: tuple[str, ...],
    number: str | None,
    dated: date | None,
    coming: DecisionRow | None = None,
) -> PenolakanFacts:
    """What refusal E says of the decision that holds; the identity is whole on it (facts.md, "Refusal E").

    ``coming``: a decision filled in but not recorded yet (live preview).

    Raises:
        PaperRefusedError: the request was not refused.
    """
    decided, draft = coming or _decision(sources, page), information_draft(page)
    if decided.kind != Decision.EXEMPT.value:
        raise PaperRefusedError("Permohonan ini tidak ditolak; pakai naskah pemberitahuan tertulis.")
    grounds = [_BY_KEY[key] for key in decided.grounds if key in _BY_KEY]
    days, kind = objection(sources, page)
    return PenolakanFacts(
        number=number,
        issued_on=dated,
        case_number=page.row.number,
        requested_on=sources.day(page.received_at),
        applicant=applicant_facts(page, whole=True),
        information=draft.information,
        purpose=draft.purpose or "-",
        article_17=_listed([one.key.removeprefix("pasal_17_") for one in grounds if _is_article(one)]),
        other_law=_others([one for one in grounds if not _is_article(one)]),
        consequence=decided.consequence,
        kpu_decision=decided.legal_basis,
        signer=signer,
        note=note.strip(),
        copies_to=copies_to,
        objection_days=days,
        objection_kind=kind,
        draft=number is None,
    )


def _decision(sources: Sources, page: CasePage) -> DecisionRow:
    decided = sources.ask(history.decision, page.row.id)
    if decided is None:
        raise PaperRefusedError("Keputusan atas permohonan ini belum dicatat.")
    return decided


def _available(decided: DecisionRow) -> tuple[date | None, str]:
    """The day something will be documented, or the words that say when."""
    text = decided.available_on.strip()
    if not text or decided.kind != Decision.NOT_DOCUMENTED.value:
        return None, ""
    try:
        return date.fromisoformat(text), ""
    except ValueError:
        return None, f"Informasi akan tersedia: {text}."


def _reason(decided: DecisionRow) -> str:
    unheld = (Decision.NOT_HELD.value, Decision.NOT_DOCUMENTED.value)
    return decided.reason if decided.kind in unheld else ""


def _cost(decided: DecisionRow) -> CostFacts:
    return CostFacts(
        pages=decided.pages,
        page_price=decided.page_price,
        sending=decided.sending_cost,
        other=decided.other_cost,
    )


def _within(decided: DecisionRow) -> str:
    return "Setelah biaya dibayar" if _cost(decided).total else "Bersama pemberitahuan ini"


def _how(decided: DecisionRow, draft: InformasiDraft) -> str:
    if decided.form == _SEE or draft.way_to_get is WayToGet.SEE:
        return "Dilihat di ruang layanan"
    return WAY_TO_FETCH_LABELS[draft.way_to_fetch]


def _is_article(one: Ground) -> bool:
    return one.kind is GroundKind.ARTICLE_17


def _listed(letters: list[str]) -> str:
    return " dan ".join(part for part in (", ".join(letters[:-1]), *letters[-1:]) if part)


def _others(grounds: list[Ground]) -> str:
    """Grounds outside article 17, each citation once with what it protects."""
    cited = dict.fromkeys(one.citation for one in grounds)
    return "; ".join(
        f"{citation} ({', '.join(_lowered(one.label) for one in grounds if one.citation == citation)})"
        for citation in cited
    )


def _lowered(label: str) -> str:
    return label[:1].lower() + label[1:]
