"""A service standard as typed, frozen data: what ``resources/standards/*.toml`` must look like."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

import msgspec

from desk.rules.calendar import ServiceHours
from desk.rules.deadlines import SOON, EndEvent, Limit, StartEvent, Unit
from desk.rules.intake import ApplicantKind, Channel, Requirement
from desk.rules.numbering import Scope
from desk.rules.permissions import ROLES
from desk.rules.workflow import Flow, Setting


class OfficeLevel(StrEnum):
    """Level of the office a standard is written for."""

    KABUPATEN = "kabupaten"
    KOTA = "kota"
    PROVINSI = "provinsi"


class AppliesTo(StrEnum):
    """What a revision of a standard reaches."""

    NEW_CASES = "new_cases"
    UNFINISHED_STEPS = "unfinished_steps"


class IdentityAt(StrEnum):
    """Where a standard has a visitor show who they are (G1)."""

    GATE = "gate"
    FRONT_OFFICE = "front_office"


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all parts of a standard: frozen, and unknown keys are refused."""


class Decree(Part, frozen=True, kw_only=True):
    """The decision that a standard comes from; ``title`` in our own words."""

    number: str
    issued_on: date
    issued_by: str
    title: str


class LimitSpec(Part, frozen=True, kw_only=True):
    """A time limit with its name and source; ``rule`` is what ``deadlines.due`` counts. ``days`` left out:
    no limit. ``alert_days``: working days left from which a case is pressing."""

    label: str
    days: int | None = None
    unit: Unit = Unit.WORKING
    start: StartEvent = StartEvent.REGISTERED
    until: EndEvent = EndEvent.ANSWERED
    extension_days: int = 0
    extension_unit: Unit = Unit.WORKING
    moves_to_working_day: bool = True
    alert_days: int = SOON
    source: str = ""
    note: str = ""

    @property
    def rule(self) -> Limit:
        """The limit as the deadline rules take it."""
        return Limit(
            days=self.days,
            unit=self.unit,
            start=self.start,
            until=self.until,
            extension_days=self.extension_days,
            extension_unit=self.extension_unit,
            moves_to_working_day=self.moves_to_working_day,
        )


class Register(Part, frozen=True, kw_only=True):
    """A register book: its title, the pattern of its numbers and the scope of its sequence."""

    label: str
    pattern: str
    per_year: bool = True
    per_classification: bool = False

    @property
    def scope(self) -> Scope:
        """Scope of the sequence as the numbering rules take it."""
        return Scope(per_year=self.per_year, per_classification=self.per_classification)


class LetterKind(Part, frozen=True, kw_only=True):
    """A kind of paper that an office writes; with a ``register`` it takes an official number from that
    book."""

    label: str
    register: str = ""
    classification: str = ""


class Product(Part, frozen=True, kw_only=True):
    """What an applicant receives; ``forms`` are hardcopy, softcopy, lisan, tautan, kegiatan."""

    key: str
    label: str
    forms: tuple[str, ...] = ()
    link: str = ""


class Charge(Part, frozen=True, kw_only=True):
    """What the applicant pays for; ``rupiah`` is per unit, None when the office sets it per case."""

    key: str
    label: str
    unit: str
    rupiah: int | None = None


class Cost(Part, frozen=True, kw_only=True):
    """Whether the service is free, in a sentence, and what copies and postage cost."""

    free: bool = True
    text: str
    charges: tuple[Charge, ...] = ()


class Retention(Part, frozen=True, kw_only=True):
    """How long papers are kept, in years, and what becomes of them afterwards (musnah / permanen)."""

    active_years: int
    inactive_years: int
    fate: str


class Components(Part, frozen=True, kw_only=True):
    """The components of a service standard shown at the counter and on paper (R10), one sentence per line."""

    legal_basis: tuple[str, ...]
    procedure: tuple[str, ...]
    facilities: tuple[str, ...]
    competence: tuple[str, ...]
    guarantee: tuple[str, ...]
    safety: tuple[str, ...]
    evaluation: str
    complaint_channels: tuple[str, ...]


