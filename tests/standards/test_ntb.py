"""The shipped NTB standard: the portal of KPU Prov. NTB 22/2025; its terms are copied from KSB and say so."""

import pytest

from desk.assets import resource
from desk.standards.loader import load_standards
from desk.standards.model import OfficeLevel

STANDARDS = load_standards(resource("standards"))
NTB, KSB = STANDARDS.get("ntb"), STANDARDS.get("ksb")


def test_the_decree() -> None:
    assert (NTB.decree.number, NTB.decree.issued_by) == ("22 Tahun 2025", "KPU Provinsi Nusa Tenggara Barat")
    assert NTB.valid_from.isoformat() == NTB.decree.issued_on.isoformat() == "2025-09-02"
    assert NTB.office_level is OfficeLevel.PROVINSI
    assert "Portal layanan terpadu" in NTB.decree.title


def test_seven_services_and_objections_by_the_portal() -> None:
    assert {one.code for one in NTB.services.values()} == {"S1", "S2", "S3", "S3k", "S4", "S5", "S6", "S7"}
    assert all("provinsi" in NTB.services[slug].name.lower() for slug in ("autentifikasi", "paw"))


@pytest.mark.parametrize("slug", NTB.services)
def test_terms_are_those_of_ksb(slug: str) -> None:
    ours, theirs = NTB.services[slug], KSB.services[slug]
    same = ("limits", "side_limits", "control_chain", "signer", "responsible", "staff_number", "products")
    for key in (*same, "cost", "components", "letters", "register", "retention"):
        assert getattr(ours, key) == getattr(theirs, key), key
    assert "disalin dari standar KSB" in ours.assumptions["terms"]
    assert theirs.assumptions.items() <= ours.assumptions.items()


def test_a_province_controls_by_its_kabag_too() -> None:
    complaints = NTB.setting("pengaduan")
    assert "kabag_teknis_hukum" in complaints.chain
    assert "kabag_teknis_hukum" in (complaints.office_roles or ())
    assert NTB.short_title("front_office") == "Petugas layanan"
