"""Notices of an extension are letters that name it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.add_column(sa.Column("extension_id", sa.String(length=36), nullable=True))
        batch_op.create_index(batch_op.f("ix_letters_extension_id"), ["extension_id"], unique=False)
