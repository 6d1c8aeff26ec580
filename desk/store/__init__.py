"""The encrypted local store: one SQLCipher database per office and PC, a second one for attachments.

Notes:

- ``Store.write(actor, action, at)`` is the only way to change the office's records: one block is one
  IMMEDIATE transaction and one bundle of the change log. Triggers generated from the models write the log,
  so bulk updates cannot slip past it; outside a block they refuse. ``Store.local()`` writes this PC's own
  tables.
- ``Store.read()`` gives a read-only session on one consistent state.
- The log: ``txn`` (a bundle, chained by hash) has ``change`` rows (which row, which operation, a salted hash
  of the values) and ``command`` rows (step changes). The values sit in ``change_value``, which legal erasure
  may empty. ``change.txn`` refers to ``txn`` by a deferred foreign key: a transaction that did not close its
  bundle cannot commit.
- The search indexes follow the log: closing a bundle refreshes what it touched, in the same transaction.
- A folder holds ``office/`` (desk.db, blobs.db, recovery.db, key.json: replaced as a whole by a restore) and
  ``keys/`` (the machine's key files). ``recovery.db`` gives the key back for the recovery code.
- A new office waits in ``.founding`` until its recovery sheet is kept, a new recovery code in ``.recovery``,
  a verified restore in ``.ready``: each comes into force by one rename.
- The store's own tables, drafts among them, are local-only: named in ``triggers.LOCAL_ONLY``.
"""
