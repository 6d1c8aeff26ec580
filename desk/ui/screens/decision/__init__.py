"""The form of a decision on an information request: on the case page and in the room of the PPID.

Notes:
- `DecisionForm.value()` gives a `DecisionDraft`, None while nothing is chosen; `mark` shows its problems.
- Fields that a kind of decision does not need are hidden, and their values left out of the draft.
"""
