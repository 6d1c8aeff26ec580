"""Requirements that apply to an applicant."""

from desk.rules.intake import (
    APPLICANT_LABELS,
    CHANNEL_LABELS,
    IDENTITY_LABELS,
    ApplicantKind,
    Channel,
    IdentityKind,
    Requirement,
    applicable,
)

ID_CARD = Requirement("identitas", "Identitas diri", (ApplicantKind.PERSON,))
DEED = Requirement("akta", "Akta pendirian", (ApplicantKind.BODY,))
PURPOSE = Requirement("tujuan", "Tujuan", field="purpose")
POWER = Requirement("kuasa", "Surat kuasa", when="proxy")
ALL = (ID_CARD, DEED, PURPOSE, POWER)


def test_a_person_and_a_body_bring_different_papers() -> None:
    assert applicable(ALL, ApplicantKind.PERSON) == (ID_CARD, PURPOSE)
    assert applicable(ALL, ApplicantKind.BODY) == (DEED, PURPOSE)


def test_a_condition_adds_its_requirement() -> None:
    assert applicable(ALL, ApplicantKind.PERSON, {"proxy"}) == (ID_CARD, PURPOSE, POWER)


def test_every_word_has_a_label() -> None:
    assert CHANNEL_LABELS.keys() == set(Channel)
    assert APPLICANT_LABELS.keys() == set(ApplicantKind)
    assert IDENTITY_LABELS.keys() == set(IdentityKind)
