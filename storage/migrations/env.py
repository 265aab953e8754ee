"""What Alembic runs: the migrations on the connection it was handed, inside that connection's own transaction."""

from alembic import context

from storage.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    # SQLite changes a table by making it anew.
    render_as_batch=True,
    # SQLite's transactions hold tables too when they are begun by hand, as ours are.
    transactional_ddl=True,
    compare_type=True,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
