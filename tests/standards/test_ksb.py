"""The shipped KSB standard: its facts, and that it hangs together."""

import pytest

from desk.assets import resource
from desk.rules.deadlines import EndEvent, StartEvent, Unit
from desk.rules.permissions import ROLES
from desk.rules.workflow import Flow, MoveKind, allowed, move
from desk.services.informasi import CATEGORY_LABELS, Path
from desk.services.informasi_answers import Decision
from desk.standards.loader import load_standards
from desk.standards.model import OfficeLevel

KSB = load_standards(resource("standards")).get("ksb")
INFORMASI = KSB.services["informasi"]
KABAG = {"kabag_teknis_hukum", "kabag_data", "kabag_umum"}


def test_the_decree() -> None:
    assert KSB.decree.number == "51 Tahun 2025"
    assert KSB.valid_from.isoformat() == "2025-09-04"
    assert KSB.office_level is OfficeLevel.KABUPATEN
    assert KSB.zone == "Asia/Makassar"
    assert not KABAG & set(KSB.office_roles)


def test_seven_services_and_objections() -> None:
    assert {service.code: slug for slug, service in KSB.services.items()} == {
        "S1": "autentifikasi",
        "S2": "paw",
        "S3": "informasi",
        "S3k": "keberatan",
        "S4": "pengaduan",
        "S5": "magang",
        "S6": "data_pemilih",
        "S7": "pendidikan_pemilih",
    }


@pytest.mark.parametrize(
    ("slug", "category", "days", "unit", "start", "until", "extension"),
    [
        ("autentifikasi", "umum", 3, "working", "registered", "handed_over", 0),
        ("paw", "umum", 5, "working", "registered", "answered", 0),
        ("informasi", "umum", 10, "working", "registered", "answered", 7),
        ("informasi", "tahapan", 3, "working", "complete", "answered", 2),
        ("keberatan", "umum", 30, "working", "registered", "answered", 0),
        ("keberatan", "tahapan", 3, "working", "received", "answered", 0),
        ("pengaduan", "umum", 8, "working", "received", "answer_received", 0),
        ("magang", "umum", None, "working", "registered", "decided", 0),
        ("data_pemilih", "umum", None, "working", "received", "answered", 0),
        ("pendidikan_pemilih", "umum", 14, "calendar", "registered", "answered", 0),
    ],
)
def test_limits(
    slug: str, category: str, days: int | None, unit: str, start: str, until: str, extension: int
) -> None:
    limit = KSB.services[slug].limit(category)
    assert (limit.days, limit.unit, limit.extension_days) == (days, Unit(unit), extension)
    assert (limit.start, limit.until) == (StartEvent(start), EndEvent(until))
    assert limit.extension_unit is Unit.WORKING


@pytest.mark.parametrize(
    ("slug", "chain"),
    [
        ("autentifikasi", "kasubag_teknis sekretaris ketua_divisi_teknis ketua"),
        ("paw", "kasubag_teknis sekretaris ketua_divisi_teknis ketua anggota"),
        ("informasi", "kasubag_hukum sekretaris"),
        ("magang", "kasubag_hukum sekretaris"),
        ("pengaduan", "kasubag_hukum kabag_teknis_hukum sekretaris ketua_divisi_hukum ketua anggota"),
        ("data_pemilih", "kasubag_data kabag_data sekretaris ketua_divisi_data ketua anggota"),
        (
            "pendidikan_pemilih",
            "staf kasubag_hukum kabag_teknis_hukum sekretaris ketua_divisi_sosdiklih ketua",
        ),
    ],
)
def test_staged_control(slug: str, chain: str) -> None:
    assert KSB.services[slug].control_chain == tuple(chain.split())


@pytest.mark.parametrize(
    ("slug", "number", "responsible"),
    [
        ("autentifikasi", 2, "kasubag_teknis"),
        ("paw", 2, "kasubag_teknis"),
        ("informasi", None, "kasubag_hukum"),
        ("pengaduan", None, "kasubag_teknis"),
        ("magang", 2, "kasubag_hukum"),
        ("data_pemilih", 2, "kasubag_data"),
        ("pendidikan_pemilih", 7, "kasubag_hukum"),
    ],
)
def test_staff_and_responsibility(slug: str, number: int | None, responsible: str) -> None:
    service = KSB.services[slug]
    assert service.staff_number == number
    assert {"sekretaris", responsible} <= set(service.responsible)
    assert bool(service.staff_note) is (number is None)


def test_everything_is_free_but_copies_of_information() -> None:
    assert all(service.cost.free for service in KSB.services.values())
    assert [charge.key for charge in INFORMASI.cost.charges] == ["penggandaan", "pengiriman"]
    assert not any(service.cost.charges for slug, service in KSB.services.items() if slug != "informasi")


def test_what_the_decree_leaves_open_is_marked_as_assumed() -> None:
    assert all({"safety", "retention"} <= service.assumptions.keys() for service in KSB.services.values())


