"""Jawaban: what this person has to do about the answer; words are kept while they are written."""

from collections.abc import Collection

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk.queries.casefile import CaseFile
from desk.services.answering import DecisionDraft
from desk.services.catalog import service_kit
from desk.services.common import Problem
from desk.standards.model import Standard
from desk.ui.fields import Choice
from desk.ui.runtime.autosave import CaseDraft
from desk.ui.runtime.context import ScreenContext
from desk.ui.screens.case import offers as moves
from desk.ui.screens.case.answer_draft import (
    AnswerDraft,
    corrections,
    followed,
    rebodied,
    signers_of,
    starting_letter,
    stored,
)
from desk.ui.screens.case.answer_views import DecideView, LetterView, PrepareView
from desk.ui.screens.case.offers import Mode, Offer, Way
from desk.ui.screens.case.words import role_words
from desk.ui.theme.tokens import Tone


class AnswerTab(QWidget):
    """The tab.

    Signals:
        edited: the letter or the decision on screen changed; draw it anew.
        kept: the draft is saved on this PC.
    """

    edited = Signal()
    kept = Signal()

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.mode = Mode.READ
        self._file: CaseFile | None = None
        self._case_id = ""
        self._loaded: AnswerDraft | None = None
        self._stack = QStackedWidget(self)
        self.prepare, self.decide = PrepareView(self._stack), DecideView(self._stack)
        self.letter = LetterView(ctx, self._stack)
        self._answer = CaseDraft(ctx, "answer", AnswerDraft, self.prepare.restored, title=_title, parent=self)
        self.decision = CaseDraft(ctx, "decision", DecisionDraft, self.decide.restored, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for view in (self.prepare, self.decide, self.letter):
            self._stack.addWidget(view)
        self.prepare.decision.changed.connect(self._decision_changed)
        self.prepare.letter.changed.connect(self._changed)
        self.prepare.letter.kind_chosen.connect(self._kind_chosen)
        self.decide.decision.changed.connect(self._decision_begun)
        self._answer.saved.connect(self.kept)
        self._answer.given_up.connect(self._without_draft)
        self.decision.given_up.connect(lambda: self.decide.decision.set_value(None))

    # showing

    def show_case(self, file: CaseFile, standard: Standard, found: Collection[Offer]) -> None:
        """Show another case, or the same anew; words somebody is writing stay."""
        other = file.page.row.id != self._case_id
        if other:
            self.flush()
        unsaved = self.dirty()  # against the state it was typed on
        before, self.mode = self.mode, moves.mode(found)
        self._file, self._case_id = file, file.page.row.id
        if self.mode is Mode.PREPARE:
            fresh = other or before is not Mode.PREPARE
            self._show_prepare(file, standard, found, fresh=fresh, unsaved=unsaved)
        elif self.mode is Mode.DECIDE:
            self._show_decide(file, standard, found, fresh=other or before is not Mode.DECIDE)
        else:
            self.letter.show_case(file, standard)
            self._stack.setCurrentWidget(self.letter)

    def _show_prepare(
        self, file: CaseFile, standard: Standard, found: Collection[Offer], *, fresh: bool, unsaved: bool
    ) -> None:
        view = self.prepare
        kinds = moves.decisions(file, found)
        view.corrections.say(corrections(file), Tone.WARN)
        view.show_recorded(file, editable=bool(kinds))
        if fresh or not unsaved:
            view.decision.offer(kinds)
            view.letter.offer_papers(service_kit(file.page.row.service).papers)
            view.letter.offer_signers(signers_of(file, standard))
            self._load(file, fresh=fresh)
        self._stack.setCurrentWidget(view)

    def _load(self, file: CaseFile, *, fresh: bool) -> None:
        """Show what is stored, or the draft of this PC that goes beyond it."""
        kept = stored(file)
        self._started = starting_letter(file, kept.decision)
        found = self._answer.open(self._case_id, kept) if fresh else None
        shown = found or kept
        self._set(shown)
        self._loaded = self.value() if shown == kept else kept
        self.edited.emit()

    def _show_decide(
        self, file: CaseFile, standard: Standard, found: Collection[Offer], *, fresh: bool
    ) -> None:
        form = self.decide.decision
        form.offer(moves.decisions(file, found))
        if fresh:
            roles = next((one.roles for one in found if one.way is Way.DECIDE), ())
            form.offer_roles([Choice(role, role_words(standard, role)) for role in roles])
            form.set_value(self.decision.open(self._case_id))
        elif (newer := self.decision.newer(form.value())) is not None:
            form.set_value(newer)
        self._stack.setCurrentWidget(self.decide)

    # what is written

    def value(self) -> AnswerDraft:
        """The answer as it stands on screen (mode PREPARE)."""
        decision = self.prepare.decision.value() if self._decides() else None
        if decision is None and self._file is not None and not self._decides():
            decision = stored(self._file).decision
        return AnswerDraft(decision, self.prepare.letter.value())

    def dirty(self) -> bool:
        """Whether something on screen is not stored."""
        return self.mode is Mode.PREPARE and self._loaded is not None and self.value() != self._loaded

    def problems(self) -> tuple[Problem, ...]:
        """What keeps the answer from being put forward."""
        decision = self.prepare.decision.problems() if self._decides() else ()
        return (*decision, *self.prepare.letter.problems())

    def mark(self, problems: Collection[Problem]) -> None:
        """Say what is wrong beside the fields; the first of them gets the keyboard."""
        self.prepare.letter.mark(tuple(problems))
        if self._decides():
            self.prepare.decision.mark(tuple(problems))

    def flush(self) -> None:
        """Keep unsaved words on this PC now."""
        self._answer.flush()
        self.decision.flush()

    def stored_now(self) -> None:
        """What is on screen is stored: the draft of this PC is not needed any more."""
        self._answer.discard()
        self._loaded = self.value()

    def _without_draft(self) -> None:
        if self._file is not None:
            self._load(self._file, fresh=False)

    def first_field(self) -> QWidget:
        """Where the keyboard goes on arriving."""
        if self.mode is Mode.DECIDE:
            return self.decide.decision.kind
        if self.mode is Mode.PREPARE:
            return self.prepare.decision.kind if self._decides() else self.prepare.letter.body
        return self.letter.preview.view

    def _decides(self) -> bool:
        return not self.prepare.decision.isHidden()

    def _set(self, draft: AnswerDraft) -> None:
        if self._decides():
            self.prepare.decision.set_value(draft.decision)
        self.prepare.letter.set_value(draft.letter)

    def _decision_changed(self) -> None:
        if self._file is None:
            return
        shown = self.value()
        letter, self._started = followed(self._file, shown, self._started, shown.decision)
        if letter != shown.letter:
            self.prepare.letter.set_value(letter)
        self._changed()

    def _kind_chosen(self) -> None:
        if self._file is None:
            return
        letter, self._started = rebodied(self._file, self.value(), self._started)
        self.prepare.letter.set_value(letter)
        self._changed()

    def _decision_begun(self) -> None:
        value = self.decide.decision.value()
        if value is not None:
            self.decision.changed(value)

    def _changed(self) -> None:
        self._answer.changed(self.value())
        QTimer.singleShot(0, self, self.edited.emit)


def _title(draft: AnswerDraft) -> str:
    return draft.letter.subject
