"""What is to be said, when each group is looked at next, and what the program remembers about itself."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

AWARE = sa.DateTime(timezone=True)
OPEN = "state IN ('pending', 'sending', 'unknown')"


def upgrade() -> None:
    """Make the tables; the clock looks at every group at once."""
    op.create_table(
        "outbox",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("cause", sa.String(), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("run_at", AWARE, nullable=True),
        sa.Column("expires_at", AWARE, nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("first_try_at", AWARE, nullable=True),
        sa.Column("claim", sa.String(), nullable=True),
        sa.Column("external_id", sa.String(), nullable=True),
        sa.Column("last_error", sa.String(), nullable=True),
        sa.Column("created_at", AWARE, nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_outbox")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_outbox_group_id_groups")),
    )
    _partial("ix_outbox_run_at", "outbox", ["run_at"], "run_at IS NOT NULL")
    _partial("ix_outbox_group_id", "outbox", ["group_id", "recipient"], OPEN)
    op.create_index(op.f("ix_outbox_created_at"), "outbox", ["created_at"])
    op.create_table(
        "meta",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    # Not made anew: SQLite adds a column to a table that others refer to as it stands.
    op.add_column("groups", sa.Column("wakes_at", AWARE, nullable=True))
    _partial("ix_groups_wakes_at", "groups", ["wakes_at"], "wakes_at IS NOT NULL")
    epoch = "1970-01-01 00:00:00.000000" if op.get_bind().dialect.name == "sqlite" else "1970-01-01 00:00:00+00"
    op.execute(f"UPDATE groups SET wakes_at = '{epoch}'")


def downgrade() -> None:
    """Remove what the upgrade made, also what has not been said yet."""
    op.drop_index("ix_groups_wakes_at", "groups")
    op.drop_column("groups", "wakes_at")
    for table in ("meta", "outbox"):
        op.drop_table(table)


def _partial(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
