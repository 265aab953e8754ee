"""The desk: one event in, one answer out. Routes, takes one turn per group, handles, saves, and then speaks."""
