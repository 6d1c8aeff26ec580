"""The channel inbox: daily checks, noting, registering, setting aside."""

from datetime import timedelta

from PySide6.QtCore import Qt

from desk.actions.attachments import NewFile
from desk.actions.inbox import MessageDraft, note_message
from desk.queries import cases, inbox
from desk.queries.paging import PAGE
from desk.rules.intake import Channel
from desk.services.keberatan import KeberatanDraft
from desk.ui.sections.arrival import ArrivalSection
from tests.office import open_small_office
from tests.ui.drivers.desks import ALT, CTRL, Desk
from tests.ui.drivers.front import PAGES
from tests.ui.drivers.inbox import InboxDriver


def test_an_empty_inbox_says_what_to_do(sit):
    page = sit().page
    assert page.list.rows() == ()
    assert page.list.empty.title.text() == "Tidak ada pesan menunggu"
    assert page.badge() == 0


def test_a_channel_is_ticked_off_once_a_day_with_name_and_time(sit):
    desk = sit()
    assert "8 saluran belum diperiksa." in desk.page.checks.words.text()
    desk.tick_channel(Channel.WHATSAPP)
    assert desk.detail(Channel.WHATSAPP) == "09.00 · Rahma Widyastuti"
    assert "7 saluran" in desk.page.checks.words.text()
    desk.tick_channel(Channel.WHATSAPP)
    assert desk.page.checks.list.value() == {"whatsapp"}


def test_a_message_is_noted_by_form(sit):
    desk = sit()
    desk.note(Channel.EPPID, "Dewa Ayu Kartika", "Salinan DPA 2025", "0812-9000-1111", "PPID-31")
    assert desk.senders() == ["Dewa Ayu Kartika"]
    assert "e-PPID PPID-31" in desk.page.facts.text()
    assert desk.page.badge() == 1


def test_a_message_without_sender_says_so_beside_the_field(sit):
    desk = sit()
    desk.note(Channel.EMAIL, "", "Salinan DPA")
    form = desk.shell.drawer
    assert form.who.problem() == "Isi nama pengirim."
    assert form.subject.value() == "Salinan DPA"
    assert desk.senders() == []


def test_a_message_becomes_a_case_with_its_own_time_of_arrival(sit, office):
    desk = sit()
    inbox_id = desk.message(
        "Komunitas Data", "Data pemilih", contact="halo@data.contoh.id", body="Mohon rekap per kecamatan."
    )
    desk.register()
    sheet = desk.page.sheet
    assert desk.page.page_id == "counter"
    assert sheet.form.applicant.name.value() == "Komunitas Data"
    assert sheet.form.contact.email.value() == "halo@data.contoh.id"
    assert sheet.form.information.information.value() == "Mohon rekap per kecamatan."
    desk.press_save()
    page = desk.case()
    assert (page.row.channel, page.received_at) == ("email", office.clock() - timedelta(hours=1))
    message = desk.place.ask(inbox.message, inbox_id)
    assert message is not None
    assert (message.state, message.case_id) == ("registered", page.row.id)
    desk.printed()
    desk.go("inbox")
    assert desk.senders() == []


def test_an_eppid_number_goes_into_the_form(sit):
    desk = sit()
    desk.message("Dewa Ayu", "Salinan DPA", channel=Channel.EPPID, external_number="PPID-31", contact="08129")
    desk.register()
    form = desk.page.sheet.form
    assert (form.intake.channel.value(), form.intake.eppid.value()) == ("eppid", "PPID-31")
    assert form.intake.eppid.isVisible()
    assert form.applicant.phone.value() == "08129"


def test_a_message_is_set_aside_with_a_reason_and_comes_back_by_undo(sit):
    desk = sit()
    desk.message("@warga", "Ucapan selamat", channel=Channel.INSTAGRAM)
    desk.set_aside("Bukan permohonan")
    assert desk.senders() == []
    desk.shell.undo()
    desk.settle()
    assert desk.senders() == ["@warga"]


def test_setting_aside_wants_a_reason(sit):
    desk = sit()
    desk.message("@warga", "Ucapan selamat")
    desk.set_aside("")
    assert desk.shell.drawer.reason.problem() == "Isi alasan pesan ini tidak didaftarkan."
    assert desk.senders() == ["@warga"]


def test_all_messages_show_what_became_of_them(sit):
    desk = sit()
    desk.message("@warga", "Ucapan selamat")
    desk.set_aside("Pesan ganda")
    desk.show_all()
    assert desk.badges() == ["disisihkan"]
    assert "disisihkan: Pesan ganda" in desk.page.facts.text()
    desk.page.restore.click()
    desk.settle()
    assert desk.badges() == [""]


def test_a_message_somebody_else_registered_is_not_begun_again(sit):
    desk = sit()
    inbox_id = desk.message("@warga", "Ucapan selamat")
    desk.set_aside("Pesan ganda")
    desk.go("counter", inbox_id=inbox_id)
    assert "Pesan ini sudah ditangani." in desk.toasts()
    assert desk.page.sheet.form.applicant.name.value() == ""


def test_more_messages_than_a_page_are_turned(sit, office):
    place = office.at("rahma")
    for number in range(PAGE + 2):
        note_message(place, MessageDraft(Channel.EMAIL, f"Pengirim {number:03d}", "Data"))
    desk = sit()
    assert len(desk.senders()) == PAGE
    desk.press(Qt.Key.Key_PageDown, ALT)
    desk.settle()
    assert desk.senders() == [f"Pengirim {PAGE}", f"Pengirim {PAGE + 1}"]


