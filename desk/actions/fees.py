"""Money taken for copies and sending, against a receipt with a number (L3/III.D)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.actions import numbers
from desk.actions.errors import NotFoundError, ProblemsError
from desk.models import Case, FeeReceipt, new_id
from desk.queries.office import profile
from desk.rules.permissions import Capability
from desk.services.common import Problem

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace


@dataclass(frozen=True, slots=True)
class FeeDraft:
    """Money taken for copies and sending, in rupiah (L3/III.D)."""

    payer: str
    pages: int
    page_price: int
    sending_cost: int = 0
    other_cost: int = 0


@dataclass(frozen=True, slots=True)
class FeeTaken:
    """A fee receipt just given."""

    receipt_id: str
    number: str
    total: int


def take_fee(workplace: "Workplace", case_id: str, draft: FeeDraft) -> FeeTaken:
    """Note money taken for copies and give it a receipt number.

    Raises:
        ProblemsError: nothing to pay, or no payer.
    """
    workplace.require(Capability.HAND_OVER)
    total = draft.pages * draft.page_price + draft.sending_cost + draft.other_cost
    problems = [] if draft.payer.strip() else [Problem("payer", "Isi nama pembayar.")]
    if total <= 0 or min(draft.pages, draft.page_price, draft.sending_cost, draft.other_cost) < 0:
        problems.append(Problem("pages", "Isi jumlah lembar dan biaya."))
    if problems:
        raise ProblemsError(problems)
    with workplace.write("take_fee") as session:
        case = session.get(Case, case_id)
        if case is None:
            raise NotFoundError("Permohonan tidak ditemukan.")
        office, at, receipt_id = profile(session), workplace.now(), new_id()
        request = numbers.NumberRequest("biaya", office.day_of(at), "fee_receipts", receipt_id)
        number = numbers.issue(session, office, workplace.standards.get(case.standard), request, at)
        session.add(
            FeeReceipt(
                id=receipt_id,
                case_id=case_id,
                number=number,
                at=at,
                staff_id=workplace.actor.staff_id,
                pages=draft.pages,
                page_price=draft.page_price,
                sending_cost=draft.sending_cost,
                other_cost=draft.other_cost,
                payer=draft.payer.strip(),
            )
        )
    return FeeTaken(receipt_id, numbers.official(number, workplace), total)
