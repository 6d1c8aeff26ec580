"""Official numbers that stand on paper although a restored server gave them to others."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    with op.batch_alter_table("issued_numbers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("printed", sa.String(), nullable=False, server_default=""))
        batch_op.create_index(
            "ix_issued_numbers_printed", ["printed"], unique=False, sqlite_where=sa.text("printed <> ''")
        )
