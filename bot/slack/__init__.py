"""Slack as a place where groups meet: what comes in from a workspace, and what is said there."""
