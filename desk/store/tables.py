"""The store's own tables: bundles, changes, their values, commands, erasures, outbox, replica, identity."""

import sqlalchemy as sa

from desk.models.base import Base
from desk.models.types import Instant

_meta = Base.metadata

txn = sa.Table(
    "txn",
    _meta,
    sa.Column("position", sa.Integer, primary_key=True, comment="order of the local chain"),
    sa.Column("id", sa.String(36), nullable=False, unique=True),
    sa.Column("device", sa.String(36), nullable=False),
    sa.Column("incarnation", sa.String(36), nullable=False),
    sa.Column("seq", sa.Integer, nullable=False, comment="gapless within device and incarnation"),
    sa.Column("prev_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("body_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("chain_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("schema_version", sa.String(40), nullable=False),
    sa.Column("actor", sa.String(36), nullable=False),
    sa.Column("place", sa.String(80), nullable=False, comment="working place of the actor"),
    sa.Column("role", sa.String(40), nullable=False),
    sa.Column("action", sa.String(80), nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.UniqueConstraint("device", "incarnation", "seq"),
)

change = sa.Table(
    "change",
    _meta,
    sa.Column("id", sa.Integer, primary_key=True, comment="ordinal over the whole log"),
    sa.Column(
        "txn",
        sa.Integer,
        sa.ForeignKey("txn.position", deferrable=True, initially="DEFERRED"),
        nullable=False,
    ),
    sa.Column("tbl", sa.String(63), nullable=False),
    sa.Column("row_id", sa.String(36), nullable=False),
    sa.Column("op", sa.String(1), nullable=False, comment="I, U or D"),
    sa.Column("value_hash", sa.LargeBinary(32), nullable=False),
    sa.Column("base_rev", sa.Integer, comment="server revision of the row it was made on; NULL: none yet"),
    sa.Index("ix_change_txn", "txn"),
    sa.Index("ix_change_row_id", "row_id"),
)

change_value = sa.Table(
    "change_value",
    _meta,
    sa.Column("id", sa.Integer, primary_key=True, comment="id of the change"),
    sa.Column("salt", sa.LargeBinary(16)),
    sa.Column("old", sa.Text, comment="JSON of the old values; NULL for an insert"),
    sa.Column("new", sa.Text, comment="JSON of the new values; NULL for a delete"),
)

command = sa.Table(
    "command",
    _meta,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "txn",
        sa.Integer,
        sa.ForeignKey("txn.position", deferrable=True, initially="DEFERRED"),
        nullable=False,
    ),
    sa.Column("tbl", sa.String(63), nullable=False),
    sa.Column("row_id", sa.String(36), nullable=False),
    sa.Column("from_step", sa.String(80), comment="NULL opens the case"),
    sa.Column("verb", sa.String(80), nullable=False),
    sa.Column("to_step", sa.String(80), nullable=False),
    sa.Index("ix_command_txn", "txn"),
    sa.Index("ix_command_row_id", "row_id"),
)

erasure = sa.Table(
    "erasure",
    _meta,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("tbl", sa.String(63), nullable=False),
    sa.Column("row_id", sa.String(36), nullable=False),
    sa.Column("blanks", sa.Text, nullable=False, comment="JSON: column -> what stands there instead"),
    sa.Column("at", Instant, nullable=False),
    sa.Column("txn", sa.Integer, comment="position of the bundle it was made in; NULL: applied again later"),
)

outbox = sa.Table(
    "outbox",
    _meta,
    sa.Column("id", sa.Integer, primary_key=True, comment="always 1"),
    sa.Column(
        "acknowledged", sa.Integer, nullable=False, comment="position up to which the server has the log"
    ),
)

replica_row = sa.Table(
    "replica_row",
    _meta,
    sa.Column("tbl", sa.String(63), primary_key=True),
    sa.Column("row_id", sa.String(36), primary_key=True),
    sa.Column("rev", sa.Integer, nullable=False, comment="server revision last written into the row"),
    sqlite_with_rowid=False,
)

refusal = sa.Table(
    "refusal",
    _meta,
    sa.Column("txn", sa.Integer, primary_key=True, comment="position of the bundle the server refused"),
    sa.Column("code", sa.String(40), nullable=False),
    sa.Column("detail", sa.Text, nullable=False, comment="JSON of what the server said about it"),
    sa.Column("at", Instant, nullable=False),
    sa.Column("settled_at", Instant, comment="when somebody took note of it"),
)

store_meta = sa.Table(
    "store_meta",
    _meta,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

draft = sa.Table(
    "draft",
    _meta,
    sa.Column("staff", sa.String(36), primary_key=True),
    sa.Column("key", sa.String(80), primary_key=True),
    sa.Column("form", sa.String(40), nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("at", Instant, nullable=False),
)

INSERT_ONLY = (txn, change, command, erasure)
"""Tables whose rows are never changed nor removed."""

STORE_TABLES = (
    txn,
    change,
    change_value,
    command,
    erasure,
    outbox,
    replica_row,
    refusal,
    store_meta,
    draft,
)
"""Everything this module declares; none of it is captured."""
