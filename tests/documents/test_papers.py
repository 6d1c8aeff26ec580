"""How each paper behaves: sizes, copies, drafts, reprints, ticks, what is left out when unknown."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from desk.documents import (
    autentifikasi,
    berita_acara_klarifikasi,
    berita_acara_konsultasi,
    berita_acara_pleno,
    berkas_kurang,
    daftar_hadir,
    ekspedisi_slip,
    evacuation_list,
    fee_receipt,
    form_b,
    laporan_kegiatan,
    laporan_pengaduan,
    lembar_disposisi,
    maklumat_pelayanan,
    pemberitahuan_tertulis,
    penolakan,
    perpanjangan,
    queue_ticket,
    salinan_keputusan,
    standar_pelayanan,
    surat_jawaban,
    tanda_terima,
)
from desk.documents.facts import ApplicantFacts, OfficeFacts, ReceivedPaper, StandardPart
from desk.documents.kit.errors import IncompleteFactsError

from . import (
    reading,
    samples,
    samples_consultation,
    samples_education,
    samples_replacements,
    samples_reports,
    samples_standards,
)

OFFICE = samples.office()
SHEETS = {
    "tanda terima": (tanda_terima, samples.tanda_terima()),
    "berkas kurang": (berkas_kurang, samples.berkas_kurang()),
    "form B": (form_b, samples.form_b()),
    "disposition": (lembar_disposisi, samples.disposition()),
    "empty disposition": (lembar_disposisi, samples.disposition(entries=())),
    "notice D": (pemberitahuan_tertulis, samples.pemberitahuan()),
    "refusal E": (penolakan, samples.penolakan()),
    "extension": (perpanjangan, samples.perpanjangan()),
    "letter": (surat_jawaban, samples.letter()),
    "fee": (fee_receipt, samples.fee()),
    "ekspedisi": (ekspedisi_slip, samples.ekspedisi()),
    "evacuation": (evacuation_list, samples.evacuation()),
    "standard": (standar_pelayanan, samples_standards.standard()),
    "maklumat": (maklumat_pelayanan, samples_standards.pledge()),
    "minutes": (berita_acara_konsultasi, samples_consultation.minutes()),
    "attendance": (daftar_hadir, samples_education.attendance()),
    "event report": (laporan_kegiatan, samples_education.report()),
    "plenary": (berita_acara_pleno, samples_replacements.plenary()),
    "clarification": (berita_acara_klarifikasi, [samples_replacements.clarification()]),
    "complaint report": (laporan_pengaduan, samples_reports.complaints()),
    "spoken disposition": (lembar_disposisi, samples.disposition(spoken=True)),
    "party votes": (autentifikasi, samples.party_votes()),
    "decree copy": (salinan_keputusan, samples.decree_copy()),
}


def picture() -> bytes:
    canvas = Image.new("RGBA", (300, 120), (0, 0, 0, 0))
    ImageDraw.Draw(canvas).line([(10, 100), (90, 20), (180, 90), (290, 30)], fill=(0, 0, 90, 255), width=6)
    out = BytesIO()
    canvas.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize(("size", "mm"), [("a4", (210, 297)), ("f4", (215, 330))])
@pytest.mark.parametrize("typeface", ["sans", "serif"])
def test_a_paper_fits_both_sheets_in_both_typefaces(paper, size, mm, typeface):
    module, facts = SHEETS[paper]
    office = samples.office(paper=size, typeface=typeface, name=samples.LONG_OFFICE)
    pdf = module.render(facts, office)
    assert set(reading.sizes_mm(pdf)) == {mm}
    assert len(reading.sizes_mm(pdf)) == (2 if paper == "form B" else 1)
    assert reading.outside(pdf, margin=11) == []
    assert reading.overlapping(pdf) == []


@pytest.mark.parametrize("paper", SHEETS)
def test_a_long_office_name_wraps_whole_in_the_letterhead(paper):
    module, facts = SHEETS[paper]
    pdf = module.render(facts, samples.office(name=samples.LONG_OFFICE))
    assert reading.squeezed(samples.LONG_OFFICE) in reading.squeezed(reading.text(pdf))


@pytest.mark.parametrize("paper", SHEETS)
def test_a_reprint_is_marked(paper):
    module, facts = SHEETS[paper]
    titled = module is salinan_keputusan  # its own title says the word
    assert ("SALINAN" in reading.text(module.render(facts, OFFICE))) is titled
    marked = module.render(facts, OFFICE, reprint=True)
    assert all("SALINAN" in page for page in reading.page_texts(marked))
    assert reading.overlapping(marked) == []


@pytest.mark.parametrize("roll", ["roll80", "roll58"])
def test_a_reprint_on_a_roll_is_marked(roll):
    for pdf in (
        queue_ticket.render(samples.ticket(), OFFICE, roll=roll, reprint=True),
        tanda_terima.render_roll(samples.tanda_terima(), OFFICE, roll=roll, reprint=True),
    ):
        assert "SALINAN" in reading.text(pdf)


@pytest.mark.parametrize(("roll", "wide"), [("roll80", 80), ("roll58", 58)])
def test_a_roll_grows_with_its_content(roll, wide):
    short = tanda_terima.render_roll(samples.tanda_terima(), OFFICE, roll=roll)
    papers = tuple(ReceivedPaper(label=f"Berkas pendukung nomor {n}") for n in range(40))
    long = tanda_terima.render_roll(samples.tanda_terima(papers=papers), OFFICE, roll=roll)
    ((width, low),), ((_, high),) = reading.sizes_mm(short), reading.sizes_mm(long)
    assert width == wide
    assert high > low + 100
    assert reading.outside(long, margin=8) == []


def test_a_receipt_without_official_number_shows_the_temporary_one():
    shown = reading.text(tanda_terima.render(samples.tanda_terima(number=None), OFFICE))
    assert "Nomor sementara : SEMENTARA-FO1-12" in shown
    assert "Nomor resmi menyusul." in shown


def test_only_information_service_prints_the_right_to_object():
    shown = reading.text(tanda_terima.render(samples.tanda_terima(information_service=False), OFFICE))
    assert "keberatan" not in shown


def test_a_service_without_limit_says_so():
    shown = reading.text(tanda_terima.render(samples.tanda_terima(limit=None), OFFICE))
    assert "tidak dibatasi jumlah hari" in shown


def test_an_extended_limit_shows_the_days_granted_and_the_first_day():
    limit = samples.limit(due=date(2026, 4, 15), extended_by=7, original_due=date(2026, 4, 6))
    shown = reading.text(tanda_terima.render(samples.tanda_terima(limit=limit), OFFICE))
    assert "diperpanjang tujuh (7) hari kerja" in shown
    assert "Semula 6 April 2026" in shown


def test_a_very_long_checklist_gives_each_copy_its_own_sheet():
    papers = tuple(ReceivedPaper(label=f"Berkas pendukung nomor {n}") for n in range(30))
    pdf = tanda_terima.render(samples.tanda_terima(papers=papers), OFFICE)
    assert len(reading.page_texts(pdf)) == 2
    assert reading.outside(pdf, margin=11) == []


def test_each_received_paper_has_its_own_tick():
    ticked = samples.tanda_terima(papers=(ReceivedPaper(label="KTP-el"),))
    empty = samples.tanda_terima(papers=(ReceivedPaper(label="KTP-el", received=False),))
    more = reading.strokes(tanda_terima.render(ticked, OFFICE)) - reading.strokes(
        tanda_terima.render(empty, OFFICE)
    )
    assert more == 2  # one a copy


def test_form_b_ticks_what_was_chosen():
    none = samples.form_b(access=frozenset(), copies=frozenset(), fetch=frozenset())
    some = samples.form_b(
        access=frozenset({"melihat", "mencatat"}), copies=frozenset({"keras"}), fetch=frozenset({"pos"})
    )
    more = reading.strokes(form_b.render(some, OFFICE)) - reading.strokes(form_b.render(none, OFFICE))
    assert more == 2 * 4


@pytest.mark.parametrize(
    "module", [surat_jawaban, pemberitahuan_tertulis, penolakan, perpanjangan, berkas_kurang]
)
def test_a_draft_is_marked_and_waits_for_its_number(module):
    maker = {
        surat_jawaban: samples.letter,
        pemberitahuan_tertulis: samples.pemberitahuan,
        penolakan: samples.penolakan,
        perpanjangan: samples.perpanjangan,
        berkas_kurang: samples.berkas_kurang,
    }[module]
    draft = reading.text(module.render(maker(draft=True, number=None), OFFICE))
    assert "KONSEP" in draft
    assert "Diberikan saat ditandatangani" in draft
    assert "KONSEP" not in reading.text(module.render(maker(), OFFICE))


def test_the_first_extension_names_one_earlier_day():
    first = reading.text(perpanjangan.render(samples.perpanjangan(before=date(2026, 4, 6), days=7), OFFICE))
    assert "Batas waktu semula" in first
    assert "Batas waktu awal" not in first


def test_a_long_letter_runs_on_with_page_numbers_and_an_unbroken_signature():
    body = "\n".join(f"Baris {n} isi surat." for n in range(60))
    pages = reading.page_texts(surat_jawaban.render(samples.letter(body=body), OFFICE))
    assert len(pages) == 2
    assert "- 2 -" in pages[1]
    assert "- 1 -" not in pages[0]
    assert "Baris 59" in pages[1]
    assert "Plh. Ketua, I Gede Arya Wibawa" in pages[1]


def test_a_letter_a_line_too_long_is_set_a_little_smaller():
    def pages(count):
        body = "\n".join(f"Baris {n} isi surat." for n in range(count))
        return reading.runs(surat_jawaban.render(samples.letter(body=body), OFFICE))

    counts = [count for count in range(10, 40) if len(pages(count)) == 1]
    assert counts == list(range(10, counts[-1] + 1))
    size = {round(run.size, 1) for run in pages(counts[-1])[0]}
    assert 11.0 not in size


def test_a_signature_never_stands_alone_on_a_page():
    for count in range(24, 40):
        body = "\n".join(f"Baris {n} isi surat." for n in range(count))
        pages = reading.page_texts(surat_jawaban.render(samples.letter(body=body), OFFICE))
        assert f"Baris {count - 1} isi surat." in pages[-1]


def test_an_evacuation_list_repeats_its_head():
    pages = reading.page_texts(evacuation_list.render(samples.evacuation(70), OFFICE))
    assert len(pages) > 2
    assert all("Menemui / tempat" in page for page in pages)
    assert "Tamu Rekaan 70" in pages[-1]


def test_an_empty_building_is_said():
    assert "Tidak ada tamu" in reading.text(evacuation_list.render(samples.evacuation(0), OFFICE))


def test_not_held_information_names_the_holder():
    facts = samples.pemberitahuan(held=False, holder="Badan Pusat Statistik", cost=None)
    shown = reading.text(pemberitahuan_tertulis.render(facts, OFFICE))
    assert "tidak dikuasai oleh kantor ini; dikuasai oleh Badan Pusat Statistik" in shown
    assert "Biaya" not in shown


def test_information_not_yet_documented_tells_when():
    facts = samples.pemberitahuan(documented=False, documented_by=date(2026, 5, 4))
    shown = reading.text(pemberitahuan_tertulis.render(facts, OFFICE))
    assert "akan tersedia pada 4 Mei 2026" in shown


def test_a_refusal_needs_a_legal_ground():
    with pytest.raises(IncompleteFactsError):
        penolakan.render(samples.penolakan(article_17="", other_law=""), OFFICE)


def test_an_empty_disposition_sheet_has_room_to_write():
    empty = reading.text(lembar_disposisi.render(samples.disposition(entries=()), OFFICE))
    assert "Usul dan saran Sekretaris" in empty
    assert "Disposisi Ketua" in empty
    assert "I Gede Arya Wibawa" not in empty


def test_a_disposition_ticks_each_instruction():
    advice, order = samples.disposition().entries

    def strokes(*instructions):
        entries = (advice, replace(order, instructions=instructions))
        return reading.strokes(lembar_disposisi.render(samples.disposition(entries=entries), OFFICE))

    assert strokes("Siapkan jawaban", "Koordinasikan") == strokes("Siapkan jawaban") + 1


def test_a_disposition_recorded_from_paper_says_so():
    entries = tuple(replace(entry, recorded_from_paper=True) for entry in samples.disposition().entries)
    shown = reading.text(lembar_disposisi.render(samples.disposition(entries=entries), OFFICE))
    assert shown.lower().count("dicatat dari lembar yang ditandatangani") == 2


@pytest.mark.parametrize(("size", "mm"), [("a5", (210, 148)), ("a4", (210, 297)), ("f4", (215, 330))])
def test_slips_print_on_a5_or_twice_on_a_sheet(size, mm):
    for module, facts in ((fee_receipt, samples.fee()), (ekspedisi_slip, samples.ekspedisi())):
        pdf = module.render(facts, OFFICE, size=size)
        assert reading.sizes_mm(pdf) == [mm]
        assert reading.text(pdf).count("Made Suartini") == (1 if size == "a5" else 2)


def test_a_captured_signature_is_printed():
    plain = ekspedisi_slip.render(samples.ekspedisi(), OFFICE)
    signed = ekspedisi_slip.render(samples.ekspedisi(signature_png=picture()), OFFICE)
    assert not reading.reader(plain).pages[0].images
    assert len(reading.reader(signed).pages[0].images) >= 1


def test_an_office_may_bring_its_own_emblem():
    pdf = surat_jawaban.render(samples.letter(), samples.office(logo_png=picture()))
    assert len(reading.reader(pdf).pages[0].images) == 1


def test_papers_print_with_only_what_must_be_known():
    office = OfficeFacts(
        name="KPU Kota Contoh", level="kota", address="Jalan Satu", city="Contoh", zone="WIB"
    )
    who = ApplicantFacts(name="Ani")
    shown = reading.text(
        tanda_terima.render(samples.tanda_terima(applicant=who, papers=(), subject="", alias=None), office)
    )
    assert "Pemohon : Ani" in shown
    assert "loket pelayanan, Jalan Satu" in shown
    assert "None" not in shown
    form = reading.text(form_b.render(samples.form_b(applicant=who, source=""), office))
    assert "Kuasa pemohon -" in form
    empty = samples.ekspedisi(
        receiver="", received_at=None, letter_date=None, remark="", attachments="", power_of_attorney=""
    )
    assert "Surat kuasa" not in reading.text(ekspedisi_slip.render(empty, office))


def test_a_heading_of_a_disposition_stays_with_its_boxes():
    entries = samples.disposition().entries * 3
    pages = reading.page_texts(
        lembar_disposisi.render(samples.disposition(entries=entries, subject="Permohonan " * 40), OFFICE)
    )
    assert len(pages) == 2
    for page in pages:
        assert page.count("Disposisi Ketua") == page.count("Diteruskan kepada")


def test_a_long_list_of_candidates_runs_on_under_its_head_and_the_signatures_stay_together():
    pdf = autentifikasi.render(samples.party_votes(won=samples.district(candidates=60)), samples.office())
    shown = reading.page_texts(pdf)
    assert len(shown) > 1
    assert all("Uraian Suara sah" in one for one in shown)
    assert "Ratna Maharani" in shown[-1]
    assert "Salinan sesuai dengan aslinya" in shown[-1]
    assert "Jumlah suara sah dengan huruf" in shown[-1]


def test_the_name_of_a_part_never_stands_alone_at_the_foot_of_a_page():
    for count in range(20, 45):
        filling = StandardPart(
            title="Prosedur", lines=tuple(f"Baris {n}" for n in range(count)), numbered=False
        )
        parts = (filling, StandardPart(title="Biaya pelayanan", lines=("Tidak dipungut biaya.",)))
        pages = reading.page_texts(standar_pelayanan.render(samples_standards.standard(parts=parts), OFFICE))
        assert any("Biaya pelayanan Tidak dipungut biaya." in page for page in pages), count
    assert len(pages) == 1
