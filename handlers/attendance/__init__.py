"""Who comes, who does not, who stands in, and the roll call."""
