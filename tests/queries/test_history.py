"""What happened to a case, told in the order it was written down."""

from datetime import timedelta

from desk.actions.attachments import NewFile, attach
from desk.actions.letters import return_letter
from desk.actions.limits import extend_limit
from desk.queries import deliveries, history
from tests.office import MORNING, SmallOffice
from tests.papers.pictures import PNG
from tests.stories import (
    REFUSED,
    REQUEST,
    changed,
    handed_over,
    move,
    take_in,
    to_control,
    to_kasubag,
    to_ppid,
)


def test_a_whole_story_is_told_in_order(office: SmallOffice) -> None:
    opened, signed, delivered = handed_over(office)
    desk = office.at("rahma")
    assert [(row.verb, row.role, row.by) for row in desk.ask(history.steps, opened.case_id)] == [
        ("daftar", "front_office", "Rahma Widyastuti"),
        ("teruskan", "front_office", "Rahma Widyastuti"),
        ("teruskan_ppid", "tim_penghubung", "Fajar Nugroho"),
        ("kabulkan", "ppid", "Putri Handayani"),
        ("ajukan", "kasubag_hukum", "Syahrul Anwar"),
        ("paraf", "kasubag_hukum", "Syahrul Anwar"),
        ("paraf", "sekretaris", "Hendra Kusuma"),
        ("tanda_tangani", "ppid", "Putri Handayani"),
        ("serahkan", "front_office", "Rahma Widyastuti"),
    ]
    (letter,) = desk.ask(history.letters, opened.case_id)
    assert (letter.id, letter.number, letter.state) == (signed.letter_id, signed.number, "signed")
    assert desk.ask(history.letter, signed.letter_id) == letter
    assert desk.ask(history.letter, "no-such-letter") is None
    assert [row.id for row in desk.ask(deliveries.of_case, opened.case_id)] == [delivered.delivery_id]


def test_a_case_that_has_nothing_yet_says_nothing(office: SmallOffice) -> None:
    opened, desk = take_in(office), office.at("rahma")
    assert len(desk.ask(history.steps, opened.case_id)) == 1
    assert desk.ask(history.decision, opened.case_id) is None
    for query in (
        history.dispositions,
        history.letters,
        history.controls,
        deliveries.of_case,
        history.files,
        history.fees,
        history.due_events,
    ):
        assert desk.ask(query, opened.case_id) == ()


def test_a_return_stays_in_the_record_of_the_control(office: SmallOffice) -> None:
    opened = to_control(office)
    return_letter(office.at("syahrul"), opened.case_id, "Perbaiki tanggal")
    (row,) = office.at("rahma").ask(history.controls, opened.case_id)
    assert (row.verdict, row.note, row.by) == ("returned", "Perbaiki tanggal", "Syahrul Anwar")


def test_a_refusal_keeps_ground_and_consequence(office: SmallOffice) -> None:
    opened = to_kasubag(office, decision=REFUSED)
    row = office.at("rahma").ask(history.decision, opened.case_id)
    assert row is not None
    assert (row.kind, row.grounds, row.legal_basis, row.consequence) == (
        "ditolak",
        REFUSED.grounds,
        REFUSED.legal_basis,
        REFUSED.consequence,
    )


def test_everything_that_moved_the_due_date_is_told_with_its_time(office: SmallOffice) -> None:
    opened = to_ppid(office)
    at = office.clock.pass_(hours=1)
    extend_limit(office.at("putri"), opened.case_id, 2, "Arsip lama")
    events = office.at("rahma").ask(history.due_events, opened.case_id)
    assert [(one.at, one.text) for one in events] == [
        (at, "Diperpanjang 2 hari: Arsip lama"),
        (at, "Batas waktu dihitung ulang: Perpanjangan 2 hari"),
    ]


def test_a_stop_of_the_clock_is_told_with_its_end(office: SmallOffice) -> None:
    opened = take_in(office, changed(REQUEST, ticked=("identitas",)))
    move(office, "rahma", opened.case_id, "minta_kelengkapan", reason="Foto buram")
    office.clock.pass_(days=1)
    move(office, "rahma", opened.case_id, "lengkapi")
    texts = [(one.at, one.text) for one in office.at("rahma").ask(history.due_events, opened.case_id)]
    assert (MORNING, "Hitungan berhenti: Foto buram") in texts
    assert (MORNING + timedelta(days=1), "Hitungan berjalan lagi") in texts


def test_files_name_who_kept_them(office: SmallOffice) -> None:
    opened = take_in(office)
    attach(office.at("fajar"), opened.case_id, [NewFile("foto.png", PNG)])
    (row,) = office.at("rahma").ask(history.files, opened.case_id)
    assert (row.by, row.size, row.media_type) == ("Fajar Nugroho", len(PNG), "image/png")
