"""How a message is read: taken apart, understood, noted, answered, and changed afterwards."""
