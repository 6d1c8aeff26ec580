from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import (
    ChipChoice,
    Choice,
    DateField,
    Field,
    MoneyField,
    NikField,
    PhoneField,
    TextAreaField,
    TextField,
)
from desk.ui.theme import style
from desk.ui.theme.clipping import clipped_texts
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Banner,
    ButtonBar,
    Card,
    Columns,
    EmptyState,
    FormGrid,
    Heading,
    KeyHints,
    PrimaryButton,
    ProgressLine,
    ScrollPage,
    SecondaryButton,
    SectionTitle,
    SignaturePad,
    Stat,
    Step,
    StepBar,
    StepState,
    TabPages,
)

Show = Callable[..., QWidget]
NAMES = (
    "Diregister",
    "Disposisi Sekretaris",
    "Disposisi Ketua",
    "Menyiapkan data",
    "Tanda tangan",
    "Penyerahan",
    "Arsip",
)


def _steps(now: int) -> list[Step]:
    states = [
        StepState.DONE if i < now else StepState.NOW if i == now else StepState.NEXT
        for i in range(len(NAMES))
    ]
    return [
        Step(name, "20 Nov 09.31" if state is not StepState.NEXT else "", state)
        for name, state in zip(NAMES, states, strict=True)
    ]


def test_steps_can_be_heard(show: Show) -> None:
    bar = StepBar(_steps(3))
    show(bar, width=1100)
    assert "Menyiapkan data (sedang berjalan)" in bar.accessibleName()
    assert "Arsip (berikutnya)" in bar.accessibleName()
    assert bar.horizontalScrollBar().maximum() == 0


def test_many_steps_scroll_with_the_present_one_in_sight(show: Show, large_text: None, qtbot: QtBot) -> None:
    bar = StepBar(_steps(6))
    show(bar, width=500)
    scroll = bar.horizontalScrollBar()
    assert scroll.maximum() > 0
    qtbot.waitUntil(lambda: scroll.value() == scroll.maximum())


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, 2)])
def test_tabs_turn_by_keyboard(key: Qt.Key, place: int, qtbot: QtBot, show: Show) -> None:
    tabs, field = TabPages(), TextField("Isi")
    for title, page in (("Jawaban", field), ("Berkas", QLabel("Dua")), ("Riwayat", QLabel("Tiga"))):
        tabs.add(title, page)
    show(tabs)
    field.line.setFocus()
    with qtbot.waitSignal(tabs.turned) as turned:
        qtbot.keyClick(field.line, key, Qt.KeyboardModifier.ControlModifier)
    assert turned.args == [place]
    assert tabs.stack.currentIndex() == tabs.current() == place


def test_a_tab_counts_what_waits(show: Show, large_text: None) -> None:
    tabs = TabPages()
    tabs.add("Berkas", QLabel("x"), count=4)
    assert tabs.bar.tabText(0) == "Berkas 4"
    tabs.set_count(0, 0)
    assert tabs.bar.tabText(0) == "Berkas"
    tabs.show_page(0)
    assert clipped_texts(show(tabs)) == []


def test_a_banner_says_acts_and_closes(qtbot: QtBot, show: Show) -> None:
    banner = Banner("Luring · 3 perubahan menunggu", Tone.WARN, action="Lihat", closable=True)
    show(banner)
    assert banner.tone() is Tone.WARN
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    banner.cross.setFocus()
    with qtbot.waitSignal(banner.closed):
        qtbot.keyClick(banner.cross, Qt.Key.Key_Return)
    assert banner.isHidden()
    banner.say("Tersambung kembali", Tone.GOOD)
    assert banner.isVisible()
    banner.say("")
    assert banner.isHidden()


def test_long_work_can_be_stopped_once(qtbot: QtBot, show: Show) -> None:
    line = ProgressLine("Menyiapkan indeks…")
    show(line)
    line.set_progress(3, 10, "3 dari 10")
    assert (line.bar.value(), line.bar.maximum(), line.text.text()) == (3, 10, "3 dari 10")
    with qtbot.waitSignal(line.cancelled):
        qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert not line.button.isEnabled()
    assert line.text.text() == "Menghentikan…"


def test_an_empty_place_says_what_to_do(qtbot: QtBot, show: Show) -> None:
    state = EmptyState("inbox", "Belum ada permohonan", "Panggil nomor berikut.", "Catat permohonan")
    show(state)
    with qtbot.waitSignal(state.acted):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)
    state.set("search", "Tidak ditemukan")
    assert state.text.isHidden()


def _stroke(pad: SignaturePad, qtbot: QtBot) -> None:
    start = pad.sheet.rect().center()
    qtbot.mousePress(pad.sheet, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        qtbot.mouseMove(pad.sheet, start + QPoint(10 * step, 3 * step))
    qtbot.mouseRelease(pad.sheet, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 20))


def test_a_signature_becomes_a_picture_and_can_be_cleared(qtbot: QtBot, show: Show) -> None:
    pad = SignaturePad()
    show(pad)
    assert pad.is_empty()
    assert pad.png() == b""
    assert not pad.button.isEnabled()
    with qtbot.waitSignal(pad.changed):
        _stroke(pad, qtbot)
    image = QImage.fromData(pad.png())
    assert image.width() == 640
    assert any(
        image.pixelColor(x, y).lightness() < 128
        for x in range(0, 640, 2)
        for y in range(0, image.height(), 2)
    )
    with qtbot.waitSignal(pad.changed):
        qtbot.mouseClick(pad.button, Qt.MouseButton.LeftButton)
    assert pad.is_empty()
    _stroke(pad, qtbot)
    qtbot.keyClick(pad.sheet, Qt.Key.Key_Delete)
    assert pad.is_empty()


