"""Which workspaces an officer has: by the roles held now, so that a mandate opens and closes them at once."""

from collections.abc import Callable, Sequence

from desk.ui.runtime.context import ScreenContext
from desk.ui.shell.workspace import Workspace, fitting, workspaces_for

Roles = Callable[[], frozenset[str]]
"""Gives the roles the officer holds at this moment."""

NOTHING = Workspace("none", "Belum ada ruang kerja", ())
"""Where somebody sits who holds no role any more."""


class Rooms:
    """The officer's workspaces among those known; without ``roles`` all of them, for good."""

    def __init__(self, ctx: ScreenContext, known: Sequence[Workspace], roles: Roles | None) -> None:
        self._ctx, self._known, self._roles = ctx, tuple(known), roles
        self._held = roles() if roles is not None else frozenset()

    def open(self) -> tuple[Workspace, ...]:
        """The workspaces as they stand."""
        mine = self._known if self._roles is None else workspaces_for(self._held, self._known)
        return tuple(fitting(each, self._ctx) for each in mine)

    def changed(self) -> bool:
        """Look at the roles again; True where they are others than before."""
        now = self._held if self._roles is None else self._roles()
        before, self._held = self._held, now
        return now != before

    def titles(self) -> str:
        """The offices held, as the top bar has them."""
        return self._ctx.workplace.standard.held_titles(self._held)


def news(before: Sequence[Workspace], after: Sequence[Workspace]) -> str:
    """What opened and what closed, in a sentence."""
    had, has = {one.id for one in before}, {one.id for one in after}
    opened = [one.label for one in after if one.id not in had]
    closed = [one.label for one in before if one.id not in has]
    parts = [f"Terbuka untuk Anda: {', '.join(opened)}." if opened else ""]
    parts.append(f"Tidak terbuka lagi: {', '.join(closed)}." if closed else "")
    return " ".join(part for part in parts if part) or "Wewenang Anda berubah."
