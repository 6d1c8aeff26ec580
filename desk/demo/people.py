"""The invented office and everybody in its story: staff, applicants, visitors. None of them exists."""

from desk.actions.setup import OfficeDraft, StaffDraft
from desk.rules.intake import ApplicantKind
from desk.services.common import ApplicantDraft

STANDARD = "ksb"

OFFICE = OfficeDraft(
    name="Komisi Pemilihan Umum Kabupaten Tanjung Lestari",
    short_name="KPU Kab. Tanjung Lestari",
    city="Tanjung Lestari",
    address="Jalan Merdeka Utara Nomor 17, Tanjung Lestari 84999",
    phone="(0372) 555017",
    email="layanan@tanjunglestari.contoh.id",
    website="tanjunglestari.contoh.id",
    region_code="5299",
    settings={
        "office_code": "KPU-TL",
        "board_text": "Layanan kantor ini tidak dipungut biaya. "
        "Lansia, penyandang disabilitas, dan ibu hamil didahulukan.",
    },
)

STAFF = (
    StaffDraft("bayu", "Bayu Prakoso", ("pamdal",)),
    StaffDraft("rahma", "Rahma Widyastuti", ("front_office",), nip="199403172019032901"),
    StaffDraft("yudi", "Yudi Hartawan", ("front_office",), nip="199108052020121902"),
    StaffDraft("wulan", "Wulan Sari", ("register",), nip="198812242014042903"),
    StaffDraft("hendra", "Hendra Kusuma", ("sekretaris", "atasan_ppid"), nip="197305111999031901"),
    StaffDraft("ratna", "Ratna Maharani", ("ketua",)),
    StaffDraft("dewi", "Dewi Lestari Ningsih", ("ketua_divisi_teknis", "anggota")),
    StaffDraft("wayan", "I Wayan Sudarma", ("ketua_divisi_hukum", "ketua_divisi_data", "anggota")),
    StaffDraft("yusuf", "Muhammad Yusuf", ("ketua_divisi_sosdiklih", "ketua_divisi_keuangan", "anggota")),
    StaffDraft("syahrul", "Syahrul Anwar", ("kasubag_hukum",), nip="198006142006041902"),
    StaffDraft("mira", "Mira Anggraini", ("kasubag_teknis",), nip="198209022008012901"),
    StaffDraft("lina", "Lina Marlina", ("kasubag_data",), nip="198411302010122902"),
    StaffDraft("tono", "Tono Setiawan", ("kasubag_keuangan",), nip="197802252003121901"),
    StaffDraft("agus", "Agus Salim Nasution", ("staf",), nip="199610102022031903"),
    StaffDraft("putri", "Putri Handayani", ("ppid",), nip="197911082005022901"),
    StaffDraft("fajar", "Fajar Nugroho", ("tim_penghubung", "operator_ppid"), nip="199002192015031904"),
    StaffDraft("nurul", "Nurul Hidayah", ("tim_pengaduan", "tim_pertimbangan"), nip="198507072011012905"),
    StaffDraft("indah", "Indah Permata", ("admin",), nip="199307212019032906"),
)
"""One person for each role of the standard; the first role is the one acted in."""

FRIENDLY = {
    "gate": "pamdal",
    "satpam": "pamdal",
    "counter": "front_office",
    "frontoffice": "front_office",
    "petugas": "front_office",
    "secretary": "sekretaris",
    "chair": "ketua",
    "kasubag": "kasubag_hukum",
    "staff": "staf",
    "liaison": "tim_penghubung",
    "penghubung": "tim_penghubung",
    "leadership": "ketua",
    "division": "ketua_divisi_teknis",
    "complaints": "tim_pengaduan",
    "administrator": "admin",
    "board": "kiosk",
}
"""Other words for a role on the command line."""


def _person(
    name: str, nik: str, phone: str, occupation: str, address: str, email: str = ""
) -> ApplicantDraft:
    return ApplicantDraft(
        name=name, identity_number=nik, phone=phone, occupation=occupation, address=address, email=email
    )


def _body(name: str, body: str, deed: str, phone: str, address: str, email: str) -> ApplicantDraft:
    return ApplicantDraft(
        kind=ApplicantKind.BODY,
        name=name,
        body_name=body,
        body_deed=deed,
        phone=phone,
        address=address,
        email=email,
    )


FAUZI = _person(
    "Lalu Ahmad Fauzi", "5299011203880003", "0812-0000-1122", "Wiraswasta", "Jalan Cendana 4, Tanjung Lestari"
)
SITI = _person(
    "Siti Aminah",
    "5299024507950002",
    "0812-0000-1157",
    "Mahasiswa",
    "Desa Sukamaju RT 02 RW 01",
    "siti.aminah@surat.contoh.id",
)
KETUT = _person(
    "I Ketut Ardana",
    "5299010909700001",
    "0812-0000-1188",
    "Petani",
    "Desa Karang Baru, Kecamatan Lestari Timur",
)
MARIA = _person(
    "Maria Goreti Lamak",
    "5299036108990004",
    "0812-0000-1203",
    "Wartawan",
    "Jalan Pelabuhan 21, Tanjung Lestari",
    "maria.lamak@surat.contoh.id",
)
RUDI = _person(
    "Rudi Hermawan", "5299041711820002", "0812-0000-1219", "Guru", "Perumahan Griya Asri Blok C 12"
)
NURHAYATI = _person(
    "Nurhayati", "5299015502580001", "0812-0000-1234", "Pensiunan", "Jalan Kenanga 9, Tanjung Lestari"
)
BAGUS = _person(
    "Bagus Satrio Wibowo",
    "5299022606010003",
    "0812-0000-1246",
    "Mahasiswa",
    "Jalan Kampus Raya 3",
    "bagus.satrio@surat.contoh.id",
)
YOHANES = _person("Yohanes Bere", "5299050304770002", "0812-0000-1263", "Kepala desa", "Desa Muara Indah")
FITRI = _person(
    "Fitriani Rahman",
    "5299014812900005",
    "0812-0000-1279",
    "Peneliti",
    "Jalan Melati 15, Tanjung Lestari",
    "fitriani.rahman@surat.contoh.id",
)
ANDI = _person("Andi Saputra", "5299032210860001", "0812-0000-1290", "Karyawan swasta", "Jalan Anggrek 27")
LEMBAGA = _body(
    "Hasanuddin",
    "Perkumpulan Pemantau Demokrasi Lestari",
    "AHU-0009912.AH.01.07 Tahun 2021",
    "0812-0000-1315",
    "Jalan Diponegoro 88, Tanjung Lestari",
    "sekretariat@pemantau.contoh.id",
)
UNIVERSITAS = _body(
    "Dr. Kartika Dewi",
    "Universitas Bahari Lestari",
    "Akta Nomor 12 Tahun 2009",
    "0812-0000-1328",
    "Jalan Kampus Raya 1, Tanjung Lestari",
    "fisip@bahari.contoh.id",
)
PARTAI = _body(
    "Suparman",
    "Partai Persatuan Lestari Kabupaten Tanjung Lestari",
    "SK DPP Nomor 114 Tahun 2023",
    "0812-0000-1346",
    "Jalan Pahlawan 30, Tanjung Lestari",
    "kantor@pplestari.contoh.id",
)
YAYASAN = _body(
    "Theresia Nona",
    "Yayasan Disabilitas Mandiri",
    "AHU-0044120.AH.01.04 Tahun 2018",
    "0812-0000-1351",
    "Jalan Mawar 6, Tanjung Lestari",
    "mandiri@yayasan.contoh.id",
)
