"""The way of a replacement in the council (L2/III.B), under KSB and the standard that inherits it."""

import pytest

from desk.assets import resource
from desk.rules.workflow import MoveNotYours, allowed, move
from desk.standards.loader import load_standards
from tests.standards.paths import walk

STANDARDS = load_standards(resource("standards"))
TO_SECTION = "register:teruskan sekretaris:teruskan_ketua ketua:disposisikan>kasubag_teknis"
VERIFIED = (
    "kasubag_teknis:catat_verifikasi kasubag_teknis:klarifikasi kasubag_teknis:selesai_klarifikasi "
    "kasubag_teknis:urutkan_calon kasubag_teknis:selesai_verifikasi ketua_divisi_teknis:ajukan_pleno"
)
CONTROLLED = (
    "kasubag_teknis:ajukan kasubag_teknis:paraf sekretaris:paraf ketua_divisi_teknis:paraf ketua:paraf "
    "anggota:paraf ketua:tanda_tangani front_office:serahkan"
)


@pytest.mark.parametrize("standard", ["ksb", "ntb"])
@pytest.mark.parametrize(
    ("ruling", "ending", "last"),
    [
        ("tetapkan_calon", "kasubag_teknis:catat_publikasi", ["publikasi", "arsip"]),
        ("tetapkan_calon", "kasubag_teknis:tutup_tanpa_publikasi", ["publikasi", "arsip"]),
        ("tetapkan_status", "", ["penyerahan", "arsip"]),
    ],
)
def test_it_goes_by_disposition_verification_and_plenary_to_the_answer(
    standard: str, ruling: str, ending: str, last: list[str]
) -> None:
    moves = f"{TO_SECTION} {VERIFIED} ketua_divisi_teknis:{ruling} {CONTROLLED} {ending}"
    entered = walk(STANDARDS.get(standard), "paw", "letter", moves)
    assert entered[-2:] == last
    for step in ("verifikasi", "klarifikasi", "pleno", "naskah", "tanda_tangan", "penyerahan"):
        assert step in entered


def test_staff_may_verify_and_report_back() -> None:
    given = "kasubag_teknis:serahkan_staf staf:catat_verifikasi staf:laporkan>kasubag_teknis"
    assert walk(STANDARDS.get("ksb"), "paw", "letter", f"{TO_SECTION} {given}")[-1] == "verifikasi"


def test_who_verifies_clarifies_and_nobody_else_in_between() -> None:
    standard = STANDARDS.get("ksb")
    flow, setting = standard.services["paw"].flow("letter"), standard.setting("paw")
    with pytest.raises(MoveNotYours):
        move(
            flow,
            "klarifikasi",
            "selesai_klarifikasi",
            ["ketua_divisi_teknis"],
            setting,
            holder_role="kasubag_teknis",
        )


def test_only_clarification_and_publication_are_waited_for_beside_the_applicant() -> None:
    flow = STANDARDS.get("ksb").services["paw"].flow("letter")
    assert {one.id: one.awaited for one in flow.steps if one.waits} == {
        "menunggu_pemohon": "pemohon",
        "klarifikasi": "hasil klarifikasi",
        "publikasi": "publikasi",
    }


def test_a_letter_is_put_forward_only_once_the_plenary_decided() -> None:
    flow = STANDARDS.get("ksb").services["paw"].flow("letter")
    verbs = {one.verb for one in allowed(flow, "naskah", ["kasubag_teknis"])}
    assert "ajukan" not in verbs
    assert "pleno_ulang" in verbs
