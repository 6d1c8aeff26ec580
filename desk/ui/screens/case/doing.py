"""Carrying out what somebody may do with a case: the action, its form in the drawer, what is said after."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from desk.actions import decisions, letters
from desk.actions.entries import write_entry
from desk.actions.errors import ProblemsError, StaleError
from desk.actions.issuing import Issued, issue_papers
from desk.actions.letters import LetterText, Signed
from desk.actions.speaking import SpokenWord, dispose_by_word
from desk.actions.steps import MoveOrder, Stepped, move_case
from desk.queries.casefile import CaseFile
from desk.rules.errors import DeskError
from desk.services.answering import decision_problems
from desk.services.catalog import service_kit
from desk.ui.fields import Choice
from desk.ui.screens.appointments.booking import book_of
from desk.ui.screens.case.entry_sheet import EntrySheet, IssueSheet, papers_to_issue
from desk.ui.screens.case.offers import Offer, Way
from desk.ui.screens.case.sheets import BackDateSheet, ReasonSheet, Sheet
from desk.ui.screens.case.spoken_sheet import SpokenSheet
from desk.ui.screens.case.words import role_words
from desk.ui.screens.decision.words import same
from desk.ui.screens.handover.giving import ask_to_give
from desk.ui.screens.presence.words import role_choices
from desk.ui.words import clock, full_day

if TYPE_CHECKING:
    from desk.ui.screens.case.page import CasePage


@dataclass(frozen=True, slots=True)
class _Refused:
    """An action that did not happen; ``stale``: the page shows an older state."""

    sentence: str
    stale: bool


class CaseDoing:
    """The hands of a case page."""

    def __init__(self, page: "CasePage") -> None:
        self._page = page
        self._ctx = page.ctx

    @property
    def _file(self) -> CaseFile:
        file = self._page.file
        if file is None:
            raise StaleError("Permohonan belum dibaca.")
        return file

    def do(self, offer: Offer) -> None:
        """Carry an offer out, asking first where it needs words, a role or a person."""
        ways: dict[Way, Callable[[Offer], None]] = {
            Way.MOVE: self._move,
            Way.SUBMIT: lambda _one: self.submit(),
            Way.DECIDE: lambda _one: self.decide(),
            Way.PARAF: self._paraf,
            Way.RETURN_LETTER: self._return,
            Way.SIGN: lambda _one: self.sign(),
            Way.GIVE: lambda _one: self._give(),
            Way.HAND_OVER: lambda _one: self._go("handover"),
            Way.DISPOSE: lambda _one: self._go("disposition"),
            Way.SPEAK: self._speak,
            Way.ENTRY: self._entry,
            Way.ISSUE: self._issue,
        }
        ways[offer.way](offer)

    def _give(self) -> None:
        """Ask who receives what is given at once."""
        ask_to_give(self._ctx, self._file.page.row.id, lambda _given: self._page.read_again())

    def _go(self, page_id: str) -> None:
        self._ctx.navigate(page_id, case_id=self._file.page.row.id)

    def _speak(self, offer: Offer) -> None:
        """Record a spoken disposition (G5)."""
        file, place = self._file, self._ctx.workplace
        row = file.page.row
        own = row.holder in place.roles
        holders = [] if own else [one for one in file.people if row.holder in one.roles]
        whose = role_words(self._page.standard, row.holder)
        lead = f"{row.number} · disposisi {whose}, dicatat pukul {clock(place.now(), file.office.zone)}"
        people = [Choice(one.staff_id, one.name) for one in holders]
        sheet = SpokenSheet(lead, self._named(offer), people)

        def work() -> Stepped:
            word = SpokenWord(sheet.role.value() or "", sheet.words.value(), sheet.speaker.value(), row.step)
            return dispose_by_word(place, row.id, word)

        self.ask(
            sheet, "Disposisi lisan", lambda: self.run(work, self._said("Disposisi lisan dicatat"), sheet)
        )

    def book(self) -> None:
        """Ask for an appointment with the applicant."""
        book_of(self._ctx, self._file, self._page.read_again)

    def plan(self) -> None:
        """Go to the calendar of events, to this request's event."""
        self._go("events")

    # what the service keeps and issues

    def _entry(self, offer: Offer) -> None:
        """The sheet of an entry; saved, it makes its move."""
        row = self._file.page.row
        sheet = EntrySheet(self._ctx, row, offer.move, self._named(offer))
        order = MoveOrder(row.id, offer.move.verb, row.step)

        def done(stepped: Stepped) -> None:
            sheet.kept()
            self._tell(offer.move.label, stepped)
            if sheet.kind.paper:
                self._ctx.print_paper(sheet.kind.paper, row.id)

        def work() -> Stepped:
            return write_entry(self._ctx.workplace, replace(order, to_role=sheet.to_role()), sheet.entry())

        self.ask(sheet, offer.move.label, lambda: self.run(work, done, sheet, on_problems=sheet.mark))

    def _issue(self, offer: Offer) -> None:
        """Say what will be signed, then sign and number it all."""
        row = self._file.page.row
        sheet = IssueSheet(offer.move.label, papers_to_issue(self._ctx, row))

        def done(issued: Issued) -> None:
            numbers = ", ".join(issued.numbers)
            self._ctx.toast(f"{len(issued.letters)} naskah diterbitkan: {numbers}.", tone="done")

        def work() -> Issued:
            return issue_papers(self._ctx.workplace, row.id, row.step)

        self.ask(sheet, offer.move.label, lambda: self.run(work, done, sheet))

    # ordinary moves

    def _move(self, offer: Offer) -> None:
        move = offer.move
        if not offer.asks:
            self._make_move(offer, to_role=offer.roles[0] if offer.roles else None)
            return
        sheet = ReasonSheet(
            move.label,
            label="Alasan" if move.reason_required else "Pesan",
            required=move.reason_required,
            roles=self._named(offer),
            people=[Choice(one.staff_id, one.name) for one in offer.people],
        )
        self.ask(sheet, move.label, lambda: self._make_move(offer, sheet))

    def _named(self, offer: Offer) -> list[Choice]:
        """The roles a move may hand the case to, as choices that say who is there."""
        return role_choices(self._ctx, self._page.standard, offer.roles) if offer.roles else []

    def _make_move(self, offer: Offer, sheet: ReasonSheet | None = None, to_role: str | None = None) -> None:
        row = self._file.page.row
        order = MoveOrder(row.id, offer.move.verb, row.step)
        if sheet is not None:
            order = replace(
                order, reason=sheet.reason(), to_role=sheet.to_role(), assignee_id=sheet.to_person()
            )
        if to_role is not None:
            order = replace(order, to_role=to_role)
        keep = self._kept_letter()

        def work() -> Stepped:
            if keep is not None:
                letters.save_letter(self._ctx.workplace, row.id, keep)
            return move_case(self._ctx.workplace, order)

        def done(stepped: Stepped) -> None:
            if keep is not None:
                self._page.answer.stored_now()
            self._tell(offer.move.label, stepped)

        self.run(work, done, sheet)

    def _kept_letter(self) -> LetterText | None:
        """A letter in work that the next person has to find; None when there is nothing to keep."""
        answer = self._page.answer
        if not answer.dirty():
            return None
        text = answer.value().letter
        return text if text.subject and text.addressee else None

    # decision and letter

    def decide(self) -> None:
        """Record the decision (PPID), with who prepares the answer."""
        form, row = self._page.answer.decide.decision, self._file.page.row
        problems, draft = form.problems(), form.value()
        form.mark(problems)
        if problems or draft is None:
            return
        wanted = replace(draft, expected_step=row.step)

        def done(stepped: Stepped) -> None:
            self._page.answer.decision.discard()
            self._tell("Keputusan dicatat", stepped)

        self.run(lambda: decisions.decide(self._ctx.workplace, row.id, wanted), done, on_problems=form.mark)

    def submit(self) -> None:
        """Record the decision where it is new, keep the letter, and put it forward for the control."""
        answer, row = self._page.answer, self._file.page.row
        problems = answer.problems()
        answer.mark(problems)
        if problems:
            self._page.show_answer()
            return

        def work() -> Stepped:
            self._store_answer()
            return letters.submit_letter(self._ctx.workplace, row.id, row.step)

        def done(stepped: Stepped) -> None:
            answer.stored_now()
            self._tell("Surat diajukan", stepped)

        self.run(work, done, on_problems=answer.mark)

    def save(self) -> None:
        """Keep decision and letter as a draft others can see."""
        answer = self._page.answer
        problems = answer.prepare.letter.problems()[1:] if not answer.value().letter.body else ()
        answer.mark(problems)
        if problems:
            return

        def done(_letter_id: str) -> None:
            answer.stored_now()
            self._ctx.toast("Konsep surat disimpan.", tone="done")

        self.run(self._store_answer, done, on_problems=answer.mark)

    def _store_answer(self) -> str:
        file, answer = self._file, self._page.answer.value()
        row = file.page.row
        draft, kit = answer.decision, service_kit(row.service)
        ready = draft is not None and not decision_problems(kit.decisions, draft)
        if draft is not None and ready and not same(kit, draft, file.decision):
            wanted = replace(draft, expected_step=row.step, to_role=row.holder)
            decisions.decide(self._ctx.workplace, row.id, wanted)
        return letters.save_letter(self._ctx.workplace, row.id, answer.letter)

    def _paraf(self, offer: Offer) -> None:
        row = self._file.page.row
        sheet = ReasonSheet(offer.move.label, label="Catatan", required=False)

        def work() -> Stepped:
            return letters.give_paraf(self._ctx.workplace, row.id, sheet.reason(), row.step)

        self.ask(sheet, offer.move.label, lambda: self.run(work, self._said("Paraf diberikan"), sheet))

    def _return(self, offer: Offer) -> None:
        row = self._file.page.row
        lead = "Surat kembali kepada penyusunnya, dan paraf yang sudah diberikan tidak berlaku lagi."
        sheet = ReasonSheet(offer.move.label, lead, label="Koreksi")

        def work() -> Stepped:
            return letters.return_letter(self._ctx.workplace, row.id, sheet.reason(), row.step)

        self.ask(sheet, offer.move.label, lambda: self.run(work, self._said("Surat dikembalikan"), sheet))

    def sign(self, dated: date | None = None, sheet: Sheet | None = None) -> None:
        """Sign the letter; it gets its number."""
        row = self._file.page.row
        self.run(
            lambda: letters.sign_letter(self._ctx.workplace, row.id, row.step, dated), self._signed, sheet
        )

    def sign_back_dated(self) -> None:
        """Ask for an earlier date, then sign."""
        sheet = BackDateSheet(lambda: self._file.office.day_of(self._ctx.workplace.now()))
        self.ask(sheet, "Tanda tangani dengan tanggal mundur", lambda: self.sign(sheet.day.value(), sheet))

    def _signed(self, signed: Signed) -> None:
        self._ctx.toast(
            f"Surat ditandatangani dengan nomor {signed.number}, tanggal {full_day(signed.dated)}.",
            tone="done",
        )

    # running

    def ask(self, sheet: Sheet, title: str, confirmed: Callable[[], object]) -> None:
        """Show a form in the drawer; its main button does what was asked for."""
        sheet.confirmed.connect(lambda: self._ctx.guard(confirmed))
        sheet.given_up.connect(self._ctx.close_drawer)
        self._ctx.ask(sheet, title, sheet.buttons(), width=sheet.drawer_width)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        sheet: Sheet | None = None,
        on_problems: Callable[[Any], object] | None = None,
    ) -> None:
        """Run an action: what is refused is said in the sheet, what is stale shows the newest state."""
        self._ctx.act(
            lambda: self._tried(work, sheet, marks=on_problems is not None),
            partial(self._after, done, sheet),
            on_problems=on_problems,
        )

    def _tried(self, work: Callable[[], Any], sheet: Sheet | None, *, marks: bool) -> Any:
        """``marks``: the sheet says problems beside its fields."""
        try:
            return work()
        except StaleError as error:
            return _Refused(str(error), True)
        except DeskError as error:
            if sheet is None or (marks and isinstance(error, ProblemsError)):
                raise
            return _Refused(str(error), False)

    def _after(self, done: Callable[[Any], object], sheet: Sheet | None, result: Any) -> None:
        if isinstance(result, _Refused) and not result.stale and sheet is not None:
            sheet.refuse(result.sentence)
            return
        if sheet is not None:
            self._ctx.close_drawer()
        if isinstance(result, _Refused):
            self._page.read_again(result.sentence)
            return
        done(result)
        self._page.read_again()

    def _said(self, words: str) -> Callable[[Stepped], None]:
        return partial(self._tell, words)

    def _tell(self, words: str, stepped: Stepped) -> None:
        holder = role_words(self._page.standard, stepped.holder)
        now = (
            "selesai" if stepped.closed else " · ".join(part for part in (stepped.step_label, holder) if part)
        )
        self._ctx.toast(f"{words}. Sekarang: {now}.", tone="done")
