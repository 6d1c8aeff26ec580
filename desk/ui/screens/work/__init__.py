"""Pekerjaan saya: the cases that wait for the officer's roles, by due date.

Notes:
- `groups` is pure: rows into Terlambat, Hari ini, Segera, Lainnya; `tasklist` draws them; `page` reads.
"""
