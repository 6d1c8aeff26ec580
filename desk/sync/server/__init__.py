"""The shared database: its schema and functions in SQL, and what makes or renews them."""
