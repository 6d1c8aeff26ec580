"""The check for cut texts, for tests of screens."""

from desk.ui.theme.clipping import clipped_texts

__all__ = ["clipped_texts"]
