"""The past of the demo office of a kota (KPG): both tracks at every step, each with its minutes."""

from functools import partial

from desk.actions import calendar
from desk.actions.dispositions import DispositionDraft
from desk.actions.presence import PresenceDraft, say_presence
from desk.actions.speaking import SpokenWord, dispose_by_word
from desk.demo.agenda import Agenda
from desk.demo.events import Event, answered, controlled, disposed, entered, handed, moved, signed
from desk.demo.office import DemoOffice
from desk.demo.story import Story
from desk.demo.story import lay as lay_story
from desk.rules.intake import ApplicantKind, Channel
from desk.rules.presence import Presence
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.kupang_entries import INTERVIEW, Consultation, Identification
from desk.services.sop_kupang import SopKupangDraft, Track

NEW, MEETING, DONE = "Oktavianus Leba", "Sri Rejeki", "Melkianus Ully"
"""Who was just registered, is with the Ketua, was helped this morning."""

DIVISION, WRITING = "Radio Suara Bandar", "Universitas Bandar Lestari"
"""Whose letter the division is asked about, whose reply is being written."""

_DESK = "vera"


def lay(office: DemoOffice) -> None:
    """Write all of it into the diary."""
    agenda = office.agenda
    office.diary.note(
        agenda.at(20, "07.40"), lambda: calendar.fill_year(office.at("rio"), agenda.base.year + 1)
    )
    for story in (*_spoken(), *_letters(agenda)):
        lay_story(office, story)
    told = (
        (150, "ismail", Presence.RECEIVING, "Ruang Ketua"),
        (140, "agustina", Presence.PRESENT, ""),
        (130, "martha", Presence.AWAY, ""),
        (120, "fransiskus", Presence.PRESENT, ""),
    )
    for minutes, login, state, room in told:
        office.diary.note(agenda.minutes_ago(minutes), partial(_say, office, login, state, room))


def _say(office: DemoOffice, login: str, state: Presence, room: str) -> None:
    say_presence(office.at(_DESK), PresenceDraft(office.at(login).actor.staff_id, state, None, room))


def _story(ago: int, clock: str, form: SopKupangDraft, *events: Event) -> Story:
    return Story(
        ago,
        clock,
        form.applicant,
        events=events,
        login=_DESK,
        channel=form.channel,
        at_gate=False,
        service="sop_kupang",
        form=form,
    )


def _comes(name: str, purpose: str, meet: str) -> SopKupangDraft:
    return SopKupangDraft(applicant=ApplicantDraft(name=name), purpose=purpose, meet=meet)


def _said(ago: int, clock: str, login: str, to: str, instruction: str) -> Event:
    """A leader disposes by word of mouth."""
    word = SpokenWord(to, instruction)
    return Event(ago, clock, login, lambda place, case: dispose_by_word(place, case, word))


def _spoken() -> list[Story]:
    return [
        _story(0, "09.48", _comes(NEW, "Jumlah pemilih per kelurahan", "ketua_divisi_data")),
        _story(
            0,
            "09.20",
            _comes(MEETING, "Hasil Pemilihan 2024 per TPS di Kelurahan Pantai Baru", "ketua"),
            moved(0, "09.22", _DESK, "arahkan", to="ketua"),
        ),
        _story(
            0,
            "08.10",
            _comes(DONE, "Daftar nama PPS Kelurahan Teluk Lestari", "ketua"),
            moved(0, "08.12", _DESK, "arahkan", to="ketua"),
            moved(0, "08.26", "ismail", "selesai_bertemu"),
            _said(0, "08.29", "ismail", "kasubag_teknis", "Beri salinan daftar."),
            handed(0, "08.51", DONE, 1, login="adrian"),
        ),
    ]


def _letter(agenda: Agenda, ago: int, body: str, number: str, subject: str) -> SopKupangDraft:
    who = ApplicantDraft(
        kind=ApplicantKind.BODY,
        name="Pimpinan",
        body_name=body,
        phone="0812-0000-4110",
        address="Bandar Lestari",
    )
    letter = LetterDraft(number, agenda.day(ago + 1), body, subject)
    return SopKupangDraft(channel=Channel.LETTER, applicant=who, letter=letter, track=Track.LETTER)


def _to_the_section(ago: int) -> tuple[Event, ...]:
    """Received, disposed by the Sekretaris and read by the Kasubag Data within an hour."""
    order = DispositionDraft("sekretaris", "disposisikan", "kasubag_data", phrases=("Siapkan data",))
    return (
        moved(ago, "09.05", _DESK, "teruskan"),
        disposed(ago, "09.11", "agustina", order),
        moved(ago, "09.30", "yosua", "cermati"),
    )


def _letters(agenda: Agenda) -> list[Story]:
    new = _letter(agenda, 0, "Karang Taruna Pantai Baru", "11/KT", "Peta TPS Kelurahan Pantai Baru")
    asked = _letter(agenda, 1, DIVISION, "208/RSB", "Wawancara tentang pemutakhiran data pemilih")
    written = _letter(agenda, 2, WRITING, "77/UBL", "Data partisipasi pemilih 2024 per kelurahan")
    question = Consultation(INTERVIEW, "Wawancara langsung 30 menit untuk siaran pagi")
    return [
        _story(0, "09.40", new, moved(0, "09.43", _DESK, "teruskan")),
        _story(
            1,
            "09.02",
            asked,
            *_to_the_section(1),
            entered(1, "09.44", "yosua", "konsultasikan", question, "ketua_divisi_data"),
        ),
        _story(2, "09.01", written, *_to_the_section(2), _identified(2, "susun_balasan")),
        _data_given(agenda),
        _replied(agenda),
    ]


def _identified(ago: int, verb: str) -> Event:
    found = Identification("Partisipasi pemilih menurut kelurahan, dalam tabel")
    return entered(ago, "09.42", "yosua", verb, found)


def _data_given(agenda: Agenda) -> Story:
    """Standard data without a reply: faster than planned, only the reading took longer."""
    form = _letter(agenda, 4, "Forum Pemuda Bandar", "12/FFM", "Jumlah TPS per kelurahan")
    return _story(
        4,
        "09.02",
        form,
        *_to_the_section(4),
        _identified(4, "siapkan_data"),
        moved(4, "10.20", "yosua", "selesai_data"),
        handed(4, "10.28", form.applicant.name, 2, login="yosua"),
    )


def _replied(agenda: Agenda) -> Story:
    """Answered by a letter with its data."""
    form = _letter(agenda, 8, "SMA Bintang Laut", "45/SMA-BL", "Data pemilih pemula per kelurahan")
    return _story(
        8,
        "09.03",
        form,
        *_to_the_section(8),
        _identified(8, "susun_balasan"),
        answered(8, "13.40", "yosua"),
        *controlled(7, "09.00", "sintia", "agustina"),
        signed(7, "10.15", "ismail"),
        handed(7, "11.05", form.applicant.name, 3, login="yosua"),
    )
