"""The lembar disposisi: one by one, in batches, as Plh., from paper."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.actions.dispositions import PHRASES, DispositionDraft, dispose, dispose_all
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.actions.mandates import give_mandate
from desk.queries import history
from desk.rules.workflow import MoveNotYours, MoveUnknown, RoleMissing
from tests.invariants import check
from tests.office import MORNING, SmallOffice
from tests.requests import at_chair, at_signature
from tests.stories import by_letter, letter_to_ketua, move, problem_fields, take_in
from tests.walks import standing

ADVICE = DispositionDraft("sekretaris", "teruskan_ketua", "ketua", advice="Data ada di Subbag Teknis")
ORDER = DispositionDraft("ketua", "disposisikan", "kasubag_teknis", phrases=(PHRASES[1],))


def at_sekretaris(office: SmallOffice) -> str:
    opened = take_in(office, by_letter(), login="wulan")
    move(office, "wulan", opened.case_id, "teruskan")
    return opened.case_id


def test_advice_and_instruction_stand_on_one_sheet_in_order(office: SmallOffice) -> None:
    case_id = at_sekretaris(office)
    dispose(office.at("hendra"), case_id, ADVICE)
    office.clock.pass_(hours=1)
    order = replace(ORDER, also_to=("kasubag_data", "kasubag_teknis"), deadline=date(2026, 3, 17))
    stepped = dispose(office.at("ratna"), case_id, order)

    assert (stepped.step, stepped.holder) == ("menyiapkan", "kasubag_teknis")
    first, second = office.at("ratna").ask(history.dispositions, case_id)
    assert (first.position, first.by, first.advice, first.to_roles) == (
        1,
        "Hendra Kusuma",
        "Data ada di Subbag Teknis",
        ("ketua",),
    )
    assert (second.position, second.by, second.to_roles, second.deadline, second.acting) == (
        2,
        "Ratna Maharani",
        ("kasubag_teknis", "kasubag_data"),
        date(2026, 3, 17),
        False,
    )
    assert office.at("ratna").ask(history.steps, case_id)[-1].note == "Siapkan data"
    check(office)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"advice": "  "}, "instruction"),
        ({"deadline": date(2026, 3, 12)}, "deadline"),
        ({"nature": "penting"}, "nature"),
    ],
)
def test_an_entry_that_says_nothing_or_nonsense_is_refused(
    office: SmallOffice, changes: dict[str, object], field: str
) -> None:
    case_id = at_sekretaris(office)
    with pytest.raises(ProblemsError) as error:
        dispose(office.at("hendra"), case_id, replace(ADVICE, **changes))  # type: ignore[arg-type]
    assert problem_fields(error) == {field}
    assert office.at("hendra").ask(history.dispositions, case_id) == ()


def test_a_deadline_is_a_day_of_the_office(office: SmallOffice) -> None:
    case_id = at_sekretaris(office)
    office.clock.pass_(hours=16)  # 17.00 UTC on the 13th, 01.00 on the 14th in the office
    with pytest.raises(ProblemsError):
        dispose(office.at("hendra"), case_id, replace(ADVICE, deadline=date(2026, 3, 13)))
    dispose(office.at("hendra"), case_id, replace(ADVICE, deadline=date(2026, 3, 14)))


def test_a_batch_is_disposed_of_as_a_whole_or_not_at_all(office: SmallOffice) -> None:
    ids = [at_sekretaris(office) for _ in range(3)]
    dispose(office.at("hendra"), ids[1], ADVICE)
    batch = replace(ADVICE, expected_step="disposisi_sekretaris")
    with pytest.raises(StaleError):
        dispose_all(office.at("hendra"), ids, batch)
    assert [standing(office, one).step for one in ids] == [
        "disposisi_sekretaris",
        "disposisi_ketua",
        "disposisi_sekretaris",
    ]
    assert len(dispose_all(office.at("hendra"), [ids[0], ids[2]], batch)) == 2
    check(office)


@pytest.mark.parametrize("login", ["rahma", "wulan", "syahrul", "agus", "admin"])
def test_only_the_leadership_disposes(office: SmallOffice, login: str) -> None:
    case_id = at_sekretaris(office)
    with pytest.raises(NotAllowedError):
        dispose(office.at(login), case_id, ADVICE)


def test_the_sekretaris_does_not_dispose_for_the_ketua(office: SmallOffice) -> None:
    case_id = letter_to_ketua(office).case_id
    with pytest.raises(MoveNotYours):
        dispose(office.at("hendra"), case_id, ORDER)


def test_the_addressee_must_be_somebody_of_the_next_step(office: SmallOffice) -> None:
    case_id = letter_to_ketua(office).case_id
    for wrong in ("rahma", "front_office", ""):
        with pytest.raises(RoleMissing):
            dispose(office.at("ratna"), case_id, replace(ORDER, to_role=wrong))
    with pytest.raises(NotFoundError):
        dispose(office.at("ratna"), "no-such-case", ORDER)


def test_the_plh_disposes_and_the_sheet_says_so(office: SmallOffice) -> None:
    case_id = letter_to_ketua(office).case_id
    hendra, until = office.founded.staff["hendra"], MORNING + timedelta(days=2)
    give_mandate(office.at("ratna"), hendra, "ketua", MORNING, until, "ST-1")
    with pytest.raises(MoveNotYours, match="jabatan itu"):
        dispose(office.at("hendra"), case_id, replace(ORDER, role="sekretaris"))

    dispose(office.at("hendra"), case_id, ORDER)

    rows = office.at("hendra").ask(history.dispositions, case_id)
    assert [(row.from_role, row.by, row.acting) for row in rows] == [
        ("sekretaris", "Hendra Kusuma", False),
        ("ketua", "Hendra Kusuma", True),
    ]
    assert office.at("hendra").ask(history.steps, case_id)[-1].acting
    office.clock.pass_(days=3)
    later = letter_to_ketua(office).case_id
    with pytest.raises(MoveNotYours):
        dispose(office.at("hendra"), later, ORDER)


def test_an_entry_on_paper_is_recorded_with_who_signed_it_and_when(office: SmallOffice) -> None:
    case_id = letter_to_ketua(office).case_id
    signed_at = office.clock()
    office.clock.pass_(hours=5)
    ratna = office.founded.staff["ratna"]
    dispose(office.at("wulan"), case_id, replace(ORDER, done_at=signed_at, by_staff_id=ratna))
    row = office.at("wulan").ask(history.dispositions, case_id)[-1]
    assert (row.by, row.recorded_by, row.from_paper, row.at, row.acting) == (
        "Ratna Maharani",
        "Wulan Sari",
        True,
        signed_at,
        False,
    )
    step = office.at("wulan").ask(history.steps, case_id)[-1]
    assert (step.role, step.from_paper, step.by) == ("ketua", True, "Wulan Sari")
    check(office)


def test_the_mandate_of_who_signed_the_paper_counts(office: SmallOffice) -> None:
    case_id = letter_to_ketua(office).case_id
    dewi = office.founded.staff["dewi"]
    give_mandate(office.at("ratna"), dewi, "ketua", MORNING, MORNING + timedelta(hours=4))
    signed_at = office.clock.pass_(hours=1)
    office.clock.pass_(days=1)
    dispose(office.at("wulan"), case_id, replace(ORDER, done_at=signed_at, by_staff_id=dewi))
    assert office.at("wulan").ask(history.dispositions, case_id)[-1].acting


@pytest.mark.parametrize(("hours", "signed", "field"), [(1, True, "done_at"), (-1, False, "by_staff_id")])
def test_paper_needs_a_time_that_came_and_somebody_who_signed(
    office: SmallOffice, hours: int, signed: bool, field: str
) -> None:
    case_id = letter_to_ketua(office).case_id
    who = office.founded.staff["ratna"] if signed else None
    draft = replace(ORDER, done_at=office.clock() + timedelta(hours=hours), by_staff_id=who)
    with pytest.raises(ProblemsError) as error:
        dispose(office.at("wulan"), case_id, draft)
    assert problem_fields(error) == {field}


@pytest.mark.parametrize("login", ["agus", "syahrul", "ratna"])
def test_the_leadership_itself_does_not_take_over_from_paper(office: SmallOffice, login: str) -> None:
    case_id = letter_to_ketua(office).case_id
    draft = replace(ORDER, done_at=office.clock(), by_staff_id=office.founded.staff["ratna"])
    with pytest.raises(NotAllowedError):
        dispose(office.at(login), case_id, draft)


def test_paper_cannot_sign_a_letter(office: SmallOffice) -> None:
    case_id = at_signature(office)
    draft = DispositionDraft(
        "ppid",
        "tanda_tangani",
        "",
        phrases=("Siapkan data",),
        done_at=office.clock(),
        by_staff_id=office.founded.staff["putri"],
    )
    with pytest.raises(MoveUnknown):
        dispose(office.at("wulan"), case_id, draft)


def test_paper_is_written_by_who_held_the_office(office: SmallOffice) -> None:
    case_id = at_chair(office)
    draft = DispositionDraft(
        "ketua",
        "disposisikan",
        "kasubag_teknis",
        phrases=("Siapkan data",),
        done_at=office.clock(),
        by_staff_id=office.founded.staff["mira"],
    )
    with pytest.raises(ProblemsError) as refused:
        dispose(office.at("wulan"), case_id, draft)
    assert [one.field for one in refused.value.problems] == ["by_staff_id"]


def test_paper_is_not_older_than_the_step_before(office: SmallOffice) -> None:
    case_id = at_chair(office)
    draft = DispositionDraft(
        "ketua",
        "disposisikan",
        "kasubag_teknis",
        phrases=("Siapkan data",),
        done_at=office.clock() - timedelta(days=400),
        by_staff_id=office.founded.staff["ratna"],
    )
    with pytest.raises(ProblemsError) as refused:
        dispose(office.at("wulan"), case_id, draft)
    assert "done_at" in [one.field for one in refused.value.problems]
