"""Answers to public-information requests (S3): decisions, notice D, refusal E, letter, and their texts."""

from enum import StrEnum

from desk.services.answering import (
    CLOSING,
    AnswerPaper,
    DecisionDraft,
    DecisionKind,
    LetterBasis,
    LetterStart,
    opening,
    paragraphs,
    subject_line,
)

NOTICE, REFUSAL, LETTER = "pemberitahuan_tertulis", "penolakan", "surat_jawaban"
"""Papers an answer may be: notice D, refusal E, a letter."""


class Decision(StrEnum):
    """What is decided about a request; the value is ``Move.decision`` in the standard's flows."""

    GRANTED = "dikabulkan"
    PARTLY = "sebagian"
    EXEMPT = "ditolak"
    NOT_HELD = "tidak_dikuasai"
    NOT_DOCUMENTED = "belum_didokumentasikan"


COSTS = ("pages", "page_price", "sending_cost", "other_cost")
"""Fields of a decision that are costs, in rupiah (L3/III.D)."""

_GIVEN = ("form", *COSTS)
_ANSWERS = (NOTICE, LETTER)
_WHY = (("reason", "Isi alasan untuk pemohon."),)

EXEMPTION = (
    ("grounds", "legal_basis", "consequence"),
    (
        ("grounds", "Pilih dasar hukum pengecualian."),
        ("legal_basis", "Isi Keputusan KPU tentang pengecualian."),
        ("consequence", "Isi akibat bila informasi dibuka."),
    ),
)
"""Fields of a refusal of exempt data, and those that may not stay empty (L3/III.B.1)."""

DECISIONS = (
    DecisionKind(Decision.GRANTED, "Dikabulkan", _GIVEN, (), _ANSWERS, LETTER, gives=True),
    DecisionKind(
        Decision.PARTLY,
        "Sebagian",
        ("blacked_out", *_GIVEN),
        (("blacked_out", "Isi bagian yang dihitamkan dan alasannya."),),
        _ANSWERS,
        LETTER,
        gives=True,
    ),
    DecisionKind(Decision.EXEMPT, "Ditolak: dikecualikan", *EXEMPTION, (REFUSAL,)),
    DecisionKind(Decision.NOT_HELD, "Tidak dikuasai", ("reason", "holder_body"), _WHY, _ANSWERS),
    DecisionKind(
        Decision.NOT_DOCUMENTED, "Belum didokumentasikan", ("reason", "available_on"), _WHY, _ANSWERS
    ),
)
"""Decisions with what each must say: a refusal its legal ground, its KPU decision and the consequence of
opening; in part what is blacked out; not held or not documented a reason (L3/III.B.1, B.3.i)."""

PAPERS = (
    AnswerPaper(LETTER, "Surat jawaban", "Isi surat jawaban"),
    AnswerPaper(NOTICE, "Pemberitahuan tertulis", "Catatan pada pemberitahuan tertulis", speaks=True),
    AnswerPaper(REFUSAL, "Keputusan penolakan", "Catatan pada keputusan penolakan", speaks=True),
)


def write(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of an answer on the paper of that kind: for D and E only a remark, since their form says the
    rest."""
    return LetterStart(kind, subject_line(_HEADS[kind], basis.subject), _body(basis, decision, kind))


_HEADS = {
    REFUSAL: "Penolakan permohonan informasi",
    NOTICE: "Pemberitahuan atas permohonan informasi",
    LETTER: "Jawaban permohonan informasi",
}


def _body(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> str:
    if kind == REFUSAL:
        return "Bagian lain yang tidak dikecualikan tetap dapat dimohon melalui meja layanan kami."
    if kind == NOTICE:
        return _notice_note(decision)
    answer = _SENTENCES.get(decision.kind, "") if decision is not None else ""
    return paragraphs(opening(basis), answer, *_details(decision), CLOSING)


_SENTENCES: dict[str, str] = {
    Decision.GRANTED: "Permohonan Saudara dikabulkan. Informasi yang diminta kami berikan bersama surat ini.",
    Decision.PARTLY: "Permohonan Saudara dikabulkan sebagian. Bagian yang dapat dibuka kami berikan bersama "
    "surat ini.",
    Decision.EXEMPT: "Permohonan Saudara belum dapat kami penuhi karena informasi tersebut termasuk "
    "informasi yang dikecualikan.",
    Decision.NOT_HELD: "Informasi yang Saudara minta tidak kami kuasai.",
    Decision.NOT_DOCUMENTED: "Informasi yang Saudara minta belum selesai didokumentasikan.",
}


def _details(decision: DecisionDraft | None) -> list[str]:
    if decision is None:
        return []
    lines = [
        f"Bagian yang dihitamkan: {decision.blacked_out}." if decision.blacked_out else "",
        f"Informasi tersebut dikuasai oleh {decision.holder_body}." if decision.holder_body else "",
        f"Informasi diperkirakan tersedia {decision.available_on}." if decision.available_on else "",
    ]
    return [line.replace("..", ".") for line in lines if line]


def _notice_note(decision: DecisionDraft | None) -> str:
    kind = decision.kind if decision else None
    if kind in (Decision.NOT_HELD, Decision.NOT_DOCUMENTED):
        return "Permohonan telah kami periksa pada seluruh bagian yang terkait."
    if kind == Decision.PARTLY:
        return "Bagian yang tidak dihitamkan dapat digunakan sesuai tujuan yang dicantumkan dalam permohonan."
    return "Informasi diberikan sesuai dengan tujuan yang dicantumkan dalam permohonan."
