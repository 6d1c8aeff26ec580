"""What the hand-over of a case needs to know: its result, its way, what is to be paid."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.queries import cases, deliveries, history
from desk.queries.cases import CasePage
from desk.queries.history import DecisionRow, LetterRow
from desk.rules.intake import Channel
from desk.services.informasi import WayToFetch

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext

_WAYS = {
    WayToFetch.PICK_UP: "pickup",
    WayToFetch.COURIER: "courier",
    WayToFetch.POST: "post",
    WayToFetch.FAX: "fax",
    WayToFetch.EMAIL: "email",
    WayToFetch.WHATSAPP: "whatsapp",
}
_BACK = {
    Channel.EMAIL: "email",
    Channel.EPPID: "email",
    Channel.WHATSAPP: "whatsapp",
    Channel.INSTAGRAM: "chat",
    Channel.X: "chat",
    Channel.FACEBOOK: "chat",
}
"""How an answer goes back by the channel its request came in by (C1)."""


@dataclass(frozen=True, slots=True)
class Result:
    """A case whose result waits: ``letter`` is the signed one, ``owed`` rupiah still to be paid, ``going``
    what was signed since something of the case was handed over last, ``remote`` that its service gives
    results electronically."""

    page: CasePage
    letter: LetterRow | None
    decision: DecisionRow | None
    owed: int
    going: tuple[LetterRow, ...] = ()
    remote: bool = False

    @property
    def content(self) -> str:
        """What is handed over, as the ekspedisi book says it."""
        return "; ".join(one.subject for one in self.going) or self.page.row.subject

    @property
    def way(self) -> str:
        """The way the applicant asked for, as a key of ``desk.actions.delivery.WAYS``; where a form does not
        ask, the channel it came in by."""
        asked = self.page.detail.get("way_to_fetch")
        if asked is None:
            return _BACK.get(Channel(self.page.row.channel), "pickup") if self.remote else "pickup"
        return _WAYS.get(WayToFetch(asked), "pickup")

    @property
    def receiver(self) -> str:
        """Who will most likely receive it."""
        applicant = self.page.applicant
        return applicant.proxy_name or applicant.name


def result_of(ctx: "ScreenContext", case_id: str) -> Result | None:
    """The result of a case; None when the case is gone."""
    place = ctx.workplace
    page = place.ask(cases.page, place.standards, ctx.today(), case_id)
    if page is None:
        return None
    signed = [one for one in place.ask(history.letters, case_id) if one.state == "signed"]
    letters = [one for one in signed if one.answers]
    gone = max((one.at for one in place.ask(deliveries.of_case, case_id)), default=None)
    fresh = [
        one
        for one in reversed(signed)
        if gone is None or (one.signed_at is not None and one.signed_at > gone)
    ]
    going = tuple(one for one in fresh if one.answers or one.part)
    decision = place.ask(history.decision, case_id)
    paid = sum(cost(one) for one in place.ask(history.fees, case_id))
    owed = max(0, (cost(decision) if decision else 0) - paid)
    service = place.standards.get(page.row.standard).services[page.row.service]
    remote = any("softcopy" in one.forms for one in service.products)
    return Result(page, letters[0] if letters else None, decision, owed, going, remote)


def cost(row: DecisionRow | history.FeeRow) -> int:
    """Pages, sending and other costs together, in rupiah."""
    return row.pages * row.page_price + row.sending_cost + row.other_cost
