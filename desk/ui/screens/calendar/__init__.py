"""The working calendar (R11): closed days, election stages, service hours, due dates that a change moved.

Notes:
- Nothing is foretold before saving; after each change the open cases whose due date moved are listed.
- Who may not change the calendar sees the same page without the forms.
- From November on, next year's cuti bersama is asked for while it is missing.
"""
