"""What a meeting comes to: decisions, approvals, agreements, questions, attachments."""
