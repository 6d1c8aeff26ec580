"""What a service standard says, part by part (R10)."""

import msgspec
import pytest

from desk.rules.calendar import ServiceHours
from desk.rules.deadlines import Unit
from desk.rules.permissions import ROLES
from desk.standards.model import Charge, LimitSpec
from desk.standards.told import TITLES, StandardTold, decree_line, told
from tests.office import standards

OFFICE = ServiceHours.from_dict({"senin": "09.00-15.00"})
EVERY = [(name, slug) for name, standard in sorted(standards().by_id.items()) for slug in standard.services]


def words(name: str, slug: str) -> StandardTold:
    standard = standards().get(name)
    return told(standard, standard.services[slug], OFFICE, "WITA")


def lines(shown: StandardTold, key: str) -> str:
    return "\n".join(next(part.lines for part in shown.parts if part.key == key))


@pytest.mark.parametrize(("name", "slug"), EVERY)
def test_every_standard_tells_every_component(name: str, slug: str) -> None:
    shown = words(name, slug)
    assert [part.key for part in shown.parts] == list(TITLES)
    assert all(part.lines and all(line.strip() for line in part.lines) for part in shown.parts)


@pytest.mark.parametrize(("name", "slug"), EVERY)
def test_what_is_assumed_about_a_part_stands_with_it(name: str, slug: str) -> None:
    """All but the code of its letters and its retention, which no component speaks of."""
    service = standards().get(name).services[slug]
    unseen = {"classification", "retention"}
    wanted = sorted(why for key, why in service.assumptions.items() if key not in unseen)
    shown = words(name, slug)
    assert sorted([*shown.assumed, *(one for part in shown.parts for one in part.assumed)]) == wanted


@pytest.mark.parametrize(
    ("name", "slug", "part", "said"),
    [
        (
            "ksb",
            "autentifikasi",
            "time",
            "3 hari kerja sampai diserahkan. Dihitung sejak dicatat dalam register.",
        ),
        (
            "ksb",
            "paw",
            "time",
            "Dihitung sejak dicatat dalam register sampai dijawab. Hitungan berhenti selama",
        ),
        ("ksb", "informasi", "time", "3 hari kerja sejak formulir lengkap, dapat diperpanjang 2 hari kerja."),
        (
            "ksb",
            "informasi",
            "time",
            "Waktu pemohon melengkapi berkas: 3 hari kerja sejak pemberitahuan diterima.",
        ),
        ("ksb", "informasi", "time", "Sabtu, Minggu, hari libur nasional"),
        ("ksb", "informasi", "cost", "Penggandaan: ditetapkan kantor per lembar"),
        ("ksb", "informasi", "requirements", "(bagi badan hukum)"),
        ("ksb", "informasi", "procedure", "Disampaikan lewat: Datang langsung, Surat"),
        ("ksb", "informasi", "hours", "Senin 09.00–15.00 WITA"),
        ("ksb", "magang", "time", "Tanpa batas waktu; diterima pada hari kerja pukul 08.00-16.00."),
        ("ksb", "magang", "hours", "Senin–Jumat 08.00–16.00 WITA"),
        ("ksb", "magang", "staff", "2 orang"),
        ("ksb", "pendidikan_pemilih", "time", "bergeser ke hari kerja berikutnya"),
        ("ksb", "pengaduan", "staff", "Tim Pengelola Pengaduan Masyarakat"),
        ("ksb", "pengaduan", "control", "Kepala Sub Bagian Hukum dan Sumber Daya Manusia\nSekretaris"),
        ("ntb", "pengaduan", "control", "Kepala Bagian"),
        (
            "ntt",
            "data_informasi",
            "time",
            "1 jam sampai dengan 10 hari kerja sejak diterima. Dihitung sampai dijawab.",
        ),
        ("kpg", "sop_kupang", "time", "Registrasi 3 menit; Bertemu pimpinan 10 menit"),
        ("kpg", "sop_kupang", "time", "Menyusun surat balasan 1 hari"),
        ("ksb", "paw", "requirements", "Surat pengunduran diri anggota (bila mengundurkan diri)"),
        ("ksb", "paw", "requirements", "upaya hukum anggota (bila diberhentikan partai; bila ada)"),
        ("kpg", "sop_kupang", "requirements", "(bila ada)"),
    ],
)
def test_a_component_says(name: str, slug: str, part: str, said: str) -> None:
    assert said in lines(words(name, slug), part)


def test_a_role_that_the_office_lacks_is_not_in_its_chain() -> None:
    standard = standards().get("ksb")
    kabag = standard.title("kabag_teknis_hukum")
    assert "kabag_teknis_hukum" in standard.services["pengaduan"].control_chain
    assert kabag not in lines(words("ksb", "pengaduan"), "control")
    assert ROLES["kabag_teknis_hukum"].title == kabag


def amended(**parts: object) -> StandardTold:
    standard = standards().get("ksb")
    service = msgspec.structs.replace(standard.services["magang"], **parts)
    return told(standard, service, OFFICE, "WIT")


def test_a_limit_that_says_nothing_of_having_none_is_told_as_unlimited() -> None:
    shown = amended(limits={"umum": LimitSpec(label="Sesuai kesepakatan", note="Lihat surat.")})
    assert lines(shown, "time") == "Tanpa batas waktu. Sesuai kesepakatan. Lihat surat."


def test_a_limit_whose_name_says_from_when_to_when_is_not_explained_twice() -> None:
    label = "5 hari sejak diterima sampai diputuskan"
    spec = LimitSpec(label=label, days=5, unit=Unit.CALENDAR, moves_to_working_day=False)
    shown = lines(amended(limits={"umum": spec}), "time")
    assert shown.startswith(
        f"{label}.\nHari kalender dihitung semua, mulai hari berikutnya.\nHitungan berhenti"
    )


def test_a_side_limit_without_days_is_not_told() -> None:
    spec = LimitSpec(label="Waktu melapor")
    assert "Waktu melapor" not in lines(amended(side_limits={"lapor": spec}), "time")


def test_prices_staff_and_who_answers_for_it_may_be_known_or_not() -> None:
    cost = standards().get("ksb").services["magang"].cost
    charge = Charge(key="a", label="Penggandaan", unit="lembar", rupiah=1250)
    shown = amended(
        cost=msgspec.structs.replace(cost, charges=(charge,)), staff_number=None, responsible=("kabag_umum",)
    )
    assert "Penggandaan: Rp1.250 per lembar" in lines(shown, "cost")
    assert lines(shown, "staff") == "Menurut penugasan Sekretaris."
    assert "Penanggung jawab" not in lines(shown, "control")


def test_a_form_that_the_product_names_itself_is_not_said_again() -> None:
    assert "Informasi lisan\n" in lines(words("ksb", "informasi"), "product") + "\n"


def test_everything_told_can_be_searched() -> None:
    assert "Daftar riwayat hidup" in words("ksb", "magang").text()


def test_the_maklumat_is_inherited_and_names_its_decree() -> None:
    for standard in standards().by_id.values():
        assert len(standard.pledge) == 3
        assert standard.pledge_note
    assert decree_line(standards().get("kpg")) == "Keputusan KPU Kota Kupang Nomor 21 Tahun 2025"
