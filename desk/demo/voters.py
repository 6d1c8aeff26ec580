"""Voter data in the demo office (S6): at the counter, promised and watched, recaps, a refusal."""

from datetime import timedelta
from typing import TYPE_CHECKING

from desk.demo import people
from desk.demo.events import Event, answered, controlled, decided, entered, handed, moved, signed
from desk.demo.office import shipped
from desk.demo.story import Story
from desk.rules.intake import ApplicantKind, Channel
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.data_pemilih import EXEMPT, Check, DataPemilihDraft, Found, Shown, Wanted
from desk.services.voter_promises import Promise, ToTell
from desk.services.voter_recap import Recap, read_recap

if TYPE_CHECKING:
    from desk.demo.agenda import Agenda

LIST = "DPB triwulan III 2026"
FORUM = "Forum Disabilitas Lestari"
PROMISED = "Usul perbaikan alamat diteruskan ke pemutakhiran daftar pemilih"
CHECKED = people.KETUT.name
"""Whose entry is to be looked up when the story ends."""

_OWN = ("identitas", "kk")

_UMAR = ApplicantDraft(
    name="Umar Said", identity_number="5299021709680003", phone="0812-0000-2234", address="Desa Muara Indah"
)
_LIDIA = ApplicantDraft(
    kind=ApplicantKind.ORGANISATION,
    name="Lidia Ndun",
    body_name=FORUM,
    phone="0812-0000-2245",
    address="Jalan Mawar 18, Tanjung Lestari",
    email="forum@disabilitas.contoh.id",
)
_SCHOOL = ApplicantDraft(
    kind=ApplicantKind.ORGANISATION,
    name="Kristina Wonda",
    body_name="OSIS SMA Negeri 1 Tanjung Lestari",
    phone="0812-0000-2134",
    address="Jalan Pendidikan 2, Tanjung Lestari",
)


def stories(agenda: "Agenda") -> list[Story]:
    """All of them, for the days of an agenda."""
    return [_at_the_counter(), _watched(agenda), _recap(agenda), _sent(agenda), _refused(agenda)]


def _story(ago: int, clock: str, form: DataPemilihDraft, *events: Event) -> Story:
    return Story(
        ago, clock, form.applicant, events=events, channel=form.channel, service="data_pemilih", form=form
    )


def _at_the_counter() -> Story:
    """Papers seen this morning; the entry is to be looked up."""
    form = DataPemilihDraft(applicant=people.KETUT, shown=Shown.DIGITAL, document="Buku nikah", ticked=_OWN)
    return _story(0, "09.25", form, moved(0, "09.35", "rahma", "teruskan"))


def _watched(agenda: "Agenda") -> Story:
    """Looked up, something was wrong: mended by a promise that is still open."""
    form = DataPemilihDraft(applicant=_UMAR, document="Akta kelahiran dan buku nikah", ticked=_OWN)
    found = Check(Found.WRONG, "TPS 3 Desa Muara Indah, Kecamatan Lestari Timur", "Alamat masih yang lama")
    told = (ToTell(_UMAR.name, "whatsapp", _UMAR.phone),)
    return _story(
        4,
        "10.55",
        form,
        moved(4, "11.10", "rahma", "teruskan"),
        entered(4, "11.25", "lina", "catat_hasil", found),
        entered(4, "11.35", "rahma", "janjikan", Promise(PROMISED, agenda.base + timedelta(days=5), told)),
        handed(4, "11.40", _UMAR.name, 1),
    )


def _asked(agenda: "Agenda", ago: int, who: ApplicantDraft, number: str, about: str) -> DataPemilihDraft:
    letter = LetterDraft(number, agenda.day(ago + 1), who.body_name, "Permohonan rekapitulasi data pemilih")
    return DataPemilihDraft(
        channel=Channel.LETTER, applicant=who, letter=letter, wanted=Wanted.RECAP, about=about
    )


def _counted(agenda: "Agenda", ago: int) -> Recap:
    return Recap(LIST, agenda.day(ago), read_recap(shipped("rekapitulasi-pemilih.csv")).districts)


def _recap(agenda: "Agenda") -> Story:
    form = _asked(agenda, 3, _LIDIA, "14/FDL", f"{LIST} menurut kecamatan")
    return _story(
        3,
        "09.20",
        form,
        moved(3, "09.50", "rahma", "teruskan"),
        entered(2, "10.10", "lina", "impor_rekapitulasi", _counted(agenda, 12)),
    )


def _sent(agenda: "Agenda") -> Story:
    form = _asked(agenda, 13, _SCHOOL, "09/OSIS", f"{LIST} menurut kecamatan untuk pemilihan ketua OSIS")
    return _story(
        13,
        "09.45",
        form,
        moved(13, "10.20", "rahma", "teruskan"),
        entered(12, "09.10", "lina", "impor_rekapitulasi", _counted(agenda, 14)),
        answered(12, "09.30", "lina"),
        *controlled(11, "08.30", "lina", "hendra", "wayan", "ratna", "dewi"),
        signed(11, "13.30", "hendra"),
        handed(10, "10.05", _SCHOOL.name, 3),
    )


def _refused(agenda: "Agenda") -> Story:
    """Names and addresses of voters are exempt; the letter lies with the control."""
    letter = LetterDraft("77/RTL", agenda.day(8), "Radio Tanjung Lestari", "Permohonan data pemilih")
    form = DataPemilihDraft(
        channel=Channel.LETTER,
        applicant=people.LEMBAGA,
        letter=letter,
        wanted=Wanted.OTHER,
        about="Nama, alamat, dan nomor telepon pemilih Kecamatan Lestari Barat",
    )
    return _story(
        7,
        "13.35",
        form,
        moved(7, "14.00", "rahma", "teruskan"),
        decided(
            5,
            "09.40",
            EXEMPT,
            login="lina",
            grounds=("pasal_17_h",),
            legal_basis="Keputusan KPU tentang informasi yang dikecualikan",
            consequence="Data pribadi pemilih dapat disalahgunakan",
        ),
        answered(5, "10.15", "lina"),
        *controlled(4, "09.15", "lina"),
    )
