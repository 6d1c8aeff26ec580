"""Legal grounds of refusal."""

import pytest

from desk.services.grounds import GROUNDS, GroundKind, exempt, ground


def test_the_grounds_are_whole() -> None:
    kinds = [one.kind for one in GROUNDS]
    assert kinds.count(GroundKind.ARTICLE_17) == 10
    assert kinds.count(GroundKind.HARM) == 5
    assert kinds.count(GroundKind.MEMORANDUM) == 1
    assert kinds.count(GroundKind.PERSONAL_SECRET) == 5
    assert len({one.key for one in GROUNDS}) == len(GROUNDS)


def test_a_ground_is_cited_by_its_letter() -> None:
    assert ground("pasal_17_h").citation == "Pasal 17 huruf h Undang-Undang Nomor 14 Tahun 2008"


@pytest.mark.parametrize(
    ("key", "consent", "public_office", "holds"),
    [
        ("pasal_17_a", True, True, True),
        ("pasal_17_h", False, False, True),
        ("pasal_17_h", True, False, False),
        ("kpu_rahasia_pribadi", False, True, False),
        ("pribadi_kesehatan", False, True, False),
        ("kpu_memorandum", True, True, True),
    ],
)
def test_consent_or_public_office_lifts_only_personal_secrets(
    key: str, consent: bool, public_office: bool, holds: bool
) -> None:
    assert exempt(ground(key), consent=consent, public_office=public_office) is holds
