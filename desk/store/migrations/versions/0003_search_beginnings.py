"""Index longer beginnings of words, so that a common one is found as fast as a rare one.

The search indexes are derived: this revision only says that they are new.
"""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing beside what is derived."""
