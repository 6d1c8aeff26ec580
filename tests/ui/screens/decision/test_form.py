"""The decision form: fields by decision, grounds by typing, problems beside the fields."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.queries.history import DecisionRow
from desk.services.answering import DecisionDraft
from desk.services.catalog import service_kit
from desk.services.informasi_answers import DECISIONS, Decision
from desk.ui.fields import Choice
from desk.ui.screens.decision.form import DecisionForm
from desk.ui.screens.decision.grounds import found
from desk.ui.screens.decision.words import coming, draft_of, same, summary
from desk.ui.theme.clipping import clipped_texts
from tests.office import MORNING

KIT = service_kit("informasi")

REFUSED = DecisionDraft(
    kind=Decision.EXEMPT,
    grounds=("pasal_17_h", "kpu_rahasia_pribadi"),
    legal_basis="Keputusan KPU Nomor 999 Tahun 2024",
    consequence="Mengungkap rahasia pribadi petugas",
)
COPIES = DecisionDraft(
    kind=Decision.GRANTED, form="hard", pages=10, page_price=500, sending_cost=12_000, other_cost=0
)


@pytest.mark.parametrize("kind", list(Decision))
def test_each_decision_shows_its_own_fields(kind: Decision, show: Callable[..., QWidget]) -> None:
    form = DecisionForm()
    show(form, width=700, height=600)
    form.set_value(DecisionDraft(kind=kind, form="hard"))
    shown = {name for name, field in form.fields.items() if field.isVisible()}
    assert shown == set(next(one for one in DECISIONS if one.key == kind).fields)


@pytest.mark.parametrize(
    "draft", [REFUSED, COPIES, DecisionDraft(kind=Decision.NOT_HELD, reason="Tidak ada")]
)
def test_what_is_shown_is_given_back(draft: DecisionDraft, show: Callable[..., QWidget]) -> None:
    form = DecisionForm()
    show(form, width=700, height=600)
    form.set_value(draft)
    assert form.value() == draft
    assert same(KIT, draft, coming(draft, MORNING))
    assert draft_of(KIT, coming(draft, MORNING)) == draft


def test_values_of_another_decision_are_left_out(show: Callable[..., QWidget]) -> None:
    form = DecisionForm()
    show(form)
    form.set_value(REFUSED)
    form.kind.set_value("dikabulkan")
    assert form.value() == DecisionDraft(kind=Decision.GRANTED)


def test_grounds_are_found_by_typing_and_taken_with_enter(qtbot: QtBot, show: Callable[..., QWidget]) -> None:
    form = DecisionForm()
    show(form, width=700, height=700)
    form.set_value(DecisionDraft(kind=Decision.EXEMPT))
    field = form.fields["grounds"]
    line = field.pick.line
    line.setFocus()
    qtbot.keyClicks(line, "kesehatan")
    qtbot.waitUntil(line.is_open)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    with qtbot.waitSignal(form.changed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert field.value() == ("pribadi_kesehatan",)
    assert line.text() == ""

    button = field.pick.lines[0].button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert field.value() == ()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("17 huruf h", "pasal_17_h"),
        ("rahasia jabatan", "kpu_rahasia_jabatan"),
        ("rekening", "pribadi_keuangan"),
    ],
)
def test_words_find_their_ground(typed: str, first: str) -> None:
    assert found(typed)[0].key == first
    assert first not in {one.key for one in found(typed, (first,))}


def test_a_role_is_asked_for_only_where_one_is_named(show: Callable[..., QWidget]) -> None:
    form = DecisionForm()
    show(form)
    form.set_value(DecisionDraft(kind=Decision.GRANTED))
    assert form.problems() == ()
    form.offer_roles([Choice("kasubag_hukum", "Kasubag Hukum & SDM")])
    assert [problem.field for problem in form.problems()] == ["to_role"]
    form.to_role.set_value("kasubag_hukum")
    assert form.value() == DecisionDraft(kind=Decision.GRANTED, to_role="kasubag_hukum")


def test_an_undecided_form_says_so_and_takes_the_keyboard(show: Callable[..., QWidget]) -> None:
    form = DecisionForm()
    show(form)
    form.mark(form.problems())
    assert form.kind.problem() == "Pilih keputusan."
    assert form.value() is None


def test_the_summary_says_costs_and_grounds_in_words() -> None:
    row: DecisionRow = coming(COPIES, MORNING)
    assert dict(summary(KIT, row)) == {
        "Bentuk": "Salinan hardcopy",
        "Biaya": "10 lembar × Rp500 + pengiriman Rp12.000 = Rp17.000",
    }
    said = dict(summary(KIT, coming(REFUSED, MORNING)))
    assert said["Dasar hukum"].startswith("Pasal 17 huruf h: Dapat mengungkap rahasia pribadi")
    assert "Alasan" not in said


@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("draft", [REFUSED, COPIES])
def test_nothing_is_cut_when_narrow_and_large(
    draft: DecisionDraft, show: Callable[..., QWidget], qtbot: QtBot
) -> None:
    form = DecisionForm()
    window = show(form, width=560, height=900)
    form.set_value(draft)
    qtbot.waitUntil(lambda: clipped_texts(window) == [])
