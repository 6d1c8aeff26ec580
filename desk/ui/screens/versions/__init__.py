"""*Standar baru*: open cases that a newer version of their standard reaches, taken over in one action.

What goes over and what stays, and why, is shown before; due dates that moved are listed after, as when the
calendar changes.
"""
