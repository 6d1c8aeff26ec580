"""The acts of the tour; each plays one part of a visitor's day on the stage and leaves pictures."""
