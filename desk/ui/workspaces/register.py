"""The workspace of the register officer, Sub Bagian Umum (P3): letters in, dispositions from paper, books."""

from dataclasses import replace

from desk.ui.runtime.context import ScreenContext
from desk.ui.shell.workspace import PageEntry, Workspace, lazily
from desk.ui.workspaces import entries


def _letters(ctx: ScreenContext) -> int:
    from desk.ui.screens.register_desk.page import count_letters

    return count_letters(ctx)


REGISTER = Workspace(
    id="register",
    label="Meja register",
    pages=(
        PageEntry(
            "register_desk",
            "Surat masuk",
            lazily("desk.ui.screens.register_desk.page:RegisterDeskPage"),
            "letter",
            badge=_letters,
            badge_watches=frozenset({"cases"}),
        ),
        replace(entries.DISPOSITION, title="Disposisi dari kertas"),
        entries.WORK,
        entries.CASES,
        entries.INBOX,
        entries.HANDOVER,
        replace(entries.COUNTER, under="register_desk"),
        entries.case_under("cases"),
        entries.correction_under("cases"),
        entries.EKSPEDISI,
        replace(entries.PRESENCE, more=True),
        replace(entries.APPOINTMENTS, more=True),
        PageEntry(
            "numbers", "Buku nomor", lazily("desk.ui.screens.numbers.page:NumbersPage"), "book", more=True
        ),
    ),
    roles=frozenset({"register"}),
    opens={"letter": "register_desk"},
)
