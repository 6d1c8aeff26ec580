"""The page kit by itself: lines, pages, letter bodies, threads, fonts."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import desk.documents
from desk.assets import resource
from desk.documents import surat_jawaban, tanda_terima
from desk.documents.kit.block import gap, height_of
from desk.documents.kit.body import body
from desk.documents.kit.errors import DoesNotFitError
from desk.documents.kit.fonts import width_of
from desk.documents.kit.press import Job, on_one_sheet, paginate
from desk.documents.kit.sheet import form_sheet
from desk.documents.kit.style import typeset
from desk.documents.kit.text import balanced, clean, wrap

from . import reading, samples

FACES = typeset("sans", 10)
STYLE = FACES.body


def piece(height, **marks):
    return replace(gap(height), space=False, **marks)


@settings(deadline=None)
@given(text=st.text(max_size=300), width=st.floats(30, 500))
def test_no_line_is_wider_than_its_column(text, width):
    for line in wrap(text, STYLE, width):
        assert line.width <= width + 0.1
        drawn = sum(width_of(part, font, STYLE.size) for font, part in line.runs)
        assert drawn == pytest.approx(line.width, abs=0.1)


@settings(deadline=None)
@given(text=st.text("abc /.-*1 ", max_size=200))
def test_wrapping_loses_no_sign(text):
    lines = wrap(text, STYLE, 60)
    shown = "".join(part for line in lines for _, part in line.runs)
    assert reading.squeezed(shown) == reading.squeezed(text)


def test_a_number_with_slashes_breaks_behind_them():
    lines = wrap("317/ORT.07-Kpt/01/KPU-Kabupaten/V/2021", STYLE, 90)
    ends = ["".join(part for _, part in line.runs)[-1] for line in lines[:-1]]
    assert len(lines) > 1
    assert set(ends) <= set("/.-")


def test_bold_is_set_in_the_bold_cut():
    (line,) = wrap("satu **dua** tiga", STYLE, 500, markup=True)
    assert line.runs == (
        (STYLE.family.regular, "satu"),
        (STYLE.family.bold, " dua"),
        (STYLE.family.regular, " tiga"),
    )


def test_a_heading_leaves_no_single_word_below():
    one, two = balanced(samples.LONG_OFFICE, FACES.style(bold=True), 420), 2
    assert len(one) == two


def test_hidden_signs_do_not_reach_paper():
    assert clean("a\u200bb\u202ec\x07d\n\te") == "a b c d e"


def test_kept_blocks_move_together_and_gaps_fall_at_a_page_top():
    sheet = form_sheet("a4")
    high = sheet.inner_height
    pages = paginate(
        [piece(high - 50), gap(20), piece(30, keep=True), piece(30), piece(high - 50), gap(70), piece(9)],
        sheet,
        "x",
    )
    assert [[block.height for block in page] for page in pages] == [
        [high - 50, 20],
        [30, 30],
        [high - 50],
        [9],
    ]


def test_a_table_head_is_repeated():
    sheet = form_sheet("a4")
    head = piece(10)
    rows = [piece(sheet.inner_height / 2 - 8, head=head) for _ in range(3)]
    first, second = paginate([head, *rows], sheet, "x")
    assert first[0] is head
    assert second[0] is head


def test_a_piece_higher_than_a_page_is_an_error_with_a_name():
    sheet = form_sheet("a4")
    with pytest.raises(DoesNotFitError, match="x: 1 points"):
        paginate([piece(sheet.inner_height + 1)], sheet, "x")


def test_one_page_meant_and_not_possible_is_an_error_with_a_name():
    job = Job(paper="Kartu", author="KPU", sheet=form_sheet("a4"), type=FACES)
    with pytest.raises(DoesNotFitError) as caught:
        on_one_sheet(job, lambda faces, _sheet: [piece(2000 * faces.scale)])
    assert caught.value.paper == "Kartu"
    assert caught.value.over > 0


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", 0),
        ("Satu paragraf.", 1),
        ("Satu.\n\n\n\nDua.", 3),
        ("1. satu\n2. dua\na. huruf\n- garis", 4),
        ("a | b\n1 | 2\n3 | 4 | 5", 4),
    ],
)
def test_a_letter_body_knows_paragraphs_lists_and_tables(text, rows):
    blocks = body(text, STYLE, 400)
    assert len(blocks) == rows
    assert height_of(blocks) >= 0


def test_papers_made_at_once_in_threads_are_whole():
    office = samples.office(typeface="serif")
    wanted = (
        surat_jawaban.render(samples.letter(), office),
        tanda_terima.render(samples.tanda_terima(), office),
    )
    with ThreadPoolExecutor(4) as pool:
        letters = [pool.submit(surat_jawaban.render, samples.letter(), office) for _ in range(8)]
        slips = [pool.submit(tanda_terima.render, samples.tanda_terima(), office) for _ in range(8)]
    assert {one.result() for one in letters} == {wanted[0]}
    assert {one.result() for one in slips} == {wanted[1]}


def test_warming_up_may_be_repeated():
    desk.documents.warm_up()
    desk.documents.warm_up()


@pytest.mark.parametrize("licence", ["OFL-Liberation.txt", "OFL-Inter.txt", "GUST-FONT-LICENSE.txt"])
def test_each_font_ships_with_its_licence(licence):
    assert resource("fonts", licence).stat().st_size > 1000


@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold", "Bold"])
def test_the_screen_font_ships(weight):
    assert resource("fonts", f"Inter-{weight}.otf").is_file()


def test_fonts_stay_small():
    whole = sum(path.stat().st_size for path in resource("fonts").iterdir())
    assert whole < 6_000_000
