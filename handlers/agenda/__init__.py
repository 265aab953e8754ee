"""What people ask to have on the agenda, and its course in the meeting."""
