"""The channel inbox: messages that wait, one registered, one set aside, and the daily check half done."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desk.actions.attachments import NewFile
from desk.actions.inbox import MessageDraft, dismiss_message, note_message, tick_channel
from desk.demo.events import moved
from desk.demo.office import DemoOffice, shipped
from desk.demo.story import Story, lay
from desk.rules.intake import Channel
from desk.services.common import ApplicantDraft
from desk.services.informasi import WayToFetch

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace

CHECKED_TODAY = (Channel.EMAIL, Channel.WHATSAPP, Channel.INSTAGRAM)
"""What the front office has looked at already; the rest of the daily check is still to do."""


@dataclass(frozen=True)
class _Message:
    minutes: int
    draft: MessageDraft


_WAITING = (
    _Message(
        128,
        MessageDraft(
            Channel.EPPID,
            "Dian Puspita",
            "Permohonan data pemilih pemula per desa",
            "dian.puspita@surat.contoh.id",
            "Mohon data jumlah pemilih pemula pada Pemilihan 2024 untuk setiap desa, dalam bentuk tabel. "
            "Data akan dipakai untuk menyusun kegiatan pendidikan pemilih di sekolah.",
            "PPID-5299-2411-0087",
        ),
    ),
    _Message(
        117,
        MessageDraft(
            Channel.EMAIL,
            "Klinik Hukum Universitas Bahari Lestari",
            "Permohonan salinan keputusan penetapan kursi",
            "klinik.hukum@bahari.contoh.id",
            "Bersama ini kami sampaikan surat permohonan salinan keputusan. Surat terlampir.",
            files=(NewFile("surat-permohonan.pdf", shipped("surat-permohonan.pdf"), "incoming_letter"),),
        ),
    ),
    _Message(
        86,
        MessageDraft(
            Channel.WHATSAPP,
            "Rahmat Hidayat",
            "Foto formulir permohonan informasi",
            "0812-0000-1417",
            "Selamat pagi, ini formulir saya. Saya minta jumlah TPS di Kecamatan Lestari Barat.",
            files=(NewFile("foto-formulir.jpg", shipped("formulir-difoto.jpg"), "form"),),
        ),
    ),
    _Message(
        41,
        MessageDraft(
            Channel.INSTAGRAM,
            "@lestari.muda",
            "Tanya data partisipasi pemilih muda",
            "@lestari.muda",
            "Kak, apakah ada data partisipasi pemilih umur 17–25 tahun?",
        ),
    ),
)
_SPAM = MessageDraft(
    Channel.FACEBOOK, "Promo Cetak Spanduk", "Penawaran cetak spanduk", body="Diskon khusus bulan ini."
)
_PETRUS = ApplicantDraft(
    name="Petrus Naga",
    identity_number="5299032701910002",
    phone="0812-0000-1433",
    email="petrus.naga@surat.contoh.id",
    address="Jalan Flamboyan 10",
    occupation="Pegawai koperasi",
)


def lay_inbox(office: DemoOffice) -> None:
    """Write the inbox into the diary."""
    agenda, diary = office.agenda, office.diary
    for message in _WAITING:
        diary.note(
            agenda.minutes_ago(message.minutes),
            partial(_note, office, message.draft),
        )
    for place, channel in enumerate(CHECKED_TODAY):
        at = agenda.minutes_ago(110 - place)
        diary.note(at, partial(_tick, office, channel))
    diary.note(agenda.at(1, "08.40"), lambda: _set_aside(office))
    _registered_from_eppid(office)


def _desk(office: DemoOffice) -> "Workplace":
    return office.at("rahma", counter=1)


def _note(office: DemoOffice, draft: MessageDraft) -> None:
    note_message(_desk(office), draft)


def _tick(office: DemoOffice, channel: Channel) -> None:
    tick_channel(_desk(office), channel)


def _set_aside(office: DemoOffice) -> None:
    dismiss_message(_desk(office), note_message(_desk(office), _SPAM), "Iklan, bukan permohonan")
    for channel in Channel:
        if channel is not Channel.IN_PERSON:
            tick_channel(_desk(office), channel)


def _registered_from_eppid(office: DemoOffice) -> None:
    """A message of two days ago was registered as a request and stands with Tim Penghubung."""
    number = "PPID-5299-2411-0079"
    wanted = "Daftar sekolah penerima sosialisasi pemilih pemula"
    kept: list[str] = []
    message = MessageDraft(Channel.EPPID, _PETRUS.name, wanted, _PETRUS.email, external_number=number)
    office.diary.note(office.agenda.at(2, "08.50"), lambda: kept.append(note_message(_desk(office), message)))
    story = Story(
        2,
        "09.05",
        _PETRUS,
        wanted,
        "Kerja sama koperasi sekolah",
        events=[moved(2, "09.30", "rahma", "teruskan")],
        channel=Channel.EPPID,
        more={"eppid_number": number, "way_to_fetch": WayToFetch.EMAIL},
        inbox=lambda: kept[0],
    )
    lay(office, story)
