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
    PhoneField,
    SuggestEdit,
    SuggestField,
    Suggestion,
    TextAreaField,
    TextField,
    TimeField,
)
from desk.ui.theme import style
from desk.ui.theme.clipping import clipped_texts
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text, rule
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Badge,
    Banner,
    ButtonBar,
    Card,
    Column,
    Columns,
    DangerButton,
    Drawer,
    EmptyState,
    FormGrid,
    GhostButton,
    Heading,
    IconButton,
    KeyHints,
    LinkButton,
    PrimaryButton,
    ProgressLine,
    RowItem,
    RowList,
    RowTable,
    ScrollPage,
    SecondaryButton,
    SectionTitle,
    SignaturePad,
    Stat,
    Step,
    StepBar,
    StepState,
    TabPages,
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
    row.setSpacing(scaled(10))
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def queue_card() -> Card:
    card = Card()
    card.setFixedWidth(scaled(268))
    card.body.setSpacing(scaled(6))
    card.add(SectionTitle("Sedang dilayani"))
    card.add(Text("B-014", "display", wrap=False))
    card.add(Text("Lalu Ahmad Fauzi", "lead"))
    card.add(Text("Permohonan informasi · tiba 09.12 · menunggu 6 mnt", "small"))
    card.body.addSpacing(scaled(6))
    card.add(PrimaryButton("Panggil berikut", "F2"))
    card.body.addSpacing(scaled(6))
    card.add(buttons(SecondaryButton("Panggil ulang", "F3"), SecondaryButton("Tunda")))
    card.add(buttons(SecondaryButton("Alihkan")))
    card.body.addSpacing(scaled(12))
    card.add(SectionTitle("Menunggu · 4"))
    rows = RowList()
    rows.set_rows(
        [
            RowItem("1", "A-007", aside="3 mnt", badge="lansia", tone=Tone.WARN),
            RowItem("2", "B-015", "Data pemilih · Ni Luh Sari", "5 mnt"),
            RowItem("3", "B-016", aside="2 mnt"),
            RowItem("4", "E-003", aside="1 mnt"),
        ]
    )
    rows.select("2")
    card.add(rows, 1)
    return card


def intake_fields() -> list[tuple[QWidget, int]]:
    name = TextField("&Nama pemohon", required=True, hint="Diambil dari buku tamu 09.12")
    name.set_value("Lalu Ahmad Fauzi")
    nik, phone = NikField(), PhoneField()
    nik.set_value("5207014101900003")
    phone.set_value("081237001122")
    wanted = TextAreaField("Informasi yang diminta", lines=3)
    wanted.set_value("Rekapitulasi hasil DPRD Kabupaten 2024 per TPS, Dapil 2")
    purpose = TextField("Tujuan penggunaan", required=True)
    purpose.mark("Isi tujuan penggunaan informasi.")
    kind, way = ChoiceField("Jenis informasi", KINDS), ChoiceField("Cara memperoleh", WAYS)
    kind.set_value("umum")
    way.set_value("email")
    return [(name, 2), (nik, 1), (phone, 1), (wanted, 2), (purpose, 2), (kind, 1), (way, 1)]


def intake_card() -> Card:
    card = Card()
    card.add(Heading("Permohonan informasi publik", Badge("datang langsung")))
    middle = Columns(gap=20)
    form = FormGrid()
    for field, span in intake_fields():
        form.add(field, span=span)
    middle.add(form, least=320, stretch=1)
    beside = QWidget()
    side = QVBoxLayout(beside)
    side.setContentsMargins(0, 0, 0, 0)
    side.setSpacing(scaled(20))
    ticks = CheckList(
        "Kelengkapan",
        (
            CheckItem("id", "Identitas diri ditunjukkan"),
            CheckItem("info", "Informasi dirinci"),
            CheckItem("tujuan", "Tujuan penggunaan"),
        ),
    )
    ticks.set_value(frozenset({"id", "info"}))
    side.addWidget(ticks)
    limit = QVBoxLayout()
    limit.addWidget(Stat("Batas waktu", "Jumat, 4 Des 2026", "10 hari kerja · dapat +7 hari kerja"))
    limit.addWidget(LinkButton("Mengapa tanggal ini?"), 0, Qt.AlignmentFlag.AlignLeft)
    side.addLayout(limit)
    side.addStretch(1)
    middle.add(beside, least=230)
    card.add(middle, 1)
    card.add(rule())
    card.add(
        ButtonBar(
            (
                PrimaryButton("Simpan && cetak tanda terima", "Ctrl+Return"),
                SecondaryButton("Cetak berkas kurang"),
            ),
            (SecondaryButton("Simpan draf"),),
        )
    )
    return card


