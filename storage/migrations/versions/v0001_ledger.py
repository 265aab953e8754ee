"""The ledger, the words beside it, the inbox, and what was published."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

AWARE = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "groups",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
    )
    op.create_table(
        "conversations",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "conversation", "group_id", name=op.f("pk_conversations")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_conversations_group_id_groups")),
    )
    op.create_index(op.f("ix_conversations_group_id"), "conversations", ["group_id"])
    op.create_table(
        "facts",
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("fact_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("message", sa.String(), nullable=True),
        sa.Column("at", AWARE, nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", "sequence", name=op.f("pk_facts")),
        sa.UniqueConstraint("group_id", "fact_id", name=op.f("uq_facts_group_id_fact_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_facts_group_id_groups")),
    )
    op.create_index(op.f("ix_facts_group_id_message"), "facts", ["group_id", "message"])
    op.create_index(op.f("ix_facts_group_id_meeting_id"), "facts", ["group_id", "meeting_id"])
    op.create_table(
        "texts",
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("fact_id", sa.String(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", "fact_id", name=op.f("pk_texts")),
        sa.ForeignKeyConstraint(
            ["group_id", "fact_id"], ["facts.group_id", "facts.fact_id"], name=op.f("fk_texts_group_id_fact_id_facts")
        ),
    )
    op.create_table(
        "inbox",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("seen_at", AWARE, nullable=False),
        sa.PrimaryKeyConstraint("source", "event_id", name=op.f("pk_inbox")),
    )
    op.create_index(op.f("ix_inbox_seen_at"), "inbox", ["seen_at"])
    op.create_table(
        "revisions",
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("minutes", sa.Text(), nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.Column("published_at", AWARE, nullable=False),
        sa.PrimaryKeyConstraint("group_id", "meeting_id", "revision", name=op.f("pk_revisions")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_revisions_group_id_groups")),
    )
    op.create_table(
        "revision_files",
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", "meeting_id", "revision", "format", name=op.f("pk_revision_files")),
        sa.ForeignKeyConstraint(
            ["group_id", "meeting_id", "revision"],
            ["revisions.group_id", "revisions.meeting_id", "revisions.revision"],
            name=op.f("fk_revision_files_group_id_meeting_id_revision_revisions"),
        ),
    )


def downgrade() -> None:
    """Remove every table, and with them everything that was kept."""
    for table in ("revision_files", "revisions", "inbox", "texts", "facts", "conversations", "groups"):
        op.drop_table(table)
