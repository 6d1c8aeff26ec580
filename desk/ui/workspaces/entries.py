"""Lines of the sidebar that several workspaces share, with their counts; pages come on the first visit."""

from dataclasses import replace

from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.network import STATUS
from desk.ui.shell.workspace import PageEntry, lazily

_CASES = frozenset({"cases"})


def _signing(ctx: ScreenContext) -> int:
    from desk.ui.screens.signing.page import unsigned_notices
    from desk.ui.screens.tray.counts import waiting_count
    from desk.ui.screens.tray.places import controlled

    return waiting_count(ctx, controlled) + len(unsigned_notices(ctx))


def _dispositions(ctx: ScreenContext) -> int:
    from desk.rules.permissions import Capability, may
    from desk.ui.screens.tray.counts import waiting_count
    from desk.ui.screens.tray.places import disposed

    on_paper = not may(ctx.workplace.roles, Capability.DISPOSE)
    return waiting_count(ctx, disposed, anybody=on_paper)


def _messages(ctx: ScreenContext) -> int:
    from desk.queries import inbox
    from desk.ui.screens.inbox.unchecked import unchecked

    return ctx.workplace.ask(inbox.waiting) + len(unchecked(ctx))


def _work(ctx: ScreenContext) -> int:
    from desk.ui.screens.work.page import count_work

    return count_work(ctx)


WORK = PageEntry(
    "work",
    "Pekerjaan saya",
    lazily("desk.ui.screens.work.page:WorkPage"),
    "check",
    badge=_work,
    badge_watches=_CASES,
)
SIGNING = PageEntry(
    "signing",
    "Penandatanganan",
    lazily("desk.ui.screens.signing.page:SigningPage"),
    "signature",
    badge=_signing,
    badge_watches=_CASES | {"limit_extensions", "letters"},
)
DISPOSITION = PageEntry(
    "disposition",
    "Disposisi",
    lazily("desk.ui.screens.disposition.page:DispositionPage"),
    "flow",
    badge=_dispositions,
    badge_watches=_CASES,
)
CASES = PageEntry("cases", "Permohonan", lazily("desk.ui.screens.cases_list.page:CasesPage"), "files")
INBOX = PageEntry(
    "inbox",
    "Pesan masuk",
    lazily("desk.ui.screens.inbox.page:InboxPage"),
    "inbox",
    badge=_messages,
    badge_watches=frozenset({"inbox_entries", "inbox_checks"}),
)
EKSPEDISI = PageEntry(
    "ekspedisi", "Buku ekspedisi", lazily("desk.ui.screens.ekspedisi.page:EkspedisiPage"), "send", more=True
)


def _to_hand_over(ctx: ScreenContext) -> int:
    from desk.ui.screens.cases_list.reading import hand_over_count

    return hand_over_count(ctx)


HANDOVER = PageEntry(
    "handover",
    "Penyerahan",
    lazily("desk.ui.screens.handover.page:HandoverPage"),
    "send",
    badge=_to_hand_over,
    badge_watches=_CASES,
)
CALENDAR = PageEntry(
    "calendar", "Kalender", lazily("desk.ui.screens.calendar.page:CalendarPage"), "calendar", more=True
)
MANDATES = PageEntry(
    "mandates", "Mandat", lazily("desk.ui.screens.mandates.page:MandatesPage"), "transfer", more=True
)
COUNTER = PageEntry(
    "counter", "Surat masuk baru", lazily("desk.ui.screens.counter.page:CounterPage"), "plus", hidden=True
)


def _keeps_votes(ctx: ScreenContext) -> bool:
    from desk.rules.permissions import Capability, may

    return may(ctx.workplace.roles, Capability.KEEP_VOTES)


VOTES = PageEntry(
    "votes",
    "Perolehan suara",
    lazily("desk.ui.screens.votes.page:VotesPage"),
    "chart",
    only=_keeps_votes,
)
"""Of who keeps the votes of elections."""

PRESENCE = PageEntry(
    "presence",
    "Siapa di tempat",
    lazily("desk.ui.screens.presence.page:PresencePage"),
    "people",
)


