"""The draft, publishing, corrections, undo and search."""
