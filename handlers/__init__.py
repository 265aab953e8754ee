"""What people can ask: how it is read, and which facts it becomes. Pure."""
