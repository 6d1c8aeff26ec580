"""A decision in Indonesian words: lines for the summary, choices for the form."""

from dataclasses import replace
from datetime import datetime

from desk.queries.history import DecisionRow
from desk.services.answering import DecisionDraft
from desk.services.catalog import ServiceKit
from desk.services.grounds import ground
from desk.ui.screens.decision.grounds import short_citation
from desk.ui.words import rupiah

FORMS = {
    "soft": "Salinan softcopy",
    "hard": "Salinan hardcopy",
    "both": "Softcopy dan hardcopy",
    "see": "Dilihat di tempat",
}
"""How the information is given (``DecisionDraft.form``)."""

PAID_FORMS = frozenset({"hard", "both"})
"""Forms for which copying and sending may cost something (L3/III.D)."""


def draft_of(kit: ServiceKit, row: DecisionRow) -> DecisionDraft:
    """A recorded decision as the form takes it."""
    kind = kit.decision(row.kind)
    fields = () if kind is None else kind.fields
    return replace(DecisionDraft(kind=row.kind), **{name: getattr(row, name) for name in fields})


def coming(draft: DecisionDraft, at: datetime) -> DecisionRow:
    """A decision filled in but not recorded, as papers take it for the live preview."""
    return DecisionRow(
        kind=draft.kind,
        at=at,
        by="",
        role="",
        grounds=draft.grounds,
        legal_basis=draft.legal_basis,
        consequence=draft.consequence,
        reason=draft.reason,
        holder_body=draft.holder_body,
        available_on=draft.available_on,
        form=draft.form,
        pages=draft.pages,
        page_price=draft.page_price,
        sending_cost=draft.sending_cost,
        other_cost=draft.other_cost,
        blacked_out=draft.blacked_out,
    )


def same(kit: ServiceKit, draft: DecisionDraft, row: DecisionRow | None) -> bool:
    """Whether a draft says what is recorded already."""
    return row is not None and replace(draft, to_role=None, expected_step="") == draft_of(kit, row)


def total_of(pages: int, page_price: int, sending: int, other: int) -> int:
    """What the applicant pays, in rupiah (L3/III.D)."""
    return pages * page_price + sending + other


def summary(kit: ServiceKit, row: DecisionRow) -> tuple[tuple[str, str], ...]:
    """Pairs of label and words that say all of a decision; empty parts are left out."""
    grounds = "\n".join(f"{short_citation(one)}: {one.label}" for one in map(ground, row.grounds))
    kind = kit.decision(row.kind)
    given = kind is not None and kind.gives and "form" in kind.fields
    cost = total_of(row.pages, row.page_price, row.sending_cost, row.other_cost)
    pairs = (
        ("Dasar hukum", grounds),
        ("Keputusan KPU", row.legal_basis),
        ("Akibat bila dibuka", row.consequence),
        ("Bagian yang dihitamkan", row.blacked_out),
        ("Alasan", "" if row.reason in (row.consequence, row.blacked_out) else row.reason),
        ("Yang menguasai", row.holder_body),
        ("Tersedia", row.available_on),
        ("Bentuk", FORMS.get(row.form, row.form) if given else ""),
        ("Biaya", cost_words(row) if given and cost else "Tanpa biaya" if given else ""),
    )
    return tuple((label, words) for label, words in pairs if words)


def cost_words(row: DecisionRow) -> str:
    """``10 lembar × Rp500 + pengiriman Rp12.000 = Rp17.000``."""
    parts = []
    if row.pages and row.page_price:
        parts.append(f"{row.pages} lembar × {rupiah(row.page_price)}")
    if row.sending_cost:
        parts.append(f"pengiriman {rupiah(row.sending_cost)}")
    if row.other_cost:
        parts.append(f"lain-lain {rupiah(row.other_cost)}")
    total = total_of(row.pages, row.page_price, row.sending_cost, row.other_cost)
    return f"{' + '.join(parts)} = {rupiah(total)}"
