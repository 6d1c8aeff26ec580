"""The past of the demo office of a province (NTT): consultations, a complaint, who can be met."""

from dataclasses import replace
from datetime import date, time
from functools import partial

from desk.actions import calendar
from desk.actions.dispositions import DispositionDraft
from desk.actions.presence import PresenceDraft, say_presence
from desk.actions.visits import VisitDraft, register_visit
from desk.demo import given_data
from desk.demo.agenda import Agenda
from desk.demo.events import (
    Event,
    answered,
    controlled,
    disposed,
    entered,
    handed,
    moved,
    signed,
)
from desk.demo.office import DemoOffice
from desk.demo.story import Story
from desk.demo.story import lay as lay_story
from desk.rules.intake import ApplicantKind, Channel
from desk.rules.presence import Presence
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.konsultasi import KonsultasiDraft, Track
from desk.services.konsultasi_entries import Delegation, Meeting, Minutes
from desk.services.pengaduan import PengaduanDraft
from desk.services.pengaduan_entries import FollowUp, Review

WAITING, MEETING, HELD, DELEGATED = "Anggela Toha", "Rahmat Sole", "Yayasan Suara Timur", "Forum Guru Lestari"
"""Who waits to be led to somebody, is being received, was received yesterday, was received by a delegate."""

HELD_ABOUT = "Syarat pemantau pemilu terakreditasi"
"""What the consultation of yesterday was about."""

_DESK = "yanti"
_CONSULTS = "Dipelajari dari laman kantor"


def _person(name: str, number: str, phone: str) -> ApplicantDraft:
    return ApplicantDraft(name=name, identity_number=number, phone=phone, address="Lestari Raya")


def _body(name: str, body: str, phone: str) -> ApplicantDraft:
    return ApplicantDraft(
        kind=ApplicantKind.BODY, name=name, body_name=body, phone=phone, address="Lestari Raya"
    )


_ANGGELA = _person(WAITING, "5201015505990001", "0812-0000-3011")
_RAHMAT = _person(MEETING, "5201021204870002", "0812-0000-3022")
_SUARA = _body("Maria Ndun", HELD, "0812-0000-3033")
_GURU = _body("Thomas Bala", DELEGATED, "0812-0000-3044")
_PARTAI = replace(_body("Nengah Suartana", "Partai Bahari Jaya", "0812-0000-1377"), kind=ApplicantKind.PARTY)


def lay(office: DemoOffice) -> None:
    """Write all of it into the diary."""
    agenda = office.agenda
    office.diary.note(
        agenda.at(20, "07.40"), lambda: calendar.fill_year(office.at("yakob"), agenda.base.year + 1)
    )
    for story in (*given_data.stories(agenda), *_in_person(agenda), *_in_writing(agenda), _complaint(agenda)):
        lay_story(office, story)
    _lay_today(office)


def _lay_today(office: DemoOffice) -> None:
    """Who can be met, and two guests in the building."""
    told = (
        (150, "tamar", Presence.MEETING, "Ruang Pleno"),
        (140, "elias", Presence.AWAY, ""),
        (130, "salma", Presence.RECEIVING, "Ruang Divisi Data"),
        (120, "gregor", Presence.PRESENT, ""),
        (110, "paulina", Presence.PRESENT, ""),
    )
    for minutes, login, state, room in told:
        office.diary.note(office.agenda.minutes_ago(minutes), partial(_say, office, login, state, room))
    for minutes, who, card in ((95, _RAHMAT, "01"), (25, _ANGGELA, "02")):
        draft = VisitDraft(who.name, "", who.phone, "ktp", "Konsultasi", card=card)
        office.diary.note(
            office.agenda.minutes_ago(minutes), partial(register_visit, office.at("aris"), draft)
        )


def _say(office: DemoOffice, login: str, state: Presence, room: str) -> None:
    say_presence(office.at("aris"), PresenceDraft(office.at(login).actor.staff_id, state, None, room))


def _form(who: ApplicantDraft, material: str, purpose: str, meet: str = "") -> KonsultasiDraft:
    return KonsultasiDraft(
        applicant=who, material=material, purpose=purpose, source=_CONSULTS, meet=meet, ticked=("identitas",)
    )


def _by_letter(form: KonsultasiDraft, track: Track, number: str, dated: date) -> KonsultasiDraft:
    letter = LetterDraft(number, dated, form.applicant.body_name, "Permohonan konsultasi")
    channel = Channel.LETTER if track is Track.WRITTEN else Channel.IN_PERSON
    return replace(form, track=track, channel=channel, letter=letter)


def _story(ago: int, clock: str, form: KonsultasiDraft, *events: Event) -> Story:
    return Story(
        ago,
        clock,
        form.applicant,
        events=events,
        login=_DESK,
        channel=form.channel,
        at_gate=False,
        service="konsultasi",
        form=form,
    )


