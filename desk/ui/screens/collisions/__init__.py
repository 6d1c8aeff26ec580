"""Perlu dipilih: what two officers changed at once, both versions side by side; what the server refused.

Notes:
- ``words`` and ``values`` are pure: names of tables and columns, and values as somebody would say them.
- ``compare`` shows the versions; ``page`` reads, offers and acts.
"""
