"""The store's schema, revision by revision; it runs from the installed package, without any ini file.

A change of the models needs ``python -m desk.store.migrations.make "what and why"`` and a look at what it
wrote. Change-log triggers and search indexes are derived: they are not in the revisions but dropped before
and made anew after them, from the models; ``DERIVED`` fingerprints them so that a change of theirs without a
new revision fails a test. A table that SQLite cannot alter in place is rebuilt with ``op.batch_alter_table``:
revisions run with foreign keys off, because a rebuild with them on takes child rows along.
Old revisions are never edited, except to add what SQLite needs to run them.
"""

HEAD = "0011"
"""The newest revision; ids are numbers of four digits, so their order is text order."""

DERIVED = "6c4a361d1d84bc0694b997f7767f9b25a48268ac353d6cce91b1cf660a61afd1"
"""Fingerprint of the triggers and search indexes that belong to ``HEAD``."""
