"""“Perbaiki isian”: the form of a registered case corrected on the sheet it was taken in with."""
