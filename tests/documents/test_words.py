"""Numbers, days, money and names as they are written on paper."""

from datetime import date

import pytest

from desk.documents.kit import words

from . import samples


@pytest.mark.parametrize(
    ("amount", "figures", "spelled"),
    [
        (0, "Rp0", "Nol rupiah"),
        (300, "Rp300", "Tiga ratus rupiah"),
        (25_000, "Rp25.000", "Dua puluh lima ribu rupiah"),
        (1_250_500, "Rp1.250.500", "Satu juta dua ratus lima puluh ribu lima ratus rupiah"),
    ],
)
def test_money_in_figures_and_words(amount, figures, spelled):
    assert words.rupiah(amount) == figures
    assert words.rupiah_in_words(amount) == spelled


@pytest.mark.parametrize(
    ("days", "kind", "shown"),
    [
        (3, "working", "tiga (3) hari kerja"),
        (10, "working", "sepuluh (10) hari kerja"),
        (14, "calendar", "empat belas (14) hari kalender"),
    ],
)
def test_days_say_their_number_and_kind(days, kind, shown):
    assert words.counted_days(days, kind) == shown


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("KPU Kota Contoh", ("KOMISI PEMILIHAN UMUM", "KOTA CONTOH")),
        ("Komisi Pemilihan Umum Provinsi Contoh", ("KOMISI PEMILIHAN UMUM", "PROVINSI CONTOH")),
        (samples.LONG_OFFICE, ("", samples.LONG_OFFICE)),
        ("Kabupaten Contoh", ("KOMISI PEMILIHAN UMUM", "KABUPATEN CONTOH")),
    ],
)
def test_an_office_heading_names_the_commission_once(name, heading):
    assert words.office_heading(name) == heading


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("7kq4m2xw9rtp", "7KQ4-M2XW-9RTP"),
        ("7kq4-m2xw-9rtp-d", "7KQ4-M2XW-9RTPD"),
        ("7kq4m2xw9rtpdf", "7KQ4-M2XW-9RTP-DF"),
        ("ab", "AB"),
        ("", ""),
    ],
)
def test_a_code_is_grouped_without_a_lonely_sign(code, shown):
    assert words.grouped(code) == shown


def test_dates_are_indonesian():
    assert words.weekday_date(date(2026, 4, 6)) == "Senin, 6 April 2026"
    assert words.moment(samples.at(8, 5), "WITA") == "Jumat, 13 Maret 2026 pukul 08.05 WITA"
    assert words.date_or_dash(None) == "-"
    assert words.place_and_date("Contoh", None) == "Contoh, " + "…" * 7


def test_a_sentence_ends_once():
    assert words.sentence("Selesai") == "Selesai."
    assert words.sentence("Selesai.") == "Selesai."
    assert words.sentence("  ") == ""


def test_a_limit_whose_clock_stands_promises_its_length_alone():
    promise = words.due_in_words(samples.limit(due=None))
    assert promise == "sepuluh (10) hari kerja sejak permohonan didaftarkan"
