"""How far each conversation has been heard, and in which one each event happened."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

AWARE = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table and the column; of what was before, nothing is known."""
    op.create_table(
        "heard",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("until", AWARE, nullable=False),
        sa.PrimaryKeyConstraint("platform", "conversation", name=op.f("pk_heard")),
    )
    op.add_column("inbox", sa.Column("conversation", sa.String(), nullable=True))


def downgrade() -> None:
    """Remove them."""
    op.drop_column("inbox", "conversation")
    op.drop_table("heard")
