"""What a standard gives to rules: hours, zone, number scope, setting of a flow."""

from desk.assets import resource
from desk.rules.numbering import Scope
from desk.standards.loader import load_standards

KSB = load_standards(resource("standards")).get("ksb")


def test_hours_have_the_break_and_the_friday_prayer_as_gaps() -> None:
    hours = KSB.service_hours
    assert len(hours.week[0]) == 2
    assert hours.to_dict()["jumat"] == "08.00-11.30, 13.30-16.00"
    assert KSB.tzinfo.key == "Asia/Makassar"


def test_a_register_says_its_scope() -> None:
    assert KSB.registers["informasi"].scope == Scope(per_year=True, per_classification=False)


def test_the_setting_of_a_flow_may_be_the_offices_own() -> None:
    plain = KSB.setting("informasi")
    assert (plain.chain, plain.signer) == (("kasubag_hukum", "sekretaris"), "ppid")
    assert plain.office_roles == frozenset(KSB.office_roles)
    own = KSB.setting("informasi", "ketua", frozenset({"ketua"}))
    assert (own.signer, own.office_roles) == ("ketua", frozenset({"ketua"}))