class Service(Part, frozen=True, kw_only=True):
    """One service of a standard.

    ``limits`` are keyed by category (``umum`` always; informasi and keberatan also ``tahapan``),
    ``side_limits`` by name. ``identity_at``: where a visitor shows who they are; None: nobody asks.
    ``assumptions``: key of this service → why we filled in what the source leaves open.
    """

    slug: str
    code: str
    name: str
    short_name: str
    description: str
    applicants: tuple[ApplicantKind, ...]
    applicant_note: str = ""
    requirements: tuple[Requirement, ...]
    identity_at: IdentityAt | None = None
    channels: tuple[Channel, ...]
    flows: dict[str, Flow]
    limits: dict[str, LimitSpec]
    side_limits: dict[str, LimitSpec] = {}
    control_chain: tuple[str, ...]
    signer: str
    signers: tuple[str, ...]
    legaliser: str = ""
    responsible: tuple[str, ...]
    staff_number: int | None = None
    staff_note: str = ""
    products: tuple[Product, ...]
    cost: Cost
    letters: tuple[str, ...]
    register: str
    queue_prefix: str
    classification: str
    retention: Retention
    hours: dict[str, str] = {}
    components: Components
    settings: dict[str, str] = {}
    assumptions: dict[str, str] = {}

    def flow(self, flow_id: str) -> Flow:
        """The flow of that id.

        Raises:
            KeyError: the service has no such flow.
        """
        return self.flows[flow_id]

    def limit(self, category: str = "umum") -> Limit:
        """The limit of a category.

        Raises:
            KeyError: the service has no such category.
        """
        return self.limits[category].rule


class Standard(Part, frozen=True, kw_only=True):
    """A dated set of service rules of an office, with everything inherited from its base filled in.

    ``series`` groups the versions of one standard; ``zone`` and ``hours`` are what a new office starts from.
    ``offers``: the services an office under it offers, in their order; empty: all of its own and its base's.
    ``pledge``: what the office promises in its maklumat pelayanan (R10), ``pledge_note`` why it is worded so.
    """

    id: str
    series: str
    name: str
    office_level: OfficeLevel
    decree: Decree
    valid_from: date
    base: str = ""
    applies_to: AppliesTo = AppliesTo.NEW_CASES
    zone: str
    hours: dict[str, str]
    office_roles: tuple[str, ...]
    role_titles: dict[str, str] = {}
    role_short: dict[str, str] = {}
    source_required: bool = False
    pledge: tuple[str, ...] = ()
    pledge_note: str = ""
    offers: tuple[str, ...] = ()
    registers: dict[str, Register]
    letters: dict[str, LetterKind]
    services: dict[str, Service]

    @property
    def service_hours(self) -> ServiceHours:
        """Service hours as the calendar takes them."""
        return ServiceHours.from_dict(self.hours)

    @property
    def tzinfo(self) -> ZoneInfo:
        """The zone of the office, from the zone database."""
        return ZoneInfo(self.zone)

    def title(self, role: str) -> str:
        """Full Indonesian title of a role, as paper has it."""
        return self.role_titles.get(role, ROLES[role].title)

    def short_title(self, role: str) -> str:
        """Title of a role as screens have it."""
        return self.role_short.get(role, ROLES[role].short)

    def held_titles(self, roles: Collection[str], most: int = 2) -> str:
        """The offices somebody holds, as screens have them, at most so many of them."""
        return " · ".join([self.short_title(role) for role in ROLES if role in roles][:most])

    def setting(
        self, slug: str, signer: str | None = None, office_roles: frozenset[str] | None = None
    ) -> Setting:
        """What ``workflow.move`` needs to know of a service here; signer and roles may be the office's
        own."""
        service = self.services[slug]
        return Setting(
            chain=service.control_chain,
            signer=signer or service.signer,
            office_roles=office_roles or frozenset(self.office_roles),
        )