def test_a_message_is_registered_as_any_service_that_comes_in_by_its_channel(sit):
    desk = sit()
    who = "Universitas Samudra"
    desk.message(who, "Permohonan magang", contact="magang@samudra.contoh.id", body="Lima orang.")
    desk.enter()
    assert {"informasi", "magang", "data_pemilih", "autentifikasi"} <= set(desk.offered())
    assert "pengaduan" not in desk.offered()
    desk.press(Qt.Key.Key_Escape)
    desk.register("magang")
    form = desk.page.sheet.form
    letter = {one.path: one.field for one in form.letter.binds}
    assert form.slug == "magang"
    assert letter["letter.sender"].value() == who
    assert letter["letter.subject"].value() == "Permohonan magang"
    assert form.arrival.channel.value() == "email"
    assert form.arrival.field("note").value() == "Lima orang."


def test_only_services_of_the_channel_are_offered(sit):
    desk = sit()
    desk.message("@warga", "Minta data", channel=Channel.FACEBOOK)
    desk.enter()
    assert desk.offered() == ["informasi", "keberatan"]


def test_an_eppid_number_goes_with_an_objection_too(sit):
    desk = sit()
    desk.message("Dewa Ayu", "Keberatan", channel=Channel.EPPID, external_number="PPID-32")
    desk.register("keberatan")
    arrival = next(one for one in desk.page.sheet.form.sections() if isinstance(one, ArrivalSection))
    assert arrival.eppid.value() == "PPID-32"
    assert not arrival.eppid.isHidden()
    arrival.show(KeberatanDraft(channel=Channel.EMAIL))
    assert arrival.eppid.isHidden()


def test_what_comes_in_for_somebody_else_is_said(sit):
    desk = sit()
    desk.message("Warga", "Pengaduan", channel=Channel.COMPLAINTS_BOX)
    desk.enter()
    assert desk.toasts() == ["Yang masuk lewat Kotak pengaduan didaftarkan petugas lain."]
    assert desk.page.page_id == "inbox"


def test_what_came_with_a_message_is_shown(sit):
    desk = sit()
    one = NewFile("surat.pdf", b"%PDF-1.4\n%%EOF\n")
    desk.message("Satu", "Surat", files=(one,))
    desk.press(Qt.Key.Key_F3)
    assert desk.printed() == ["file"]
    desk.set_aside("Pesan ganda")
    desk.message("Dua", "Dua surat", files=(one, NewFile("data.csv", b"a;b\n1;2\n")))
    desk.press(Qt.Key.Key_F3)
    body = desk.window.drawer.body()
    assert [row.title for row in body.list.rows()] == ["surat.pdf", "data.csv"]
    desk.bot.keyClick(body.list.view, Qt.Key.Key_Return)
    assert desk.printed(2) == ["file", "file"]


def test_a_message_without_files_has_none_to_show(sit):
    desk = sit()
    desk.message("@warga", "Ucapan selamat")
    assert desk.page.attached.isHidden()
    desk.page.show_files()
    assert desk.papers.asked == []


def test_channels_nobody_looked_at_are_told_at_the_end_of_the_day(sit, office):
    desk = sit()
    assert desk.page.late.isHidden()
    desk.window._day_end.look()
    assert desk.toasts() == []
    office.clock.pass_(hours=6, minutes=5)
    for channel in desk.page.channels[2:]:
        desk.tick_channel(channel)
    told = "Belum diperiksa hari ini: Surel, WhatsApp."
    assert desk.page.late.text.text() == told
    assert desk.page.badge() == 2
    desk.window._day_end.look()
    desk.window._day_end.look()
    assert desk.toasts().count(told) == 1
    for channel in desk.page.channels[:2]:
        desk.tick_channel(channel)
    assert desk.page.late.isHidden()
    assert desk.page.badge() == 0


def test_tim_penghubung_registers_what_came_in_by_eppid(office, qtbot):
    """They sit at no counter and have no queue; the message fills the form all the same (P8, W5)."""
    draft = MessageDraft(Channel.EPPID, "Dewa Ayu", "Salinan DPA", "081237001122", external_number="PPID-33")
    inbox_id = note_message(office.at("fajar"), draft)
    pages = {name: PAGES[name] for name in ("inbox", "counter")}
    desk = Desk(office, "fajar", qtbot, pages)
    desk.settle()
    desk.shell.page.list.setFocus()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    sheet = desk.shell.page.sheet
    assert desk.shell.page.queue.isHidden()
    assert sheet.form.applicant.name.value() == "Dewa Ayu"
    desk.type_into(sheet.form.information.purpose, "Penelitian")
    sheet.side.checklist.list.boxes["identitas"].setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    message = office.at("fajar").ask(inbox.message, inbox_id)
    case = office.at("fajar").ask(cases.page, office.standards, office.clock().date(), message.case_id)
    assert (message.state, case.eppid_number, case.row.channel) == ("registered", "PPID-33", "eppid")
    qtbot.waitUntil(lambda: desk.papers.asked != [])
    desk.close()


def test_an_office_of_another_standard_registers_as_its_own_services(tmp_path, qtbot):
    office = open_small_office(tmp_path, standard="ntt")
    desk = InboxDriver(office, qtbot)
    desk.message(
        "Dewa Ayu", "Data TPS", channel=Channel.EPPID, external_number="PPID-34", body="Data TPS 2024."
    )
    desk.enter()
    assert desk.offered() == ["data_informasi", "keberatan"]
    desk.press(Qt.Key.Key_Escape)
    desk.register("data_informasi")
    draft = desk.page.sheet.filled().draft
    assert (draft.channel, draft.eppid_number, draft.applicant.name) == (Channel.EPPID, "PPID-34", "Dewa Ayu")
    desk.close()
    office.store.close()
