"""The counter says that a number is provisional, and names the official one when it comes."""

from PySide6.QtCore import Qt

from tests.pending import official_arrives, on_a_network


def test_the_strip_follows_the_number(counter):
    on_a_network(counter.office)
    counter.fill_in()
    counter.press_save()
    alias = "SEMENTARA-LOKET-1-1"
    assert counter.page.strip.number.text() == f"Terdaftar {alias} · nomor resmi menyusul"
    counter.press(Qt.Key.Key_Escape)
    counter.type_name("Tamu berikut")
    official_arrives(counter.office, alias, "007/PI/KPU-TL/III/2026")
    counter.bot.waitUntil(lambda: counter.page.strip.number.text() == "Terdaftar 007/PI/KPU-TL/III/2026")
    assert counter.sheet.form.applicant.name.value() == "Tamu berikut"
