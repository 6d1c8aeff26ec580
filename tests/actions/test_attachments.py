"""Files of cases: by content, with a reason for identity cards, taken off and put back."""

import pytest

from desk.actions.attachments import NewFile, ReasonWantedError, attach, content, detach, reattach
from desk.actions.errors import NotAllowedError, NotFoundError
from desk.queries import history
from desk.store.errors import AttachmentKindError, AttachmentMissingError
from tests.office import SmallOffice
from tests.papers.pictures import JPEG, PNG
from tests.stories import handed_over, take_in


def test_files_are_kept_by_content_and_listed_in_order(office: SmallOffice) -> None:
    opened, desk = take_in(office), office.at("rahma")
    attach(desk, opened.case_id, [NewFile("foto.png", PNG), NewFile("pindai.jpg", JPEG, "form")])
    rows = desk.ask(history.files, opened.case_id)
    assert [(row.name, row.kind, row.media_type, row.by) for row in rows] == [
        ("foto.png", "other", "image/png", "Rahma Widyastuti"),
        ("pindai.jpg", "form", "image/jpeg", "Rahma Widyastuti"),
    ]
    assert content(desk, rows[0].sha256) == PNG
    assert office.store.verify_chain().ok


def test_a_scan_of_an_identity_needs_a_reason(office: SmallOffice) -> None:
    opened, desk = take_in(office), office.at("rahma")
    with pytest.raises(ReasonWantedError):
        attach(desk, opened.case_id, [NewFile("surat.png", PNG), NewFile("ktp.png", PNG, "identity", " ")])
    assert desk.ask(history.files, opened.case_id) == ()
    attach(desk, opened.case_id, [NewFile("ktp.png", PNG, "identity", "Permohonan lewat surel")])
    assert len(desk.ask(history.files, opened.case_id)) == 1


def test_a_file_taken_off_can_be_put_back(office: SmallOffice) -> None:
    opened, desk = take_in(office), office.at("rahma")
    (file_id,) = attach(desk, opened.case_id, [NewFile("foto.png", PNG)])
    detach(desk, file_id)
    assert desk.ask(history.files, opened.case_id) == ()
    reattach(desk, file_id)
    assert [row.id for row in desk.ask(history.files, opened.case_id)] == [file_id]
    for act in (detach, reattach):
        with pytest.raises(NotFoundError):
            act(desk, "no-such-file")


def test_what_is_no_document_or_belongs_nowhere_is_refused(office: SmallOffice) -> None:
    opened, desk = take_in(office), office.at("rahma")
    with pytest.raises(AttachmentKindError):
        attach(desk, opened.case_id, [NewFile("program.exe", b"MZ\x90\x00")])
    with pytest.raises(NotFoundError):
        attach(desk, "no-such-case", [NewFile("foto.png", PNG)])
    with pytest.raises(AttachmentMissingError):
        content(desk, "0" * 64)


def test_a_closed_case_still_takes_papers_for_its_archive(office: SmallOffice) -> None:
    opened, _, _ = handed_over(office)
    assert attach(office.at("rahma"), opened.case_id, [NewFile("bukti.png", PNG, "answer")])


@pytest.mark.parametrize("login", ["bayu", "admin"])
def test_who_sees_no_case_sees_no_file(office: SmallOffice, login: str) -> None:
    opened = take_in(office)
    (file_id,) = attach(office.at("rahma"), opened.case_id, [NewFile("foto.png", PNG)])
    sha256 = office.at("rahma").ask(history.files, opened.case_id)[0].sha256
    place = office.at(login)
    for act in (
        lambda: attach(place, opened.case_id, [NewFile("foto.png", PNG)]),
        lambda: detach(place, file_id),
        lambda: reattach(place, file_id),
        lambda: content(place, sha256),
    ):
        with pytest.raises(NotAllowedError):
            act()
