"""A meeting opened, closed, timed, and taken down afterwards."""
