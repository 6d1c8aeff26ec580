"""The office network: operations up, rows down, the shared PostgreSQL being the authority (design.md,
"Sync").

Notes:

- A **bundle** is one local transaction as the change log captured it. ``store.outbox`` reads those the
  server has not answered, ``exchange`` sends them in arrays to one function of the server, which merges,
  numbers and answers each.
- The server keeps rows as captured (``desk.office_row``: table, id, revision, audience, jsonb): it needs no
  change for a new column, takes the bundles of a desk one version behind, and pages what changed by
  revision over all tables at once. Typed views stand beside it for people. Merging by column group,
  permissions and moves are data uploaded from ``merging``, ``permits`` and ``scopes``; the functions hold
  no rule of their own.
- A **pull** reads one consistent state above the cursor and writes it past the change log in one local
  transaction; rows with own unanswered changes show the server's copy with those changes over it. No shadow
  copy is kept: a refusal only ever arrives while the server is reached, and then its copy is read with the
  answer.
- A **restored server** is known by its epoch, by a cursor above its head, by answered bundles it has not (of
  any incarnation of this store), and by the mark: the newest bundle a desk has read, which the server must
  know although others went on from the older copy.
- **Server first**: a counter that calls, a card, a signature hold a key on the server (``desk.claim``) for
  the moment; the use cases see it as ``desk.actions.lan``. Without the server they do only what cannot
  collide.
- **Numbers**: on a network every register number starts as ``SEMENTARA-<device>-<n>`` and becomes official
  in the push that carries it, usually before the paper is printed. Sent again to a restored server, a number
  that stands on paper is given again, or, given to another meanwhile, kept as a second alias (``printed``)
  with a conflict that says so. A PC that was itself restored does not know what it gave on paper after its
  backup: its aliases bear a fresh series (``SEMENTARA-<device>-<series>-<n>``), its queue tickets of that day
  a fresh block.
- ``exchange`` is one conversation over one connection, without threads; ``worker`` keeps it up in a thread;
  ``admin``, ``adoption``, ``joining`` and ``enrolment`` are how a network comes to be; ``server`` holds its
  schema and functions.
"""
