"""A form as an order: its real time, its files; and how it is kept as a draft."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from desk.services.common import LetterDraft
from desk.services.informasi import InformasiDraft
from desk.services.informasi import Path as Way
from desk.ui.forms.filled import FileUnreadableError, Filled, file_kind, order_of
from desk.ui.sections.around import Around, around_problems

WITA = ZoneInfo("Asia/Makassar")
NOW = datetime(2026, 3, 13, 9, 0, tzinfo=WITA)


def test_a_paper_form_counts_from_its_own_time():
    around = Around(from_paper=True, paper_day=date(2026, 3, 12), paper_time=time(10, 15))
    order = order_of("informasi", Filled(InformasiDraft(), around), WITA)
    assert order.back_entry
    assert order.received_at == datetime(2026, 3, 12, 2, 15, tzinfo=UTC)


def test_a_message_counts_from_its_arrival():
    at = datetime(2026, 3, 12, 22, 0, tzinfo=UTC)
    order = order_of("informasi", Filled(InformasiDraft(), Around(received_at=at, inbox_id="i")), WITA)
    assert (order.received_at, order.back_entry, order.inbox_id) == (at, False, "i")


def test_empty_ids_are_none():
    order = order_of("informasi", Filled(InformasiDraft()), WITA)
    assert (order.visit_id, order.ticket_id, order.inbox_id, order.received_at) == (None, None, None, None)


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        (InformasiDraft(), "form"),
        (InformasiDraft(path=Way.LETTER, letter=LetterDraft(sender="Forum")), "incoming_letter"),
    ],
)
def test_files_are_named_by_how_they_came(tmp_path: Path, draft: InformasiDraft, kind: str):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-")
    order = order_of("informasi", Filled(draft, Around(files=(str(path),))), WITA)
    assert [(one.name, one.kind, one.content) for one in order.files] == [("a.pdf", kind, b"%PDF-")]


def test_a_file_that_is_gone_is_named():
    with pytest.raises(FileUnreadableError, match=r"hilang\.pdf"):
        order_of("informasi", Filled(InformasiDraft(), Around(files=("/nirgends/hilang.pdf",))), WITA)


def test_a_form_is_kept_as_json_and_comes_back_whole():
    around = Around(case_id="c", from_paper=True, paper_day=date(2026, 3, 12), paper_time=time(10, 15))
    filled = Filled(InformasiDraft(information="Daftar", ticked=("identitas",)), around)
    assert msgspec.json.decode(msgspec.json.encode(filled), type=Filled[InformasiDraft]) == filled


@pytest.mark.parametrize(
    ("around", "fields"),
    [
        (Around(), []),
        (Around(from_paper=True), ["paper_day", "paper_time"]),
        (Around(from_paper=True, paper_day=date(2026, 3, 14), paper_time=time(8)), ["paper_day"]),
        (Around(from_paper=True, paper_day=date(2026, 3, 13), paper_time=time(10)), ["paper_time"]),
        (Around(from_paper=True, paper_day=date(2026, 3, 13), paper_time=time(8)), []),
        (Around(files=("/nirgends/a.pdf",)), ["files"]),
        (Around(keeps_identity=True), []),
    ],
)
def test_what_surrounds_a_form_is_checked(around: Around, fields: list[str]):
    assert [one.field for one in around_problems(around, NOW)] == fields


def test_only_pdf_and_pictures_are_taken():
    assert file_kind(Path("a.pdf")) is None
    assert file_kind(Path("a.JPG")) is None
    assert file_kind(Path("a.exe")) == "hanya PDF, JPG, atau PNG."
