"""What is kept: the ledger of facts, the words in them, what was published, and which events were seen."""
