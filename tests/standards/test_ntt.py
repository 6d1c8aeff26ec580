"""The shipped NTT standard: the facts of KPU Prov. NTT 129/2022 and its paths."""

import pytest

from desk.assets import resource
from desk.rules.deadlines import EndEvent, Limit, StartEvent, Unit
from desk.rules.intake import Channel
from desk.rules.workflow import MoveKind, allowed
from desk.standards.loader import load_standards
from desk.standards.model import IdentityAt, OfficeLevel, Service
from tests.standards.paths import walk

NTT = load_standards(resource("standards")).get("ntt")
DATA, TALK = NTT.services["data_informasi"], NTT.services["konsultasi"]
BOTH = pytest.mark.parametrize("service", [DATA, TALK], ids=["data_informasi", "konsultasi"])
SIGNED = "kasubag_teknis:paraf kabag_teknis_hukum:paraf sekretaris:paraf ketua:tanda_tangani"
TO_KABAG = "register:teruskan sekretaris:teruskan_ketua ketua:disposisikan>kabag_teknis_hukum"


def test_the_decree() -> None:
    assert (NTT.decree.number, NTT.decree.issued_by) == ("129 Tahun 2022", "KPU Provinsi Nusa Tenggara Timur")
    assert NTT.valid_from.isoformat() == NTT.decree.issued_on.isoformat() == "2022-06-20"
    assert NTT.office_level is OfficeLevel.PROVINSI
    assert NTT.zone == "Asia/Makassar"


def test_its_two_services_and_those_it_inherits() -> None:
    assert {one.code: slug for slug, one in NTT.services.items()} == {
        "S8": "data_informasi",
        "S9": "konsultasi",
        "S3k": "keberatan",
        "S4": "pengaduan",
    }


@BOTH
def test_one_hour_to_ten_working_days_from_receipt(service: Service) -> None:
    limit = service.limits["umum"]
    assert service.limit() == Limit(10, Unit.WORKING, StartEvent.RECEIVED, EndEvent.ANSWERED)
    assert limit.label == "1 jam sampai dengan 10 hari kerja sejak diterima"
    assert "1 jam" in limit.note
    assert limit.source in {"NTT 1.A.3", "NTT 2.A.3"}
    assert "rentang" in service.assumptions["limits"]


@pytest.mark.parametrize(("slug", "number"), [("data_informasi", 1), ("konsultasi", 2)])
def test_staff_and_staged_control(slug: str, number: int) -> None:
    service = NTT.services[slug]
    assert service.staff_number == number
    assert "atasan" in service.staff_note
    assert service.control_chain == ("kasubag_teknis", "kabag_teknis_hukum", "sekretaris")
    assert {"control_chain", "signer", "flows", "hours"} <= service.assumptions.keys()
    assert (service.signer, service.cost.free, service.cost.charges) == ("ketua", True, ())


def test_everybody_says_where_they_know_it_from() -> None:
    assert NTT.source_required
    for service in (DATA, TALK):
        (source,) = [one for one in service.requirements if one.field == "source"]
        assert source.required
        assert source.applies_to == ()


def test_identity_is_seen_at_the_gate_for_a_consultation_and_by_the_front_office_for_data() -> None:
    assert (TALK.identity_at, DATA.identity_at) == (IdentityAt.GATE, IdentityAt.FRONT_OFFICE)
    assert NTT.services["pengaduan"].identity_at is None


def test_channels_and_labels() -> None:
    everywhere = {Channel.LETTER, Channel.WHATSAPP, Channel.EMAIL, Channel.IN_PERSON}
    assert set(TALK.channels) == everywhere
    assert set(DATA.channels) == everywhere | {Channel.EPPID}
    assert NTT.short_title("front_office") == "Front Office"
    assert NTT.short_title("pamdal") == "PAMDAL/Jagad Saksana"
    assert NTT.short_title("register") == "Sub Bagian Umum"
    assert NTT.title("kabag_teknis_hukum").startswith(
        "Kepala Bagian Teknis Penyelenggaraan Pemilu, Partisipasi"
    )


@BOTH
def test_its_components(service: Service) -> None:
    components = service.components
    assert len(components.facilities) == 6
    assert len(components.competence) == 5
    assert "satu kali setahun" in components.evaluation
    assert [one.partition(" ")[0] for one in components.complaint_channels] == ["Surat", "Surel"]
    assert len(components.legal_basis) == 1


