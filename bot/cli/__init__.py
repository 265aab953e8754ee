"""The commands of `mysam`, one in a file: its name, its arguments, and what it runs."""
