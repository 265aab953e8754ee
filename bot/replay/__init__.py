"""Play a written-down channel through the bot, and write what came of it."""
