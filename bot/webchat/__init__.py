"""The web chat: a page on which a trial meeting is held, served for demonstration groups only."""
