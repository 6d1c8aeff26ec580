"""Long names, long numbers and odd texts never leave the page and are never cut."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.documents import form_b, lembar_disposisi, queue_ticket, surat_jawaban, tanda_terima
from desk.documents.facts import ReceivedPaper
from desk.documents.kit.errors import DoesNotFitError

from . import reading, samples

OFFICE = samples.office()
calm = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
names = st.lists(
    st.text(string.ascii_letters + "'éü-", min_size=1, max_size=40), min_size=1, max_size=12
).map(" ".join)
numbers = st.text("0123456789/.-", min_size=1, max_size=60).filter(lambda text: text.strip("/.-"))


@calm
@given(name=names, number=numbers, subject=names)
def test_a_receipt_holds_any_name_and_number(name, number, subject):
    facts = samples.tanda_terima(
        number=number, applicant=samples.applicant(name=name, institution=subject), subject=subject
    )
    for pdf, margin in (
        (tanda_terima.render(facts, OFFICE), 11),
        (tanda_terima.render_roll(facts, OFFICE), 8),
        (tanda_terima.render_roll(facts, OFFICE, roll="roll58"), 8),
    ):
        assert reading.outside(pdf, margin) == []
        shown = reading.squeezed(reading.text(pdf))
        assert reading.squeezed(name) in shown
        assert reading.squeezed(number) in shown


@calm
@given(body=st.text(string.printable + "•–é", max_size=1500))
def test_a_letter_holds_any_body(body):
    pdf = surat_jawaban.render(samples.letter(body=body), samples.office(typeface="serif"))
    assert reading.outside(pdf, margin=11) == []
    assert "I Gede Arya Wibawa" in reading.text(pdf)


@pytest.mark.parametrize("roll", ["roll80", "roll58"])
def test_a_25_digit_number_stays_on_one_line(roll):
    pages = tanda_terima.render_roll(samples.tanda_terima(number=samples.LONG_NUMBER), OFFICE, roll=roll)
    assert samples.LONG_NUMBER in reading.text(pages)
    assert min(run.size for page in reading.runs(pages) for run in page) > 6
    ticket = queue_ticket.render(samples.ticket(number=samples.LONG_NUMBER), OFFICE, roll=roll)
    assert reading.outside(ticket, margin=8) == []


def test_a_25_digit_number_stays_on_one_line_on_sheets():
    number = samples.LONG_NUMBER
    for pdf in (
        tanda_terima.render(samples.tanda_terima(number=number), OFFICE),
        surat_jawaban.render(samples.letter(number=number), OFFICE),
        form_b.render(samples.form_b(number=number), OFFICE),
        lembar_disposisi.render(samples.disposition(letter_number=number), OFFICE),
    ):
        assert number in reading.text(pdf)
        assert reading.outside(pdf, margin=11) == []


def test_a_40_letter_word_is_parted_not_cut():
    papers = (ReceivedPaper(label=samples.LONG_WORD),)
    pdf = tanda_terima.render_roll(samples.tanda_terima(papers=papers), OFFICE, roll="roll58")
    assert samples.LONG_WORD in reading.squeezed(reading.text(pdf))
    assert reading.outside(pdf, margin=8) == []


def test_a_request_of_sixty_lines_runs_over_pages():
    wanted = "\n".join(f"Permintaan {n} tentang data yang dibutuhkan." for n in range(60))
    pdf = form_b.render(samples.form_b(information=wanted), OFFICE)
    pages = reading.page_texts(pdf)
    assert len(pages) == 4  # two copies of two sheets
    assert all(reading.text(pdf).count(f"Permintaan {n} ") == 2 for n in range(60))
    assert reading.outside(pdf, margin=11) == []
    assert "- 2 -" in pages[1]
    assert "- 3 -" not in pages[2]


def test_signs_the_font_lacks_are_shown_as_question_marks():
    shown = reading.text(tanda_terima.render(samples.tanda_terima(subject="Data 汉字"), OFFICE))
    assert "Data ??" in shown


def test_more_papers_than_a_sheet_holds_is_an_error_with_a_name():
    papers = tuple(ReceivedPaper(label=f"Berkas {n}") for n in range(200))
    with pytest.raises(DoesNotFitError):
        tanda_terima.render(samples.tanda_terima(papers=papers), OFFICE)
