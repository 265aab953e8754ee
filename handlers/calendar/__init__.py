"""The group's meetings planned, moved and cancelled, and other bodies' events."""
