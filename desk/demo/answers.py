"""The answers that the demo office's people write: subject, addressee, body."""

from desk.actions.letters import LetterText
from desk.services.common import ApplicantDraft

_GREETING = (
    "Menindaklanjuti permohonan informasi publik Saudara tentang {subject}, dengan hormat kami sampaikan:"
)
_CLOSING = (
    "Demikian disampaikan. Apabila Saudara tidak puas atas jawaban ini, Saudara berhak mengajukan keberatan "
    "kepada Atasan PPID. Atas perhatian Saudara, kami ucapkan terima kasih."
)


def answer(who: ApplicantDraft, subject: str, points: tuple[str, ...], enclosures: str = "") -> LetterText:
    """A letter that grants a request; ``points`` are numbered."""
    return LetterText(
        kind="surat_jawaban",
        subject=f"Jawaban atas permohonan {subject}",
        addressee=addressee(who),
        body=_body(subject, points),
        signer_role="ppid",
        enclosures=enclosures,
        copies_to=("Ketua KPU Kabupaten Tanjung Lestari",),
    )


def notice(who: ApplicantDraft, subject: str, points: tuple[str, ...]) -> LetterText:
    """A written notice (form D)."""
    return LetterText(
        kind="pemberitahuan_tertulis",
        subject=f"Pemberitahuan tertulis atas permohonan {subject}",
        addressee=addressee(who),
        body=_body(subject, points),
        signer_role="ppid",
    )


def refusal(who: ApplicantDraft, subject: str, points: tuple[str, ...]) -> LetterText:
    """A written refusal (form E)."""
    return LetterText(
        kind="penolakan",
        subject=f"Penolakan permohonan {subject}",
        addressee=addressee(who),
        body=_body(subject, points),
        signer_role="ppid",
        copies_to=("Atasan PPID",),
    )


def addressee(who: ApplicantDraft) -> str:
    """How a letter names whom it goes to."""
    return f"{who.name}, {who.body_name}" if who.body_name else f"Saudara {who.name}"


def _body(subject: str, points: tuple[str, ...]) -> str:
    numbered = "\n".join(f"{number}. {point}" for number, point in enumerate(points, start=1))
    return "\n\n".join((_GREETING.format(subject=subject), numbered, _CLOSING))
