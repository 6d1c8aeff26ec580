"""The service standards and the maklumat pelayanan, in the drawer over whatever is being done (R10).

Notes:
- `panel.StandardsPanel` opens with one key from every page; what is typed behind it stays.
- What is told comes from `desk.standards.told`, as on paper; only the standard in force today is shown.
"""
