"""A service standard told part by part, in the order of the Indonesian form (R10): one source for counter and
paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.rules.calendar import ServiceHours
from desk.rules.deadlines import EndEvent, StartEvent, Unit
from desk.rules.hours import hours_text
from desk.rules.intake import APPLICANT_LABELS, CHANNEL_LABELS, Requirement
from desk.standards.model import Charge, LimitSpec, Product, Service, Standard

STARTS = {
    StartEvent.RECEIVED: "sejak diterima",
    StartEvent.REGISTERED: "sejak dicatat dalam register",
    StartEvent.COMPLETE: "sejak formulir lengkap",
    StartEvent.NOTIFIED: "sejak pemberitahuan diterima",
    StartEvent.CAUSE: "sejak sebabnya diketahui",
}
ENDS = {
    EndEvent.DECIDED: "sampai diputuskan",
    EndEvent.ANSWERED: "sampai dijawab",
    EndEvent.HANDED_OVER: "sampai hasilnya diserahkan",
    EndEvent.ANSWER_RECEIVED: "sampai jawabannya diterima",
    EndEvent.COMPLETED: "sampai berkas dilengkapi",
    EndEvent.FILED: "sampai diajukan",
}
UNITS = {Unit.WORKING: "hari kerja", Unit.CALENDAR: "hari kalender"}
FORMS = {
    "hardcopy": "cetak",
    "softcopy": "elektronik",
    "lisan": "lisan",
    "tautan": "tautan",
    "kegiatan": "kegiatan",
}
UNLIMITED = "Tanpa batas waktu"
_UNLIMITED = "tanpa batas"
_DAY_MINUTES = 24 * 60
_WORKING = (
    "Hari kerja dihitung mulai hari kerja berikutnya; Sabtu, Minggu, hari libur nasional, cuti bersama, dan "
    "hari kantor tutup tidak dihitung. Yang masuk sesudah jam layanan dihitung masuk pada hari kerja "
    "berikutnya."
)
_CALENDAR = "Hari kalender dihitung semua, mulai hari berikutnya."
_WHEN = {
    "meninggal": "bila meninggal dunia",
    "mengundurkan_diri": "bila mengundurkan diri",
    "diberhentikan_partai": "bila diberhentikan partai",
    "diberhentikan_lain": "bila diberhentikan karena sebab lain",
}
"""Conditions of papers (`Requirement.when`) that their names leave open (S2)."""

_MOVES = "Bila jatuh pada hari libur, batasnya bergeser ke hari kerja berikutnya."
_STANDS = "Hitungan berhenti selama menunggu pemohon melengkapi berkas."

TITLES = {
    "legal_basis": "Dasar hukum",
    "requirements": "Persyaratan",
    "procedure": "Sistem, mekanisme, dan prosedur",
    "time": "Jangka waktu penyelesaian",
    "cost": "Biaya",
    "product": "Produk pelayanan",
    "facilities": "Sarana, prasarana, dan fasilitas",
    "competence": "Kompetensi pelaksana",
    "control": "Pengawasan internal",
    "staff": "Jumlah pelaksana",
    "guarantee": "Jaminan pelayanan",
    "safety": "Jaminan keamanan dan keselamatan pelayanan",
    "evaluation": "Evaluasi kinerja pelaksana",
    "complaints": "Penanganan pengaduan, saran, dan masukan",
    "hours": "Waktu pelayanan",
}
"""Every part by its key, in reading order."""

_BELONGS = {
    "applicants": "requirements",
    "channels": "procedure",
    "flows": "procedure",
    "limits": "time",
    "side_limits": "time",
    "settings": "time",
    "products": "product",
    "control_chain": "control",
    "signer": "control",
    "staff_number": "staff",
    "complaint_channels": "complaints",
}
"""Which part an assumption stands under, where its key is not the part's own."""


@dataclass(frozen=True, slots=True)
class Told:
    """One part: its lines, ``numbered`` when there is an order to them, and what was assumed in it."""

    key: str
    title: str
    lines: tuple[str, ...]
    numbered: bool = False
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandardTold:
    """A service standard in words; ``assumed`` is what holds for the whole of it (NTB copies KSB's terms)."""

    name: str
    description: str
    decree: str
    parts: tuple[Told, ...]
    assumed: tuple[str, ...] = ()

    def text(self) -> str:
        """Everything it says, for a search."""
        lines = [line for part in self.parts for line in (part.title, *part.lines)]
        return "\n".join((self.name, self.description, *lines))


def told(standard: Standard, service: Service, hours: ServiceHours, zone: str) -> StandardTold:
    """The standard of a service.

    Args:
        standard: whose titles and roles are used; a role its office lacks is left out of the chain.
        service: one of its services.
        hours: the office's service hours, told where the service states none of its own.
        zone: WIB, WITA or WIT.
    """
    said = service.components
    lines = {
        "legal_basis": said.legal_basis,
        "requirements": tuple(_requirements(service)),
        "procedure": (_channels(service), *said.procedure),
        "time": tuple(_time(service)),
        "cost": (service.cost.text, *(_charge(one) for one in service.cost.charges)),
        "product": tuple(_product(one) for one in service.products),
        "facilities": said.facilities,
        "competence": said.competence,
        "control": tuple(_control(standard, service)),
        "staff": (_staff(service),),
        "guarantee": said.guarantee,
        "safety": said.safety,
        "evaluation": (said.evaluation,),
        "complaints": said.complaint_channels,
        "hours": (f"{hours_text(_own_hours(service, hours))} {zone}",),
    }
    parts = tuple(
        Told(key, title, lines[key], len(lines[key]) > 1, _assumed(service, key))
        for key, title in TITLES.items()
    )
    return StandardTold(
        service.name, service.description, decree_line(standard), parts, _assumed(service, "terms")
    )


