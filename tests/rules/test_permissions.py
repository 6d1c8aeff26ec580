"""Roles, capabilities, mandates."""

from datetime import UTC, datetime, timedelta

import pytest

from desk.rules.permissions import (
    ROLES,
    Capability,
    Mandate,
    Workspace,
    acting_roles,
    is_acting,
    may,
    workspaces,
)

NOON = datetime(2026, 3, 13, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_every_person_of_the_requirements_has_a_role() -> None:
    assert {role.person for role in ROLES.values()} == {f"P{number}" for number in range(1, 12)}


def test_titles_are_whole_and_told_apart() -> None:
    titles = [role.title for role in ROLES.values()]
    assert len(set(titles)) == len(titles)
    assert not any(word in title for title in titles for word in ("Rendatin", "Kasubag", "Kabag"))


@pytest.mark.parametrize(
    ("roles", "capability", "allowed"),
    [
        (["pamdal"], Capability.REGISTER_VISIT, True),
        (["pamdal"], Capability.SEE_IDENTITY, False),
        (["pamdal"], Capability.SEE_CASE, False),
        (["front_office"], Capability.OPEN_CASE, True),
        (["front_office"], Capability.SIGN, False),
        (["front_office", "ppid"], Capability.SIGN, True),
        (["kiosk"], Capability.SEE_VISITORS, False),
        (["ketua"], Capability.SEE_COMPLAINT, False),
        (["tim_pengaduan"], Capability.SEE_COMPLAINT, True),
        (["admin"], Capability.SEE_CASE, False),
        (["tukang_kebun"], Capability.SEE_BOARD, False),
        ([], Capability.SEE_BOARD, False),
    ],
)
def test_a_role_may_what_its_work_needs(roles: list[str], capability: Capability, allowed: bool) -> None:
    assert may(roles, capability) is allowed


def test_every_capability_belongs_to_somebody() -> None:
    assert all(may(ROLES, capability) for capability in Capability)


@pytest.mark.parametrize(
    ("mandate", "acting"),
    [
        (Mandate("ketua", NOON - HOUR, NOON + HOUR, "12/ST"), True),
        (Mandate("ketua", NOON, None), True),
        (Mandate("ketua", NOON - HOUR, NOON), False),
        (Mandate("ketua", NOON + HOUR, None), False),
    ],
)
def test_a_mandate_lends_its_role_while_it_runs(mandate: Mandate, acting: bool) -> None:
    roles = acting_roles(["anggota"], [mandate], NOON)
    assert roles == ({"anggota", "ketua"} if acting else {"anggota"})
    assert is_acting("ketua", ["anggota"])
    assert not is_acting("anggota", ["anggota"])


def test_workspaces_follow_the_roles_without_repeating() -> None:
    assert workspaces(["ketua", "sekretaris", "ppid", "nobody"]) == (Workspace.LEADERSHIP, Workspace.PPID)
