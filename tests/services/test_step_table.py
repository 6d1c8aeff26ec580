"""The recap of steps as rows of words, and as CSV."""

from datetime import date

from desk.queries.step_minutes import StepTime
from desk.services.step_table import as_csv, in_time_words, spans

LINE = StepTime(
    month=date(2026, 3, 1),
    service="sop_kupang",
    service_name="Pelayanan Publik",
    flow_label="Surat; permohonan",
    step="identifikasi",
    label="Identifikasi",
    planned=10,
    count=3,
    median=7.5,
    ninth_tenth=130,
    in_time=2,
)


def test_a_line_in_words() -> None:
    assert spans(LINE) == ("10 menit", "7,5 menit", "2 jam 10 menit")
    assert in_time_words(LINE) == "2 dari 3 (67 %)"


def test_a_spreadsheet_reads_it_as_indonesian_offices_do() -> None:
    data = as_csv([LINE])
    assert data.startswith(b"\xef\xbb\xbf")
    head, row, rest = data.decode("utf-8-sig").split("\r\n")
    assert head.startswith("Layanan;Jalur;Langkah;Selesai;")
    assert row == 'Pelayanan Publik;"Surat; permohonan";Identifikasi;3;10;7,5;130;2;67'
    assert rest == ""
