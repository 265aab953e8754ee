"""Reminders: what is said when they fall due, who wants which, and what is put right when a meeting moves."""
