"""*Waktu langkah*: minutes that the steps of a month took, on screen, as CSV and on paper (R7)."""
