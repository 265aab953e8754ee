"""What Alembic runs: the migrations on the connection it was handed, inside that connection's own transaction."""

from typing import Any

from alembic import context

from storage.tables import Row

# The index of words is the database's own, and another thing in each: no table of ours describes it.
WORDS = "passage_words"


def is_ours(name: str | None, _kind: Any, _parents: Any) -> bool:
    """Tell whether something in the database is described by our tables."""
    return name is None or not name.startswith(WORDS)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    # SQLite changes a table by making it anew.
    render_as_batch=True,
    # SQLite's transactions hold tables too when they are begun by hand, as ours are.
    transactional_ddl=True,
    compare_type=True,
    compare_server_default=True,
    include_name=is_ours,
)
with context.begin_transaction():
    context.run_migrations()
