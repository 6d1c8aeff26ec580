"""What the next key press at a counter does, by the state of the counter (F2 always leads on)."""

from dataclasses import dataclass
from enum import StrEnum, auto

from desk.queries.queue import CounterDesk
from desk.rules.queueing import TicketState


class Next(StrEnum):
    """The natural next step of a counter."""

    OPEN = auto()
    CALL = auto()
    SERVE = auto()
    FINISH_AND_CALL = auto()
    FINISH = auto()


LABELS = {
    Next.OPEN: "Buka loket",
    Next.CALL: "Panggil berikut",
    Next.SERVE: "Tamu datang, layani",
    Next.FINISH_AND_CALL: "Selesai, panggil berikut",
    Next.FINISH: "Selesai",
}


@dataclass(frozen=True, slots=True)
class Offers:
    """Which buttons a counter may press now."""

    next: Next
    next_enabled: bool
    recall: bool
    hold: bool
    skip: bool
    transfer: bool
    finish: bool


def offers(desk: CounterDesk, staff_id: str) -> Offers:
    """The buttons for the state of a counter; one that a colleague has open must be taken over first."""
    mine = desk.open and desk.staff_id == staff_id
    state = desk.serving.state if mine and desk.serving is not None else None
    called, serving = state is TicketState.CALLED, state is TicketState.SERVING
    step = Next.CALL
    if not mine:
        step = Next.OPEN
    elif called:
        step = Next.SERVE
    elif serving:
        step = Next.FINISH_AND_CALL if desk.waiting else Next.FINISH
    return Offers(
        next=step,
        next_enabled=step is not Next.CALL or bool(desk.waiting),
        recall=called or serving,
        hold=called or serving,
        skip=called,
        transfer=called or serving,
        finish=called or serving,
    )
