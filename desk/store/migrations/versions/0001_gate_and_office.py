"""Make the log, the gate, the queue and the office itself."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "attachments",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=True),
        sa.Column("inbox_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("removed_at", sa.String(length=27), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
    )
    op.create_index(op.f("ix_attachments_case_id"), "attachments", ["case_id"], unique=False)
    op.create_index(op.f("ix_attachments_inbox_id"), "attachments", ["inbox_id"], unique=False)
    op.create_table(
        "calendar_days",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_days")),
        sa.UniqueConstraint("day", "kind", name=op.f("uq_calendar_days_day_kind")),
    )
    op.create_index(op.f("ix_calendar_days_day"), "calendar_days", ["day"], unique=False)
    op.create_table(
        "change_value",
        sa.Column("id", sa.Integer(), nullable=False, comment="id of the change"),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=True),
        sa.Column("old", sa.Text(), nullable=True, comment="JSON of the old values; NULL for an insert"),
        sa.Column("new", sa.Text(), nullable=True, comment="JSON of the new values; NULL for a delete"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_value")),
    )
    op.create_table(
        "counters",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=True),
        sa.Column("prefixes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counters")),
        sa.UniqueConstraint("number", name=op.f("uq_counters_number")),
    )
    op.create_table(
        "draft",
        sa.Column("staff", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("staff", "key", name=op.f("pk_draft")),
    )
    op.create_table(
        "election_stages",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_election_stages")),
    )
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tbl", sa.String(length=63), nullable=False),
        sa.Column("row_id", sa.String(length=36), nullable=False),
        sa.Column("blanks", sa.Text(), nullable=False, comment="JSON: column -> what stands there instead"),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
    )
    op.create_table(
        "inbox_checks",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox_checks")),
        sa.UniqueConstraint("day", "channel", name=op.f("uq_inbox_checks_day_channel")),
    )
    op.create_table(
        "inbox_entries",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("received_at", sa.String(length=27), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("external_number", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=True),
        sa.Column("noted_by", sa.String(length=36), nullable=False),
        sa.Column("dismiss_reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox_entries")),
    )
    op.create_index(op.f("ix_inbox_entries_state"), "inbox_entries", ["state"], unique=False)
    op.create_table(
        "issued_numbers",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("suffix", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("dated", sa.String(length=10), nullable=False),
        sa.Column("issued_at", sa.String(length=27), nullable=False),
        sa.Column("subject_table", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("void_reason", sa.String(), nullable=False),
        sa.Column("voided_at", sa.String(length=27), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_numbers")),
        sa.UniqueConstraint("scope", "seq", "suffix", name=op.f("uq_issued_numbers_scope_seq_suffix")),
    )
    op.create_index(op.f("ix_issued_numbers_text"), "issued_numbers", ["text"], unique=False)
    op.create_table(
        "number_counters",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_counters")),
        sa.UniqueConstraint("scope", name=op.f("uq_number_counters_scope")),
    )
    op.create_table(
        "offices",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("standard", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("region_code", sa.String(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offices")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False, comment="always 1"),
        sa.Column(
            "acknowledged",
            sa.Integer(),
            nullable=False,
            comment="position up to which the server has the log",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    op.create_table(
        "printouts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printouts")),
    )
    op.create_index("ix_printouts_subject", "printouts", ["subject_id", "paper"], unique=False)
    op.create_table(
        "shift_notes",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("read_at", sa.String(length=27), nullable=True),
        sa.Column("read_by", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_notes")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("nip", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("login", name=op.f("uq_staff_login")),
    )
    op.create_table(
        "store_meta",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_store_meta")),
    )
    op.create_table(
        "tickets",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=True),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("issued_at", sa.String(length=27), nullable=False),
        sa.Column("since", sa.String(length=27), nullable=False),
        sa.Column("counter_id", sa.String(length=36), nullable=True),
        sa.Column("called_at", sa.String(length=27), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("serving_at", sa.String(length=27), nullable=True),
        sa.Column("finished_at", sa.String(length=27), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tickets")),
        sa.UniqueConstraint("day", "prefix", "number", name=op.f("uq_tickets_day_prefix_number")),
    )
    op.create_index("ix_tickets_day_state", "tickets", ["day", "state"], unique=False)
    op.create_table(
        "txn",
        sa.Column("position", sa.Integer(), nullable=False, comment="order of the local chain"),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("incarnation", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False, comment="gapless within device and incarnation"),
        sa.Column("prev_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("body_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("chain_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("schema_version", sa.String(length=40), nullable=False),
        sa.Column("actor", sa.String(length=36), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False, comment="working place of the actor"),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("action", sa.String(length=80), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_txn")),
        sa.UniqueConstraint("device", "incarnation", "seq", name=op.f("uq_txn_device_incarnation_seq")),
        sa.UniqueConstraint("id", name=op.f("uq_txn_id")),
    )
    op.create_table(
        "visitor_cards",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=True),
        sa.Column("lost", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visitor_cards")),
        sa.UniqueConstraint("number", name=op.f("uq_visitor_cards_number")),
        sa.UniqueConstraint("visit_id", name=op.f("uq_visitor_cards_visit_id")),
    )
    op.create_table(
        "visits",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("arrived_at", sa.String(length=27), nullable=False),
        sa.Column("left_at", sa.String(length=27), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("institution", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("identity_kind", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("meets", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("companions", sa.Integer(), nullable=False),
        sa.Column("companion_names", sa.Text(), nullable=False),
        sa.Column("errand", sa.String(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("registered_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
    )
    op.create_index("ix_visits_day_arrived", "visits", ["day", "arrived_at"], unique=False)
    op.create_index(
        "ix_visits_inside", "visits", ["left_at"], unique=False, sqlite_where=sa.text("left_at IS NULL")
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False, comment="ordinal over the whole log"),
        sa.Column("txn", sa.Integer(), nullable=False),
        sa.Column("tbl", sa.String(length=63), nullable=False),
        sa.Column("row_id", sa.String(length=36), nullable=False),
        sa.Column("op", sa.String(length=1), nullable=False, comment="I, U or D"),
        sa.Column("value_hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["txn"], ["txn.position"], name=op.f("fk_change_txn_txn"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_index("ix_change_row_id", "change", ["row_id"], unique=False)
    op.create_index("ix_change_txn", "change", ["txn"], unique=False)
    op.create_table(
        "command",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("txn", sa.Integer(), nullable=False),
        sa.Column("tbl", sa.String(length=63), nullable=False),
        sa.Column("row_id", sa.String(length=36), nullable=False),
        sa.Column("from_step", sa.String(length=80), nullable=True, comment="NULL opens the case"),
        sa.Column("verb", sa.String(length=80), nullable=False),
        sa.Column("to_step", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["txn"], ["txn.position"], name=op.f("fk_command_txn_txn"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_command")),
    )
    op.create_index("ix_command_row_id", "command", ["row_id"], unique=False)
    op.create_index("ix_command_txn", "command", ["txn"], unique=False)
    op.create_table(
        "mandates",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("since", sa.String(length=27), nullable=False),
        sa.Column("until", sa.String(length=27), nullable=True),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("given_by", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_mandates_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandates")),
    )
    op.create_table(
        "staff_roles",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("since", sa.String(length=10), nullable=False),
        sa.Column("until", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_roles_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_roles")),
    )
    op.create_index("ix_staff_roles_staff", "staff_roles", ["staff_id"], unique=False)