def _in_person(agenda: Agenda) -> list[Story]:
    waiting = _form(_ANGGELA, "Pindah memilih bagi pekerja harian", "Kepastian hak pilih", "anggota")
    meeting = _form(_RAHMAT, "Pemutakhiran data pemilih luar kota", "Tugas akhir", "ketua_divisi_data")
    held = _form(_SUARA, HELD_ABOUT, "Rencana kerja yayasan", "sekretaris")
    beside = Meeting(("kasubag_data",), "Ruang Divisi Data")
    minutes = Minutes(
        agenda.day(1),
        time(9, 20),
        time(10, 5),
        "Ruang Sekretaris",
        "Seorang pengurus",
        ("kasubag_hukum",),
        held.material,
        "Akreditasi diajukan tertulis dengan susunan pengurus, sumber dana, dan rencana wilayah pemantauan.",
        "Contoh formulir dikirim melalui surel.",
    )
    return [
        _story(0, "09.35", waiting),
        _story(
            0,
            "08.25",
            meeting,
            entered(0, "08.40", _DESK, "arahkan", beside, "ketua_divisi_data"),
        ),
        _story(
            1,
            "09.02",
            held,
            entered(
                1, "09.15", _DESK, "arahkan", Meeting(("kasubag_hukum",), "Ruang Sekretaris"), "sekretaris"
            ),
            entered(1, "10.10", "gregor", "selesai", minutes),
        ),
        _delegated(agenda),
    ]


def _delegated(agenda: Agenda) -> Story:
    """The member is away: the Kabag Data with approval, then a letter of answer being prepared."""
    asked = _form(_GURU, "Simulasi pemungutan suara di sekolah", "Kegiatan OSIS", "ketua_divisi_teknis")
    form = _by_letter(asked, Track.WITH_LETTER, "31/FGL", agenda.day(3))
    approval = Delegation(
        "ketua_divisi_teknis",
        "Elias Mau",
        agenda.day(2),
        time(9, 30),
        "telepon",
        "Dinas luar",
        "Ruang Bagian Data",
    )
    minutes = Minutes(
        agenda.day(2),
        time(9, 45),
        time(10, 30),
        "Ruang Bagian Data",
        "",
        (),
        form.material,
        "Simulasi dapat memakai kotak dan bilik suara peraga. Jadwal disepakati dengan sekolah.",
        "Surat jawaban memuat jadwal dan penghubung.",
    )
    return _story(
        2,
        "09.10",
        form,
        entered(2, "09.35", _DESK, "alihkan", approval, "kabag_data"),
        entered(2, "10.40", "paulina", "selesai", minutes, "kasubag_data"),
    )


def _in_writing(agenda: Agenda) -> list[Story]:
    up = DispositionDraft(
        "sekretaris", "teruskan_ketua", "ketua", advice="Dijawab Kasubag Teknis, diperiksa Kabag."
    )
    down = DispositionDraft("ketua", "disposisikan", "kasubag_teknis", phrases=("Siapkan jawaban",))
    asked = _form(_PARTAI, "Tata cara penggantian nama penghubung partai", "Surat-menyurat partai")
    new = _by_letter(asked, Track.WRITTEN, "92/DPW-BJ", agenda.day(3))
    done = _by_letter(replace(asked, applicant=_SUARA), Track.WRITTEN, "04/YST", agenda.day(11))
    return [
        _story(2, "10.20", new, moved(2, "10.45", _DESK, "teruskan"), disposed(1, "13.30", "gregor", up)),
        _story(
            10,
            "09.05",
            done,
            moved(10, "09.30", _DESK, "teruskan"),
            disposed(10, "13.15", "gregor", up),
            disposed(9, "08.50", "tamar", down),
            answered(8, "10.00", "nadia", ("sampaikan hal berikut.", _ANSWER)),
            *controlled(7, "09.00", "nadia", "debora", "gregor"),
            signed(7, "14.10", "tamar"),
            handed(6, "09.40", _SUARA.name, 2, login=_DESK),
        ),
    ]


_ANSWER = (
    "sampaikan bahwa nama penghubung diganti dengan surat pimpinan partai yang dilampiri keputusan pengurus "
    "dan nomor kontak penghubung yang baru."
)


def _complaint(agenda: Agenda) -> Story:
    """A complaint under control: its chain has a Kabag here (R9)."""
    form = PengaduanDraft(
        applicant=_ANGGELA,
        about="konsultasi",
        description="Menunggu konsultasi hampir dua jam tanpa kabar",
        chronology="Datang pukul 08.15, baru dipanggil pukul 10.05.",
        happened_on=agenda.day(6),
        evidence="Tiket antrean",
        ticked=("bukti", "identitas"),
    )
    done = FollowUp("Jadwal penerima tamu pengganti disusun.", agenda.day(3), "terbukti")
    return Story(
        5,
        "13.10",
        form.applicant,
        events=[
            moved(5, "13.25", "kristin", "teruskan"),
            entered(4, "08.50", "kristin", "catat_telaah", Review("bagian", "Beralasan.")),
            moved(4, "09.20", "kristin", "salurkan", to="kasubag_hukum"),
            entered(3, "11.00", "simon", "laporkan", done),
            answered(2, "08.40", "kristin", ("dengan hasil:", "dengan hasil: jadwal pengganti disusun.")),
            *controlled(1, "10.10", "simon"),
        ],
        login="kristin",
        at_gate=False,
        service="pengaduan",
        form=form,
    )
