"""Reads: functions of a session that return frozen row dataclasses, never records.

Screens call them through ``Workplace.ask(query, …)``, so that no session leaves this side. Each query names
the columns it wants; lists are bounded or paged.
"""
