"""Which service module speaks for which slug, and what every one of them tells the counter."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from desk.rules.calendar import ElectionStage
from desk.rules.errors import DeskError
from desk.services.common import ApplicantDraft, CheckItem, LetterDraft, Problem, ProxyDraft
from desk.standards.model import Service, Standard


class ServiceUnknownError(DeskError):
    """No form of this program takes in that service."""

    code = "service_unknown"


@dataclass(frozen=True, slots=True)
class Intake:
    """What a filled-in form says to the case that is opened from it.

    ``flow`` is the path of the service, ``facts`` those of ``desk.rules.workflow.FACTS`` that hold.
    ``checklist`` tells what is met; required items that are not leave the case incomplete.
    """

    flow: str
    subject: str
    category: str
    channel: str
    applicant: ApplicantDraft
    checklist: tuple[CheckItem, ...]
    problems: tuple[Problem, ...]
    facts: frozenset[str] = frozenset()
    proxy: ProxyDraft | None = None
    letter: LetterDraft | None = None
    eppid_number: str = ""
    spoken: bool = False


class ServiceModule(Protocol):
    """What a module of ``desk.services`` offers."""

    DRAFT: type[Any]

    @staticmethod
    def intake(draft: Any, standard: Standard, service: Service, stage: ElectionStage | None) -> Intake:
        """Read a draft into what the case needs; ``stage`` is the election stage running now."""
        ...


_MODULES: Mapping[str, str] = {"informasi": "desk.services.informasi"}


def service_module(slug: str) -> ServiceModule:
    """The module of a service.

    Raises:
        ServiceUnknownError: this program has no form for it.
    """
    path = _MODULES.get(slug)
    if path is None:
        raise ServiceUnknownError(f"Layanan “{slug}” belum dapat dilayani di sini.")
    module: Any = import_module(path)
    return module  # type: ignore[no-any-return]


def served() -> tuple[str, ...]:
    """Slugs of the services that this program takes in."""
    return tuple(_MODULES)
