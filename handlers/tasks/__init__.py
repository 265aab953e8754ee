"""Who is to do what until when, and what became of it."""
