"""Mandates (Plh.): who acts as whom, from when until when, by which letter; all of them are kept (P5).

Notes:
- The table is the log; the form gives a new one; ending one keeps its row.
- Somebody signed in gets a mandate with the next sign-in; the page says so.
"""
