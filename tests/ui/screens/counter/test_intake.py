"""Taking a request in at the counter: whole, incomplete, by letter, from paper, given at once."""

from datetime import UTC, date, datetime

from desk.queries import deliveries, history
from tests.ui.drivers.front import some_pdf


def test_a_served_visitor_is_in_the_form_already(counter):
    counter.visitor("Lalu Ahmad Fauzi", institution="Universitas Nusa Lestari")
    counter.settle()
    counter.serve_next()
    form = counter.sheet.form
    assert form.applicant.name.value() == "Lalu Ahmad Fauzi"
    assert form.applicant.phone.value() == "081237001122"
    assert form.applicant.name.note.text() == "Diambil dari buku tamu 09.00 · Universitas Nusa Lestari"
    assert counter.focused_path() == "information"
    assert counter.sheet.ticket.text() == "B-001"


def test_a_whole_form_is_registered_and_its_receipt_printed(counter):
    counter.fill_in()
    assert counter.save_words() == "Simpan & cetak tanda terima"
    assert counter.checked() == "Kelengkapan · 3 dari 3"
    assert counter.due_words() == "Senin, 6 Apr 2026"
    counter.press_save()
    page = counter.case()
    assert (page.row.step, page.row.due, page.applicant.name) == (
        "registrasi",
        date(2026, 4, 6),
        "Sri Wahyuni",
    )
    assert counter.printed() == ["tanda_terima"]
    assert page.row.number in counter.page.strip.number.text()
    assert counter.sheet.form.applicant.name.value() == ""
    assert not counter.sheet.dirty()


def test_missing_papers_register_with_the_clock_stopped(counter):
    counter.type_name("Sri Wahyuni")
    counter.type_phone("081234567890")
    counter.type_information("Daftar inventaris")
    assert counter.save_words() == "Simpan & cetak berkas kurang"
    counter.press_save()
    page = counter.case()
    assert (page.row.step, page.row.due) == ("menunggu_pemohon", None)
    assert [one.key for one in page.checklist if not one.present] == ["identitas", "tujuan"]
    assert counter.printed() == ["berkas_kurang"]


def test_problems_stand_beside_their_fields_and_nothing_is_lost(counter):
    counter.type_purpose("Penelitian")
    counter.press_save()
    assert counter.problem("applicant.name") == "Isi nama pemohon."
    assert counter.problem("applicant.phone").startswith("Isi telepon, surel, atau alamat")
    assert counter.problem("information") == "Isi informasi yang diminta."
    assert counter.focused_path() == "applicant.name"
    assert "3 isian perlu diperbaiki" in counter.sheet.banner.text.text()
    assert counter.sheet.form.information.purpose.value() == "Penelitian"
    assert counter.cases() == ()
    counter.type_name("Sri")
    assert counter.problem("applicant.name") == ""


def test_an_odd_nik_warns_and_is_masked_and_does_not_stop(counter):
    counter.fill_in()
    counter.type_nik("123")
    counter.type_purpose("x")
    assert "16 angka" in counter.problem("applicant.identity_number")
    assert counter.sheet.form.applicant.nik.line.text() == "•••"
    counter.press_save()
    assert counter.case().applicant.nik == "123"
    counter.printed()


def test_a_letter_to_the_chair_takes_its_own_path_with_its_file(counter, tmp_path):
    counter.fill_in()
    counter.letter("Forum Warga Lestari", "Permohonan data anggaran", "12/3/2026")
    counter.attach(some_pdf(tmp_path))
    counter.press_save()
    page = counter.case()
    assert (page.row.flow, page.row.step) == ("letter", "registrasi")
    assert page.detail["letter"]["sender"] == "Forum Warga Lestari"
    files = counter.place.ask(history.files, page.row.id)
    assert [(one.name, one.kind) for one in files] == [("surat.pdf", "incoming_letter")]
    counter.printed()


def test_a_letter_says_what_it_lacks(counter):
    counter.fill_in()
    counter.choose(counter.sheet.form.intake.path, "letter")
    counter.press_save()
    assert counter.problem("letter.sender") == "Isi pengirim surat."
    assert counter.problem("letter.dated") == "Isi tanggal surat."
    assert counter.focused_path() == "letter.sender"


def test_a_paper_form_keeps_its_real_time(counter):
    counter.fill_in()
    counter.from_paper("12/3/2026", "1015")
    assert counter.sheet.manner.text() == "dari formulir kertas"
    assert counter.due_words() == "Kamis, 2 Apr 2026"
    counter.press_save()
    page = counter.case()
    assert page.back_entry
    assert page.received_at == datetime(2026, 3, 12, 2, 15, tzinfo=UTC)
    counter.printed()


def test_a_paper_form_without_its_time_waits(counter):
    counter.fill_in()
    counter.tick(counter.sheet.paper.tick)
    counter.press_save()
    assert counter.problem("paper_day") == "Isi tanggal pada formulir kertas."
    assert counter.problem("paper_time") == "Isi jam pada formulir kertas."
    assert counter.cases() == ()


