"""The counter on the smallest screen: nothing cut, the form at its top, at ordinary and at large text."""

import pytest
from PySide6.QtWidgets import QApplication

from desk.ui.theme import style
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.fakes import FakeMemory


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(sit, qapp: QApplication, scale: float):
    style.apply(qapp, scale)
    counter = sit(memory=FakeMemory({"text.scale": str(scale)}))
    counter.window.resize(1366, 768)
    counter.settle()
    grid = counter.sheet.body_part.grid
    assert counter.sheet.form.applicant.name.line.hasFocus()
    assert grid.verticalScrollBar().value() == 0
    counter.visitor("Lalu Ahmad Fauzi", institution="Universitas Nusa Lestari")
    counter.settle()
    counter.serve_next()
    counter.settle()
    assert clipped_texts(counter.page) == []
    counter.choose(counter.sheet.form.intake.path, "letter")
    counter.choose(counter.sheet.form.information.openness, "berkala")
    counter.press_save()
    assert counter.sheet.banner.isVisible()
    assert clipped_texts(counter.page) == []
