"""Facts of the papers about the service itself: a service standard, the maklumat pelayanan (R10)."""

from dataclasses import dataclass

from desk.documents.facts.shared import SignerFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardPart:
    """One component: its lines, ``numbered`` when there are several, and what was assumed in it."""

    title: str
    lines: tuple[str, ...]
    numbered: bool = False
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardFacts:
    """A service standard to take home; ``decree`` as its reference, ``assumed`` for the whole of it."""

    name: str
    description: str
    decree: str
    parts: tuple[StandardPart, ...]
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeFacts:
    """The maklumat pelayanan: what is promised, for which services, and who signs for the office."""

    promises: tuple[str, ...]
    services: tuple[str, ...]
    decree: str
    signer: SignerFacts
