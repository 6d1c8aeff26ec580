"""The due date of a case: explained, extended, and the notice of the extension signed."""

from datetime import date
from typing import TYPE_CHECKING

from desk.actions import limits, notices
from desk.actions.errors import StaleError
from desk.actions.limits import Extended
from desk.actions.notices import KIND as NOTICE
from desk.actions.notices import Notice
from desk.queries import limits as counted
from desk.queries.casefile import CaseFile
from desk.rules.deadlines import Extension
from desk.ui.screens.case import offers as moves
from desk.ui.screens.case.limit_sheets import ExtensionSheet, WhyThisDay
from desk.ui.screens.signing.confirm import ask_to_sign
from desk.ui.screens.signing.words import position_in
from desk.ui.words import full_day

if TYPE_CHECKING:
    from desk.ui.screens.case.doing import CaseDoing
    from desk.ui.screens.case.page import CasePage


class CaseExtending:
    """What is done about the due date; forms and errors go the way of ``CaseDoing``."""

    def __init__(self, page: "CasePage", doing: "CaseDoing") -> None:
        self._page, self._doing, self._ctx = page, doing, page.ctx

    @property
    def _file(self) -> CaseFile:
        file = self._page.file
        if file is None:
            raise StaleError("Permohonan belum dibaca.")
        return file

    def explain(self) -> None:
        """Show how the due date came about."""
        due = self._file.limit.due
        if due is not None:
            self._ctx.ask(WhyThisDay(self._file, due), "Mengapa tanggal ini?")

    def extend(self) -> None:
        """Ask for days and reason, showing the new due date; the signer may sign the notice at once."""
        file, place = self._file, self._ctx.workplace
        signer = self._page.standard.short_title(file.signers[0])
        signs = moves.signs_notices(file, place.roles)
        sheet = ExtensionSheet(file, moves.why_not_extend(file), self._forecast, signer, signs=signs)

        def work() -> Notice | Extended:
            asked = file.page.row.id, sheet.days.value() or 0, sheet.reason.value()
            if sheet.signing():
                return notices.extend_and_sign(place, *asked)
            return limits.extend_limit(place, *asked)

        self._doing.ask(
            sheet, "Perpanjangan jangka waktu", lambda: self._doing.run(work, self._extended, sheet)
        )

    def _extended(self, result: Notice | Extended) -> None:
        signed = isinstance(result, Notice)
        extended = result.extended if isinstance(result, Notice) else result
        after = extended.move.after if extended is not None else None
        number = f" Pemberitahuan bernomor {result.number}." if isinstance(result, Notice) else ""
        self._ctx.toast(
            f"Batas waktu diperpanjang sampai {full_day(after) if after else '-'}.{number}", tone="done"
        )
        if signed:
            self._ctx.print_paper(NOTICE, result.extension_id)

    def sign_notice(self) -> None:
        """Show the notice of the last extension once more, then sign it."""
        file = self._file
        extension = moves.unsigned_notice(file)
        if extension is None:
            return
        position = position_in(file.signers[0], self._page.standard, self._ctx.workplace)
        applicant = file.page.row.applicant

        def sign() -> bool:
            return self._ctx.act(
                lambda: notices.sign_notice(self._ctx.workplace, extension.id), self._notice_signed
            )

        ask_to_sign(self._ctx, applicant, notices.SUBJECT, position, sign)

    def _notice_signed(self, notice: Notice) -> None:
        self._ctx.close_drawer()
        self._ctx.toast(f"Pemberitahuan ditandatangani dengan nomor {notice.number}.", tone="done")
        self._ctx.print_paper(NOTICE, notice.extension_id)
        self._page.read_again()

    def _forecast(self, days: int) -> date | None:
        place = self._ctx.workplace
        more = Extension(days, place.now(), "", place.actor.staff_id)
        due = place.ask(counted.forecast, place.standards, self._file.page.row.id, more)
        return None if due is None else due.due
