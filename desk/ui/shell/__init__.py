"""The frame around every screen: sign-in, window, sidebar, search, preview, help.

Start-up is a promise (Enter to usable workspace <= 150 ms): `sign_in` imports Qt and the theme only, pages
are built on their first visit, everything slow (argon2, ORM, PDF) is behind a port or a lazy import.
"""
