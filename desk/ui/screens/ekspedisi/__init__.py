"""The ekspedisi book: every result that went out, newest first, searchable, its slip printed again."""
