"""One workspace per role: the screens a person at that desk works with.

Notes:
- A workspace names its pages by import path (`lazily`), so that signing in imports none of them.
- `ALL` is in the order people with several roles see them; the shell offers each of theirs (Alt+0) and
  leads to a page of another workspace by itself when one navigates there.
- `entries` holds the lines that several workspaces share; a page id means the same page everywhere.
- The kiosk has no sidebar: `kiosk.open_kiosk` shows the board alone.
"""

from dataclasses import replace

from desk.ui.workspaces.admin import ADMIN
from desk.ui.workspaces.complaints import COMPLAINTS
from desk.ui.workspaces.division import DIVISION
from desk.ui.workspaces.entries import COLLISIONS
from desk.ui.workspaces.front_office import FRONT_OFFICE
from desk.ui.workspaces.kasubag import KASUBAG
from desk.ui.workspaces.leadership import LEADERSHIP
from desk.ui.workspaces.pamdal import PAMDAL
from desk.ui.workspaces.ppid import CONSIDERATION, LIAISON, OPERATOR, PPID
from desk.ui.workspaces.register import REGISTER

_OWN = (
    PAMDAL,
    FRONT_OFFICE,
    REGISTER,
    LEADERSHIP,
    DIVISION,
    PPID,
    LIAISON,
    OPERATOR,
    KASUBAG,
    COMPLAINTS,
    CONSIDERATION,
    ADMIN,
)
ALL = tuple(replace(each, pages=(*each.pages, COLLISIONS)) for each in _OWN)
"""Every workspace with a sidebar."""

__all__ = ["ALL"]
