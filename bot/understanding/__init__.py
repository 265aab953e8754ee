"""Answers of the bot to sets of texts: each is played through the live desk's turn, and read from what came of it."""
