"""What the office sets for its services (S3, S3k, S5, S6): readings, kinds of days, limits, interns at once.

Notes:
- `page.ServiceSettingsPage` is for who may set services; a change counts open cases anew and lists those
  that moved.
- `fields` makes a field for each thing that can be set; `words` tells a change of the history.
"""
