"""The office's profile is changed by its administrator; requests keep the standard they came under (P11)."""

from dataclasses import replace

import pytest

from desk.actions.errors import NotAllowedError, ProblemsError, StaleError
from desk.actions.office_profile import ProfileDraft, as_draft, change_profile
from desk.models import Case
from desk.queries.office import profile
from tests.office import SmallOffice
from tests.stories import take_in


def seen(office: SmallOffice) -> ProfileDraft:
    """The profile as it stands."""
    return as_draft(office.at("admin").ask(profile))


def test_what_is_changed_stands_in_the_profile(office: SmallOffice) -> None:
    before = seen(office)
    wanted = replace(before, name=" KPU Kota Contoh ", short_name="", phone="0372-123", office_code="KPU-C")
    kept = change_profile(office.at("admin"), wanted, before)
    assert kept == seen(office)
    assert (kept.name, kept.short_name, kept.phone, kept.office_code) == (
        "KPU Kota Contoh",
        "KPU Kota Contoh",
        "0372-123",
        "KPU-C",
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"city": ""}, "city"),
        ({"address": ""}, "address"),
        ({"email": "kantor"}, "email"),
        ({"standard": "lain"}, "standard"),
        ({"standard": ""}, "standard"),
    ],
)
def test_a_profile_says_what_it_lacks(office: SmallOffice, changes: dict[str, str], field: str) -> None:
    before = seen(office)
    with pytest.raises(ProblemsError) as refused:
        change_profile(office.at("admin"), replace(before, **changes), before)
    assert [one.field for one in refused.value.problems] == [field]
    assert seen(office) == before


def test_a_colleagues_change_is_not_written_over(office: SmallOffice) -> None:
    before = seen(office)
    change_profile(office.at("admin"), replace(before, phone="1"), before)
    with pytest.raises(StaleError, match="sudah diubah"):
        change_profile(office.at("admin"), replace(before, phone="2"), before)
    assert seen(office).phone == "1"


def test_only_the_administrator_changes_it(office: SmallOffice) -> None:
    before = seen(office)
    with pytest.raises(NotAllowedError):
        change_profile(office.at("rahma"), replace(before, phone="1"), before)


def test_another_standard_is_for_new_requests_only(office: SmallOffice) -> None:
    opened = take_in(office)
    before = seen(office)
    change_profile(office.at("admin"), replace(before, standard="kpg"), before)
    assert office.at("rahma").standard.id == "kpg"
    assert office.at("rahma").ask(profile).level == "kota"
    with office.store.read() as session:
        assert session.get_one(Case, opened.case_id).standard == "ksb"
