"""What one does with all that is kept: save and put back, hand out, erase, let go of, and change the keys."""
