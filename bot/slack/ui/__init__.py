"""What people do in Slack with views, shortcuts and the panel; each of it becomes words to the bot."""