def _form() -> FormGrid:
    form = FormGrid()
    form.section("Pemohon")
    form.add(TextField("Nama pemohon", required=True, hint="Diambil dari buku tamu 09.12"), span=2)
    form.add(NikField())
    form.add(PhoneField())
    area = TextAreaField("Informasi yang diminta")
    area.mark("Isi informasi yang diminta, sejelas mungkin.")
    form.add(area, span=2)
    form.add(MoneyField("Biaya salinan"))
    form.add(TextField("Cara memperoleh"))
    form.add(ChipChoice("Keputusan", [Choice(str(i), name) for i, name in enumerate(NAMES)]), span=2)
    return form


def test_a_form_has_two_columns_where_there_is_room(show: Show) -> None:
    form = _form()
    form.setMinimumHeight(420)
    window = show(form, width=900, height=600)
    assert form.columns() == 2
    assert clipped_texts(window) == []


def test_a_form_becomes_one_column_and_scrolls_at_150_percent(
    show: Show, large_text: None, qtbot: QtBot
) -> None:
    form = _form()
    form.setMinimumHeight(300)
    window = show(form, width=520, height=420)
    assert form.columns() == 1
    assert form.verticalScrollBar().maximum() > 0
    assert clipped_texts(window) == []


def test_the_field_with_the_keyboard_is_scrolled_into_sight(
    show: Show, large_text: None, qtbot: QtBot
) -> None:
    form = _form()
    form.setMinimumHeight(300)
    show(form, width=520, height=420)
    last = form.findChildren(ChipChoice)[0].group.chips[0]
    last.setFocus()
    assert (
        form.viewport().rect().intersects(last.rect().translated(last.mapTo(form.viewport(), QPoint(0, 0))))
    )


def test_a_scrolled_form_begins_with_a_whole_field(show: Show, large_text: None, qtbot: QtBot) -> None:
    form = _form()
    form.setMinimumHeight(260)
    window = show(form, width=520, height=320)
    fields = [one for one in form.inner.children() if isinstance(one, Field) and one.isVisible()]
    fields[3].setFocus()
    top = form.verticalScrollBar().value()
    assert top > 0
    assert any(0 <= one.y() - top <= style.scaled(12) for one in fields)
    fields[0].setFocus()
    form.verticalScrollBar().setValue(60)
    window.resize(520, 600)
    qtbot.waitUntil(lambda: form.verticalScrollBar().value() == 0)


def test_hidden_fields_leave_no_gap(show: Show, qtbot: QtBot) -> None:
    form = FormGrid()
    first, second, third = TextField("A"), TextField("B"), TextField("C")
    for field in (first, second, third):
        form.add(field)
    form.setMinimumHeight(200)
    show(form, width=800)
    second.hide()
    form.refresh()
    qtbot.waitUntil(lambda: third.y() == first.y())
    assert third.isVisible()


def test_columns_stack_when_narrow(show: Show, qtbot: QtBot) -> None:
    columns = Columns()
    columns.add(Card("Antrean"), least=260)
    columns.add(Card("Permohonan informasi publik"), least=420, stretch=1)
    columns.setMinimumHeight(300)
    window = show(columns, width=900, height=420)
    assert not columns.stacked()
    window.resize(480, 420)
    qtbot.waitUntil(columns.stacked)
    assert clipped_texts(window) == []


def test_a_part_that_comes_last_stands_below_the_others_when_narrow(show: Show, qtbot: QtBot) -> None:
    columns, checks, messages = Columns(), Card("Pemeriksaan"), Card("Pesan masuk")
    columns.add(checks, least=230, last=True)
    columns.add(messages, least=400, stretch=1)
    columns.setMinimumHeight(300)
    window = show(columns, width=900, height=420)
    assert checks.x() < messages.x()
    window.resize(480, 420)
    qtbot.waitUntil(lambda: columns.stacked() and checks.y() > messages.y())
    window.resize(900, 420)
    qtbot.waitUntil(lambda: not columns.stacked() and checks.x() < messages.x())


def test_a_page_scrolls_no_further_than_the_keyboard_needs(show: Show, qtbot: QtBot) -> None:
    page = ScrollPage()
    column = QVBoxLayout(page.inner)
    tall, field = QPlainTextEdit(), TextField("Nama")
    tall.setFixedHeight(500)
    for part in (field, tall):
        column.addWidget(part)
    page.setMinimumHeight(260)
    show(page, width=400, height=300)
    tall.setFocus()
    top = tall.mapTo(page.viewport(), QPoint()).y()
    assert 0 <= top < page.viewport().height() // 2, "the top of what is too high stays in sight"
    field.setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() == 0)


@pytest.mark.parametrize("width", [340, 900])
def test_small_parts_cut_nothing_at_150_percent(width: int, show: Show, large_text: None) -> None:
    card = Card("Permohonan informasi publik")
    card.add(SectionTitle("Sedang dilayani"))
    card.add(Heading("Permohonan informasi publik dari pemohon"))
    card.add(
        Stat("Batas waktu", "Jumat, 4 Desember 2026", "10 hari kerja · dapat +7 hari kerja", tone=Tone.WARN)
    )
    card.add(KeyHints([("F2", "Panggil berikut"), ("Ctrl+Return", "Simpan dan cetak"), ("Escape", "Tutup")]))
    card.add(DateField("Tanggal", today=lambda: date(2026, 11, 20)))
    card.add(ButtonBar((PrimaryButton("Simpan", "F9"), SecondaryButton("Cetak")), (SecondaryButton("Draf"),)))
    assert clipped_texts(show(card, width=width, height=900)) == []