def decree_line(standard: Standard) -> str:
    """``Keputusan KPU Kota Contoh Nomor 1 Tahun 2026``."""
    return f"Keputusan {standard.decree.issued_by} Nomor {standard.decree.number}"


def _own_hours(service: Service, office: ServiceHours) -> ServiceHours:
    return ServiceHours.from_dict(service.hours) if service.hours else office


def _assumed(service: Service, part: str) -> tuple[str, ...]:
    heads = ((key.partition(".")[0], why) for key, why in service.assumptions.items())
    return tuple(why for head, why in heads if _BELONGS.get(head, head) == part)


def _requirements(service: Service) -> Iterator[str]:
    who = service.applicant_note or ", ".join(APPLICANT_LABELS[one] for one in service.applicants)
    yield f"Pemohon: {who.rstrip('.')}."
    yield from (_requirement(one) for one in service.requirements)


def _requirement(one: Requirement) -> str:
    whom = ", ".join(APPLICANT_LABELS[kind].lower() for kind in one.applies_to)
    notes = [f"bagi {whom}"] if whom else []
    if one.when in _WHEN:
        notes.append(_WHEN[one.when])
    if not one.required:
        notes.append("bila ada")
    return f"{one.label} ({'; '.join(notes)})" if notes else one.label


def _channels(service: Service) -> str:
    return f"Disampaikan lewat: {', '.join(CHANNEL_LABELS[one] for one in service.channels)}."


def _time(service: Service) -> Iterator[str]:
    for spec in service.limits.values():
        yield _limit(spec)
    for spec in service.side_limits.values():
        if spec.days is not None:
            yield f"{spec.label}: {spec.days} {UNITS[spec.unit]} {STARTS[spec.start]}."
    yield from _minutes(service)
    counted = [*service.limits.values(), *service.side_limits.values()]
    units = {spec.unit for spec in counted if spec.days is not None}
    if Unit.WORKING in units:
        yield _WORKING
    if Unit.CALENDAR in units:
        moves = all(spec.moves_to_working_day for spec in counted if spec.unit is Unit.CALENDAR)
        yield f"{_CALENDAR} {_MOVES}" if moves else _CALENDAR
    if units:
        yield _STANDS


def _limit(spec: LimitSpec) -> str:
    if spec.days is None:
        lead = spec.label if _UNLIMITED in spec.label.lower() else f"{UNLIMITED}. {spec.label}"
        return " ".join(filter(None, (f"{lead.rstrip('.')}.", spec.note)))
    return " ".join(filter(None, (f"{spec.label.rstrip('.')}.", _counted(spec), spec.note)))


def _counted(spec: LimitSpec) -> str:
    """From when to when, as far as the limit's name leaves it open."""
    ends_named = "sampai" in spec.label.replace("sampai dengan", "")
    open_ = ["" if "sejak" in spec.label else STARTS[spec.start], "" if ends_named else ENDS[spec.until]]
    return f"Dihitung {' '.join(filter(None, open_))}." if any(open_) else ""


def _minutes(service: Service) -> Iterator[str]:
    """What each step may take, where the decree says so (S10)."""
    for flow in service.flows.values():
        timed = [step for step in flow.steps if step.planned_minutes is not None]
        if timed:
            steps = "; ".join(f"{step.label} {_lasting(step.planned_minutes or 0)}" for step in timed)
            yield f"{flow.label}: {steps}."


def _lasting(minutes: int) -> str:
    days, rest = divmod(minutes, _DAY_MINUTES)
    return f"{days} hari" if days and not rest else f"{minutes} menit"


def _charge(one: Charge) -> str:
    amount = "ditetapkan kantor" if one.rupiah is None else f"Rp{one.rupiah:,}".replace(",", ".")
    return f"{one.label}: {amount} per {one.unit}"


def _product(one: Product) -> str:
    named = [FORMS.get(form, form) for form in one.forms]
    forms = ", ".join(form for form in named if form not in one.label.lower())
    label = f"{one.label} ({forms})" if forms else one.label
    return f"{label}: {one.link}" if one.link else label


def _control(standard: Standard, service: Service) -> Iterator[str]:
    there = set(standard.office_roles)
    yield from (standard.title(role) for role in service.control_chain if role in there)
    yield f"Ditandatangani {standard.title(service.signer)}."
    responsible = [standard.title(role) for role in service.responsible if role in there]
    if responsible:
        yield f"Penanggung jawab: {'; '.join(responsible)}."


def _staff(service: Service) -> str:
    if service.staff_note:
        return service.staff_note
    number = service.staff_number
    return "Menurut penugasan Sekretaris." if number is None else f"{number} orang"
