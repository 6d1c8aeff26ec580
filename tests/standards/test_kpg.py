"""The shipped KPG standard: the thirteen steps of KPU Kota Kupang 21/2025, their minutes and outputs."""

import pytest

from desk.assets import resource
from desk.rules.deadlines import EndEvent, StartEvent
from desk.standards.loader import load_standards
from desk.standards.model import AppliesTo, OfficeLevel
from tests.standards.paths import walk

KPG = load_standards(resource("standards")).get("kpg")
SOP = KPG.services["sop_kupang"]
READ = "front_office:teruskan sekretaris:disposisikan>kasubag_data kasubag_data:cermati"
ANSWERED = (
    "kasubag_data:ajukan kasubag_hukum:paraf sekretaris:paraf ketua:tanda_tangani kasubag_data:serahkan"
)


def test_the_decree_reaches_unfinished_steps() -> None:
    assert (KPG.decree.number, KPG.decree.issued_by) == ("21 Tahun 2025", "KPU Kota Kupang")
    assert KPG.valid_from.isoformat() == KPG.decree.issued_on.isoformat() == "2025-10-07"
    assert KPG.office_level is OfficeLevel.KOTA
    assert KPG.applies_to is AppliesTo.UNFINISHED_STEPS


def test_its_service_and_those_it_inherits() -> None:
    assert {one.code: slug for slug, one in KPG.services.items()} == {
        "S10": "sop_kupang",
        "S3k": "keberatan",
        "S4": "pengaduan",
    }


def test_guests_are_registered_by_the_help_desk() -> None:
    assert "pamdal" not in KPG.office_roles
    assert KPG.short_title("front_office") == "Help Desk"
    assert SOP.flow("lisan").step("registrasi").roles == ("front_office",)


@pytest.mark.parametrize(
    ("number", "flow", "step", "minutes", "role", "output"),
    [
        (1, "lisan", "registrasi", 3, "front_office", "Identitas dan tujuan pemohon tercatat"),
        (2, "lisan", "tatap_muka", 10, "ketua", "Pemohon bertemu langsung dengan Ketua atau Sekretaris"),
        (3, "lisan", "disposisi_lisan", 5, "ketua", "Disposisi lisan"),
        (
            4,
            "lisan",
            "tindak_lanjut",
            30,
            "kasubag_data",
            "Data baku sesuai disposisi; arsip dan buku ekspedisi",
        ),
        (5, "surat", "penerimaan", 3, "front_office", "Disposisi surat"),
        (6, "surat", "disposisi", 5, "ketua", "Disposisi surat"),
        (7, "surat", "tindak_lanjut", 10, "kasubag_data", "Surat dan disposisi dicermati"),
        (8, "surat", "identifikasi", 10, "kasubag_data", "Hasil identifikasi"),
        (
            9,
            "surat",
            "konsultasi_divisi",
            60,
            "ketua_divisi_data",
            "Arahan divisi, atau wawancara dengan divisi",
        ),
        (10, "surat", "menyiapkan_data", 60, "kasubag_data", "Data baku sesuai permintaan"),
        (
            11,
            "surat",
            "penyerahan_data",
            10,
            "kasubag_data",
            "Data baku sesuai disposisi; arsip dan buku ekspedisi",
        ),
        (
            12,
            "surat",
            "menyusun_balasan",
            1440,
            "kasubag_data",
            "Surat balasan dan data baku sebagai lampiran",
        ),
        (
            13,
            "surat",
            "penyerahan_balasan",
            10,
            "kasubag_data",
            "Surat balasan, data baku sebagai lampiran; arsip dan buku ekspedisi",
        ),
    ],
)
def test_the_thirteen_steps(number: int, flow: str, step: str, minutes: int, role: str, output: str) -> None:
    steps = [(key, one) for key, each in SOP.flows.items() for one in each.steps if one.planned_minutes]
    assert [one.id for key, one in steps if key == flow].index(step) == (
        number - 5 if number > 4 else number - 1
    )
    found = SOP.flow(flow).step(step)
    assert (found.planned_minutes, found.output) == (minutes, output)
    assert role in found.roles
    assert len(steps) == 13


def test_what_the_sop_does_not_time_has_no_minutes() -> None:
    untimed = {one.id for flow in SOP.flows.values() for one in flow.steps if one.planned_minutes is None}
    assert untimed == {
        "menunggu_pemohon",
        "pemeriksaan",
        "tanda_tangan",
        "arsip",
        "dicabut",
        "ditutup_tidak_lengkap",
    }
    assert "flows" in SOP.assumptions


@pytest.mark.parametrize("leader", ["ketua", "sekretaris", "ketua_divisi_teknis"])
def test_the_spoken_track_takes_48_minutes(leader: str) -> None:
    path = walk(
        KPG,
        "sop_kupang",
        "lisan",
        f"front_office:arahkan>{leader} {leader}:selesai_bertemu {leader}:disposisikan>kasubag_teknis"
        " kasubag_teknis:serahkan",
    )
    assert path == ["registrasi", "tatap_muka", "disposisi_lisan", "tindak_lanjut", "arsip"]
    assert minutes_of("lisan", path) == 48


def test_the_spoken_disposition_may_go_to_the_sekretaris_first() -> None:
    path = walk(
        KPG,
        "sop_kupang",
        "lisan",
        "front_office:arahkan>ketua ketua:selesai_bertemu ketua:teruskan_sekretaris"
        " sekretaris:disposisikan>kasubag_teknis kasubag_teknis:serahkan",
    )
    assert path[-1] == "arsip"


@pytest.mark.parametrize(
    ("moves", "minutes"),
    [
        (f"{READ} kasubag_data:siapkan_data kasubag_data:selesai_data kasubag_data:serahkan", 98),
        (
            f"{READ} kasubag_data:konsultasikan>ketua_divisi_data ketua_divisi_data:siapkan_data>kasubag_data"
            " kasubag_data:selesai_data kasubag_data:serahkan",
            158,
        ),
        (f"{READ} kasubag_data:susun_balasan {ANSWERED}", 38 + 1440),
        (
            f"{READ} kasubag_data:konsultasikan>anggota anggota:susun_balasan>kasubag_data {ANSWERED}",
            98 + 1440,
        ),
    ],
)
def test_the_letter_track_with_and_without_consultation_and_reply(moves: str, minutes: int) -> None:
    path = walk(KPG, "sop_kupang", "surat", moves)
    assert path[-1] == "arsip"
    assert minutes_of("surat", path) == minutes
    assert ("konsultasi_divisi" in path) is ("konsultasikan" in moves)
    assert ("tanda_tangan" in path) is ("susun_balasan" in moves)


def minutes_of(flow: str, path: list[str]) -> int:
    """Planned minutes of the steps entered, each once."""
    return sum(SOP.flow(flow).step(step).planned_minutes or 0 for step in dict.fromkeys(path))


def test_the_sop_times_steps_and_no_days() -> None:
    limit = SOP.limits["umum"]
    assert (limit.days, limit.start, limit.until) == (None, StartEvent.REGISTERED, EndEvent.HANDED_OVER)
    assert "48 menit" in limit.note
    assert {"limits", "control_chain", "signer", "retention", "safety"} <= SOP.assumptions.keys()


def test_chain_and_legal_basis() -> None:
    assert SOP.control_chain == ("kasubag_hukum", "sekretaris")
    assert len(SOP.components.legal_basis) == 8
    assert len(SOP.components.facilities) == 7
