"""The meeting itself: facts, record, minutes, dates, people, words. Pure: it waits for nothing."""
