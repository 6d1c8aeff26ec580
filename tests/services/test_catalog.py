"""Which services this program takes in."""

import pytest

from desk.assets import resource
from desk.services import informasi
from desk.services.catalog import ServiceUnknownError, served, service_kit
from desk.services.common import ApplicantDraft, blocks
from desk.standards.loader import load_standards


def test_every_served_service_has_a_form_and_stands_in_the_standard() -> None:
    standard = load_standards(resource("standards")).get("ksb")
    for slug in served(standard.services):
        kit = service_kit(slug)
        assert slug in standard.services
        assert blocks(kit.intake(kit.draft(), standard, standard.services[slug], None).problems)


@pytest.mark.parametrize("slug", ["", "arsip", "parkir", "../informasi"])
def test_another_service_is_refused_in_a_sentence(slug: str) -> None:
    with pytest.raises(ServiceUnknownError, match="belum dapat dilayani"):
        service_kit(slug)


def test_an_intake_says_everything_its_case_needs() -> None:
    standard = load_standards(resource("standards")).get("ksb")
    draft = informasi.InformasiDraft(
        path=informasi.Path.SPOKEN, information="  Jam \n pelayanan ", applicant=ApplicantDraft(name="Sari")
    )
    intake = service_kit("informasi").intake(draft, standard, standard.services["informasi"], None)
    assert (intake.flow, intake.subject, intake.spoken, intake.channel) == (
        "lisan",
        "Jam pelayanan",
        True,
        "in_person",
    )
    assert intake.problems == ()
    assert intake.letter is None