def test_titles_come_from_the_standard_or_the_roles() -> None:
    assert KSB.short_title("front_office") == "Petugas layanan"
    assert KSB.title("ppid") == ROLES["ppid"].title
    assert KSB.short_title("kasubag_hukum") == "Kasubag Hukum & SDM"


def test_forms_know_the_standard_by_the_same_words() -> None:
    assert INFORMASI.flows.keys() == {path.value for path in Path}
    assert INFORMASI.limits.keys() == {category.value for category in CATEGORY_LABELS}
    decisions = {one.decision for flow in INFORMASI.flows.values() for s in flow.steps for one in s.moves}
    assert decisions - {""} == {decision.value for decision in Decision}


def walk(flow: Flow, moves: list[tuple[str, str, str]]) -> str:
    """Make moves ``(role, verb, named role)`` one after the other; the id of the last step."""
    setting = KSB.setting("informasi")
    step, holder, given = flow.start, None, ()
    for role, verb, named in moves:
        facts = {"keputusan"}
        assert verb in {one.verb for one in allowed(flow, step, [role], holder, facts)}
        moved = move(
            flow,
            step,
            verb,
            [role],
            setting,
            holder_role=holder,
            facts=facts,
            given=given,
            reason="sesuai arahan",
            to_role=named or None,
        )
        step, holder, given = moved.step.id, moved.holder, moved.given
    return step


CONTROL = [("kasubag_hukum", "paraf", ""), ("sekretaris", "paraf", ""), ("ppid", "tanda_tangani", "")]
HAND_OVER = [("front_office", "serahkan", "")]


@pytest.mark.parametrize(
    "verb", ["kabulkan", "kabulkan_sebagian", "tolak", "tidak_dikuasai", "belum_didokumentasikan"]
)
def test_a_form_goes_through_tim_penghubung_and_ppid_to_the_archive(verb: str) -> None:
    moves = [
        ("front_office", "teruskan", ""),
        ("tim_penghubung", "teruskan_ppid", ""),
        ("ppid", "minta_data", "kasubag_teknis"),
        ("kasubag_teknis", "serahkan_data", ""),
        ("ppid", verb, "kasubag_hukum"),
        ("kasubag_hukum", "serahkan_staf", ""),
        ("staf", "laporkan", "kasubag_hukum"),
        ("kasubag_hukum", "ajukan", ""),
        *CONTROL,
        *HAND_OVER,
    ]
    assert walk(INFORMASI.flow("form"), moves) == "arsip"


def test_a_letter_goes_by_disposition_to_the_named_kasubag() -> None:
    moves = [
        ("register", "teruskan", ""),
        ("sekretaris", "teruskan_ketua", ""),
        ("ketua", "disposisikan", "kasubag_keuangan"),
        ("kasubag_keuangan", "kabulkan", ""),
        ("kasubag_keuangan", "ajukan", ""),
        ("kasubag_hukum", "paraf", ""),
        ("sekretaris", "kembalikan", "kasubag_keuangan"),
        ("kasubag_keuangan", "ajukan", ""),
        *CONTROL,
        *HAND_OVER,
    ]
    assert walk(INFORMASI.flow("letter"), moves) == "arsip"


def test_a_letter_is_submitted_only_with_a_decision() -> None:
    verbs = {one.verb for one in allowed(INFORMASI.flow("letter"), "menyiapkan", ["kasubag_hukum"])}
    assert "tolak" in verbs
    assert "ajukan" not in verbs


def test_incomplete_papers_wait_and_may_close_the_case() -> None:
    flow = INFORMASI.flow("form")
    assert flow.step("menunggu_pemohon").waits
    start = [("front_office", "minta_kelengkapan", "")]
    assert walk(flow, [*start, ("front_office", "lengkapi", "")]) == "registrasi"
    assert walk(flow, [*start, ("front_office", "tutup_tidak_lengkap", "")]) == "ditutup_tidak_lengkap"
    assert walk(flow, [*start, ("front_office", "cabut", "")]) == "dicabut"


def test_a_spoken_answer_ends_at_once() -> None:
    assert walk(INFORMASI.flow("lisan"), [("front_office", "jawab", "")]) == "selesai"


@pytest.mark.parametrize("step", ["registrasi", "tim_penghubung"])
def test_open_information_may_be_given_at_once_and_nothing_else(step: str) -> None:
    roles = ["front_office", "tim_penghubung"]
    at_once = {one.verb for one in allowed(INFORMASI.flow("form"), step, roles, facts={"informasi_terbuka"})}
    later = {one.verb for one in allowed(INFORMASI.flow("form"), step, roles)}
    assert at_once - later == {"berikan_langsung"}


def test_every_refusal_and_return_needs_a_reason() -> None:
    moves = [
        one for s in KSB.services.values() for f in s.flows.values() for step in f.steps for one in step.moves
    ]
    explained = {MoveKind.RETURN, MoveKind.STOP, MoveKind.CLOSE}
    assert all(one.reason_required for one in moves if one.kind in explained)
    assert all(one.reason_required for one in moves if one.verb.startswith("tolak"))
