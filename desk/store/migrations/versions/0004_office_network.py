"""The office network: server revisions, refusals, conflicts, provisional numbers.

Credentials leave the rows of the staff, so that a device may know a name without what proves it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "conflicts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tbl", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=True),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("mine", sa.Text(), nullable=False),
        sa.Column("theirs", sa.Text(), nullable=False),
        sa.Column("my_staff", sa.String(length=36), nullable=False),
        sa.Column("my_place", sa.String(), nullable=False),
        sa.Column("my_at", sa.String(length=27), nullable=False),
        sa.Column("their_staff", sa.String(), nullable=False),
        sa.Column("their_place", sa.String(), nullable=False),
        sa.Column("their_at", sa.String(length=27), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("txn", sa.String(length=36), nullable=False),
        sa.Column("settled_at", sa.String(length=27), nullable=True),
        sa.Column("settled_by", sa.String(length=36), nullable=True),
        sa.Column("choice", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflicts")),
    )
    with op.batch_alter_table("conflicts", schema=None) as batch_op:
        batch_op.create_index(
            "ix_conflicts_open", ["settled_at"], unique=False, sqlite_where=sa.text("settled_at IS NULL")
        )

    op.create_table(
        "credentials",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credentials")),
    )
    op.create_table(
        "refusal",
        sa.Column("txn", sa.Integer(), nullable=False, comment="position of the bundle the server refused"),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False, comment="JSON of what the server said about it"),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("settled_at", sa.String(length=27), nullable=True, comment="when somebody took note of it"),
        sa.PrimaryKeyConstraint("txn", name=op.f("pk_refusal")),
    )
    op.create_table(
        "replica_row",
        sa.Column("tbl", sa.String(length=63), nullable=False),
        sa.Column("row_id", sa.String(length=36), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False, comment="server revision last written into the row"),
        sa.PrimaryKeyConstraint("tbl", "row_id", name=op.f("pk_replica_row")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "base_rev",
                sa.Integer(),
                nullable=True,
                comment="server revision of the row it was made on; NULL: none yet",
            )
        )

    with op.batch_alter_table("erasure", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "txn",
                sa.Integer(),
                nullable=True,
                comment="position of the bundle it was made in; NULL: applied again later",
            )
        )

    with op.batch_alter_table("issued_numbers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("alias", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("template", sa.String(), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_issued_numbers_alias"), ["alias"], unique=False)

    op.execute(
        "INSERT INTO credentials (id, password_hash) "
        "SELECT id, password_hash FROM staff WHERE password_hash <> ''"
    )
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.drop_column("password_hash")
