"""Writing an entry of a service with the move it belongs to: a placement, a report, a verification."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from desk.actions import confidence, limits
from desk.actions.appointments import announce
from desk.actions.decisions import granted_at_once
from desk.actions.errors import ProblemsError
from desk.actions.events import hold_events_of
from desk.actions.steps import MoveOrder, Stepped, acted_role, apply_move, flow_of, not_stale
from desk.models import Case, CaseEntry
from desk.queries import entries
from desk.queries.events import planned
from desk.queries.office import profile
from desk.queries.staff import commissioners
from desk.queries.votes import last_election
from desk.rules.permissions import Capability
from desk.rules.workflow import MoveUnknown
from desk.services.catalog import EntryGround, service_kit
from desk.services.common import blocks

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace


def write_entry(workplace: "Workplace", order: MoveOrder, entry: Any) -> Stepped:
    """Write an entry and make its move in one: neither stands without the other. A decision that the move
    stands for is recorded with it, a day that is promised becomes the day of the case.

    Raises:
        ProblemsError: the entry lacks something, by the rules of its service.
        MoveRefused: the flow does not allow the move now, for these roles.
        StaleError: somebody moved the case meanwhile.
    """
    workplace.require(Capability.SEE_CASE)
    with workplace.write("write_entry") as session:
        case = limits.open_case_row(session, order.case_id)
        not_stale(case, order.expected_step)
        left = flow_of(workplace, case).step(case.step)
        move = next((one for one in left.moves if one.verb == order.verb and one.entry), None)
        if move is None:
            raise MoveUnknown(f"Pada langkah {left.label} tidak ada catatan layanan itu.")
        known = service_kit(case.service).entries[move.entry]
        ground = ground_of(session, case, move.entry, move.decision)
        problems = known.problems(entry, ground)
        if blocks(problems):
            raise ProblemsError(problems)
        data = msgspec.to_builtins(entry)
        confidence.keep_secret(session, case, next(iter(data), ""), *map(str, data.values()))
        role = acted_role(workplace, left.roles, case.holder)
        stepped = apply_move(session, workplace, order)
        if move.decision:
            at = order.done_at or workplace.now()
            reason = known.reason(entry)
            session.add(granted_at_once(case, workplace.actor.staff_id, role, at, reason))
        if known.came is not None:
            hold_events_of(session, case.id, known.came(entry))
        if known.announces is not None:
            announce(session, case.id, known.announces(entry, ground))
        if known.until is not None:
            limits.promise(session, workplace.standards, case, known.until(entry))
        session.add(
            CaseEntry(
                case_id=case.id,
                kind=move.entry,
                data=data,
                at=order.done_at or workplace.now(),
                staff_id=workplace.actor.staff_id,
                role=role,
            )
        )
        return stepped


def ground_of(session: "Session", case: Case, kind: str, decision: str = "") -> EntryGround:
    """What an entry of that kind is judged on; ``decision`` is the one its move stands for."""
    kit = service_kit(case.service)
    return EntryGround(
        case.detail,
        entries.latest(session, case.id),
        entries.elsewhere(session, kind, case.id),
        profile(session).settings,
        election=last_election(session) if kit.votes else None,
        decided=entries.decided(session, case.service, case.id) if kit.earlier else (),
        events=planned(session, case.id) if kit.events else (),
        decision=decision,
        papers=entries.papers_there(session, case.id),
    )


def entry_ground(session: "Session", case_id: str, kind: str, decision: str = "") -> EntryGround:
    """:func:`ground_of` for a screen.

    Raises:
        NotFoundError: the case is closed or not there.
    """
    return ground_of(session, limits.open_case_row(session, case_id), kind, decision)


def begin_ground(session: "Session", case_id: str, kind: str, decision: str, at: "datetime") -> EntryGround:
    """What the sheet of an entry begins on: :func:`entry_ground` with who sits in the commission then."""
    ground = entry_ground(session, case_id, kind, decision)
    return replace(ground, commissioners=commissioners(session, at))