def _sets_services(ctx: ScreenContext) -> bool:
    from desk.rules.permissions import Capability, may

    return may(ctx.workplace.roles, Capability.SET_SERVICES)


SERVICE_SETTINGS = PageEntry(
    "service_settings",
    "Pengaturan layanan",
    lazily("desk.ui.screens.service_settings.page:ServiceSettingsPage"),
    "settings",
    more=True,
    only=_sets_services,
)
"""Of the administrator and the Kasubag Hukum & SDM (S5)."""


def _sees_complaints(ctx: ScreenContext) -> bool:
    from desk.queries.complaints import SERVICE

    return ctx.workplace.sees_complainants() and SERVICE in ctx.workplace.standard.services


def _missing_reports(ctx: ScreenContext) -> int:
    from desk.ui.screens.complaint_report.reading import missing_reports

    return missing_reports(ctx)


COMPLAINT_REPORT = PageEntry(
    "complaint_report",
    "Laporan pengaduan",
    lazily("desk.ui.screens.complaint_report.page:ComplaintReportPage"),
    "chart",
    more=True,
    badge=_missing_reports,
    badge_watches=frozenset({"printouts"}),
    only=_sees_complaints,
)
"""Of the complaints team and the Sekretaris (S4)."""

EVENTS = PageEntry(
    "events", "Kalender pendidikan", lazily("desk.ui.screens.events.page:EventsPage"), "calendar", more=True
)
"""Of everybody who works on cases; who plans events changes it."""

RESOURCES = PageEntry(
    "resources",
    "Ruang, narasumber, dan alat",
    lazily("desk.ui.screens.resources.page:ResourcesPage"),
    hidden=True,
    under="events",
)


def _times_steps(ctx: ScreenContext) -> bool:
    from desk.queries.step_minutes import timed_services

    standard = ctx.workplace.standard
    return not timed_services(ctx.workplace.standards).isdisjoint(standard.services)


STEP_TIMES = PageEntry(
    "step_times",
    "Waktu langkah",
    lazily("desk.ui.screens.step_times.page:StepTimesPage"),
    "chart",
    more=True,
    only=_times_steps,
)
"""Of offices whose standard plans minutes."""


def _reached(ctx: ScreenContext) -> int:
    from desk.ui.screens.versions.page import count_waiting

    return count_waiting(ctx)


VERSIONS = PageEntry(
    "versions",
    "Standar baru",
    lazily("desk.ui.screens.versions.page:VersionsPage"),
    "scale",
    more=True,
    badge=_reached,
    badge_watches=_CASES,
)
"""Of who keeps calendar and standards."""

APPOINTMENTS = PageEntry(
    "appointments",
    "Janji temu",
    lazily("desk.ui.screens.appointments.page:AppointmentsPage"),
    "calendar",
)

_CASE = PageEntry("case", "Permohonan", lazily("desk.ui.screens.case.page:CasePage"), hidden=True)
_CORRECTION = PageEntry(
    "correction", "Perbaiki isian", lazily("desk.ui.screens.correction.page:CorrectionPage"), hidden=True
)


def _collisions(ctx: ScreenContext) -> int:
    from desk.ui.screens.collisions.items import count_items

    return count_items(ctx)


def _on_a_network(ctx: ScreenContext) -> bool:
    return ctx.ports.network.state() is not None


COLLISIONS = PageEntry(
    "collisions",
    "Perlu dipilih",
    lazily("desk.ui.screens.collisions.page:CollisionsPage"),
    "scale",
    more=True,
    badge=_collisions,
    badge_watches=frozenset({"conflicts", STATUS}),
    only=_on_a_network,
)
"""On every officer's desk of an office network."""


def case_under(page_id: str) -> PageEntry:
    """The page of one case, shown under a line of the sidebar."""
    return replace(_CASE, under=page_id)


def correction_under(page_id: str) -> PageEntry:
    """The page that corrects a registered form, for desks that take requests in."""
    return replace(_CORRECTION, under=page_id)
