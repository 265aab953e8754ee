"""Files that people shared and the group keeps, and which published revisions they belong to."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

AWARE = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "attachments",
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", AWARE, nullable=False),
        sa.PrimaryKeyConstraint("group_id", "message", "ref", name=op.f("pk_attachments")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_attachments_group_id_groups")),
    )
    op.create_table(
        "revision_attachments",
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint(
            "group_id", "meeting_id", "revision", "message", "ref", name=op.f("pk_revision_attachments")
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "meeting_id", "revision"],
            ["revisions.group_id", "revisions.meeting_id", "revisions.revision"],
            name=op.f("fk_revision_attachments_group_id_meeting_id_revision_revisions"),
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "message", "ref"],
            ["attachments.group_id", "attachments.message", "attachments.ref"],
            name=op.f("fk_revision_attachments_group_id_message_ref_attachments"),
        ),
    )
    op.create_index(op.f("ix_revision_attachments_group_id_message"), "revision_attachments", ["group_id", "message"])


def downgrade() -> None:
    """Remove them."""
    for table in ("revision_attachments", "attachments"):
        op.drop_table(table)