@pytest.mark.parametrize("verb", ["kabulkan", "tolak"])
def test_a_letter_is_analysed_and_answered_either_way(verb: str) -> None:
    at = "kabag_teknis_hukum"
    path = f"{TO_KABAG} {at}:{verb} {at}:ajukan {SIGNED} front_office:serahkan"
    assert walk(NTT, "data_informasi", "letter", path)[-1] == "arsip"


@pytest.mark.parametrize("verb", ["kabulkan", "tolak"])
def test_a_request_by_eppid_is_confirmed_by_its_operator_and_decided_by_ppid(verb: str) -> None:
    path = (
        f"operator_ppid:konfirmasi ppid:{verb}>kasubag_data"
        " kasubag_data:serahkan_staf staf:laporkan>kasubag_data"
        f" kasubag_data:ajukan {SIGNED} operator_ppid:serahkan"
    )
    assert walk(NTT, "data_informasi", "eppid", path)[-1] == "arsip"


def test_who_comes_is_served_in_the_service_room() -> None:
    start = "front_office:teruskan sekretaris:teruskan_ketua ketua:disposisikan>kasubag_data"
    served = f"{start} kasubag_data:kabulkan>staf staf:berikan"
    assert walk(NTT, "data_informasi", "langsung", served)[-3:] == ["penugasan", "pelayanan", "arsip"]
    refused = f"{start} kasubag_data:tolak kasubag_data:ajukan {SIGNED} front_office:serahkan"
    assert walk(NTT, "data_informasi", "langsung", refused)[-1] == "arsip"


def test_no_letter_of_refusal_without_a_refusal() -> None:
    verbs = {one.verb for one in allowed(DATA.flow("langsung"), "penugasan", ["kasubag_data"])}
    assert "tolak" in verbs
    assert "ajukan" not in verbs


def test_every_refusal_gives_its_reason() -> None:
    moves = [one for flow in DATA.flows.values() for step in flow.steps for one in step.moves]
    refusals = [one for one in moves if one.decision == "ditolak"]
    assert len(refusals) == 3
    assert all(one.kind is MoveKind.DECISION and one.reason_required for one in refusals)


def test_a_written_consultation_is_answered_in_writing() -> None:
    path = f"{TO_KABAG} kabag_teknis_hukum:ajukan {SIGNED} front_office:serahkan"
    assert walk(NTT, "konsultasi", "letter", path)[-1] == "arsip"


@pytest.mark.parametrize("member", ["anggota", "ketua", "sekretaris", "ketua_divisi_hukum"])
def test_a_consultation_with_a_letter_is_answered_by_letter(member: str) -> None:
    path = (
        f"front_office:arahkan>{member} {member}:selesai>kasubag_hukum kasubag_hukum:ajukan {SIGNED}"
        " front_office:serahkan"
    )
    assert walk(NTT, "konsultasi", "langsung_surat", path)[-1] == "arsip"


def test_a_consultation_without_a_letter_ends_with_itself() -> None:
    path = "front_office:arahkan>sekretaris sekretaris:selesai"
    assert walk(NTT, "konsultasi", "langsung", path) == ["penerimaan", "konsultasi", "arsip"]
    assert "pemeriksaan" not in {step.id for step in TALK.flow("langsung").steps}


@pytest.mark.parametrize("by", ["front_office:alihkan", "front_office:arahkan>anggota anggota:alihkan"])
def test_an_officer_stands_in_with_an_approval_that_is_written_down(by: str) -> None:
    path = f"{by}>kabag_umum kabag_umum:selesai"
    assert walk(NTT, "konsultasi", "langsung", path)[-2:] == ["konsultasi_pejabat", "arsip"]
    moves = [one for flow in TALK.flows.values() for step in flow.steps for one in step.moves]
    passed = [one.entry for one in moves if one.verb == "alihkan"]
    assert passed == ["pengalihan"] * 4


def test_somebody_goes_along_and_minutes_are_written() -> None:
    moves = [one for flow in TALK.flows.values() for step in flow.steps for one in step.moves]
    assert {one.entry for one in moves if one.verb == "arahkan"} == {"pertemuan"}
    assert {one.entry for one in moves if one.verb == "selesai"} == {"berita_acara"}


def test_only_members_and_the_sekretaris_are_consulted_first() -> None:
    roles = set(TALK.flow("langsung").step("konsultasi").roles)
    assert {"ketua", "anggota", "sekretaris"} <= roles
    assert not any(role.startswith(("kabag", "kasubag", "staf")) for role in roles)
