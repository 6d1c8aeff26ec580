"""What every in-tray shares: the list at the left, the open case at the right, and on to the next one.

Notes:
- `TrayPage` holds the list and the place; a screen gives the rows, the sheet and what saving means.
- `CaseFacts` is the head of a sheet: who wants what until when, its letter, what others wrote on it.
- `words` are the sentences (due dates, moments, offices held); `ReasonForm` asks why something goes back.
- A list is read anew on every announcement; a form somebody types in is never touched by that.
"""

from desk.ui.screens.tray.facts import CaseFacts
from desk.ui.screens.tray.page import TrayPage
from desk.ui.screens.tray.reason import ask_reason

__all__ = ["CaseFacts", "TrayPage", "ask_reason"]
