"""A group set up and looked after: founding, roster, settings, convenership."""
