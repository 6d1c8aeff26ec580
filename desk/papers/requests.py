"""Papers of a request for information: form B filled, and the notice of missing papers."""

from datetime import datetime

from desk.documents import berkas_kurang as missing_paper
from desk.documents import form_b as form_paper
from desk.documents.facts import (
    AccessWay,
    BerkasKurangFacts,
    CopyForm,
    FetchWay,
    FormBFacts,
    InformationCategory,
    MissingPaper,
    SignerFacts,
)
from desk.papers.applicants import applicant_facts
from desk.papers.errors import PaperRefusedError
from desk.papers.office import ask_at, office_facts
from desk.papers.promises import time_to_complete
from desk.papers.sources import Drawn, Sources, Wishes, draft_of, short_number, two_numbers
from desk.queries import history
from desk.queries.cases import CasePage
from desk.queries.history import StepRow
from desk.services.informasi import Category, InformasiDraft, Path, WayToFetch, WayToGet

_ACCESS: dict[WayToGet, frozenset[AccessWay]] = {
    WayToGet.SEE: frozenset({"melihat", "membaca", "mendengarkan", "mencatat"}),
    WayToGet.COPY_SOFT: frozenset({"salinan"}),
    WayToGet.COPY_HARD: frozenset({"salinan"}),
}
_COPIES: dict[WayToGet, frozenset[CopyForm]] = {
    WayToGet.SEE: frozenset(),
    WayToGet.COPY_SOFT: frozenset({"lunak"}),
    WayToGet.COPY_HARD: frozenset({"keras"}),
}
_FETCH: dict[WayToFetch, FetchWay] = {
    WayToFetch.PICK_UP: "diambil",
    WayToFetch.COURIER: "kurir",
    WayToFetch.POST: "pos",
    WayToFetch.FAX: "faksimile",
    WayToFetch.EMAIL: "surel",
    WayToFetch.WHATSAPP: "whatsapp",
}


def information_draft(page: CasePage) -> InformasiDraft:
    """The form of a request for information.

    Raises:
        PaperRefusedError: the case is of another service.
    """
    draft = draft_of(page) if page.row.service == "informasi" else None
    if not isinstance(draft, InformasiDraft):
        raise PaperRefusedError("Naskah ini hanya untuk permohonan informasi publik.")
    return draft


def form_b(sources: Sources, case_id: str, wishes: Wishes) -> Drawn:
    """Form B as filled in at the counter; identity whole for those who may see it."""
    page = sources.case(case_id)
    draft = information_draft(page)
    if draft.path is Path.SPOKEN:
        raise PaperRefusedError("Jawaban lisan tidak memakai formulir.")
    taken_in = sources.ask(history.steps, case_id)[0]
    copying = draft.way_to_get is not WayToGet.SEE
    number, alias = two_numbers(page.row.number)
    facts = FormBFacts(
        number=number,
        alias=alias,
        applicant=applicant_facts(page, whole=sources.sees_identity()),
        received_at=sources.local(page.received_at),
        information=draft.information,
        purpose=draft.purpose or "-",
        category=_category(page.category),
        access=_ACCESS[draft.way_to_get],
        copies=_COPIES[draft.way_to_get],
        fetch=frozenset({_FETCH[draft.way_to_fetch]}) if copying else frozenset(),
        officer=taken_in.by,
        officer_position=sources.standard_of(page).title(taken_in.role),
        source=draft.source,
    )
    size = wishes.size(sources.office)
    pdf = form_paper.render(
        facts, office_facts(sources.office, wishes), size=size, reprint=sources.reprint("form_b", case_id)
    )
    return Drawn(pdf, short_number(page.row.number), size.upper())


def berkas_kurang(sources: Sources, case_id: str, wishes: Wishes) -> Drawn:
    """The notice of what is missing, since when the clock stands and until when to bring it.

    Raises:
        PaperRefusedError: nothing is missing.
    """
    page = sources.case(case_id)
    missing = [one for one in page.checklist if one.required and not one.present]
    asked = _asked(sources, page)
    if not missing and asked is None:
        raise PaperRefusedError("Berkas permohonan ini sudah lengkap.")
    told_at = asked.at if asked else sources.at
    facts = BerkasKurangFacts(
        number="",
        case_number=page.row.number,
        service=sources.service_of(page).name,
        applicant=applicant_facts(page),
        received_at=sources.local(page.received_at),
        told_on=sources.day(told_at),
        missing=tuple(MissingPaper(label=one.label) for one in missing) or _asked_for(asked),
        complete_by=time_to_complete(sources, page, told_at),
        signer=_signer(sources, page, asked),
        received=tuple(one.label for one in page.checklist if one.present),
        clock_stopped=asked is not None,
        ask_at=ask_at(sources.office),
        code=page.code,
    )
    size = wishes.size(sources.office)
    reprint = sources.reprint("berkas_kurang", case_id, _stopped_at(asked))
    pdf = missing_paper.render(facts, office_facts(sources.office, wishes), size=size, reprint=reprint)
    return Drawn(pdf, short_number(page.row.number), size.upper())


def _category(category: str) -> InformationCategory:
    return "tahapan" if category == Category.STAGE.value else "umum"


def _asked(sources: Sources, page: CasePage) -> StepRow | None:
    """The move by which the applicant was asked, while the case waits for it."""
    if not sources.service_of(page).flow(page.row.flow).step(page.row.step).waits:
        return None
    moves = sources.ask(history.steps, page.row.id)
    return next((one for one in reversed(moves) if one.to_step == page.row.step), None)


def _asked_for(asked: StepRow | None) -> tuple[MissingPaper, ...]:
    return (MissingPaper(label=asked.note),) if asked else ()


def _stopped_at(asked: StepRow | None) -> datetime | None:
    return asked.at if asked else None


def _signer(sources: Sources, page: CasePage, asked: StepRow | None) -> SignerFacts:
    role = asked.role if asked else sources.actor.role
    name = asked.by if asked else sources.own_name()
    return SignerFacts(position=f"{sources.standard_of(page).title(role)},", name=name)
