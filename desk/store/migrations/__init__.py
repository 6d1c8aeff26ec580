"""The store's schema, revision by revision; it runs from the installed package, without any ini file.

A change of the models needs ``python -m desk.store.migrations.make "what and why"`` and a look at what it
wrote. Change-log triggers and search indexes are derived: they are not in the revisions but dropped before
and made anew after them, from the models; ``DERIVED`` fingerprints them so that a change of theirs without a
new revision fails a test. A table that SQLite cannot alter in place is rebuilt with ``op.batch_alter_table``:
revisions run with foreign keys off, because a rebuild with them on takes child rows along.
Old revisions are never edited, except to add what SQLite needs to run them.
"""

HEAD = "0010"
"""The newest revision; ids are numbers of four digits, so their order is text order."""

DERIVED = "849a691a7f9d8a0a87ba2e446ed94a3606cd71fad667ecfdb138c5b231dd32b8"
"""Fingerprint of the triggers and search indexes that belong to ``HEAD``."""
