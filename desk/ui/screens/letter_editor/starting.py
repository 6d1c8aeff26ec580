"""The text an answer starts from, composed from the facts of the case in sentences of our own (R4, S3)."""

from dataclasses import dataclass
from datetime import date

from desk.actions.decisions import DecisionDraft
from desk.actions.letters import LetterText
from desk.services.informasi import Decision
from desk.ui.words import full_day

KINDS = {
    "surat_jawaban": "Surat jawaban",
    "pemberitahuan_tertulis": "Pemberitahuan tertulis",
    "penolakan": "Keputusan penolakan",
}
"""Papers an answer may be (``LetterText.kind``)."""

NATURES = ("Biasa", "Segera", "Sangat segera", "Rahasia")


@dataclass(frozen=True, slots=True)
class LetterBasis:
    """What a starting text says about the case; ``asked_on`` is the office's day of the request."""

    applicant: str
    body_name: str
    place: str
    subject: str
    number: str
    asked_on: date
    by_letter: bool
    signer_role: str
    nature: str = "Biasa"


def kind_for(decision: Decision | None, *, by_letter: bool) -> str:
    """The paper a decision goes out on: a refusal as E, a letter to who wrote one, else notice D."""
    if decision is Decision.EXEMPT:
        return "penolakan"
    if decision in (Decision.NOT_HELD, Decision.NOT_DOCUMENTED):
        return "pemberitahuan_tertulis"
    return "surat_jawaban" if by_letter else "pemberitahuan_tertulis"


def starting_letter(basis: LetterBasis, decision: DecisionDraft | None) -> LetterText:
    """A whole letter to begin with; nothing in it is final."""
    kind = kind_for(decision.kind if decision else None, by_letter=basis.by_letter)
    return LetterText(
        kind=kind,
        subject=_subject(kind, basis.subject),
        addressee=_addressee(basis),
        body=starting_body(basis, decision, kind),
        signer_role=basis.signer_role,
        nature=basis.nature,
    )


def starting_body(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> str:
    """The body: for D and E only a remark, since their form says the rest."""
    if kind == "penolakan":
        return "Bagian lain yang tidak dikecualikan tetap dapat dimohon melalui meja layanan kami."
    if kind == "pemberitahuan_tertulis":
        return _notice_note(decision)
    parts = [_opening(basis), _answer(decision), *_details(decision), _closing()]
    return "\n\n".join(part for part in parts if part)


def _subject(kind: str, asked: str) -> str:
    head = {
        "penolakan": "Penolakan permohonan informasi",
        "pemberitahuan_tertulis": "Pemberitahuan atas permohonan informasi",
    }.get(kind, "Jawaban permohonan informasi")
    short = asked if len(asked) <= 90 else f"{asked[:87].rsplit(' ', 1)[0]}…"
    return f"{head}: {short}"


def _addressee(basis: LetterBasis) -> str:
    if basis.body_name:
        return f"{basis.body_name}\nu.p. {basis.applicant}" if basis.applicant else basis.body_name
    return f"Sdr. {basis.applicant}"


def _opening(basis: LetterBasis) -> str:
    came = "surat" if basis.by_letter else "permohonan"
    return (
        f"Menindaklanjuti {came} Saudara yang kami terima pada {full_day(basis.asked_on)} dan tercatat "
        f"dengan nomor register {basis.number} mengenai {basis.subject}, dengan hormat kami sampaikan hal "
        "berikut."
    )


def _answer(decision: DecisionDraft | None) -> str:
    return _ANSWERS[decision.kind] if decision is not None else ""


_ANSWERS = {
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
    if kind is Decision.PARTLY:
        return "Bagian yang tidak dihitamkan dapat digunakan sesuai tujuan yang dicantumkan dalam permohonan."
    return "Informasi diberikan sesuai dengan tujuan yang dicantumkan dalam permohonan."


def _closing() -> str:
    return "Demikian disampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih."
