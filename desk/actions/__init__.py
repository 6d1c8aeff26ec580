"""Use cases: each function does one thing an officer does, whole or not at all.

An action takes a :class:`~desk.actions.workplace.Workplace` first, checks who may do it, opens one
``workplace.write("name")`` block (one transaction, one bundle of the change log) and returns a small frozen
result, never a record. Screens refresh from what the store announces after the commit, not from the result.
Errors are ``DeskError`` subclasses with an Indonesian sentence; ``ProblemsError`` carries one per field.
"""
