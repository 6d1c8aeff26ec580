"""The disposition inbox of the Sekretaris, the Ketua and the Plh., and its record from paper (R3).

Notes:
- `page` is the in-tray: one letter, or several marked with Space, disposed of with the same entry.
- `ways` works out from the flow who disposes, to whom it may go and what comes next; no step is named here
  but those that bear a disposition.
- `form` holds the entry (a frozen `Entry`) and knows nothing of cases; drafts of it survive a crash.
- Dispositions are never undone: they can be followed by another, or sent back with a reason.
"""
