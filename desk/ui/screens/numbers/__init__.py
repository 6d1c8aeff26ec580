"""“Buku nomor”: every official number that was given, what bears it, and which are void (R2)."""
