"""Draws every field and widget in its states to PNG files to look at: ``python tests/ui/gallery.py DIR``."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.fields import (
    CheckItem,
    CheckList,
    ChipChoice,
    Choice,
    ChoiceField,
    DateField,
    FileField,
    MoneyField,
    NikField,
    NumberField,
    SuggestEdit,
    SuggestField,
    Suggestion,
    TextAreaField,
    TextField,
    TimeField,
)
from desk.ui.theme import style
from desk.ui.theme.clipping import clipped_texts
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Badge,
    Banner,
    Card,
    Column,
    DangerButton,
    Drawer,
    EmptyState,
    FormGrid,
    GhostButton,
    IconButton,
    KeyHints,
    PrimaryButton,
    ProgressLine,
    RowTable,
    ScrollPage,
    SecondaryButton,
    SignaturePad,
    ToastLayer,
)

TODAY = date(2026, 11, 20)
DECISIONS = (
    Choice("kabul", "Dikabulkan"),
    Choice("sebagian", "Sebagian"),
    Choice("tolak", "Ditolak: dikecualikan"),
    Choice("tidak", "Tidak dikuasai"),
)
KINDS = (Choice("umum", "Di luar tahapan Pemilu"), Choice("tahapan", "Tahapan Pemilu"))
WAYS = (Choice("email", "Salinan softcopy · e-mail"), Choice("lihat", "Melihat di tempat"))


def buttons(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def field_states() -> QWidget:
    page = QWidget()
    page.setObjectName("paper")
    row = QHBoxLayout(page)
    left, right = Card("Bidang isian"), Card("Keadaan")
    form = FormGrid()
    day = DateField("Tanggal surat", today=lambda: TODAY)
    day.set_value(date(2026, 12, 4))
    odd = DateField("Tanggal diterima", today=lambda: TODAY)
    odd.line.setText("32/1")
    odd.mark("Tanggal “32/1” tidak dikenali. Contoh: 3/4, 03042026, besok, +3.")
    hour = TimeField("Jam tiba")
    hour.set_value(time(9, 12))
    money = MoneyField("Biaya salinan", hint="Fotokopi dan ongkos kirim saja")
    money.set_value(12500)
    pages = NumberField("Jumlah halaman", unit="lembar")
    pages.set_value(25)
    nik = NikField()
    nik.set_value("520701")
    empty = ChoiceField("Jenis informasi", KINDS, required=True)
    empty.mark("Pilih jenis informasi.")
    for field in (day, odd, hour, money, pages, nik, empty, ChoiceField("Kosong", KINDS)):
        form.add(field)
    left.add(form, 1)
    off = TextField("Tidak aktif")
    off.set_value("Tidak dapat diubah")
    off.setEnabled(False)
    right.add(off)
    chips = ChipChoice("Keputusan", DECISIONS)
    chips.set_value("tolak")
    right.add(chips)
    ticks = CheckList(
        "Kelengkapan",
        (
            CheckItem(
                "a", "Akta pendirian badan hukum dengan pengesahan kementerian", "Hanya untuk badan hukum"
            ),
            CheckItem("b", "Salinan KTP-el"),
        ),
    )
    ticks.set_value(frozenset({"b"}))
    ticks.mark("Lengkapi berkas atau cetak berkas kurang.")
    right.add(ticks)
    files = FileField("Berkas", chooser=lambda _parent: [])
    files.set_value((Path("surat-permohonan.pdf"), Path("lembar-disposisi-yang-bernama-panjang-sekali.jpg")))
    right.add(files)
    right.add(SignaturePad("Tanda tangan penerima"))
    scrolling = ScrollPage()
    holder = QVBoxLayout(scrolling.inner)
    holder.setContentsMargins(0, 0, 0, 0)
    holder.addWidget(right)
    row.addWidget(left, 1)
    row.addWidget(scrolling, 1)
    return page


@dataclass(frozen=True)
class Work:
    key: str
    number: str
    about: str
    person: str
    left: str
    tone: Tone


WORK = (
    Work(
        "1",
        "027/PI/2026",
        "Rekapitulasi hasil DPRD Kabupaten 2024, Dapil 2",
        "Lalu Ahmad Fauzi",
        "sisa 2 hari kerja",
        Tone.WARN,
    ),
    Work(
        "2",
        "028/PI/2026",
        "Daftar pemilih tetap per desa tahun 2024 beserta perubahannya",
        "Ni Luh Sari",
        "sisa 8 hari kerja",
        Tone.GOOD,
    ),
    Work(
        "3",
        "021/PI/2026",
        "Anggaran sosialisasi 2025",
        "Yayasan Pemilih Muda Tanjung Lestari",
        "lewat 1 hari kerja",
        Tone.BAD,
    ),
)


def lists() -> QWidget:
    page = QWidget()
    page.setObjectName("paper")
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 16, 20, 16)
    column.addWidget(
        Banner(
            "Luring · 3 perubahan menunggu. Nomor resmi diberikan setelah tersambung.",
            Tone.WARN,
            closable=True,
        )
    )
    column.addWidget(Banner("Hari libur baru: 2 permohonan bergeser.", Tone.NEUTRAL, action="Lihat daftar"))
    card = Card("Pekerjaan saya")
    table = RowTable(
        [
            Column[Work]("Nomor", lambda work: work.number, strong=True),
            Column[Work]("Perihal", lambda work: work.about, stretch=True),
            Column[Work]("Pemohon", lambda work: work.person, width=180),
            Column[Work]("Batas waktu", lambda work: work.left, tone=lambda work: work.tone),
        ],
        key=lambda work: work.key,
    )
    table.set_rows(WORK)
    table.select("2")
    card.add(table, 1)
    card.add(ProgressLine("Menyiapkan indeks pencarian…"))
    card.add(
        KeyHints(
            [
                ("F2", "Panggil berikut"),
                ("Ctrl+K", "Cari"),
                ("Ctrl+Return", "Simpan dan cetak"),
                ("Escape", "Tutup"),
            ]
        )
    )
    column.addWidget(card, 1)
    bottom = QHBoxLayout()
    empty = Card()
    empty.add(
        EmptyState(
            "inbox",
            "Belum ada permohonan hari ini",
            "Panggil nomor berikut atau catat yang masuk lewat kanal lain.",
            "Catat permohonan",
        )
    )
    bottom.addWidget(empty, 1)
    tones = Card("Tanda")
    tones.add(buttons(*(Badge(tone.value, tone) for tone in Tone), Badge("12", Tone.ACCENT, solid=True)))
    tones.add(
        buttons(PrimaryButton("Utama"), SecondaryButton("Kedua"), GhostButton("Sunyi"), DangerButton("Hapus"))
    )
    off = [
        PrimaryButton("Utama", "F9"),
        SecondaryButton("Kedua", icon="print"),
        GhostButton("Sunyi"),
        IconButton("trash", "Hapus"),
    ]
    for part in off[:3]:
        part.setEnabled(False)
    tones.add(buttons(*off))
    tones.body.addStretch(1)
    bottom.addWidget(tones, 1)
    column.addLayout(bottom, 1)
    return page


def overlays() -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    window.resize(1158, 712)
    window.show()
    drawer, toasts = Drawer(window), ToastLayer(window)
    form = QWidget()
    rows = QVBoxLayout(form)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(ChoiceField("Alihkan ke loket", (Choice("1", "Loket 1"),), required=True))
    rows.addWidget(TextAreaField("Alasan"))
    drawer.open_with(
        "Alihkan antrean B-014",
        form,
        [PrimaryButton("Alihkan", "Ctrl+Return"), SecondaryButton("Batal", "Escape")],
    )
    toasts.toast("Tanda terima dicetak.", tone=Tone.GOOD)
    toasts.toast("B-014 selesai dilayani.", undo=lambda: None)
    return window


def suggestions() -> QWidget:
    window = QWidget()
    window.setObjectName("paper")
    column = QVBoxLayout(window)
    search = SuggestEdit()
    search.setObjectName("search")
    search.setPlaceholderText("Cari nama, nomor, antrean, atau pindai kode…")
    column.addWidget(search)
    field = SuggestField("Nama tamu", required=True, hint="Ketik nama, telepon, atau nomor kartu")
    column.addWidget(field)
    column.addStretch(1)
    window.resize(620, 360)
    window.show()
    QTest.qWaitForWindowActive(window)
    field.line.setFocus()
    QTest.keyClicks(field.line, "lalu")
    field.offer(
        [
            Suggestion("Lalu Ahmad Fauzi", "Warga · 0812-••••-1122", aside="3 kunjungan"),
            Suggestion("Lalu Gede Putra", "Yayasan Pemilih Muda · terakhir 12 Okt 2026", aside="1 kunjungan"),
        ]
    )
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    return window


def calendar() -> QWidget:
    window = QWidget()
    window.resize(420, 420)
    column = QVBoxLayout(window)
    field = DateField("Tanggal", today=lambda: TODAY)
    column.addWidget(field)
    column.addStretch(1)
    window.show()
    field.open_calendar()
    return window


SCENES: dict[str, tuple[Callable[[], QWidget], int, int]] = {
    "fields": (field_states, 1158, 712),
    "lists": (lists, 1158, 712),
    "overlays": (overlays, 1158, 712),
    "suggest": (suggestions, 620, 360),
    "calendar": (calendar, 420, 420),
}


def main(folder: Path) -> None:
    app = QApplication.instance() or QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    for factor in (1.0, 1.5):
        style.apply(app, factor)  # type: ignore[arg-type]
        for name, (make, width, height) in SCENES.items():
            scene = make()
            if width:
                scene.resize(width, height)
            scene.show()
            QTest.qWaitForWindowExposed(scene)
            app.processEvents()
            scene.grab().save(str(folder / f"{name}-{round(factor * 100)}.png"))
            cut = clipped_texts(scene)
            print(f"{name} at {factor}: {'; '.join(cut) if cut else 'nothing cut'}")  # noqa: T201
            scene.close()
            scene.deleteLater()
            app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "gallery"))
