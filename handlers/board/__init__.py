"""The formal side of a board: offices, adjusters, recusals."""
