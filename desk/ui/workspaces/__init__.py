"""One workspace per role: the screens a person at that desk works with."""