def front_office() -> QWidget:
    page = QWidget()
    page.setObjectName("paper")
    row = QHBoxLayout(page)
    row.setContentsMargins(20, 16, 20, 16)
    columns = Columns()
    columns.add(queue_card(), least=268)
    card = intake_card()
    card.setMinimumHeight(scaled(420))
    columns.add(card, least=420, stretch=1)
    row.addWidget(columns)
    return page


def case_page() -> QWidget:
    page = QWidget()
    page.setObjectName("paper")
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(12)
    top = Card()
    line = QHBoxLayout()
    words = QVBoxLayout()
    words.setSpacing(scaled(2))
    words.addWidget(SectionTitle("Surat masuk · 027/PI/KPU-TL/XI/2026"))
    words.addWidget(Text("Rekapitulasi hasil DPRD Kabupaten 2024, Dapil 2: Lalu Ahmad Fauzi", "heading"))
    line.addLayout(words, 1)
    line.addWidget(Badge("sisa 2 hari kerja · 4 Des", Tone.WARN))
    top.add(line)
    top.add(
        StepBar(
            (
                Step("Diregister", "20 Nov 09.31", StepState.DONE),
                Step("Disposisi Sekretaris", "20 Nov 10.05", StepState.DONE),
                Step("Disposisi Ketua", "20 Nov 13.40", StepState.DONE),
                Step("Menyiapkan data", "sejak 23 Nov", StepState.NOW),
                Step("Tanda tangan"),
                Step("Penyerahan"),
                Step("Arsip"),
            )
        )
    )
    column.addWidget(top)
    card = Card()
    tabs = TabPages()
    form = FormGrid()
    chips = ChipChoice("Keputusan", DECISIONS)
    chips.set_value("kabul")
    form.add(chips, span=2)
    letter = TextAreaField("Isi surat jawaban", lines=7)
    letter.set_value("Menindaklanjuti permohonan Saudara tanggal 20 November 2026…")
    form.add(letter, span=2)
    signer = ChoiceField("Penanda tangan", (Choice("ketua", "Ketua"), Choice("plh", "Plh. Ketua")))
    signer.set_value("ketua")
    form.add(signer)
    number = TextField("Nomor surat")
    number.set_value("Diberikan saat ditandatangani")
    number.set_read_only(True)
    form.add(number)
    tabs.add("Jawaban", form)
    tabs.add("Ringkasan", QWidget())
    tabs.add("Berkas", QWidget(), count=4)
    tabs.add("Disposisi", QWidget(), count=2)
    tabs.add("Riwayat", QWidget())
    card.add(tabs, 1)
    card.add(
        ButtonBar(
            (PrimaryButton("Ajukan tanda tangan"), SecondaryButton("Pratinjau surat")),
            (SecondaryButton("Perpanjang +7 hari kerja…"),),
        )
    )
    column.addWidget(card, 1)
    return page


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
    column.addWidget(front_office())
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
    "front-office": (front_office, 1158, 712),
    "case": (case_page, 1158, 712),
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
            if name in ("front-office", "case"):
                area = next(part for part in scene.findChildren(TextAreaField))
                area.area.setFocus()
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
