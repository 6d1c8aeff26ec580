"""*Janji temu*: who is received when and by whom; booked, moved, delegated with approval, cancelled (G4)."""
