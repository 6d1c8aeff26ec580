"""What the office lends to events of voter education: rooms, speakers, things, kept as a list (S7)."""
