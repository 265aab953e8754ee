"""Whether each thing is said once, tried out: programs that are killed and stopped while they say it."""
