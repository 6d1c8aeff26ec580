"""Page object of the hand-over page, and a request brought to it."""

from PySide6.QtCore import QPoint, Qt

from desk.actions.cases import IntakeOrder, open_case
from desk.actions.decisions import decide
from desk.actions.letters import LetterText, give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.steps import MoveOrder, move_case
from desk.services.answering import DecisionDraft
from desk.services.common import ApplicantDraft
from desk.services.informasi import InformasiDraft
from desk.services.informasi_answers import Decision
from tests.office import SmallOffice
from tests.ui.drivers.front import FrontDriver

ANSWER = LetterText(
    "pemberitahuan_tertulis", "Daftar inventaris 2025", "Sri Wahyuni", "Daftar terlampir.", "ppid"
)


def request(office: SmallOffice, name: str = "Sri Wahyuni", *, complete: bool = True, **more: object) -> str:
    """A request taken in at the counter; its case id."""
    draft = InformasiDraft(
        applicant=ApplicantDraft(name=name, phone="081234567890"),
        information="Daftar inventaris 2025",
        purpose="Penelitian",
        ticked=("identitas",) if complete else (),
        **more,
    )
    return open_case(office.at("rahma", 1), IntakeOrder("informasi", draft)).case_id


def answered(office: SmallOffice, name: str = "Sri Wahyuni", **costs: int) -> str:
    """A request whose signed answer waits to be handed over; its case id."""
    case_id = request(office, name)
    move_case(office.at("rahma"), MoveOrder(case_id, "teruskan"))
    move_case(office.at("fajar"), MoveOrder(case_id, "teruskan_ppid"))
    granted = DecisionDraft(Decision.GRANTED, to_role="kasubag_hukum", **costs)
    decide(office.at("putri"), case_id, granted)
    writer = office.at("syahrul")
    save_letter(writer, case_id, ANSWER)
    submit_letter(writer, case_id)
    give_paraf(writer, case_id)
    give_paraf(office.at("hendra"), case_id)
    sign_letter(office.at("putri"), case_id)
    return case_id


class HandoverDriver(FrontDriver):
    """The hand-over page under a test's hands."""

    start = "handover"

    def names(self) -> list[str]:
        return [row.title for row in self.page.list.rows()]

    def sign(self) -> None:
        """A stroke on the pad."""
        pad = self.page.sheet.pad.sheet
        self.page.sheet.grid.ensureWidgetVisible(pad)
        self.bot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        self.bot.mouseMove(pad, QPoint(80, 60))
        self.bot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 40))