def test_open_information_may_be_given_at_once(counter):
    counter.fill_in()
    assert counter.sheet.give_button.isHidden()
    counter.choose(counter.sheet.form.information.openness, "berkala")
    assert counter.sheet.give_button.isVisible()
    counter.sheet.give_button.click()
    counter.settle()
    assert counter.shell.drawer_title == "Berikan langsung"
    assert counter.shell.drawer.sheet.receiver.value() == "Sri Wahyuni"
    counter.press_save()
    assert counter.shell.drawer.sheet.unsigned.text().startswith("Minta tanda tangan")
    counter.tick(counter.shell.drawer.sheet.paper)
    counter.press_save()
    row = counter.cases()[0]
    assert (row.step, row.closed, row.decision) == ("arsip", True, "dikabulkan")
    assert [one.receiver for one in counter.place.ask(deliveries.book).rows] == ["Sri Wahyuni"]
    assert counter.page.strip.move_buttons() == ()
    assert counter.printed() == ["tanda_terima"]


def test_what_was_to_be_given_at_once_can_still_be_given_from_the_strip(counter):
    counter.fill_in()
    counter.choose(counter.sheet.form.information.openness, "berkala")
    counter.sheet.give_button.click()
    counter.settle()
    counter.close_drawer()
    assert not counter.cases()[0].closed
    give = next(one for one in counter.page.strip.move_buttons() if one.text() == "Berikan langsung")
    give.click()
    counter.settle()
    counter.tick(counter.shell.drawer.sheet.paper)
    counter.press_save()
    assert counter.cases()[0].closed
    counter.printed()


def test_what_may_be_exempt_is_never_given_at_once(counter):
    counter.fill_in()
    counter.choose(counter.sheet.form.information.openness, "mungkin_dikecualikan")
    assert counter.sheet.give_button.isHidden()
    assert "PPID memutuskan" in counter.sheet.form.information.openness.note.text()
    counter.press_save()
    counter.printed()
    assert [one.text() for one in counter.page.strip.move_buttons()] == ["Teruskan ke Tim Penghubung"]


def test_a_case_just_registered_goes_on_from_the_strip(counter):
    counter.fill_in()
    counter.press_save()
    counter.printed()
    counter.page.strip.move_buttons()[0].click()
    assert counter.cases()[0].step == "tim_penghubung"
    assert counter.page.strip.move_buttons() == ()


def test_the_content_says_which_limit_it_picks(counter):
    content = counter.sheet.form.information.content
    assert content.note.text() == "Batas umum, 10 hari kerja."
    counter.choose(content, "pemilu")
    assert content.note.text() == "Batas umum: hari ini tidak ada tahapan yang berjalan."


def test_why_this_date_lists_day_by_day(counter):
    counter.fill_in()
    counter.sheet.side.limit.why.click()
    texts = counter.shell.drawer_texts()
    assert counter.shell.drawer_title == "Mengapa tanggal ini?"
    assert "Hari kerja ke-10" in texts
    assert "Cuti bersama: Hari Suci Nyepi" in texts


def test_a_proxy_brings_name_and_power_of_attorney(counter):
    counter.fill_in()
    proxy = counter.sheet.form.sections()[-1]
    counter.tick(proxy.tick)
    assert counter.checked() == "Kelengkapan · 3 dari 4"
    counter.press_save()
    assert counter.problem("proxy.name") == "Isi nama penerima kuasa."
    counter.write(proxy.binds[0].field, "Wayan Sudira")
    counter.tick(counter.sheet.side.checklist.list.boxes["kuasa"])
    counter.press_save()
    assert counter.case().applicant.proxy_name == "Wayan Sudira"
    counter.printed()


def test_a_scan_of_an_identity_card_needs_a_reason(counter, tmp_path):
    counter.fill_in()
    section = counter.sheet.attachments
    counter.tick(section.tick)
    section.identity_files.add([some_pdf(tmp_path, "ktp.pdf")])
    counter.press_save()
    assert counter.problem("identity_reason") == "Isi alasan menyimpan salinan identitas."
    counter.write(section.binds[2].field, "Diminta PPID untuk verifikasi")
    counter.press_save()
    files = counter.place.ask(history.files, counter.case().row.id)
    assert [(one.name, one.kind) for one in files] == [("ktp.pdf", "identity")]
    counter.printed()


def test_a_spoken_answer_takes_one_line_and_enter(counter):
    counter.spoken("Jam layanan PPID", "Ibu Ketut")
    row = counter.cases()[0]
    assert (row.spoken, row.closed, row.applicant, row.subject) == (
        True,
        True,
        "Ibu Ketut",
        "Jam layanan PPID",
    )
    assert counter.shell.drawer is None


def test_a_spoken_answer_says_when_nothing_was_asked(counter):
    counter.spoken("")
    assert counter.cases() == ()
    assert counter.shell.drawer.asked.problem() == "Isi informasi yang diminta."
