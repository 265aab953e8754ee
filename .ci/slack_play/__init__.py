"""Plays Mysam against stand-ins for Slack that were written by others: what .ci/slack-checks runs."""
