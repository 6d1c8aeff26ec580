"""Writing the answer: the editor, its starting text, and the letter as it will be on paper.

Notes:
- `starting` composes a first text from the facts of the case; it is pure.
- `LivePreview` draws the paper in the background, the latest text only, and says how many pages it takes.
"""
