"""What a form says while it is typed."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from desk.assets import resource
from desk.rules.calendar import ElectionStage, WorkingCalendar
from desk.services.common import ApplicantDraft
from desk.services.informasi import Content, InformasiDraft
from desk.standards.loader import load_standards
from desk.ui.forms.informasi import limit_hint
from desk.ui.forms.judging import Ground, judge

FRIDAY = datetime(2026, 5, 8, 1, 0, tzinfo=UTC)
STAGE = ElectionStage("Pendaftaran calon", date(2026, 5, 1), date(2026, 5, 31))
WHOLE = InformasiDraft(
    applicant=ApplicantDraft(name="Sri", phone="081234567890"),
    information="Daftar",
    purpose="Penelitian",
    ticked=("identitas",),
)


def ground(*stages: ElectionStage) -> Ground:
    standard = load_standards(resource("standards")).get("ksb")
    calendar = WorkingCalendar(ZoneInfo(standard.zone), standard.service_hours, (), stages)
    return Ground(standard, standard.services["informasi"], calendar)


def test_a_whole_form_has_its_due_date_and_nothing_to_say():
    judged = judge(ground(), "informasi", WHOLE, FRIDAY)
    assert not judged.blocked
    assert judged.lacking == ()
    assert judged.due is not None
    assert judged.due.due == date(2026, 5, 22)


def test_an_empty_form_is_blocked_and_lacks_everything():
    judged = judge(ground(), "informasi", InformasiDraft(), FRIDAY)
    assert judged.blocked
    assert [one.key for one in judged.lacking] == ["identitas", "informasi", "tujuan"]


@pytest.mark.parametrize(
    ("content", "stages", "due", "hint"),
    [
        (Content.INSTITUTION, (STAGE,), date(2026, 5, 22), "Batas umum, 10 hari kerja."),
        (Content.ELECTION, (STAGE,), date(2026, 5, 13), "Batas singkat: Pendaftaran calon sedang berjalan."),
        (Content.ELECTION, (), date(2026, 5, 22), "Batas umum: hari ini tidak ada tahapan yang berjalan."),
    ],
)
def test_content_and_period_pick_the_limit(
    content: Content, stages: tuple[ElectionStage, ...], due: date, hint: str
):
    from dataclasses import replace

    judged = judge(ground(*stages), "informasi", replace(WHOLE, content=content), FRIDAY)
    assert judged.due is not None
    assert judged.due.due == due
    assert limit_hint(judged, content.value) == hint
