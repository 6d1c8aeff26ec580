"""Complaints of the demo office (S4): at the telaah, with a section, examined, answered, praise."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.demo.events import Event, answered, controlled, decided, entered, handed, moved, signed
from desk.demo.story import Story
from desk.rules.intake import Channel
from desk.services.common import ApplicantDraft
from desk.services.pengaduan import Kind, Manner, PengaduanDraft
from desk.services.pengaduan_entries import Discipline, FollowUp, Inspection, Review

if TYPE_CHECKING:
    from desk.demo.agenda import Agenda

TEAM = "nurul"
NEW = "Papan antrean dan suara panggilan tidak terdengar di kursi belakang ruang tunggu"
PASSED_ON = "Permohonan data partisipasi dijawab tanpa lampiran yang disebut dalam surat"
EXAMINED = "Peserta magang diminta mengurus urusan pribadi pegawai pada jam kerja"
ANSWERED = "Petugas menutup loket sebelum jam layanan berakhir"
_CHAIN = ("syahrul", "hendra", "wayan", "ratna", "dewi")

_SARI = ApplicantDraft(
    name="Sari Wulandari",
    identity_number="5299014903910004",
    phone="0812-0000-1502",
    address="Jalan Cempaka 11, Tanjung Lestari",
)
_BENI = ApplicantDraft(
    name="Benediktus Lake",
    identity_number="5299031507840001",
    phone="0812-0000-1518",
    address="Desa Muara Indah",
)
_DEDI = ApplicantDraft(
    name="Dedi Kurnia",
    identity_number="5299022004960002",
    phone="0812-0000-1523",
    address="Jalan Kampus Raya 9",
)
_IDA = ApplicantDraft(
    name="Ida Royani",
    identity_number="5299015810890003",
    phone="0812-0000-1539",
    address="Perumahan Griya Asri",
)
_ANWAR = ApplicantDraft(
    name="Anwar Sadad", identity_number="5299041102750001", phone="0812-0000-1547", address="Desa Karang Baru"
)


def stories(agenda: "Agenda") -> list[Story]:
    """All of them, for the days of an agenda."""
    return [
        _new(agenda),
        _with_a_section(agenda),
        _examined(agenda),
        _answered(agenda),
        _not_ours(agenda),
        _praise(),
    ]


def _story(ago: int, clock: str, form: PengaduanDraft, *events: Event) -> Story:
    return Story(
        ago,
        clock,
        form.applicant,
        events=events,
        login=TEAM,
        channel=form.channel,
        at_gate=False,
        service="pengaduan",
        form=form,
    )


def _form(who: ApplicantDraft, description: str, chronology: str, **more: object) -> PengaduanDraft:
    form = PengaduanDraft(
        applicant=who, description=description, chronology=chronology, ticked=("bukti", "identitas")
    )
    return replace(form, **more)  # type: ignore[arg-type]


def _reviewed(ago: int, clock: str, way: str, finding: str) -> tuple[Event, ...]:
    """Passed on within the hour, the telaah the next working morning."""
    return (
        moved(ago, clock, TEAM, "teruskan"),
        entered(ago - 1, "08.35", TEAM, "catat_telaah", Review(way, finding)),
    )


def _out(ago: int, clock: str, who: ApplicantDraft) -> tuple[Event, ...]:
    """Through the control to the signature, and received on the next working day."""
    return (*controlled(ago, clock, *_CHAIN), signed(ago, "14.20", "hendra"), *_received(ago - 1, who))


def _received(ago: int, who: ApplicantDraft) -> tuple[Event, ...]:
    return (handed(ago, "10.15", who.name, way="whatsapp", to=who.phone, login=TEAM),)


def _new(agenda: "Agenda") -> Story:
    """Spoken this morning, taken down on the short form; the telaah is to be written."""
    form = _form(
        _SARI,
        NEW,
        "",
        manner=Manner.SPOKEN,
        about="informasi",
        happened_on=agenda.day(0),
        place="Ruang tunggu",
        evidence="Disaksikan petugas keamanan",
    )
    return _story(0, "09.05", form, moved(0, "09.20", TEAM, "teruskan"))


def _with_a_section(agenda: "Agenda") -> Story:
    form = _form(
        _BENI,
        PASSED_ON,
        "Surat jawaban diterima pekan lalu. Lampiran yang disebut di dalamnya tidak ada.",
        channel=Channel.WHATSAPP,
        about="informasi",
        happened_on=agenda.day(6),
        reported="Sub Bagian Teknis dan Hupmas",
        evidence="Foto surat jawaban dan amplop",
    )
    return _story(
        3,
        "10.10",
        form,
        *_reviewed(3, "10.40", "bagian", "Lampiran memang belum dikirim; layak ditangani bagian terkait."),
        moved(2, "09.00", TEAM, "salurkan", to="kasubag_teknis"),
    )


def _examined(agenda: "Agenda") -> Story:
    """About internships: the Sekretaris judges it, leads the examination and the discipline (L5)."""
    form = _form(
        _DEDI,
        EXAMINED,
        "Terjadi tiga kali dalam dua pekan terakhir, sesudah apel pagi.",
        channel=Channel.EMAIL,
        about="magang",
        happened_on=agenda.day(8),
        place="Ruang Sub Bagian Keuangan, Umum, dan Logistik",
        reported="Pegawai pembimbing",
        evidence="Tangkapan layar percakapan",
    )
    inspection = Inspection(
        "klarifikasi", agenda.day(4), "Pegawai pembimbing mengakui dua dari tiga kejadian.", "tidak"
    )
    measure = Discipline("Pegawai pembimbing", "Teguran lisan", "Keputusan Sekretaris 31/SDM", agenda.day(2))
    return _story(
        6,
        "11.05",
        form,
        *_reviewed(6, "11.25", "pengawasan", "Menyangkut perilaku pegawai; perlu klarifikasi."),
        moved(5, "09.30", "hendra", "periksa"),
        entered(4, "14.00", TEAM, "catat_pemeriksaan", inspection),
        entered(2, "10.45", "hendra", "catat_disiplin", measure),
    )


def _answered(agenda: "Agenda") -> Story:
    form = _form(
        _IDA,
        ANSWERED,
        "Datang pukul 15.40, loket sudah tutup. Jam layanan tertulis sampai pukul 16.00.",
        about="informasi",
        happened_on=agenda.day(17),
        place="Loket layanan",
        reported="Petugas loket",
        evidence="Foto loket dengan waktu",
    )
    done = FollowUp(
        "Jadwal jaga loket diubah; papan jam layanan dipasang di pintu.",
        agenda.day(14),
        "terbukti",
        "Loket ditutup oleh petugas jaga terakhir.",
    )
    came_of_it = (
        "dengan hasil: loket ditutup sebelum waktunya karena tidak ada petugas pengganti. Jadwal jaga"
    )
    said = (
        "dengan hasil:",
        f"{came_of_it} sudah diubah sehingga loket terbuka sampai pukul 16.00.",
    )
    return _story(
        16,
        "10.35",
        form,
        *_reviewed(16, "11.00", "bagian", "Beralasan; jadwal jaga loket perlu diperiksa."),
        moved(15, "09.10", TEAM, "salurkan", to="kasubag_hukum"),
        entered(14, "13.40", "syahrul", "laporkan", done),
        answered(13, "09.00", TEAM, said),
        *_out(13, "10.00", _IDA),
    )


def _not_ours(agenda: "Agenda") -> Story:
    form = _form(
        _ANWAR,
        "Pembagian bantuan desa tidak merata menjelang pemilihan kepala desa",
        "Daftar penerima dibacakan di balai desa pekan lalu.",
        channel=Channel.COMPLAINTS_BOX,
        happened_on=agenda.day(12),
        place="Balai desa",
        evidence="Salinan daftar penerima",
    )
    return _story(
        10,
        "08.40",
        form,
        *_reviewed(10, "09.05", "bukan_kewenangan", "Pemilihan kepala desa bukan kewenangan KPU."),
        decided(
            9,
            "10.00",
            "bukan_kewenangan",
            login=TEAM,
            reason="pemilihan kepala desa diselenggarakan pemerintah daerah",
            holder_body="Dinas Pemberdayaan Masyarakat dan Desa",
        ),
        answered(9, "10.20", TEAM),
        *_out(8, "09.10", _ANWAR),
    )


def _praise() -> Story:
    form = PengaduanDraft(
        manner=Manner.SPOKEN,
        kind=Kind.PRAISE,
        channel=Channel.TELEPHONE,
        applicant=ApplicantDraft(name="Kartini Wea"),
        about="data_pemilih",
        description="Petugas sabar menjelaskan cara memeriksa nama dalam daftar pemilih",
    )
    return _story(
        5,
        "14.05",
        form,
        *_reviewed(5, "14.15", "dicatat", "Pujian; diteruskan kepada petugas."),
        decided(4, "09.00", "dicatat", login=TEAM),
    )
