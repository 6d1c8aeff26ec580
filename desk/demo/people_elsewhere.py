"""The invented offices of a province and of a kota, and the people who work there. None of them exists."""

from desk.actions.setup import OfficeDraft, StaffDraft

PROVINCE = OfficeDraft(
    name="Komisi Pemilihan Umum Provinsi Nusa Lestari",
    short_name="KPU Prov. Nusa Lestari",
    city="Lestari Raya",
    address="Jalan Cendana Raya Nomor 4, Lestari Raya 84900",
    phone="(0372) 555100",
    email="layanan@nusalestari.contoh.id",
    website="nusalestari.contoh.id",
    region_code="52",
    settings={"office_code": "KPU-NL"},
)
PROVINCE_STAFF = (
    StaffDraft("aris", "Aris Munandar", ("pamdal",)),
    StaffDraft("yanti", "Yuliyanti Tefa", ("front_office",), nip="199501122019032911"),
    StaffDraft("berta", "Berta Lakapu", ("register",), nip="198906202014042912"),
    StaffDraft("gregor", "Gregorius Seran", ("sekretaris", "atasan_ppid"), nip="197104181998031911"),
    StaffDraft("tamar", "Tamar Ndolu", ("ketua",)),
    StaffDraft("elias", "Elias Mau", ("ketua_divisi_teknis", "anggota")),
    StaffDraft("salma", "Salma Abdullah", ("ketua_divisi_data", "ketua_divisi_hukum", "anggota")),
    StaffDraft("ruben", "Ruben Kase", ("ketua_divisi_sosdiklih", "ketua_divisi_keuangan", "anggota")),
    StaffDraft("debora", "Debora Luan", ("kabag_teknis_hukum",), nip="197508092001122911"),
    StaffDraft("paulina", "Paulina Riwu", ("kabag_data",), nip="197702152003122912"),
    StaffDraft("haris", "Haris Sabtu", ("kabag_umum",), nip="197609302002121911"),
    StaffDraft("nadia", "Nadia Kolo", ("kasubag_teknis",), nip="198303042008012911"),
    StaffDraft("simon", "Simon Taneo", ("kasubag_hukum",), nip="198205112009121911"),
    StaffDraft("inggrid", "Inggrid Manafe", ("kasubag_data",), nip="198612012011012912"),
    StaffDraft("bakri", "Bakri Usman", ("kasubag_keuangan",), nip="198010102006041913"),
    StaffDraft("leni", "Leni Banunaek", ("staf",), nip="199709052022032911"),
    StaffDraft("monika", "Monika Fallo", ("ppid",), nip="197807072004122911"),
    StaffDraft("domi", "Dominggus Leo", ("tim_penghubung", "operator_ppid"), nip="199104232015031911"),
    StaffDraft("kristin", "Kristin Adu", ("tim_pengaduan", "tim_pertimbangan"), nip="198511022010122911"),
    StaffDraft("yakob", "Yakob Nenabu", ("admin",), nip="199402142019031911"),
)
"""One person for each role of the standard; the first role is the one acted in."""

CITY = OfficeDraft(
    name="Komisi Pemilihan Umum Kota Bandar Lestari",
    short_name="KPU Kota Bandar Lestari",
    city="Bandar Lestari",
    address="Jalan Pantai Baru Nomor 12, Bandar Lestari 84910",
    phone="(0372) 555200",
    email="layanan@bandarlestari.contoh.id",
    website="bandarlestari.contoh.id",
    region_code="5271",
    settings={"office_code": "KPU-BL"},
)
CITY_STAFF = (
    StaffDraft("vera", "Vera Pelokila", ("front_office",), nip="199602032020122911"),
    StaffDraft("jefri", "Jefri Dima", ("register",), nip="199008172015031912"),
    StaffDraft("agustina", "Agustina Bria", ("sekretaris", "atasan_ppid"), nip="197206061999032911"),
    StaffDraft("ismail", "Ismail Ledo", ("ketua",)),
    StaffDraft("martha", "Martha Henukh", ("ketua_divisi_teknis", "anggota")),
    StaffDraft("fransiskus", "Fransiskus Tae", ("ketua_divisi_data", "ketua_divisi_hukum", "anggota")),
    StaffDraft("rosalin", "Rosalin Wadu", ("ketua_divisi_sosdiklih", "ketua_divisi_keuangan", "anggota")),
    StaffDraft("adrian", "Adrian Pati", ("kasubag_teknis",), nip="198404192009121911"),
    StaffDraft("sintia", "Sintia Lay", ("kasubag_hukum",), nip="198309282008012911"),
    StaffDraft("yosua", "Yosua Bani", ("kasubag_data",), nip="198701152011011911"),
    StaffDraft("maksi", "Maksimus Boli", ("kasubag_keuangan",), nip="197912122005011911"),
    StaffDraft("erni", "Erni Sae", ("staf",), nip="199805212022032912"),
    StaffDraft("lukas", "Lukas Amtiran", ("ppid",), nip="197910252005021911"),
    StaffDraft("dewanti", "Dewanti Putri", ("tim_penghubung", "operator_ppid"), nip="199203082016032911"),
    StaffDraft("hana", "Hana Misa", ("tim_pengaduan", "tim_pertimbangan"), nip="198608132011012911"),
    StaffDraft("rio", "Rio Kadja", ("admin",), nip="199507072020121911"),
)
"""One person for each role of the standard; the help desk registers guests (KPG 1)."""
