"""Checkpoints of open work, published minutes filed for search, and facts found by what they are of."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

AWARE = sa.DateTime(timezone=True)

# SQLite: an index over the passages' own words, kept up by the database. The triggers are the ones its manual gives.
_SQLITE = (
    "CREATE VIRTUAL TABLE passage_words USING fts5(heading, text, content='passages', content_rowid='id',"
    " tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER passage_words_insert AFTER INSERT ON passages BEGIN"
    " INSERT INTO passage_words (rowid, heading, text) VALUES (new.id, new.heading, new.text); END",
    "CREATE TRIGGER passage_words_delete AFTER DELETE ON passages BEGIN"
    " INSERT INTO passage_words (passage_words, rowid, heading, text)"
    " VALUES ('delete', old.id, old.heading, old.text); END",
)
_POSTGRESQL = tuple(
    f"CREATE INDEX passage_words_{language} ON passages"
    f" USING gin (to_tsvector('{name}'::regconfig, heading || ' ' || text)) WHERE language = '{language}'"
    for language, name in (("sv", "swedish"), ("en", "english"))
)
_CALENDAR = "('meeting_planned', 'meeting_moved', 'meeting_renamed', 'meeting_cancelled')"


def upgrade() -> None:
    """Make the tables and fill them from what is published; no fact changes but for what it is found by."""
    op.create_table(
        "checkpoints",
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("since", AWARE, nullable=False),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_checkpoints")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_checkpoints_group_id_groups")),
    )
    filed = op.create_table(
        "filed",
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", "meeting_id", name=op.f("pk_filed")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_filed_group_id_groups")),
    )
    op.create_index(op.f("ix_filed_group_id_date"), "filed", ["group_id", "date"])
    passages = op.create_table(
        "passages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passages")),
        sa.ForeignKeyConstraint(
            ["group_id", "meeting_id"],
            ["filed.group_id", "filed.meeting_id"],
            name=op.f("fk_passages_group_id_meeting_id_filed"),
        ),
    )
    op.create_index(op.f("ix_passages_group_id_meeting_id"), "passages", ["group_id", "meeting_id"])
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE if on_sqlite else _POSTGRESQL:
        op.execute(statement)
    op.execute(f"UPDATE facts SET message = {_key('of')} WHERE kind = 'version_stands'")
    op.execute(f"UPDATE facts SET meeting_id = {_key('target')} WHERE kind IN {_CALENDAR}")
    _file_what_is_published(filed, passages)


def downgrade() -> None:
    """Remove what was made from other tables; each edit is found by its own event again."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE passage_words")
    for table in ("passages", "filed", "checkpoints"):
        op.drop_table(table)
    op.execute(f"UPDATE facts SET message = {_key('said', 'message')} WHERE kind = 'version_stands'")
    op.execute(f"UPDATE facts SET meeting_id = {_key('meeting')} WHERE kind IN {_CALENDAR}")


def _key(*path: str) -> str:
    """Write how a value in a fact's payload is reached."""
    if op.get_bind().dialect.name == "sqlite":
        return f"json_extract(payload, '$.{'.'.join(path)}')"
    return f"payload #>> '{{{','.join(path)}}}'"


def _file_what_is_published(filed: sa.Table, passages: sa.Table) -> None:
    connection = op.get_bind()
    rows = connection.execute(
        sa.text("SELECT group_id, meeting_id, status, minutes FROM revisions ORDER BY group_id, meeting_id, revision")
    )
    latest = {(row.group_id, row.meeting_id): row for row in rows}
    for (group, meeting), row in latest.items():
        minutes = json.loads(row.minutes)
        if minutes.get("format") != "minutes/1":
            continue
        key = {"group_id": group, "meeting_id": meeting, "language": minutes["language"]}
        there = {name: minutes[name] for name in ("revision", "title")}
        day = (
            sa.func.date(minutes["date"]) if connection.dialect.name == "sqlite" else sa.cast(minutes["date"], sa.Date)
        )
        connection.execute(
            sa.insert(filed).values(**key, **there, status=row.status, kind=minutes["meeting_kind"], date=day)
        )
        found = [{**key, **passage} for item in minutes["items"] for passage in _passages(item, minutes)]
        if found:
            connection.execute(sa.insert(passages), found)


def _passages(item: dict[str, Any], minutes: dict[str, Any]) -> list[dict[str, str]]:
    parts = [item, *item["subitems"]]
    texts = [("title", item["title"])]
    texts += [("decision", "; ".join(decision["clauses"])) for part in parts for decision in part["decisions"]]
    texts += [("agreement", agreement["text"]) for agreement in item["agreements"]]
    texts += [("action", action["text"]) for action in minutes["actions"] if action["id"] in item["actions"]]
    texts += [("question", question["text"]) for question in item["questions"]]
    texts += [("note", paragraph["text"]) for part in parts for paragraph in part["paragraphs"]]
    return [{"what": what, "number": item["number"], "heading": item["title"], "text": text} for what, text in texts]
