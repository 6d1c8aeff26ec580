"""What is done on the page of votes: elections kept, figures typed or imported, their history told."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desk.actions.votes import FiguresKept, keep_election, keep_figures
from desk.actions.votes_file import VotesUnreadableError, read_votes
from desk.queries.votes import changes_of
from desk.rules.votes import ElectionVotes, VoteLine
from desk.ui.fields.files import Chooser, ask_files
from desk.ui.screens.case.sheets import Sheet
from desk.ui.screens.votes.editing import DistrictDraft
from desk.ui.screens.votes.sheets import ElectionSheet, HistorySheet, ImportSheet

if TYPE_CHECKING:
    from desk.ui.screens.votes.page import VotesPage


class Doing:
    """The acts of the page; ``begun`` is what the grid was opened with."""

    def __init__(self, page: "VotesPage") -> None:
        self._page, self._ctx = page, page.ctx
        self.begun = DistrictDraft()
        self._seen: tuple[VoteLine, ...] = ()
        self.chooser: Chooser = ask_files

    def _ask(self, sheet: Sheet, title: str, confirmed: Callable[[], object]) -> None:
        sheet.confirmed.connect(lambda: self._ctx.guard(confirmed))
        sheet.given_up.connect(self._ctx.close_drawer)
        self._ctx.ask(sheet, title, sheet.buttons(), width=sheet.drawer_width)

    # elections

    def ask_election(self, known: ElectionVotes | None) -> None:
        """Ask for a new election, or for corrections of one."""
        sheet = ElectionSheet(self._ctx.today, known)
        place, election_id = self._ctx.workplace, "" if known is None else known.id

        def kept(election_id: str) -> None:
            self._ctx.close_drawer()
            self._page.refresh_soon()
            self._page.refresh_now()
            self._page.election.set_value(election_id)
            self._page.refresh_soon()

        def keep() -> None:
            self._ctx.act(
                lambda: keep_election(place, sheet.draft(), election_id),
                kept,
                on_problems=sheet.mark,
                done=f"{sheet.name.value()} dicatat.",
            )

        self._ask(sheet, "Pemilu baru" if known is None else "Ubah pemilu", keep)

    # figures

    def begin(self, begun: DistrictDraft, seen: tuple[VoteLine, ...]) -> None:
        """Remember what typing began from."""
        self.begun, self._seen = begun, seen

    def keep_district(self) -> None:
        """Keep what was typed in place of the district's figures."""
        page, election = self._page, self._page.chosen()
        if election is None or not page.editor.complete():
            return
        read = page.editor.read()
        name = page.editor.district.value()
        if name != self.begun.district and any(one.district == name for one in self._seen):
            page.editor.district.mark("Daerah pemilihan ini sudah ada.")
            page.editor.district.setFocus()
            return
        if read.problems:
            page.editor.tell(read.problems)
            return
        lines = _replaced(self._seen, self.begun.district, read.lines)
        self._keep(election, lines, self._seen, self._typed, page.editor.news.say)

    def _typed(self, kept: FiguresKept) -> None:
        page = self._page
        name = page.editor.district.value()
        page.autosave.discard()
        page.end_editing()
        page.refresh_soon()
        page.refresh_now()
        page.districts.select(name)
        self._ctx.toast(_words(kept), tone="done")

    def ask_file(self) -> None:
        """Ask for a file and take its figures, all of them or none."""
        election = self._page.chosen()
        if election is None:
            return
        sheet = ImportSheet(election.name, self.chooser)
        seen = self._page.known_lines()

        def taken(kept: FiguresKept) -> None:
            self._ctx.close_drawer()
            self._page.refresh_soon()
            self._ctx.toast(_words(kept), tone="done")

        def take() -> None:
            try:
                read = read_votes(sheet.data())
            except (VotesUnreadableError, OSError) as error:
                sheet.refuse(str(error) if isinstance(error, VotesUnreadableError) else _GONE)
                return
            if read.problems:
                sheet.tell(read.problems)
            else:
                self._keep(election, read.lines, seen, taken, sheet.refuse)

        self._ask(sheet, "Impor perolehan suara", take)

    def _keep(
        self,
        election: ElectionVotes,
        lines: Sequence[VoteLine],
        seen: Sequence[VoteLine],
        done: Callable[[FiguresKept], object],
        refuse: Callable[[str], object],
    ) -> None:
        self._ctx.act(
            lambda: keep_figures(self._ctx.workplace, election.id, lines, seen),
            done,
            on_problems=lambda problems: refuse(problems[0].message),
        )

    def tell_history(self, about: str, figure_id: str) -> None:
        """Show every change of a figure."""
        found = self._ctx.workplace.ask(changes_of, figure_id)
        sheet = HistorySheet(about, found, self._page.office.local)
        self._ask(sheet, "Riwayat angka", self._ctx.close_drawer)


_GONE = "Berkas tidak dapat dibaca lagi."


def _replaced(known: Sequence[VoteLine], district: str, mine: Sequence[VoteLine]) -> tuple[VoteLine, ...]:
    """Figures with those of a district in the place of its old ones; a new district comes last."""
    place = next((at for at, one in enumerate(known) if one.district == district), len(known))
    before = [one for one in known[:place] if one.district != district]
    after = [one for one in known[place:] if one.district != district]
    return (*before, *mine, *after)


def _words(kept: FiguresKept) -> str:
    return f"Angka disimpan: {kept.added} baru, {kept.changed} berubah, {kept.removed} dihapus."
