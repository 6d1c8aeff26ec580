"""The faces of the tab Jawaban: preparing, deciding, looking at the letter."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.queries.casefile import CaseFile
from desk.rules.workflow import HolderRule
from desk.services.catalog import service_kit
from desk.standards.model import Standard
from desk.ui.runtime.context import ScreenContext
from desk.ui.screens.case.pieces import Facts
from desk.ui.screens.case.words import role_words
from desk.ui.screens.decision.form import DecisionForm
from desk.ui.screens.decision.words import summary
from desk.ui.screens.letter_editor.editor import LetterEditor
from desk.ui.screens.letter_editor.preview import LivePreview
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Banner, DraftBanner, EmptyState, ScrollPage


class PrepareView(ScrollPage):
    """Decision and letter in one column; corrections and a restored draft are said on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.corrections = Banner(tone=Tone.WARN)
        self.restored = DraftBanner()
        self.decision = DecisionForm(())
        self.recorded = Facts()
        self.letter = LetterEditor()
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(scaled(2), 0, scaled(8), scaled(4))
        column.setSpacing(scaled(12))
        for part in (self.corrections, self.restored, self.decision, self.recorded, self.letter):
            column.addWidget(part)
        column.addStretch(1)

    def show_recorded(self, file: CaseFile, *, editable: bool) -> None:
        """The decision taken by somebody else, in words, where this person does not take it."""
        shown = not editable and file.decision is not None
        self.decision.setVisible(editable)
        self.recorded.setVisible(shown)
        self.recorded.set_pairs(decision_pairs(file) if shown else ())


class DecideView(ScrollPage):
    """The decision alone, with who prepares the answer (PPID)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.restored = DraftBanner()
        self.decision = DecisionForm(())
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(scaled(2), 0, scaled(8), scaled(4))
        column.setSpacing(scaled(12))
        column.addWidget(self.restored)
        column.addWidget(self.decision)
        column.addStretch(1)


class LetterView(ScrollPage):
    """The letter as it is on paper, with the decision and the parafs above it."""

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._drawn = ""
        self.facts = Facts()
        self.preview = LivePreview(ctx)
        self.empty = EmptyState("letter", "Belum ada surat jawaban", "")
        self.preview.view.setMinimumHeight(scaled(300))
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(0, 0, scaled(8), 0)
        column.setSpacing(scaled(10))
        column.addWidget(self.facts)
        column.addWidget(self.preview, 1)
        column.addWidget(self.empty, 1)

    def show_case(self, file: CaseFile, standard: Standard) -> None:
        """Show another case, or the same anew."""
        letter = file.letter
        self.facts.set_pairs(review_pairs(file, standard))
        self.facts.setVisible(letter is not None or file.decision is not None)
        self.preview.setVisible(letter is not None)
        self.empty.setVisible(letter is None)
        self.empty.set("letter", "Belum ada surat jawaban", why_no_letter(file))
        if letter is None:
            self.preview.forget()
            self._drawn = ""
            return
        state = repr((letter, file.decision))
        if state != self._drawn:
            self._drawn = state
            kind, letter_id = letter.kind, letter.id
            self.preview.ask(lambda: self._ctx.ports.papers.paper(kind, letter_id), now=True)


def decision_pairs(file: CaseFile) -> tuple[tuple[str, str], ...]:
    """The decision in words, who took it first."""
    if file.decision is None:
        return ()
    kit = service_kit(file.page.row.service)
    taken = f"{kit.decision_label(file.decision.kind)} · {file.decision.by}"
    return (("Keputusan", taken), *summary(kit, file.decision))


def review_pairs(file: CaseFile, standard: Standard) -> tuple[tuple[str, str], ...]:
    """What a controller or signer reads above the letter."""
    letter = file.letter
    decision = decision_pairs(file)
    number = letter.number if letter else ""
    signer = role_words(standard, letter.signer_role) if letter else ""
    return (
        *decision,
        ("Nomor surat", number),
        ("Penanda tangan", letter.signer_name or signer if letter else ""),
        ("Paraf", parafs(file, standard) if letter and letter.state != "draft" else ""),
    )


def parafs(file: CaseFile, standard: Standard) -> str:
    """The stages of the control with what stands at each (R9): ``Sekretaris (menunggu)``."""
    chain = standard.services[file.page.row.service].control_chain
    given = set(file.page.parafs)
    if not any(step.holder_rule is HolderRule.CHAIN for step in file.flow.steps):
        return ""
    names = {row.role: row.by for row in file.controls if row.verdict == "paraf"}
    stages = [
        f"{role_words(standard, role)} ✓ {names.get(role, '')}".strip()
        if role in given
        else f"{role_words(standard, role)} (menunggu)"
        for role in chain
        if role in file.filled
    ]
    return " · ".join(stages)


def why_no_letter(file: CaseFile) -> str:
    """What will bring the letter, or why there is none."""
    row = file.page.row
    if row.spoken:
        return "Informasi diberikan secara lisan di meja layanan."
    if row.closed:
        return "Permohonan ini ditutup tanpa surat."
    holder = row.step_label
    return f"Permohonan berada pada langkah {holder}. Surat tampil di sini setelah disiapkan."
