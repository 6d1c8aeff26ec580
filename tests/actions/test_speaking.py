"""A spoken disposition: who may record it, to whom it goes, what is kept of it (G5, KPG 3)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.actions.errors import NotAllowedError, ProblemsError, StaleError
from desk.actions.mandates import give_mandate
from desk.actions.speaking import SpokenWord, dispose_by_word
from desk.queries import history
from desk.queries.history import DispositionRow, StepRow
from desk.rules.errors import DeskError
from desk.rules.workflow import MoveUnknown
from tests.invariants import check
from tests.kupang import handed, kupang, moved, registered
from tests.office import SmallOffice
from tests.walks import standing


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    with kupang(tmp_path) as founded:
        yield founded


def met(office: SmallOffice, leader: str = "ketua") -> str:
    """A visitor led to a leader two minutes after the registration."""
    case_id = registered(office)
    moved(office, case_id, "rahma", "arahkan", 2, to_role=leader)
    return case_id


def told(office: SmallOffice, case_id: str) -> tuple[DispositionRow, ...]:
    return office.at("rahma").ask(history.dispositions, case_id)


def steps(office: SmallOffice, case_id: str) -> list[StepRow]:
    return list(office.at("rahma").ask(history.steps, case_id))


def test_the_leader_says_it_and_the_kasubag_has_the_case(office: SmallOffice) -> None:
    case_id = met(office)
    moved(office, case_id, "ratna", "selesai_bertemu", 9)
    office.clock.pass_(minutes=4)
    dispose_by_word(office.at("ratna"), case_id, SpokenWord("kasubag_data", "Beri hasil per TPS"))
    case = standing(office, case_id)
    assert (case.step, case.holder) == ("tindak_lanjut", "kasubag_data")
    (entry,) = told(office, case_id)
    assert (entry.from_role, entry.to_roles, entry.by, entry.recorded_by) == (
        "ketua",
        ("kasubag_data",),
        "Ratna Maharani",
        "Ratna Maharani",
    )
    assert (entry.phrases, entry.instruction) == (("Disposisi lisan",), "Beri hasil per TPS")
    handed(office, case_id, "lina", 20)
    assert standing(office, case_id).step == "arsip"
    check(office)


def test_at_the_meeting_the_desk_records_both_for_the_leader(office: SmallOffice) -> None:
    case_id = met(office)
    office.clock.pass_(minutes=12)
    dispose_by_word(office.at("rahma"), case_id, SpokenWord("kasubag_teknis"))
    assert [(one.verb, one.role, one.by) for one in steps(office, case_id)[-2:]] == [
        ("selesai_bertemu", "front_office", "Rahma Widyastuti"),
        ("disposisikan", "ketua", "Rahma Widyastuti"),
    ]
    (entry,) = told(office, case_id)
    assert (entry.by, entry.recorded_by, entry.from_paper) == ("Ratna Maharani", "Rahma Widyastuti", False)
    assert steps(office, case_id)[-1].note == "Disposisi lisan"
    check(office)


def test_a_leader_may_pass_it_to_the_sekretaris_who_disposes_again(office: SmallOffice) -> None:
    case_id = met(office, "ketua_divisi_teknis")
    dispose_by_word(office.at("dewi"), case_id, SpokenWord("sekretaris"))
    assert (standing(office, case_id).step, standing(office, case_id).holder) == (
        "disposisi_lisan",
        "sekretaris",
    )
    dispose_by_word(office.at("hendra"), case_id, SpokenWord("kasubag_hukum"))
    assert standing(office, case_id).holder == "kasubag_hukum"
    assert [one.position for one in told(office, case_id)] == [1, 2]


@pytest.mark.parametrize(
    ("login", "word", "error"),
    [
        ("ratna", SpokenWord(""), ProblemsError),
        ("ratna", SpokenWord("kasubag_data", expected_step="registrasi"), StaleError),
        ("ratna", SpokenWord("ketua_divisi_data"), DeskError),
        ("hendra", SpokenWord("kasubag_data"), NotAllowedError),
        ("lina", SpokenWord("kasubag_data"), NotAllowedError),
        ("bayu", SpokenWord("kasubag_data"), NotAllowedError),
        ("rahma", SpokenWord("kasubag_data", by_staff_id="orang lain"), ProblemsError),
    ],
)
def test_what_cannot_be_recorded_leaves_everything_as_it_was(
    office: SmallOffice, login: str, word: SpokenWord, error: type[DeskError]
) -> None:
    case_id = met(office)
    with pytest.raises(error):
        dispose_by_word(office.at(login), case_id, word)
    assert standing(office, case_id).step == "tatap_muka"
    assert told(office, case_id) == ()


def test_the_sekretaris_does_not_pass_it_to_the_sekretaris(office: SmallOffice) -> None:
    case_id = met(office, "sekretaris")
    with pytest.raises(DeskError):
        dispose_by_word(office.at("hendra"), case_id, SpokenWord("sekretaris"))


def test_where_nothing_is_said_nothing_is_recorded(office: SmallOffice) -> None:
    with pytest.raises(MoveUnknown, match="tidak ada disposisi lisan"):
        dispose_by_word(office.at("rahma"), registered(office), SpokenWord("kasubag_data"))


def test_who_said_it_is_named_where_several_hold_the_office(office: SmallOffice) -> None:
    sekretaris, day = office.founded.staff["hendra"], office.clock()
    give_mandate(office.at("hendra"), sekretaris, "ketua", day, None, "ST-1/2026")
    case_id = met(office)
    with pytest.raises(ProblemsError):
        dispose_by_word(office.at("rahma"), case_id, SpokenWord("kasubag_data"))
    dispose_by_word(office.at("rahma"), case_id, SpokenWord("kasubag_data", by_staff_id=sekretaris))
    (entry,) = told(office, case_id)
    assert (entry.by, entry.acting) == ("Hendra Kusuma", True)
