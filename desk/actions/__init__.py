"""Use cases: each function does one thing an officer does, whole or not at all.

An action takes a :class:`~desk.actions.workplace.Workplace` first, checks who may do it, opens one
``workplace.write("name")`` block (one transaction, one bundle of the change log) and returns a small frozen
result, never a record. Screens refresh from what the store announces after the commit, not from the result.
A newer version of a standard reaches open cases (``applies_to = "unfinished_steps"``) by one action alone, in
``versions``: steps are not changed under anybody's hands, and the result is shown case by case.
Errors are ``DeskError`` subclasses with an Indonesian sentence; ``ProblemsError`` carries one per field.
"""
