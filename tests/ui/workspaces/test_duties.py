"""Every duty has its page: what waits for a role at a step of any standard stands on a page of its desk
(P3, P6, P8, P9), and what the step asks of it, the role may do."""

from collections.abc import Iterator

import pytest

from desk.rules.permissions import ROLES, Capability, may
from desk.rules.workflow import Flow, Sheet, Step
from desk.ui.screens.tray import places
from desk.ui.workspaces import ALL
from tests.office import standards

TRAYS = {
    "disposition": places.disposed,
    "signing": places.controlled,
    "ppid": places.decided_by_ppid,
    "liaison": places.sorted_out,
    "register_desk": places.entered,
    "handover": places.handed_over,
}
"""Pages that collect some steps; *Pekerjaan saya* has all that wait for its officer."""
NEEDS = {
    Sheet.SIGN: Capability.SIGN,
    Sheet.DISPOSE: Capability.DISPOSE,
    Sheet.LETTER: Capability.WRITE_LETTER,
}


def steps() -> Iterator[tuple[str, Flow, Step]]:
    for standard in standards().by_id.values():
        for slug, service in standard.services.items():
            for flow in service.flows.values():
                yield from ((slug, flow, step) for step in flow.steps if not step.end)


def desk_of(role: str) -> set[str]:
    return {page.page_id for room in ALL if role in room.roles for page in room.pages}


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"kiosk", "pamdal", "admin"}))
def test_what_waits_for_a_role_stands_on_a_page_of_its_desk(role: str) -> None:
    pages = desk_of(role)
    unseen = [
        (slug, flow.id, step.id)
        for slug, flow, step in steps()
        if role in step.roles
        and "work" not in pages
        and not any(page in pages and fits(flow, step) for page, fits in TRAYS.items())
    ]
    assert unseen == []


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"kiosk", "pamdal", "admin"}))
def test_a_desk_with_cases_opens_them(role: str) -> None:
    pages = desk_of(role)
    assert {"cases", "case"} <= pages


@pytest.mark.parametrize(
    ("role", "pages"),
    [
        ("register", {"register_desk", "disposition", "work", "handover", "numbers", "ekspedisi", "inbox"}),
        ("anggota", {"work", "signing"}),
        ("ketua_divisi_hukum", {"work", "signing"}),
        ("ketua_divisi_teknis", {"work", "signing", "votes"}),
        ("ppid", {"ppid", "signing", "work"}),
        ("atasan_ppid", {"ppid", "signing", "work"}),
        ("tim_penghubung", {"liaison", "inbox", "counter", "correction"}),
        ("tim_pertimbangan", {"work"}),
        ("operator_ppid", {"inbox", "counter", "work", "handover", "correction"}),
        ("tim_pengaduan", {"work", "counter", "inbox", "handover", "complaint_report"}),
        ("sekretaris", {"disposition", "signing", "work", "complaint_report"}),
        ("kasubag_hukum", {"work", "signing", "service_settings", "handover"}),
    ],
)
def test_the_duties_of_a_role_have_their_pages(role: str, pages: set[str]) -> None:
    assert pages - desk_of(role) == set()


def test_who_holds_a_step_may_do_what_it_asks() -> None:
    """Hand-over is left to tests of each service: a section may prepare what others hand over."""
    lacking = {
        (role, slug, flow.id, step.id, move.verb)
        for slug, flow, step in steps()
        for move in flow.moves(step.id)
        if move.sheet in NEEDS
        for role in move.roles or step.roles
        if not may((role,), NEEDS[move.sheet])
    }
    assert lacking == set()


def test_the_operator_hands_over_what_came_in_by_eppid() -> None:
    handed = [
        step
        for _slug, flow, step in steps()
        if "operator_ppid" in step.roles and places.handed_over(flow, step)
    ]
    assert handed
    assert may(("operator_ppid",), Capability.HAND_OVER)
