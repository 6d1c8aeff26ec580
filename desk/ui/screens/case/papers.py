"""Which papers can be printed for a case now (R4)."""

from dataclasses import dataclass

from desk.queries.casefile import CaseFile
from desk.rules.workflow import Sheet
from desk.services.catalog import service_kit
from desk.ui.words import full_day


@dataclass(frozen=True, slots=True)
class CasePaper:
    """A paper: its kind and subject as the papers port takes them, and words for the list."""

    kind: str
    subject_id: str
    title: str
    detail: str = ""


def case_papers(file: CaseFile) -> tuple[CasePaper, ...]:
    """Papers of this case in the order they come up; each may be printed again."""
    case_id = file.page.row.id
    lacking = any(row.required and not row.present for row in file.page.checklist)
    kit = service_kit(file.page.row.service)
    form = "" if file.page.detail.get("letter") else kit.form_paper
    receipt = kit.receipt == "tanda_terima"
    disposed = file.flow.uses(Sheet.DISPOSE, Sheet.SPOKEN)
    wanted = (
        (receipt, "tanda_terima", "Tanda terima", "A4, rangkap dua"),
        (receipt, "tanda_terima_roll", "Tanda terima gulungan", "Struk 80 mm"),
        (lacking, "berkas_kurang", "Berkas kurang", "Pemberitahuan kepada pemohon"),
        (
            bool(form),
            form,
            "Formulir permohonan" if receipt else "Formulir dan tanda terima",
            "Terisi, rangkap dua",
        ),
        (disposed, "lembar_disposisi", sheet_title(file), f"{len(file.dispositions)} isian"),
    )
    papers = [CasePaper(kind, case_id, title, detail) for shown, kind, title, detail in wanted if shown]
    return (*papers, *_entries(file), *_notices(file), *_letters(file), *_fees(file), *_slips(file))


def _entries(file: CaseFile) -> list[CasePaper]:
    """Papers made of what the service keeps of the case, each kind once."""
    known = service_kit(file.page.row.service).entries
    written = [known[kind] for kind in dict.fromkeys(one.kind for one in file.entries) if kind in known]
    return [CasePaper(one.paper, file.page.row.id, one.label) for one in written if one.paper]


def sheet_title(file: CaseFile) -> str:
    """What the disposition sheet of this case is called."""
    return "Lembar disposisi lisan" if file.flow.uses(Sheet.SPOKEN) else "Lembar disposisi"


def _notices(file: CaseFile) -> list[CasePaper]:
    return [
        CasePaper(
            "perpanjangan",
            one.id,
            "Pemberitahuan perpanjangan waktu",
            one.notice.number if one.notice is not None else f"{one.days} hari kerja · menunggu tanda tangan",
        )
        for one in file.extensions
        if one.after is not None
    ]


def _letters(file: CaseFile) -> list[CasePaper]:
    names = {one.kind: one.label for one in service_kit(file.page.row.service).papers}
    states = {"draft": "konsep", "submitted": "konsep, sedang diperiksa", "void": "batal"}
    return [
        CasePaper(
            one.kind,
            one.id,
            " · ".join(part for part in (names.get(one.kind, one.kind), one.part) if part),
            " · ".join(
                part
                for part in (one.number, states.get(one.state, ""), full_day(one.dated) if one.dated else "")
                if part
            ),
        )
        for one in file.letters
        if one.extension_id is None
    ]


def _fees(file: CaseFile) -> list[CasePaper]:
    return [CasePaper("fee_receipt", one.id, "Tanda terima biaya", one.number) for one in file.fees]


def _slips(file: CaseFile) -> list[CasePaper]:
    row = file.page.row
    kit, titles = service_kit(row.service), {"ekspedisi_slip": "Slip ekspedisi"}
    if kit.given_paper is not None and kit.slip_of(row.decision) == kit.given_paper.kind:
        titles = {kit.given_paper.kind: kit.given_paper.label} | titles
    return [
        CasePaper(kind, one.id, title, f"{one.number} · {one.receiver}")
        for one in file.deliveries
        for kind, title in titles.items()
    ]
